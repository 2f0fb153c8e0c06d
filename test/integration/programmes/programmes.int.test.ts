import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writes } from '../../support/graph/graph-data.ts'
import { admin, artificial, Installation } from '../../support/installation.ts'
import { anonymousViewer, principalViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { READ } from '../../../schema/access/permissions.ts'
import { created, deleted, local, MenuBoards, updated } from './programme-tests.ts'

let home: Installation
let boards: MenuBoards

beforeAll(async () => {
  home = await Installation.start({ limits: { programmeItemSeconds: 1 } })
  boards = new MenuBoards(home)
  await boards.publish()
  home.startWorker()
}, 120_000)
afterAll(() => home.stop())

const always = { start: '2026-01-01T00:00' }
const lunch = { name: 'lunch', ...always, props: { menu: 'Lunch' } }

describe('a programme', () => {
  it('is shown from the start of its window to the end: a revision each, at the moments that the preview names', async () => {
    const id = await boards.board({ props: { price: 3 } })
    const entry = { name: 'lunch', start: local('UTC', 2), end: local('UTC', 5), props: { menu: 'Lunch' } }
    const programme = await boards.programme({ instanceId: id, entries: [entry] })
    const preview = await boards.preview(id, null, 1)
    expect(preview.map((step) => step.entry)).toEqual([null, 'lunch', null])
    const { programme: shown } = await boards.shows(id, { menu: 'Lunch', price: 3 })
    expect(shown).toMatchObject({
      ...{ entry: 'lunch', item: null, until: preview[1]?.to, blockedBecause: null },
      ...{ programme: { id: programme.id, name: programme.name }, next: { entry: null, from: preview[1]?.to } },
    })
    await boards.shows(id, { menu: 'closed', price: 3 })
    const steps = await boards.steps(id)
    expect(steps.map(({ menu }) => menu)).toEqual(['Lunch', 'closed'])
    expect(steps[0]?.reason).toBe(`programme ${programme.name}, entry lunch`)
    // Never early; how soon after is the machine's matter.
    for (const [index, { at }] of steps.entries())
      expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(preview[index + 1]?.from ?? ''))
    expect((await boards.shown(id)).revision).toBe(3)
  })

  it('reaches the display at once when it is changed, moved to another one and deleted', async () => {
    const [id, other] = [await boards.board(), await boards.board()]
    const { id: programme } = await boards.programme({ instanceId: id, entries: [lunch] })
    await boards.shows(id, { menu: 'Lunch' })
    const entries = [{ ...lunch, props: { menu: 'Brunch' } }]
    await home.ask(updated, { input: { id: programme, entries } })
    await boards.shows(id, { menu: 'Brunch' })
    await home.ask(updated, { input: { id: programme, instanceId: other } })
    await boards.shows(other, { menu: 'Brunch' })
    await boards.shows(id, { menu: 'closed' })
    await home.ask(deleted, { input: { id: programme } })
    await boards.shows(other, { menu: 'closed' })
    expect((await boards.shown(other)).programme).toBeNull()
  })

  it('stands above own props and below overrides, and explainProp says which entry won and why', async () => {
    const id = await boards.board({ props: { menu: 'Own' } })
    await boards.programme({
      instanceId: id,
      entries: [lunch, { name: 'alarm', ...always, props: { menu: 'Leave' }, interrupt: true, priority: -5 }],
    })
    await boards.shows(id, { menu: 'Leave' })
    const explain = `query ($id: ID!) { instance(id: $id) { explainProp(path: "/menu") {
      value layers { layer value entry reason programme { name } } } } }`
    const { instance } = await home.ask<{ instance: { explainProp: { layers: object[] } } }>(explain, { id })
    expect(instance.explainProp.layers).toMatchObject([
      { layer: 'programme', value: 'Leave', entry: 'alarm', reason: 'INTERRUPT' },
      { layer: 'own', value: 'Own', entry: null, reason: null },
      { layer: 'default', value: 'closed' },
    ])
    await home.ask('mutation ($input: SetOverrideInput!) { setOverride(input: $input) { revision } }', {
      input: { id, path: '/menu', value: 'By hand' },
    })
    expect((await boards.shown(id)).effectiveProps).toEqual({ menu: 'By hand' })
  })

  it('makes the present state after a time without workers, and none of what was missed', async () => {
    const id = await boards.board()
    const items = ['A', 'B', 'C'].map((menu) => ({ props: { menu }, seconds: 1 }))
    await boards.programme({
      instanceId: id,
      entries: [{ name: 'reel', start: local('UTC', 0), end: local('UTC', 4), items }],
    })
    await boards.shows(id, { menu: 'B' })
    const before = (await boards.steps(id)).length
    await home.restart()
    // No worker runs: what it would have shown until the end is missed.
    await expect.poll(() => boards.preview(id, null, 1), { timeout: 20_000 }).toMatchObject([{ entry: null }])
    home.startWorker()
    await boards.shows(id, { menu: 'closed' })
    expect((await boards.steps(id)).length).toBe(before + 1)
  })

  it('shows a playlist in step on all displays, at the moments that the preview names', async () => {
    const ids = [await boards.board(), await boards.board()]
    const items = ['A', 'B', 'C'].map((menu, index) => ({ props: { menu }, seconds: index + 1 }))
    const entry = { name: 'reel', start: local('UTC', 2), end: local('UTC', 14), items, order: 'SHUFFLE', seed: 7 }
    await boards.programme({ filter: { ids }, entries: [entry] })
    const preview = (await boards.preview(ids[0] as string, null, 1)).filter((step) => step.entry === 'reel')
    expect(preview.length).toBeGreaterThan(4)
    for (const id of ids) {
      await expect.poll(async () => (await boards.steps(id)).at(-1)?.menu, { timeout: 30_000 }).toBe('closed')
      const steps = (await boards.steps(id)).slice(0, -1)
      // A machine under load may leave out what it comes too late for, but shows nothing at a wrong time.
      for (const { at, menu } of steps) {
        const late = preview.filter((step) => step.from <= at).slice(-2)
        expect(late.map((step) => step.props?.['menu'])).toContain(menu)
      }
      expect(steps.length).toBeGreaterThan(2)
    }
  })
})

