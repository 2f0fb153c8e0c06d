import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { refuse, type Refusal } from '../state/refusal.ts'

export type ComponentRole = 'PIPELINE' | 'STORE' | 'ACCESSOR'

/** Kinds that are composed of parts (S0-40 to S0-42), and how their config chooses one where it can. */
const composed: ReadonlySet<string> = new Set(['DATASET', 'SIGNAL'])
const choices = [
  { role: 'STORE', key: 'store', fallback: 'data/parquet' },
  { role: 'ACCESSOR', key: 'accessor', fallback: 'data/simple' },
] as const

export const isComposed = (kind: string): boolean => composed.has(kind)

/** A part as it is to be: one that is there (`instanceId`), or a new one of a definition. `isImplied`: nobody asked for it. */
export type PlannedPart = { role: ComponentRole; pointer: string } & (
  { instanceId: string } | { typeKey: string; isImplied: boolean }
)

/**
 * Which store and accessor an instance of a composed kind gets: those that its config names, by a definition's type key
 * or by an instance's id (which may serve several), else the usual ones. Its pipeline is of its own definition.
 */
export function plannedParts(kind: string, config: JsonObject): PlannedPart[] {
  if (!isComposed(kind)) return []
  return choices.map(({ role, key, fallback }) => {
    const given = config[key]
    const pointer = `/config/${key}`
    if (typeof given !== 'string') return { role, pointer, typeKey: fallback, isImplied: true }
    return matchesId('inst', 8, given)
      ? { role, pointer, instanceId: given }
      : { role, pointer, typeKey: given, isImplied: false }
  })
}

/** What of a composed instance's config is its pipeline's: all but the choice of the other parts. */
export function pipelineConfig(config: JsonObject): JsonObject {
  const keys: readonly string[] = choices.map(({ key }) => key)
  return Object.fromEntries(Object.entries(config).filter(([key]) => !keys.includes(key)))
}

/** Why a config may not follow the present one: parts are chosen when an instance is made, and its rows are in them. */
export function refuseOtherParts(
  { kind, config }: Pick<InstanceState, 'kind' | 'config'>,
  next: JsonObject,
): Refusal | null {
  if (!isComposed(kind)) return null
  const changed = choices.filter(({ key }) => next[key] !== config[key])
  if (changed.length === 0) return null
  const problems = changed.map(({ key }) => ({
    pointer: `/config/${key}`,
    message: 'cannot be changed once the instance is there',
  }))
  return refuse(
    'BAD_USER_INPUT',
    'Store and accessor are chosen when an instance is made: make another one, or promote this one.',
    { problems },
  ).refusal
}
