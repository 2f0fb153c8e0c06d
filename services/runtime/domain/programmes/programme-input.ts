import { isJsonObject, jsonDepth } from '../../../../kit/pure/json/json.ts'
import { isTimezone } from '../../../../kit/pure/time/time-zone.ts'
import { readRecurrenceRule } from '../../../../kit/pure/time/recurrence-rule.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState, Json, JsonObject } from '../../../../schema/events.ts'
import { parseInstanceFilter } from '../instances/instance-filter.ts'
import { kindNames, kindOf } from '../instances/kinds.ts'
import { nameOf } from '../state/instance-fields.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { refuse, type Refusal } from '../state/refusal.ts'
import { wallOf, type PlaylistOrder, type ProgrammeEntry } from './programme.ts'
import { refuseProgramme } from './programme-layer.ts'

/** An entry as somebody asks for it. */
export type EntryWish = {
  name: string
  start: string
  end?: string | null
  rrule?: string | null
  duration?: string | null
  priority?: number | null
  interrupt?: boolean | null
  props?: Record<string, unknown> | null
  items?: readonly { props: Record<string, unknown>; seconds: number }[] | null
  order?: PlaylistOrder | null
  seed?: number | null
  exceptDates?: readonly string[] | null
  exceptCalendars?: readonly string[] | null
}

/** Budgets of kit/limits.ts. */
export type ProgrammeLimits = { programmeEntries: number; programmeItems: number; programmeItemSeconds: number }

/** The kinds whose instances have dayparts. */
export const programmedKinds = kindNames.filter((kind) => kindOf(kind).schedulable === 'DAYPARTS')

const bounds = { priority: 1_000_000, exceptDates: 1000, depth: 32, seconds: 86_400, durationMs: 366 * 86_400_000 }

type Read<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

/** What is wrong with the fields of a programme besides its entries. Filters must not depend on what programmes change. */
export function programmeProblems(fields: {
  name?: string | null
  timezone?: string | null
  filter?: unknown
}): Problem[] {
  const problems: Problem[] = []
  if (typeof fields.name === 'string' && nameOf(fields.name) === null)
    problems.push({ pointer: '/name', message: 'must have 1 to 200 characters, none of them a control' })
  if (typeof fields.timezone === 'string' && !isTimezone(fields.timezone))
    problems.push({ pointer: '/timezone', message: 'must be an IANA time zone, such as "Europe/Paris" or "UTC"' })
  if (fields.filter != null) {
    const spec = parseInstanceFilter(fields.filter)
    for (const member of ['propsContain', 'presence', 'readiness'] as const) {
      if (spec[member]) problems.push({ pointer: `/filter/${member}`, message: 'cannot choose who has a programme' })
    }
  }
  return problems
}

/** The entries as they are kept, or every problem with its pointer. LIMIT_REACHED beyond the budgets. */
export function readEntries(
  wishes: readonly EntryWish[],
  limits: ProgrammeLimits,
  { present, byAi }: { present: readonly ProgrammeEntry[]; byAi: boolean },
): Read<ProgrammeEntry[]> {
  if (wishes.length > limits.programmeEntries) return tooMany('entries of a programme', limits.programmeEntries)
  if (wishes.some(({ items }) => (items?.length ?? 0) > limits.programmeItems))
    return tooMany('items of a playlist', limits.programmeItems)
  const problems = wishes.flatMap((wish, index) =>
    entryProblems(wish, limits).map(({ pointer, message }) => ({ pointer: `/entries/${index}${pointer}`, message })),
  )
  const names = wishes.map(({ name }) => name.trim())
  names.forEach((name, index) => {
    if (names.indexOf(name) < index)
      problems.push({ pointer: `/entries/${index}/name`, message: 'is the name of another entry' })
  })
  const [first] = problems
  if (first)
    return refuse('BAD_USER_INPUT', `The programme is not right: ${first.pointer} ${first.message}.`, { problems })
  return {
    ok: true,
    value: wishes.map((wish) => {
      const entry = entryOf(wish, byAi)
      const before = present.find(({ name }) => name === entry.name)
      // What somebody else wrote stays theirs.
      return before && JSON.stringify({ ...before, byAi }) === JSON.stringify(entry) ? before : entry
    }),
  }
}

const tooMany = (what: string, limit: number) =>
  refuse('LIMIT_REACHED', `There are at most ${limit} ${what}.`, { limit })

function entryOf(wish: EntryWish, byAi: boolean): ProgrammeEntry {
  return {
    name: wish.name.trim(),
    start: wish.start,
    end: wish.end ?? null,
    rrule: wish.rrule?.trim() ?? null,
    duration: wish.duration ?? null,
    durationMs: wish.duration == null ? null : readDuration(wish.duration),
    priority: wish.priority ?? 0,
    interrupt: wish.interrupt ?? false,
    props: (wish.props as JsonObject | null | undefined) ?? null,
    items: wish.items?.map(({ props, seconds }) => ({ props: props as JsonObject, seconds })) ?? null,
    order: wish.order ?? 'FIXED',
    seed: wish.seed ?? 0,
    exceptDates: [...new Set(wish.exceptDates ?? [])],
    exceptCalendarIds: [...new Set(wish.exceptCalendars ?? [])],
    byAi,
  }
}