describe('windows', () => {
  it('are in the time zone of the place where the display stands, and move with it', async () => {
    const [tokyo, paris, nowhere] = [
      await boards.board({ placement: { timezone: 'Asia/Tokyo' } }),
      await boards.board({ placement: { timezone: 'Europe/Paris' } }),
      await boards.board(),
    ]
    const entry = {
      name: 'now',
      start: local('Asia/Tokyo', -60),
      end: local('Asia/Tokyo', 3600),
      props: { menu: 'Now' },
    }
    await boards.programme({ filter: { ids: [tokyo, paris, nowhere] }, timezone: 'Asia/Tokyo', entries: [entry] })
    await boards.shows(tokyo, { menu: 'Now' })
    await boards.shows(nowhere, { menu: 'Now' })
    expect((await boards.shown(paris)).effectiveProps).toEqual({ menu: 'closed' })
    const place = 'mutation ($input: SetPlacementInput!) { setPlacement(input: $input) { changeId } }'
    await home.ask(place, { input: { id: paris, placement: { timezone: 'Asia/Tokyo' } } })
    await boards.shows(paris, { menu: 'Now' })
  })

  it('show in the preview where the clocks skip them or show them twice', async () => {
    const id = await boards.board({ placement: { timezone: 'Europe/Berlin' } })
    const daily = { start: '2027-01-01T02:30', rrule: 'FREQ=DAILY', duration: 'PT3H', props: { menu: 'Early' } }
    await boards.programme({ instanceId: id, entries: [{ name: 'early', ...daily }] })
    const first = async (from: string) => (await boards.preview(id, from, 12)).find((step) => step.entry === 'early')
    expect(await first('2027-03-27T20:00:00.000Z')).toMatchObject({ from: '2027-03-28T01:00:00.000Z', dst: 'GAP' })
    expect(await first('2027-10-30T20:00:00.000Z')).toMatchObject({ from: '2027-10-31T00:30:00.000Z', dst: 'FOLD' })
    expect(await first('2027-06-01T20:00:00.000Z')).toMatchObject({ from: '2027-06-02T00:30:00.000Z', dst: null })
  })
})

