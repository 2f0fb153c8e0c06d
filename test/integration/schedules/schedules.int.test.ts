import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { submit, publish, writes } from '../../support/graph/graph-data.ts'
import { admin, Installation } from '../../support/installation.ts'

type Schedule = {
  id: string
  expression: string
  timezone: string
  type: string
  enabled: boolean
  catchUp: string
  concurrency: string
  nextTickAt: string | null
  lastTickAt: string | null
}
type Answer = { schedule: Schedule | null; flow: { id: string; name: string } }
type Tick = { at: string; local: string; dst: string }

const fields = 'id expression timezone type enabled catchUp concurrency nextTickAt lastTickAt'
const set = `mutation ($input: SetScheduleInput!) { setSchedule(input: $input) { schedule { ${fields} } flow { id name } } }`
const clear = `mutation ($input: FlowInput!) { clearSchedule(input: $input) { schedule { ${fields} } flow { id name } } }`
const preview = `query ($expression: String!, $timezone: String!, $from: DateTime, $count: Int) {
  schedulePreview(expression: $expression, timezone: $timezone, from: $from, count: $count) { at local dst } }`

describe('schedules', () => {
  let marquee: Installation
  let model = ''
  let experiment = ''

  const define = async (input: object): Promise<string> => {
    const typeKey = `test/${unique()}`
    const { submitDefinition } = await marquee.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(
      submit,
      { input: { version: '1.0.0', ...input, typeKey } },
    )
    await marquee.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
    return typeKey
  }
  const create = async (input: object): Promise<string> =>
    (await marquee.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, { input }))
      .createInstance.instance.id
  const start = (id: string) =>
    marquee.ask('mutation ($input: TransitionInput!) { startInstance(input: $input) { revision } }', { input: { id } })
  const dataset = async (input: object = {}) => {
    const id = await create({
      kind: 'DATASET',
      definitionTypeKey: 'data/files',
      config: { path: 'stocks.csv' },
      ...input,
    })
    await start(id)
    return id
  }
  const setSchedule = async (input: object): Promise<Answer> =>
    (await marquee.ask<{ setSchedule: Answer }>(set, { input })).setSchedule
  const refused = (input: object, viewer?: Viewer) => marquee.refusal(set, { input }, viewer)
  const previewed = async (variables: object) =>
    (await marquee.ask<{ schedulePreview: Tick[] }>(preview, variables)).schedulePreview
  const activities = async (flow: string) =>
    (
      await marquee.pool.query<{ action: string; before: object | null; after: object | null }>(
        'SELECT action, before, after FROM runtime.activity WHERE resource_id = $1 ORDER BY at, id',
        [flow],
      )
    ).rows

  beforeAll(async () => {
    marquee = await Installation.start()
    const templates = ['training', 'inference'].map((name) => ({ name, runKind: `${name}Run` }))
    model = await define({
      kind: 'ML_MODULE',
      flowTemplates: [...templates, { name: 'monitoring', runKind: 'MonitoringRun', schedulable: false }],
    })
    experiment = await define({ kind: 'OP' })
  }, 120_000)
  afterAll(() => marquee.stop())

  it('belong to a flow, and are shown by it and by an instance that has no other (S0-05, S0-09)', async () => {
    const id = await dataset()
    const { schedule, flow } = await setSchedule({
      instanceId: id,
      expression: '0 6 * * 1-5',
      timezone: 'America/New_York',
    })
    expect(schedule).toEqual({
      id: expect.stringMatching(/^sch-/) as string,
      expression: '0 6 * * 1-5',
      timezone: 'America/New_York',
      type: 'CRON',
      enabled: true,
      catchUp: 'LATEST',
      concurrency: 'FORBID',
      nextTickAt: expect.any(String) as string,
      lastTickAt: null,
    })
    const [tick] = await previewed({ expression: '0 6 * * 1-5', timezone: 'America/New_York', count: 1 })
    expect(schedule?.nextTickAt).toBe(tick?.at)
    expect(tick?.local).toMatch(/T06:00:00$/)
    const shown = await marquee.ask(
      `query ($id: ID!) { instance(id: $id) { schedule { id } flows { name schedule { id } } } }`,
      { id },
    )
    expect(shown).toEqual({
      instance: { schedule: { id: schedule?.id }, flows: [{ name: 'refresh', schedule: { id: schedule?.id } }] },
    })
    expect(await activities(flow.id)).toEqual([
      {
        action: 'schedule.set',
        before: null,
        after: {
          expression: '0 6 * * 1-5',
          timezone: 'America/New_York',
          enabled: true,
          catchUp: 'LATEST',
          concurrency: 'FORBID',
        },
      },
    ])
  })

  it('stay as they were in what an edit leaves out: paused stays paused', async () => {
    const instanceId = await dataset()
    const first = await setSchedule({
      instanceId,
      expression: '@daily',
      timezone: 'Asia/Tokyo',
      enabled: false,
      catchUp: 'ALL',
      concurrency: 'ENQUEUE',
    })
    expect(first.schedule).toMatchObject({ enabled: false, nextTickAt: null })
    const edited = await setSchedule({ instanceId, expression: '@hourly' })
    expect(edited.schedule).toEqual({ ...first.schedule, expression: '@hourly' })
    const resumed = await setSchedule({ instanceId, expression: '@hourly', enabled: true })
    expect(resumed.schedule).toMatchObject({
      enabled: true,
      timezone: 'Asia/Tokyo',
      catchUp: 'ALL',
      nextTickAt: expect.stringMatching(/:00:00\.000Z$/) as string,
    })
  })

  it('are paused and go on without being told again, also one whose only tick has been', async () => {
    const instanceId = await dataset()
    const pause = `mutation ($input: SetScheduleEnabledInput!) { setScheduleEnabled(input: $input) { schedule { ${fields} } flow { id name } } }`
    const setEnabled = async (enabled: boolean) =>
      (await marquee.ask<{ setScheduleEnabled: Answer }>(pause, { input: { instanceId, enabled } })).setScheduleEnabled
    expect(await marquee.refusal(pause, { input: { instanceId, enabled: false } })).toMatchObject({ code: 'NOT_FOUND' })
    const { schedule, flow } = await setSchedule({ instanceId, expression: '@yearly', catchUp: 'NONE' })
    expect((await setEnabled(false)).schedule).toEqual({ ...schedule, enabled: false, nextTickAt: null })
    expect((await setEnabled(true)).schedule).toEqual(schedule)
    await marquee.pool.query(
      `UPDATE runtime.schedule SET expression = '2020-01-01T00:00:00Z', type = 'ONCE', next_tick_at = NULL WHERE flow_id = $1`,
      [flow.id],
    )
    expect((await setEnabled(false)).schedule).toMatchObject({ enabled: false, type: 'ONCE' })
    expect(await marquee.refusal(pause, { input: { instanceId, enabled: true } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it('count their ticks from the edit, which fires nothing that has been; an equal write is none', async () => {
    const instanceId = await dataset()
    const { flow } = await setSchedule({ instanceId, expression: '@yearly' })
    // Due, and not dealt with yet.
    await marquee.pool.query(`UPDATE runtime.schedule SET next_tick_at = now() - interval '1 day' WHERE flow_id = $1`, [
      flow.id,
    ])
    const same = await setSchedule({ instanceId, expression: '@yearly' })
    expect(Date.parse(same.schedule?.nextTickAt as string)).toBeLessThan(Date.now())
    expect(await activities(flow.id)).toHaveLength(1)
    const edited = await setSchedule({ instanceId, expression: 'P1W' })
    expect(edited.schedule).toMatchObject({ type: 'INTERVAL' })
    expect(Date.parse(edited.schedule?.nextTickAt as string)).toBeGreaterThan(Date.now() - 60_000)
    expect(await activities(flow.id)).toHaveLength(2)
  })

  it("are in the zone of the instance's place unless they say another, else in UTC", async () => {
    const placed = await setSchedule({
      instanceId: await dataset({ placement: { geo: { lat: 35.68, lng: 139.69 } } }),
      expression: '@daily',
    })
    expect(placed.schedule?.timezone).toBe('Asia/Tokyo')
    expect((await setSchedule({ instanceId: await dataset(), expression: '@daily' })).schedule?.timezone).toBe('UTC')
  })

  it('are set once for one idempotency key, and another input with it is refused', async () => {
    const input = { instanceId: await dataset(), expression: '@daily', idempotencyKey: unique() }
    const first = await setSchedule(input)
    await setSchedule({ instanceId: input.instanceId, expression: '@weekly' })
    expect((await setSchedule(input)).schedule).toMatchObject({ id: first.schedule?.id, expression: '@weekly' })
    expect(await refused({ ...input, expression: '@hourly' })).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  })

  it('go with clearSchedule, which finds nothing the second time', async () => {
    const instanceId = await dataset()
    const { flow } = await setSchedule({ instanceId, expression: '@daily' })
    const cleared = { clearSchedule: { schedule: null, flow } }
    expect(await marquee.ask(clear, { input: { instanceId } })).toEqual(cleared)
    expect(await marquee.ask(clear, { input: { instanceId } })).toEqual(cleared)
    expect((await activities(flow.id)).map(({ action }) => action)).toEqual(['schedule.set', 'schedule.cleared'])
  })

  it('are refused where nothing can recur, with what would be allowed', async () => {
    const several = await create({ kind: 'MODEL', definitionTypeKey: model })
    const onDemand = await create({ kind: 'EXPERIMENT', definitionTypeKey: experiment })
    const expression = '@daily'
    expect(await refused({ instanceId: several, expression })).toMatchObject({
      code: 'FLOW_REQUIRED',
      details: { allowed: ['training', 'inference', 'monitoring'] },
    })
    expect(await refused({ instanceId: several, flow: 'refresh', expression })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/flow' }], allowed: ['training', 'inference', 'monitoring'] },
    })
    expect(await refused({ instanceId: several, flow: 'monitoring', expression })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/flow' }] },
    })
    expect((await setSchedule({ instanceId: several, flow: 'inference', expression })).flow.name).toBe('inference')
    expect(await refused({ instanceId: onDemand, expression })).toMatchObject({
      code: 'UNTIMED_INSTANCE',
      details: { kind: 'EXPERIMENT' },
    })
    expect(await refused({ instanceId: 'inst-00000000', expression })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refused({ instanceId: several, expression }, { ...admin, tenantId: 'another' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each([
    ['0 0 6 * * *', undefined, '/expression'],
    ['tomorrow', undefined, '/expression'],
    ['0 0 30 2 *', undefined, '/expression'],
    ['2020-01-01T00:00:00Z', undefined, '/expression'],
    ['@daily', 'Mars/Phobos', '/timezone'],
  ])('refuse %j in %j, and so does the preview', async (expression, timezone, pointer) => {
    const problems = [expect.objectContaining({ pointer })] as unknown[]
    expect(await refused({ instanceId: await dataset(), expression, timezone })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems },
    })
    expect(await marquee.refusal(preview, { expression, timezone: timezone ?? 'UTC' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems },
    })
  })

  it('are previewed with what their zone does to them', async () => {
    const ticks = await previewed({
      expression: '30 2 * * *',
      timezone: 'Europe/Berlin',
      from: '2027-03-27T12:00:00.000Z',
      count: 2,
    })
    expect(ticks).toEqual([
      { at: '2027-03-28T01:00:00.000Z', local: '2027-03-28T03:00:00', dst: 'GAP' },
      { at: '2027-03-29T00:30:00.000Z', local: '2027-03-29T02:30:00', dst: 'NONE' },
    ])
    expect(await previewed({ expression: 'PT1H', timezone: 'UTC' })).toHaveLength(10)
    expect(await marquee.refusal(preview, { expression: 'PT1H', timezone: 'UTC', count: 101 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/count' }] },
    })
  })

  describe('of a new instance', () => {
    const made = `mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { revision changeId instance { id revision schedule { ${fields} } flows { id name schedule { ${fields} } } } } }`
    type Made = {
      revision: number
      changeId: string
      instance: {
        id: string
        revision: number
        schedule: Schedule | null
        flows: { id: string; name: string; schedule: Schedule | null }[]
      }
    }
    const createWith = async (schedule: object, input: object = {}) =>
      (
        await marquee.ask<{ createInstance: Made }>(made, {
          input: {
            kind: 'DATASET',
            definitionTypeKey: 'data/files',
            config: { path: 'stocks.csv' },
            schedule,
            ...input,
          },
        })
      ).createInstance
    const refusedWith = async (schedule: object, input: object = {}) => {
      const count = async () =>
        (await marquee.pool.query<{ n: string }>('SELECT count(*) AS n FROM runtime.instance')).rows[0]?.n
      const before = await count()
      const refusal = await marquee.refusal(made, {
        input: { kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'stocks.csv' }, schedule, ...input },
      })
      expect(await count()).toBe(before)
      return refusal
    }

    it('is made with it in one change, in the zone of the place in the same input (S0-05, R4)', async () => {
      const { revision, changeId, instance } = await createWith(
        { expression: '0 6 * * 1-5', enabled: false, catchUp: 'ALL' },
        { placement: { geo: { lat: 35.68, lng: 139.69 } } },
      )
      expect([revision, instance.revision]).toEqual([1, 1])
      expect(instance.schedule).toMatchObject({
        expression: '0 6 * * 1-5',
        timezone: 'Asia/Tokyo',
        enabled: false,
        catchUp: 'ALL',
        concurrency: 'FORBID',
        nextTickAt: null,
      })
      const { rows } = await marquee.pool.query<{ action: string }>(
        'SELECT action FROM runtime.activity WHERE change_id = $1',
        [changeId],
      )
      expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['instance.created', 'schedule.set']))
      expect((await createWith({ expression: '@daily' })).instance.schedule).toMatchObject({
        timezone: 'UTC',
        enabled: true,
        catchUp: 'LATEST',
      })
      const other = await createWith(
        { expression: '@daily', timezone: 'Europe/Berlin' },
        { placement: { timezone: 'Asia/Tokyo' } },
      )
      expect(other.instance.schedule?.timezone).toBe('Europe/Berlin')
    })

    it('says that it will not fire while its instance is not ACTIVE', async () => {
      const { id } = (await createWith({ expression: '@daily' })).instance
      const shown = async () =>
        (
          await marquee.ask<{ instance: { schedule: { suspendedBecause: string | null; nextTickAt: string | null } } }>(
            'query ($id: ID!) { instance(id: $id) { schedule { suspendedBecause nextTickAt } } }',
            { id },
          )
        ).instance.schedule
      expect(await shown()).toEqual({
        suspendedBecause: expect.stringContaining('CREATED') as string,
        nextTickAt: null,
      })
      await start(id)
      const midnight = expect.stringMatching(/T00:00:00\.000Z$/) as string
      expect(await shown()).toEqual({ suspendedBecause: null, nextTickAt: midnight })
    })

    it('is that of the flow which is named where there are several', async () => {
      const of = { kind: 'MODEL', definitionTypeKey: model, config: {} }
      const { instance } = await createWith({ flow: 'inference', expression: 'PT15M' }, of)
      expect(instance.flows.map(({ name, schedule }) => [name, schedule?.expression ?? null])).toEqual([
        ['training', null],
        ['inference', 'PT15M'],
        ['monitoring', null],
      ])
      expect(await refusedWith({ expression: 'PT15M' }, of)).toMatchObject({
        code: 'FLOW_REQUIRED',
        details: { allowed: ['training', 'inference', 'monitoring'] },
      })
      expect(await refusedWith({ flow: 'monitoring', expression: 'PT15M' }, of)).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/schedule/flow' }] },
      })
      expect(await refusedWith({ flow: 'refresh', expression: 'PT15M' }, of)).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/schedule/flow' }] },
      })
    })

    it('is refused as setSchedule would refuse it, and then nothing is made', async () => {
      expect(
        await refusedWith({ expression: '@daily' }, { kind: 'EXPERIMENT', definitionTypeKey: experiment, config: {} }),
      ).toMatchObject({ code: 'UNTIMED_INSTANCE', details: { kind: 'EXPERIMENT' } })
      expect(
        await refusedWith({ expression: '@daily' }, { kind: 'STORE', definitionTypeKey: 'data/parquet', config: {} }),
      ).toMatchObject({ code: 'UNTIMED_INSTANCE' })
      expect(
        await refusedWith(
          { expression: '@daily' },
          { kind: 'HOPPER', definitionTypeKey: await define({ kind: 'SCOPE_CONFIG' }), config: {} },
        ),
      ).toMatchObject({ code: 'BAD_USER_INPUT', details: { problems: [{ pointer: '/schedule' }] } })
      expect(await refusedWith({ expression: 'tomorrow' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/schedule/expression' }] },
      })
      expect(await refusedWith({ expression: '2020-01-01T00:00:00Z' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/schedule/expression' }] },
      })
      expect(await refusedWith({ expression: '@daily', timezone: 'Mars/Phobos' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/schedule/timezone' }] },
      })
    })

    it('comes once for one idempotency key, and another schedule with it is refused', async () => {
      const idempotencyKey = unique()
      const [first, second] = await Promise.all([
        createWith({ expression: '@daily' }, { idempotencyKey }),
        createWith({ expression: '@daily' }, { idempotencyKey }),
      ])
      expect(second.instance).toEqual(first.instance)
      expect(await activities(first.instance.flows[0]?.id as string)).toHaveLength(1)
      expect(await refusedWith({ expression: '@weekly' }, { idempotencyKey })).toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      })
    })
  })

  it('fire by themselves soon after they are set, exactly the ticks of their preview, with two schedulers on them', async () => {
    marquee.startWorker()
    marquee.startWorker()
    // Nobody carries it out: its runs stay where the schedule put them.
    const instanceId = await create({ kind: 'MODEL', definitionTypeKey: model })
    await start(instanceId)
    const { schedule } = await setSchedule({
      instanceId,
      flow: 'training',
      expression: 'PT1S',
      concurrency: 'ALLOW',
      catchUp: 'ALL',
    })
    const from = new Date(Date.parse(schedule?.nextTickAt as string) - 1).toISOString()
    const fired = async () => {
      const query = 'query ($id: ID!) { instance(id: $id) { runs(first: 200) { nodes { scheduledFor trigger } } } }'
      const { instance } = await marquee.ask<{
        instance: { runs: { nodes: { scheduledFor: string; trigger: string }[] } }
      }>(query, { id: instanceId })
      expect(new Set(instance.runs.nodes.map(({ trigger }) => trigger))).toEqual(
        new Set(instance.runs.nodes.length ? ['SCHEDULE'] : []),
      )
      return instance.runs.nodes.map(({ scheduledFor }) => scheduledFor).sort()
    }
    await expect.poll(async () => (await fired()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3)
    await marquee.ask(clear, { input: { instanceId, flow: 'training' } })
    const all = await fired()
    const ticks = await previewed({ expression: 'PT1S', timezone: 'UTC', from, count: all.length })
    expect(all).toEqual(ticks.map(({ at }) => at))
  })
})
