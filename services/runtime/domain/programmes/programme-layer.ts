import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import { valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import type { InstanceState, Json, ProgrammeLayer } from '../../../../schema/events.ts'
import { shownProblems, withEffective } from '../props/fit-props.ts'
import { effectivePropsOf } from '../props/layer-props.ts'
import { refusedCondition, withCondition, withoutCondition } from '../state/conditions.ts'
import type { Decision } from '../state/decision.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { tooLarge } from '../state/payload-size.ts'
import { refuse, type Refusal } from '../state/refusal.ts'

/** What its programmes show from now on; null: nothing. An ARCHIVED instance stays as it is. Never refused. */
export type ProgrammeCommand = { type: 'SET_PROGRAMME'; layer: Omit<ProgrammeLayer, 'blocked'> | null }

export const PROGRAMME_BLOCKED = 'ProgrammeBlocked'

export function decideProgramme(state: InstanceState, { layer }: ProgrammeCommand): Decision {
  const present = state.programme ?? null
  const next = layer && { ...layer, blocked: null }
  return state.lifecycle === 'ARCHIVED' || isSame(present, next)
    ? { ok: true, next: state, event: 'PROPS' }
    : { ok: true, next: { ...state, programme: next }, event: 'PROPS' }
}

/** When it came and whether it is shown is no difference: whoever plans again what is there changes nothing. */
function isSame(a: ProgrammeLayer | null, b: ProgrammeLayer | null): boolean {
  if (a === null || b === null) return a === b
  return deepEqualJson({ ...a, since: '', blocked: null }, { ...b, since: '', blocked: null })
}

/**
 * `state` with what it shows, its programme among it if that fits. A programme yields: one that does not fit the
 * definition with what is there, or that an AI wrote and that would change what a person locked, is not shown, and a
 * condition says why. Asked after every change, so that it comes back once nothing is in its way.
 */
export function settleProgramme(state: InstanceState, facts: InstanceFacts): InstanceState {
  const programme = state.programme ?? null
  if (programme === null) {
    const conditions = withoutCondition(state.conditions, PROGRAMME_BLOCKED)
    if (conditions === state.conditions) return withShown(state, facts)
    return withShown({ ...state, conditions }, facts)
  }
  const shown = { ...state, programme: { ...programme, blocked: null } }
  const refusal = refuseProgramme(shown, facts)
  const conditions = refusal
    ? withCondition(
        state.conditions,
        refusedCondition(PROGRAMME_BLOCKED, refusal, programme.since, {
          programmeId: programme.programmeId,
          entry: programme.entry,
        }),
      )
    : withoutCondition(state.conditions, PROGRAMME_BLOCKED)
  const blocked = refusal?.public ?? null
  const layer = programme.blocked === blocked ? programme : { ...programme, blocked }
  return withShown({ ...state, conditions, programme: layer }, facts)
}

const withShown = (state: InstanceState, facts: InstanceFacts) =>
  withEffective(state, effectivePropsOf(state, facts.defaultProps))

/** Why the programme of `shown` may not be shown, and null where it may. */
export function refuseProgramme(shown: InstanceState, facts: InstanceFacts): Refusal | null {
  const [below, above] = [{ ...shown, programme: null }, shown].map((state) =>
    effectivePropsOf(state, facts.defaultProps),
  ) as [InstanceState['props'], InstanceState['props']]
  const large = tooLarge('props', above, facts.bytesMax)
  if (large) return large.refusal
  const problems = shownProblems(shown, facts)
  if (problems.length > 0)
    return refuse('SCHEMA_VIOLATION', 'The programme does not fit the definition.', { problems }).refusal
  const at = (props: InstanceState['props'], path: string): Json => valueAtPointer(props, path) ?? null
  const lock = shown.programme?.byAi
    ? shown.locks.find(({ path }) => !deepEqualJson(at(below, path), at(above, path)))
    : undefined
  if (!lock) return null
  const { path, holderId: holder, expiresAt, reason } = lock
  return refuse('LOCKED_PATH', `${path} is locked: a programme that an AI wrote cannot change it.`, {
    path,
    holder,
    expiresAt,
    reason,
  }).refusal
}