describe('a calendar', () => {
  const create =
    'mutation ($input: CreateCalendarInput!) { createCalendar(input: $input) { calendar { id dates { date name } } } }'
  const update = 'mutation ($input: UpdateCalendarInput!) { updateCalendar(input: $input) { calendar { revision } } }'
  const remove = 'mutation ($input: DeleteCalendarInput!) { deleteCalendar(input: $input) { id } }'
  const today = local('UTC', 0).slice(0, 10)

  it('of holidays leaves out the windows of its dates, at once when it is changed', async () => {
    const ics = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Today']
      .concat(
        `DTSTART;VALUE=DATE:${today.replaceAll('-', '')}`,
        'RRULE:FREQ=YEARLY;COUNT=3',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      )
      .join('\r\n')
    const { createCalendar } = await home.ask<{ createCalendar: { calendar: { id: string; dates: object[] } } }>(
      create,
      {
        input: { name: `holidays ${boards.typeKey}`, ics },
      },
    )
    const { id: calendar, dates } = createCalendar.calendar
    expect(dates[0]).toEqual({ date: today, name: 'Today' })
    expect(dates).toHaveLength(3)
    const id = await boards.board()
    const daily = { start: '2026-01-01T00:00', rrule: 'FREQ=DAILY', duration: 'P1D', exceptCalendars: [calendar] }
    const programme = await boards.programme({ instanceId: id, entries: [{ ...lunch, ...daily }] })
    expect((await boards.preview(id, `${today}T00:00:00.000Z`, 48)).map(({ entry }) => entry)).toEqual([null, 'lunch'])
    await home.ask(update, { input: { id: calendar, dates: [] } })
    await boards.shows(id, { menu: 'Lunch' })
    await home.ask(update, { input: { id: calendar, dates: [{ date: today }] } })
    await boards.shows(id, { menu: 'closed' })
    expect(await home.refusal(remove, { input: { id: calendar } })).toMatchObject({
      ...{ code: 'CONFLICT', details: { programmes: [{ id: programme.id }] } },
    })
    await home.ask(deleted, { input: { id: programme.id } })
    await home.ask(remove, { input: { id: calendar } })
  })

  it('is made of dates or of a text that has some', async () => {
    const refused = (input: object) => home.refusal(create, { input: { name: 'C', ...input } })
    expect(await refused({ ics: 'nothing' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/ics' }] },
    })
    expect(await refused({ dates: [{ date: '2027-02-30' }] })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', details: { problems: [{ pointer: '/dates/0/date' }] } },
    })
  })
})

describe('a filter', () => {
  it('is evaluated live: a display that comes to match shows the programme, one that leaves does not', async () => {
    const tag = `counter-${boards.typeKey.slice(5)}`
    const [first, second] = [await boards.board({ placement: { tags: [tag] } }), await boards.board()]
    const programme = await boards.programme({ filter: { tags: { all: [tag] } }, entries: [lunch] })
    expect(programme.targetCount).toBe(1)
    await boards.shows(first, { menu: 'Lunch' })
    const tags = (name: string, id: string) =>
      home.ask(`mutation ($input: TagsInput!) { ${name}(input: $input) { changeId } }`, {
        input: { id, tags: [tag] },
      })
    await tags('addTags', second)
    await boards.shows(second, { menu: 'Lunch' })
    const third = await boards.board({ placement: { tags: [tag] } })
    await boards.shows(third, { menu: 'Lunch' })
    await tags('removeTags', first)
    await boards.shows(first, { menu: 'closed' })
  })

  it('that names a group follows the group', async () => {
    const [first, second] = [await boards.board(), await boards.board()]
    const group = (memberIds: string[]) =>
      home.ask('mutation ($input: UpsertGroupInput!) { upsertGroup(input: $input) { changeId } }', {
        input: { id: `group-${boards.typeKey.slice(5)}`, name: 'Counters', memberIds },
      })
    await group([first])
    await boards.programme({ filter: { groupId: `group-${boards.typeKey.slice(5)}` }, entries: [lunch] })
    await boards.shows(first, { menu: 'Lunch' })
    await group([second])
    await boards.shows(second, { menu: 'Lunch' })
    await boards.shows(first, { menu: 'closed' })
  })

  it('leaves alone a display that an entry does not fit, which says so, until it fits', async () => {
    const [fits, full] = [await boards.board(), await boards.board()]
    const long = 'a name beyond twenty characters'
    const { id } = await boards.programme({
      filter: { ids: [fits, full] },
      entries: [{ ...lunch, props: { menu: long } }],
    })
    await expect
      .poll(async () => (await boards.shown(full)).conditions, { timeout: 20_000 })
      .toMatchObject([{ type: 'ProgrammeBlocked', message: 'The programme does not fit the definition.' }])
    expect(await boards.shown(full)).toMatchObject({
      effectiveProps: { menu: 'closed' },
      programme: { entry: 'lunch', blockedBecause: 'The programme does not fit the definition.' },
    })
    await home.ask(updated, { input: { id, entries: [lunch] } })
    expect((await boards.shows(full, { menu: 'Lunch' })).conditions).toEqual([])
  })
})

