import type { InstanceKind } from '../../../../schema/enums.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { kindOf } from '../instances/kinds.ts'
import { refuse, type Refusal } from '../state/refusal.ts'
import type { CatchUp, Concurrency } from './schedule-plan.ts'
import { readRecurrence, scheduleNotations, ticksAfter, type Recurrence, type ScheduleType } from './schedule-ticks.ts'

/** What a schedule is to be: everything that its owner chooses. */
export type ScheduleSpec = {
  expression: string
  timezone: string
  enabled: boolean
  catchUp: CatchUp
  concurrency: Concurrency
}

/** What somebody asks for; what is left out stays as it was. */
export type ScheduleWish = { expression: string } & {
  [Field in Exclude<keyof ScheduleSpec, 'expression'>]?: ScheduleSpec[Field] | null
}

type Accepted<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

/** An untimed instance has its parent's window and no recurrence of its own (model R4), whatever its flows are. */
export function refuseUntimed(kind: InstanceKind): Refusal | null {
  if (kindOf(kind).tier !== 'UNTIMED') return null
  return refuse(
    'UNTIMED_INSTANCE',
    `An instance of kind ${kind} has no schedule: it runs on demand, or with its parent.`,
    { kind },
  ).refusal
}

/** Not every flow recurs, and nothing of what is archived does. */
export function refuseSchedule(
  { kind, lifecycle }: Pick<InstanceState, 'kind' | 'lifecycle'>,
  flow: { name: string; schedulable: boolean },
): Refusal | null {
  const untimed = refuseUntimed(kind)
  if (untimed) return untimed
  if (lifecycle === 'ARCHIVED')
    return refuse('INVALID_TRANSITION', 'An ARCHIVED instance runs nothing any more.', { from: lifecycle, allowed: [] })
      .refusal
  if (flow.schedulable) return null
  const problems = [{ pointer: '/flow', message: 'may not have a schedule: its definition or kind says so' }]
  return refuse('BAD_USER_INPUT', `The flow "${flow.name}" may not have a schedule.`, { problems }).refusal
}

/** The schedule as it will be, with its first tick unless it is paused; `zone` is what the instance's place suggests. */
export function resolveSchedule(
  wish: ScheduleWish,
  present: ScheduleSpec | null,
  zone: string | null,
  now: string,
): Accepted<ScheduleSpec & { type: ScheduleType; firstTickAt: string | null }> {
  const spec: ScheduleSpec = {
    expression: wish.expression.trim(),
    timezone: wish.timezone ?? present?.timezone ?? zone ?? 'UTC',
    enabled: wish.enabled ?? present?.enabled ?? true,
    catchUp: wish.catchUp ?? present?.catchUp ?? 'LATEST',
    concurrency: wish.concurrency ?? present?.concurrency ?? 'FORBID',
  }
  // A paused one need not come any more: it must be possible to pause what has done its work.
  const read = spec.enabled
    ? readFiring(spec.expression, spec.timezone, now)
    : readExpression(spec.expression, spec.timezone)
  return read.ok
    ? { ok: true, value: { ...spec, type: read.value.recurrence.type, firstTickAt: read.value.firstTickAt } }
    : read
}

/** An expression that comes at least once after `now`; refusals name the notations there are. */
export function readFiring(
  expression: string,
  zone: string,
  now: string,
): Accepted<{ recurrence: Recurrence; firstTickAt: string }> {
  const read = readExpression(expression, zone)
  if (!read.ok) return read
  const { recurrence } = read.value
  const [tick] = ticksAfter(recurrence, now, 1)
  if (tick) return { ok: true, value: { recurrence, firstTickAt: tick.at } }
  const problems = [{ pointer: '/expression', message: `never comes after ${now}` }]
  return refuse('BAD_USER_INPUT', 'The schedule would never fire.', { problems, allowed: scheduleNotations })
}

function readExpression(expression: string, zone: string): Accepted<{ recurrence: Recurrence; firstTickAt: null }> {
  const read = readRecurrence(expression, zone)
  if (read.ok) return { ok: true, value: { recurrence: read.recurrence, firstTickAt: null } }
  const [problem] = read.problems
  return refuse('BAD_USER_INPUT', `The schedule is not right: ${problem?.pointer} ${problem?.message}.`, {
    problems: read.problems,
    allowed: scheduleNotations,
  })
}
