import type { Exported, Narrowed } from './kind.ts'
import { kinds } from './kinds/index.ts'
import { nameReferences } from './references.ts'
import type { World } from './world.ts'

/**
 * The graph as manifests, in an order that does not change: applied to an empty graph they make an equal one. `only`
 * names kinds.
 */
export async function exportGraph(world: World, narrowed: Narrowed, only?: readonly string[]): Promise<Exported[]> {
  const wanted = kinds.filter(({ name }) => only === undefined || only.includes(name))
  const lists: Exported[][] = []
  for (const kind of wanted) lists.push((await kind.list(world, narrowed)).sort(byName))
  const all = lists.flat()
  const nameOf = namesOf(all)
  return all.map(({ kind, metadata, spec }) => ({
    kind,
    // The name of a grant says what it is on.
    metadata: kind === 'Grant' ? (nameReferences(metadata, nameOf) as typeof metadata) : metadata,
    spec: ordered(nameReferences(spec, nameOf) as typeof spec),
  }))
}

/** Members of a group have no order of their own, and their ids another one in every graph. */
const ordered = (spec: Exported['spec']) =>
  Array.isArray(spec.members) ? { ...spec, members: (spec.members as string[]).sort(compare) } : spec

/** The same order everywhere, whatever the language of the machine. */
const byName = ({ metadata: a }: Exported, { metadata: b }: Exported) =>
  compare(a.name, b.name) || compare(a.project ?? '', b.project ?? '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What an instance is called where others mean it: with its project where the name alone is not enough. */
function namesOf(exported: readonly Exported[]): (id: string) => string | undefined {
  const instances = exported.filter(({ kind }) => kind === 'Instance')
  const times = new Map<string, number>()
  for (const { metadata } of instances) times.set(metadata.name, (times.get(metadata.name) ?? 0) + 1)
  const names = new Map(
    instances.flatMap(({ id, metadata: { name, project } }) => {
      // A brace would end the reference.
      if (id === undefined || name.includes('}')) return []
      return [[id, times.get(name) === 1 || project === undefined ? name : `${project}/${name}`] as const]
    }),
  )
  return (id) => names.get(id)
}