function entryProblems(wish: EntryWish, { programmeItemSeconds }: ProgrammeLimits): Problem[] {
  const problems: Problem[] = []
  const problem = (pointer: string, message: string) => problems.push({ pointer, message })
  if (nameOf(wish.name) === null) problem('/name', 'must have 1 to 200 characters, none of them a control')
  const start = wallOf(wish.start)
  if (start === null) problem('/start', 'must be a local date and time without offset, such as "2027-01-04T11:00"')
  if (wish.rrule == null) {
    if (wish.duration != null) problem('/duration', 'needs an rrule: a window that comes once has an end')
    const end = wish.end == null ? null : wallOf(wish.end)
    if (wish.end != null && end === null) problem('/end', 'must be a local date and time, such as "2027-01-04T14:00"')
    if (end !== null && start !== null && end <= start) problem('/end', 'must be after the start')
  } else {
    if (wish.end != null) problem('/end', 'cannot be with an rrule: give a duration, and an UNTIL in the rule')
    const read = start === null ? null : readRecurrenceRule(wish.rrule, start)
    if (read && 'problem' in read) problem('/rrule', read.problem)
    const duration = wish.duration == null ? null : readDuration(wish.duration)
    if (duration === null || duration < 1000 || duration > bounds.durationMs)
      problem('/duration', 'must be an ISO 8601 duration of 1 second to 366 days, such as "PT3H"')
  }
  if (Math.abs(wish.priority ?? 0) > bounds.priority) problem('/priority', `must be at most ${bounds.priority}`)
  problems.push(...contentProblems(wish, programmeItemSeconds), ...exceptionProblems(wish))
  return problems
}

function contentProblems({ props, items }: EntryWish, secondsMin: number): Problem[] {
  if ((props == null) === (items == null))
    return [{ pointer: '/props', message: 'or items: exactly one of them must be given' }]
  if (props != null) return patchProblems(props, '/props')
  if (items?.length === 0) return [{ pointer: '/items', message: 'must have an item' }]
  return (items ?? []).flatMap((item, index) => [
    ...patchProblems(item.props, `/items/${index}/props`),
    ...(item.seconds >= secondsMin && item.seconds <= bounds.seconds
      ? []
      : [{ pointer: `/items/${index}/seconds`, message: `must be ${secondsMin} to ${bounds.seconds}` }]),
  ])
}

/** A layer can replace what a lower one says, but not remove it. */
function patchProblems(patch: Record<string, unknown>, pointer: string): Problem[] {
  if (jsonDepth(patch as JsonObject, bounds.depth) > bounds.depth)
    return [{ pointer, message: `is nested deeper than ${bounds.depth} levels` }]
  const hasNull = (value: Json): boolean =>
    isJsonObject(value) && Object.values(value).some((member) => member === null || hasNull(member as Json))
  return hasNull(patch as JsonObject)
    ? [{ pointer, message: 'must not have null: a programme shows another value, it removes none' }]
    : []
}

function exceptionProblems({ exceptDates }: EntryWish): Problem[] {
  if ((exceptDates?.length ?? 0) > bounds.exceptDates)
    return [{ pointer: '/exceptDates', message: `must have at most ${bounds.exceptDates} dates: use a calendar` }]
  return (exceptDates ?? []).flatMap((date, index) =>
    isDate(date) ? [] : [{ pointer: `/exceptDates/${index}`, message: 'must be a date, such as "2027-12-24"' }],
  )
}

export const isDate = (text: string): boolean => wallOf(`${text}T00:00`) !== null

/** Weeks, days, hours, minutes and seconds on the clock; null where the text is no such duration. */
function readDuration(text: string): number | null {
  const match = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)
  if (!match) return null
  const units = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000]
  return match.slice(1).reduce((sum, part, index) => sum + Number(part ?? 0) * (units[index] as number), 0)
}

/** Why an instance cannot have these entries: what does not fit it, with pointers, or what is locked against their writer. */
export function refuseEntries(
  state: InstanceState,
  entries: readonly ProgrammeEntry[],
  facts: InstanceFacts,
): Refusal | null {
  if (!programmedKinds.includes(state.kind))
    return refuse(
      'BAD_USER_INPUT',
      `An instance of kind ${state.kind} has no programme: a ${programmedKinds.join()} has.`,
    ).refusal
  const problems: Problem[] = []
  for (const [index, entry] of entries.entries()) {
    const contents = entry.items?.map(({ props }, item) => ({ props, at: `/items/${item}` })) ?? [
      { props: entry.props ?? {}, at: '' },
    ]
    for (const { props, at } of contents) {
      const names = { programmeId: '', programme: '', entry: entry.name, item: null, since: '' }
      const refusal = refuseProgramme(
        { ...state, programme: { ...names, props, byAi: entry.byAi, blocked: null } },
        facts,
      )
      if (refusal && refusal.code !== 'SCHEMA_VIOLATION') return refusal
      const found = (refusal?.details?.['problems'] ?? []) as Problem[]
      problems.push(...found.map((problem) => ({ ...problem, pointer: `/entries/${index}${at}${problem.pointer}` })))
    }
  }
  return problems.length > 0
    ? refuse('SCHEMA_VIOLATION', 'The programme does not fit the definition of its instance.', { problems }).refusal
    : null
}
