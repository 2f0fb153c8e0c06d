import {
  CalendarsDocument,
  CreateCalendarDocument,
  CreateProgrammeDocument,
  ProgrammesDocument,
  UpdateCalendarDocument,
  UpdateProgrammeDocument,
  type CalendarPartsFragment,
  type CreateCalendarInput,
  type CreateProgrammeInput,
  type ProgrammePartsFragment,
} from '@marquee/sdk'
import { Refusal } from '../../failures.ts'
import { everyPage } from '../../find.ts'
import { newKey } from '../../session.ts'
import type { Kind } from '../kind.ts'
import type { Json } from '../manifest.ts'
import type { World } from '../world.ts'
import { filled } from './upserted.ts'

const readCalendars = ({ client }: World, name?: string): Promise<CalendarPartsFragment[]> =>
  everyPage(async (after) => (await client.query(CalendarsDocument, { name, first: 200, after })).calendars)

const calendarSpec = ({ dates }: Pick<CalendarPartsFragment, 'dates'>): Json => ({ dates: dates.map(filled) })

/** Dates that windows leave out, known by its name. */
export const calendar: Kind = {
  name: 'Calendar',
  members: ['dates'],
  async present(world, { metadata }) {
    const [found] = await readCalendars(world, metadata.name)
    return found ? { id: found.id, spec: calendarSpec(found) } : null
  },
  async create({ client }, { metadata }, spec) {
    const input = { ...spec, name: metadata.name, idempotencyKey: newKey() } as CreateCalendarInput
    return (await client.mutate(CreateCalendarDocument, { input })).createCalendar.calendar.id
  },
  async update({ client }, _manifest, { id }, spec) {
    await client.mutate(UpdateCalendarDocument, { input: { ...spec, id, idempotencyKey: newKey() } })
  },
  list: async (world) =>
    (await readCalendars(world)).map((found) => ({
      kind: 'Calendar',
      metadata: { name: found.name },
      spec: calendarSpec(found),
    })),
}

/** What an entry says when nothing is said. */
const usual: Json = { priority: 0, interrupt: false, order: 'FIXED', seed: 0 }

/** An entry without what says nothing. */
const saidOf = (entry: Json): Json =>
  Object.fromEntries(
    Object.entries(filled(entry)).filter(
      ([member, value]) => value !== usual[member] && !(Array.isArray(value) && value.length === 0),
    ),
  )

const entriesOf = (spec: Json): Json[] => (Array.isArray(spec.entries) ? (spec.entries as Json[]) : [])

/** The spec with the calendars of its entries named otherwise. */
const withCalendars = (spec: Json, rename: (name: string) => string): Json =>
  spec.entries === undefined
    ? spec
    : {
        ...spec,
        entries: entriesOf(spec).map(({ exceptCalendars, ...entry }) =>
          Array.isArray(exceptCalendars)
            ? { ...entry, exceptCalendars: (exceptCalendars as string[]).map(rename) }
            : entry,
        ),
      }

const programmeSpec = (
  { instance, filter, timezone, entries }: ProgrammePartsFragment,
  calendars: readonly CalendarPartsFragment[],
): Json =>
  withCalendars(
    filled({ instance: instance?.id, filter, timezone, entries: entries.map(saidOf) }),
    (id) => calendars.find((one) => one.id === id)?.name ?? id,
  )

/** As the graph takes it: calendars are ids there. */
async function inputOf(world: World, { instance, ...spec }: Json): Promise<Json> {
  const names = entriesOf(spec).flatMap(({ exceptCalendars }) => (exceptCalendars as string[] | undefined) ?? [])
  const calendars = names.length === 0 ? [] : await readCalendars(world)
  const named = withCalendars(spec, (name) => {
    const found = calendars.find((one) => one.name === name)
    if (!found) throw new Refusal(`There is no calendar "${name}".`)
    return found.id
  })
  return { ...named, ...(instance === undefined ? {} : { instanceId: instance }) }
}

const readProgrammes = ({ client }: World, name?: string): Promise<ProgrammePartsFragment[]> =>
  everyPage(
    async (after) =>
      (await client.query(ProgrammesDocument, { filter: name === undefined ? null : { name }, first: 200, after }))
        .programmes,
  )

/** What displays show when, known by its name. */
export const programme: Kind = {
  name: 'Programme',
  members: ['instance', 'filter', 'timezone', 'entries'],
  comparable: (wanted) => ({ ...wanted, entries: entriesOf(wanted).map(saidOf) }),
  async present(world, { metadata }) {
    const [found] = await readProgrammes(world, metadata.name)
    return found ? { id: found.id, spec: programmeSpec(found, await readCalendars(world)) } : null
  },
  async create(world, { metadata }, spec) {
    const input = { ...(await inputOf(world, spec)), name: metadata.name, idempotencyKey: newKey() }
    const { createProgramme } = await world.client.mutate(CreateProgrammeDocument, {
      input: input as CreateProgrammeInput,
    })
    return createProgramme.programme.id
  },
  async update(world, _manifest, { id }, spec) {
    const input = { ...(await inputOf(world, spec)), id, idempotencyKey: newKey() }
    await world.client.mutate(UpdateProgrammeDocument, { input })
  },
  async list(world) {
    const calendars = await readCalendars(world)
    return (await readProgrammes(world)).map((found) => ({
      kind: 'Programme',
      metadata: { name: found.name },
      spec: programmeSpec(found, calendars),
    }))
  },
}
