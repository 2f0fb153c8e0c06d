import { compileJsonSchema, type CompiledSchema, type Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { JsonObject, JsonValue } from '../../../../kit/pure/json/json.ts'
import { compareSemver, parseSemver } from '../../../../kit/pure/ids/semver.ts'
import type { Submission } from '../definitions/check-submission.ts'
import { definitionKinds } from '../definitions/definition.ts'

/** One version in a content package; `at` is where it stands in the manifest, `bundleFile` a path in the package. */
export type PackagedVersion = Submission & { at: string; bundleFile?: string | null }

export type ContentPackage = { name: string; version: string; definitions: PackagedVersion[] }

const text: JsonObject = { type: 'string' }
const object: JsonObject = { type: 'object' }
const objects: JsonObject = { type: 'array', items: object }
const flow: JsonObject = {
  type: 'object',
  required: ['name', 'runKind'],
  properties: {
    name: text,
    runKind: text,
    schedulable: { type: 'boolean' },
    freshnessSlaSeconds: { type: 'integer' },
    timeoutSeconds: { type: 'integer' },
    memoryMb: { type: 'integer' },
    network: { type: 'boolean' },
  },
  additionalProperties: false,
}
/** What submitDefinition takes, with a file in the place of the bundle; only its types, the rest is for checkSubmission. */
const definition: JsonObject = {
  type: 'object',
  required: ['typeKey', 'kind', 'version'],
  properties: {
    typeKey: text,
    kind: { enum: [...definitionKinds] },
    version: text,
    title: text,
    description: text,
    codeRef: text,
    bundleFile: text,
    propsSchema: object,
    parametersSchema: object,
    defaultProps: object,
    statusAggregationContract: object,
    lifecycleTemplate: object,
    flowTemplates: { type: 'array', items: flow },
    childRequirements: objects,
    tests: objects,
    complete: { type: 'boolean' },
    propsMigration: objects,
  },
  additionalProperties: false,
}
const manifest: JsonObject = {
  type: 'object',
  required: ['name', 'version', 'definitions'],
  properties: { name: text, version: text, definitions: { type: 'array', maxItems: 1000, items: definition } },
  additionalProperties: false,
}
let compiled: CompiledSchema | undefined

/** A manifest whose shape is right, its versions as semver and in ascending order; or every problem with it. */
export function readManifest(
  packageName: string,
  value: JsonValue,
): { ok: true; content: ContentPackage } | { ok: false; problems: Problem[] } {
  compiled ??= compileJsonSchema(manifest)
  const problems = compiled.ok ? compiled.validate(value) : compiled.problems
  if (problems.length > 0) return { ok: false, problems }
  const given = value as unknown as ContentPackage
  if (given.name !== packageName)
    problems.push({ pointer: '/name', message: `must be ${packageName}, as its folder is called` })
  const version = semver(given.version, '/version', problems)
  const seen = new Set<string>()
  const definitions = given.definitions.map((each, index) => {
    const at = `/definitions/${index}`
    const own = semver(each.version, `${at}/version`, problems)
    const name = `${each.typeKey} ${own}`
    if (seen.has(name)) problems.push({ pointer: at, message: `has ${name} a second time` })
    seen.add(name)
    return { ...each, version: own, at }
  })
  if (problems.length > 0) return { ok: false, problems }
  definitions.sort((a, b) => compareSemver(a.version, b.version))
  return { ok: true, content: { name: given.name, version, definitions } }
}

function semver(given: string, pointer: string, problems: Problem[]): string {
  const version = parseSemver(given)
  if (version === null) problems.push({ pointer, message: 'is not a semantic version' })
  return version ?? given
}
