import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { readCalendar, type CalendarDate } from '../../../../kit/pure/time/read-calendar.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import { isDate } from '../../domain/programmes/programme-input.ts'
import { nameOf } from '../../domain/state/instance-fields.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import { wakeProgrammes } from '../../engine/programmes/wake-programmes.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import {
  findCalendar,
  programmesWithCalendar,
  putCalendar,
  removeCalendar,
  type CalendarRecord,
} from '../../store/programmes/calendars.ts'
import { markTargetsDue } from '../../store/programmes/programme-targets.ts'
import { databaseNow } from '../../store/schedules/schedules.ts'
import { guardTenant, keyOf } from '../changes/guards.ts'

type CalendarFields = {
  name?: string | null
  dates?: readonly { date: string; name?: string | null }[] | null
  ics?: string | null
  idempotencyKey?: string | null
}
export type CreateCalendarInput = CalendarFields & { name: string }
export type UpdateCalendarInput = CalendarFields & { id: string; expectedRevision?: number | null }
export type CalendarOutcome = { calendar: CalendarRecord; changeId: string }

export const createCalendar = (deps: RuntimeDeps, viewer: Viewer, input: CreateCalendarInput) =>
  write(deps, viewer, 'createCalendar', input, () => Promise.resolve(null))

/** What is left out stays. Displays whose programmes leave its dates out show the result at once. */
export const updateCalendar = (deps: RuntimeDeps, viewer: Viewer, input: UpdateCalendarInput) =>
  write(deps, viewer, 'updateCalendar', input, async (tx) => {
    const present = await forWrite(tx, viewer, input.id)
    if (input.expectedRevision != null && input.expectedRevision !== present.revision)
      throw new AppError('CONFLICT', {
        public: `The calendar is at revision ${present.revision}, not ${input.expectedRevision}.`,
        details: { currentRevision: present.revision },
      })
    return present
  })

async function write(
  deps: RuntimeDeps,
  viewer: Viewer,
  mutation: MutationName,
  input: CalendarFields,
  lockPresent: (tx: Sql) => Promise<CalendarRecord | null>,
): Promise<CalendarOutcome> {
  guardTenant(viewer, mutation, { idempotencyKey: input.idempotencyKey ?? null })
  const key = keyOf(mutation, input)
  const { tenantId, principalId: actorId } = viewer
  const changeId = newChangeId()
  const outcome = await withTransaction(deps.pool, async (tx): Promise<CalendarOutcome> => {
    const stored = key && (await findStoredResult(tx, tenantId, key))
    const earlier = stored && (await findCalendar(tx, tenantId, stored.instanceId))
    if (stored && earlier) return { calendar: earlier, changeId: stored.changeId }
    const present = await lockPresent(tx)
    const name = nameOf(input.name ?? present?.name ?? '')
    if (name === null) throw badInput('/name', 'must have 1 to 200 characters, none of them a control')
    const dates = (await readDates(deps, tx, input)) ?? present?.dates ?? []
    if (present && present.name === name && deepEqualJson(present.dates, dates)) return { calendar: present, changeId }
    const calendar = await putCalendar(tx, { id: present?.id ?? newId('cal', 8), tenantId, name, dates })
    if (!calendar)
      throw new AppError('CONFLICT', {
        public: `A calendar with the name '${name}' is already there.`,
        details: { name },
      })
    const result = { instanceId: calendar.id, revision: calendar.revision, changeId }
    if (key && !(await rememberResult(tx, tenantId, key, result))) throw mismatch()
    const programmes = await programmesWithCalendar(tx, tenantId, calendar.id)
    await markTargetsDue(
      tx,
      programmes.map(({ id }) => id),
    )
    await recordActivity(tx, {
      ...{ tenantId, actorId, changeId, resourceType: 'Calendar', resourceId: calendar.id },
      action: present ? 'calendar.changed' : 'calendar.created',
      before: present && { name: present.name, dates: present.dates },
      after: { name, dates },
    })
    return { calendar, changeId }
  })
  wakeProgrammes(deps)
  return outcome
}

/** CONFLICT while a programme names it. */
export async function deleteCalendar(
  deps: RuntimeDeps,
  viewer: Viewer,
  { id }: { id: string },
): Promise<{ id: string; changeId: string }> {
  guardTenant(viewer, 'deleteCalendar', {})
  const changeId = newChangeId()
  await withTransaction(deps.pool, async (tx) => {
    const present = await forWrite(tx, viewer, id)
    const programmes = await programmesWithCalendar(tx, viewer.tenantId, id)
    if (programmes.length > 0)
      throw new AppError('CONFLICT', {
        public: 'Programmes leave out the dates of this calendar: take it out of their entries first.',
        details: { programmes: programmes.slice(0, 20) },
      })
    await removeCalendar(tx, id)
    await recordActivity(tx, {
      ...{ tenantId: viewer.tenantId, actorId: viewer.principalId, changeId },
      ...{ action: 'calendar.deleted', resourceType: 'Calendar', resourceId: id },
      before: { name: present.name, dates: present.dates },
    })
  })
  return { id, changeId }
}

async function forWrite(tx: Sql, viewer: Viewer, id: string): Promise<CalendarRecord> {
  const present = id.includes('\0') ? null : await findCalendar(tx, viewer.tenantId, id, { forUpdate: true })
  if (!present) throw new AppError('NOT_FOUND', { public: 'There is no such calendar.' })
  return present
}

/** The dates that are given, sorted, each once; null where none are. Of a text those of this year, the last and the next ten. */
async function readDates(
  { programmes: { calendarDates: limit, calendarBytes } }: RuntimeDeps,
  tx: Sql,
  { dates, ics }: CalendarFields,
): Promise<CalendarDate[] | null> {
  if (dates != null && ics != null) throw badInput('/ics', 'or dates: only one of them can be given')
  if (dates == null && ics == null) return null
  const found = dates != null ? given(dates) : await imported(tx, ics ?? '', calendarBytes)
  if (found.length > limit)
    throw new AppError('LIMIT_REACHED', { public: `A calendar has at most ${limit} dates.`, details: { limit } })
  return found
}

function given(dates: readonly { date: string; name?: string | null }[]): CalendarDate[] {
  const wrong = dates.findIndex(({ date }) => !isDate(date))
  if (wrong >= 0) throw badInput(`/dates/${wrong}/date`, 'must be a date, such as "2027-12-25"')
  const names = new Map(dates.map(({ date, name }) => [date, name ?? null]))
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1))
}

async function imported(tx: Sql, ics: string, bytesMax: number): Promise<CalendarDate[]> {
  const bytes = Buffer.byteLength(ics)
  if (bytes > bytesMax)
    throw new AppError('PAYLOAD_TOO_LARGE', {
      public: `An iCalendar text has at most ${bytesMax} bytes.`,
      details: { bytes, limitBytes: bytesMax },
    })
  const year = new Date(await databaseNow(tx)).getUTCFullYear()
  const read = readCalendar(ics, `${year - 1}-01-01`, `${year + 10}-12-31`)
  if ('problem' in read) throw badInput('/ics', read.problem)
  return read.dates
}

const badInput = (pointer: string, message: string) =>
  new AppError('BAD_USER_INPUT', {
    public: `The calendar is not right: ${pointer} ${message}.`,
    details: { problems: [{ pointer, message }] },
  })
