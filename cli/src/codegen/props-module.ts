import { typeName, typesOfSchema } from './type-of-schema.ts'

export type VersionedSchema = { typeKey: string; version: string; propsSchema: unknown }

/**
 * A module of types: `InstanceProps<'display/bus-stop', '^1'>`. Every version is named by its number, the greatest of
 * its line as '^1' (or '^0.3', where a minor may break), and the greatest of all as 'latest'. `schemas` are ordered from
 * the smallest version of each definition to the greatest.
 */
export function propsModule(schemas: readonly VersionedSchema[]): string {
  const types: string[] = []
  const versions = new Map<string, Map<string, string>>()
  const names = new Set<string>()
  for (const { typeKey, version, propsSchema } of schemas) {
    let name = `${typeName(typeKey)}_${version.replaceAll(/[^0-9A-Za-z]/g, '_')}`
    while (names.has(name)) name += '_'
    names.add(name)
    types.push(typesOfSchema(name, propsSchema))
    const known = versions.get(typeKey) ?? new Map<string, string>()
    versions.set(typeKey, known)
    known.set(version, name)
    // Pre-releases are meant only where they are named.
    if (version.includes('-')) continue
    known.set(lineOf(version), name)
    known.set('latest', name)
  }
  const table = [...versions].map(
    ([typeKey, known]) =>
      `  ${JSON.stringify(typeKey)}: {\n${[...known].map(([version, name]) => `    ${JSON.stringify(version)}: ${name}`).join('\n')}\n  }`,
  )
  return `// Written by \`marquee codegen\`.

${types.join('\n')}
export type PropsByVersion = {
${table.join('\n')}
}

/** Props of an instance: InstanceProps<'display/bus-stop', '^1'>. */
export type InstanceProps<
  TypeKey extends keyof PropsByVersion,
  Version extends keyof PropsByVersion[TypeKey] = 'latest' & keyof PropsByVersion[TypeKey],
> = PropsByVersion[TypeKey][Version]
`
}

function lineOf(version: string): string {
  const [major, minor] = version.split('.')
  return major === '0' ? `^0.${minor}` : `^${major}`
}