describe('a person', () => {
  it('who locked a path keeps it from a programme that an AI wrote, and from no other', async () => {
    const id = await boards.board({ props: { menu: 'Own' } })
    await home.ask('mutation ($input: LockPathInput!) { lockPath(input: $input) { revision } }', {
      input: { id, path: '/menu' },
    })
    const refused = await home.refusal(created, { input: { name: 'ai', instanceId: id, entries: [lunch] } }, artificial)
    expect(refused).toMatchObject({ code: 'LOCKED_PATH', details: { path: '/menu' } })
    const both = { ...lunch, name: 'both', props: { menu: 'Robot', price: 1 } }
    await boards.programme({ filter: { ids: [id] }, entries: [both] }, artificial)
    await expect.poll(async () => (await boards.shown(id)).conditions, { timeout: 20_000 }).toHaveLength(1)
    expect((await boards.shown(id)).effectiveProps).toEqual({ menu: 'Own' })
    const mine = await boards.programme({ instanceId: id, entries: [{ ...lunch, priority: 1 }] })
    await boards.shows(id, { menu: 'Lunch' })
    // What it shows there is a person's, and an AI cannot take it away either.
    expect((await home.refusal(deleted, { input: { id: mine.id } }, artificial)).code).toBe('LOCKED_PATH')
    expect((await home.refusal(updated, { input: { id: mine.id, name: 'x' } }, artificial)).code).toBe('LOCKED_PATH')
  })

  it('is never kept from patching props by a programme', async () => {
    const id = await boards.board()
    await boards.programme({ instanceId: id, entries: [lunch] })
    await boards.shows(id, { menu: 'Lunch' })
    await home.ask(writes.patchProps, { input: { id, patch: { menu: 'Own', price: 4 } } })
    expect((await boards.shown(id)).effectiveProps).toEqual({ menu: 'Lunch', price: 4 })
  })
})

describe('who and what is refused', () => {
  it.each([
    ['props that do not fit', { props: { menu: 7 } }, 'SCHEMA_VIOLATION', '/entries/0/props/menu'],
    ['props with null', { props: { menu: null } }, 'BAD_USER_INPUT', '/entries/0/props'],
    ['an offset', { start: '2027-01-01T00:00:00Z' }, 'BAD_USER_INPUT', '/entries/0/start'],
    ['a rule without duration', { rrule: 'FREQ=DAILY' }, 'BAD_USER_INPUT', '/entries/0/duration'],
    ['a rule below HOURLY', { rrule: 'FREQ=MINUTELY', duration: 'PT1S' }, 'BAD_USER_INPUT', '/entries/0/rrule'],
    ['neither props nor items', { props: null }, 'BAD_USER_INPUT', '/entries/0/props'],
    [
      'an item that is too short',
      { props: null, items: [{ props: {}, seconds: 0 }] },
      'BAD_USER_INPUT',
      '/entries/0/items/0/seconds',
    ],
  ])('%s', async (_what, part, code, pointer) => {
    const instanceId = await boards.board()
    const refused = await home.refusal(created, { input: { name: 'P', instanceId, entries: [{ ...lunch, ...part }] } })
    expect(refused).toMatchObject({ code, details: { problems: [{ pointer }] } })
  })

  it('a filter that asks for what programmes change, or for everything', async () => {
    const filtered = (filter: object) => home.refusal(created, { input: { name: 'P', filter, entries: [lunch] } })
    expect(await filtered({ propsContain: { menu: 'x' } })).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await filtered({})).toMatchObject({ code: 'EMPTY_SELECTOR' })
  })

  it('whoever may not patch the props of what it is for', async () => {
    const [mine, other] = [await boards.board(), await boards.board()]
    const operator = principalViewer({
      ...{ id: 'c', tenantId: admin.tenantId, principalId: 'prin-op', principalKind: 'HUMAN', credentialScope: null },
      access: { tenant: [], nodes: { [mine]: [READ, 'instance.write'] } },
      ...{ readPermission: READ, expiresAt: null },
    })
    const tried = (input: object, viewer = operator) =>
      home.refusal(created, { input: { name: 'P', entries: [lunch], ...input } }, viewer)
    expect((await tried({ instanceId: other })).code).toMatch(/NOT_FOUND|FORBIDDEN/)
    expect((await tried({ instanceId: mine }, anonymousViewer(admin.tenantId))).code).toBe('UNAUTHENTICATED')
    // A filter reaches as far as its writer, and no further.
    const programme = await boards.programme({ filter: { ids: [mine, other] }, entries: [lunch] }, operator)
    expect(programme.targetCount).toBe(1)
    await boards.shows(mine, { menu: 'Lunch' })
    const { id } = await boards.programme({ instanceId: other, entries: [lunch] })
    expect((await home.refusal(deleted, { input: { id } }, operator)).code).toBe('NOT_FOUND')
  })

  it('an idempotency key that comes with another input; the same one changes nothing', async () => {
    const instanceId = await boards.board()
    const input = {
      name: `once ${boards.typeKey}`,
      instanceId,
      entries: [lunch],
      idempotencyKey: `k-${boards.typeKey}`,
    }
    const [first, again] = [await home.ask(created, { input }), await home.ask(created, { input })]
    expect(again).toEqual(first)
    expect((await home.refusal(created, { input: { ...input, timezone: 'UTC' } })).code).toBe('IDEMPOTENCY_MISMATCH')
    expect((await home.refusal(created, { input: { ...input, idempotencyKey: null } })).code).toBe('CONFLICT')
  })
})
