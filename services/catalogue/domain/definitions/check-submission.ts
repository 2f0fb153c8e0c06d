import { compileJsonSchema, type Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { isJsonObject, pointerToken, type JsonObject, type JsonValue } from '../../../../kit/pure/json/json.ts'
import { checkReshape, type ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import type { DefinitionKind, VersionContent } from './definition.ts'

/** What somebody sends as a version, the bundle aside. Optional things are absent or null, which is the same. */
export type Submission = {
  typeKey: string
  kind: DefinitionKind
  version: string
  title?: string | null
  description?: string | null
  propsSchema?: JsonObject | null
  parametersSchema?: JsonObject | null
  defaultProps?: JsonObject | null
  codeRef?: string | null
  flowTemplates?: readonly FlowTemplateGiven[] | null
  statusAggregationContract?: JsonObject | null
  lifecycleTemplate?: JsonObject | null
  childRequirements?: readonly JsonObject[] | null
  tests?: readonly JsonObject[] | null
  complete?: boolean | null
  propsMigration?: readonly JsonObject[] | null
}

type FlowTemplateGiven = {
  name: string
  runKind: string
  schedulable?: boolean | null
  freshnessSlaSeconds?: number | null
  timeoutSeconds?: number | null
  memoryMb?: number | null
  network?: boolean | null
}

/** The most that the installation lets a flow ask for, for one run; `networkAllow`: codeRefs that may have the network, or `*`. */
export type RunLimitsMax = { timeoutSecondsMax: number; memoryMbMax: number; networkAllow?: readonly string[] }

/** `wrongSchemas` tells whether the schemas (or what they govern) are all that is wrong. */
export type SubmissionVerdict =
  { ok: true; content: Omit<VersionContent, 'bundleHash'> } | { ok: false; problems: Problem[]; wrongSchemas: boolean }

const typeKeyShape = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/
const typeKeyLengthMax = 120
const nameShape = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const textLengths = { title: 200, description: 10_000, codeRef: 200 } as const
const flowsMax = 50
export const defaultRunLimitsMax: RunLimitsMax = { timeoutSecondsMax: 86_400, memoryMbMax: 4096 }
/** Node does not begin with less. */
const memoryMbMin = 64
const jsonBytesMax = 64 * 1024
const anyObject: JsonObject = { type: 'object' }

/** Every problem of a submission with its JSON pointer, or the content with its defaults filled in. */
export function checkSubmission(given: Submission, limits: RunLimitsMax = defaultRunLimitsMax): SubmissionVerdict {
  const content = withDefaults(given)
  const general = [
    ...checkNames(given),
    ...checkFlows(content, limits),
    ...checkSizes(content),
    ...checkMigration(content),
  ]
  const schemas = [
    ...checkSchema('propsSchema', content.propsSchema),
    ...checkSchema('parametersSchema', content.parametersSchema),
    ...findNulls(content.defaultProps, '/defaultProps'),
  ]
  if (general.length + schemas.length === 0) return { ok: true, content }
  return { ok: false, problems: [...general, ...schemas], wrongSchemas: general.length === 0 }
}

function withDefaults(given: Submission): Omit<VersionContent, 'bundleHash'> {
  return {
    version: given.version,
    codeRef: given.codeRef ?? null,
    propsSchema: given.propsSchema ?? anyObject,
    parametersSchema: given.parametersSchema ?? anyObject,
    defaultProps: given.defaultProps ?? {},
    flowTemplates: (given.flowTemplates ?? []).map((flow) => ({
      name: flow.name,
      runKind: flow.runKind,
      schedulable: flow.schedulable ?? true,
      freshnessSlaSeconds: flow.freshnessSlaSeconds ?? null,
      ...(flow.timeoutSeconds == null ? {} : { timeoutSeconds: flow.timeoutSeconds }),
      ...(flow.memoryMb == null ? {} : { memoryMb: flow.memoryMb }),
      ...(flow.network === true ? { network: true } : {}),
    })),
    statusAggregationContract: given.statusAggregationContract ?? {},
    lifecycleTemplate: given.lifecycleTemplate ?? {},
    childRequirements: [...(given.childRequirements ?? [])],
    tests: [...(given.tests ?? [])],
    complete: given.complete ?? false,
    // What is no step has been found by the time anybody reads them.
    propsMigration: [...(given.propsMigration ?? [])] as ReshapeStep[],
  }
}

/** Whether a text may be a type key: words that read well in addresses and in JSON. */
export const isTypeKey = (text: string): boolean => text.length <= typeKeyLengthMax && typeKeyShape.test(text)

function checkNames(given: Submission): Problem[] {
  const problems: Problem[] = []
  if (!isTypeKey(given.typeKey)) {
    const message = `must be at most ${typeKeyLengthMax} characters: lower-case words joined by '-' and '/', such as display/bus-stop`
    problems.push({ pointer: '/typeKey', message })
  }
  for (const [field, lengthMax] of Object.entries(textLengths)) {
    const text = given[field as keyof typeof textLengths]
    if (text && text.length > lengthMax)
      problems.push({ pointer: `/${field}`, message: `is longer than ${lengthMax} characters` })
  }
  return problems
}

function checkFlows(
  { flowTemplates: flows, codeRef }: Pick<VersionContent, 'flowTemplates' | 'codeRef'>,
  { timeoutSecondsMax, memoryMbMax, networkAllow = [] }: RunLimitsMax,
): Problem[] {
  const problems: Problem[] = []
  const mayUseNetwork = networkAllow.some((allowed) => allowed === '*' || allowed === codeRef)
  if (flows.length > flowsMax) problems.push({ pointer: '/flowTemplates', message: `has more than ${flowsMax} flows` })
  const names = new Set<string>()
  for (const [index, flow] of flows.entries()) {
    const refuse = (field: string, message: string) =>
      problems.push({ pointer: `/flowTemplates/${index}/${field}`, message })
    if (!nameShape.test(flow.name)) refuse('name', 'must be a word of letters, digits, - and _')
    if (!nameShape.test(flow.runKind)) refuse('runKind', 'must be a word of letters, digits, - and _')
    if (names.has(flow.name)) refuse('name', 'is there twice')
    if (flow.freshnessSlaSeconds !== null && flow.freshnessSlaSeconds <= 0)
      refuse('freshnessSlaSeconds', 'must be greater than 0')
    const { timeoutSeconds = 1, memoryMb = memoryMbMin } = flow
    if (timeoutSeconds < 1 || timeoutSeconds > timeoutSecondsMax)
      refuse('timeoutSeconds', `must be from 1 to ${timeoutSecondsMax}, the most that this installation gives`)
    if (memoryMb < memoryMbMin || memoryMb > memoryMbMax)
      refuse('memoryMb', `must be from ${memoryMbMin} to ${memoryMbMax}, the most that this installation gives`)
    if (flow.network && !mayUseNetwork)
      refuse(
        'network',
        'is asked for, and the operator does not allow it: MARQUEE_EXECUTOR_NETWORK has to name the codeRef',
      )
    names.add(flow.name)
  }
  return problems
}

/** Schemas have their own, equal limit. */
function checkSizes(content: Omit<VersionContent, 'bundleHash'>): Problem[] {
  const fields = [
    'defaultProps',
    'statusAggregationContract',
    'lifecycleTemplate',
    'childRequirements',
    'tests',
    'propsMigration',
  ] as const
  return fields
    .filter((field) => Buffer.byteLength(JSON.stringify(content[field])) > jsonBytesMax)
    .map((field) => ({ pointer: `/${field}`, message: `is larger than ${jsonBytesMax} bytes` }))
}

const checkMigration = ({ propsMigration }: Pick<VersionContent, 'propsMigration'>): Problem[] =>
  checkReshape(propsMigration).map((problem) => ({ ...problem, pointer: `/propsMigration${problem.pointer}` }))

function checkSchema(field: string, schema: JsonObject): Problem[] {
  const compiled = compileJsonSchema(schema)
  return compiled.ok ? [] : compiled.problems.map((problem) => ({ ...problem, pointer: `/${field}${problem.pointer}` }))
}

/** Null means "absent" in props (RFC 7396), so a default of null could never be told from no default. */
function findNulls(object: JsonObject, pointer: string): Problem[] {
  return Object.entries(object).flatMap(([key, value]: [string, JsonValue]) => {
    const at = pointer + pointerToken(key)
    if (value === null) return [{ pointer: at, message: 'must not be null: leave it out' }]
    return isJsonObject(value) ? findNulls(value, at) : []
  })
}
