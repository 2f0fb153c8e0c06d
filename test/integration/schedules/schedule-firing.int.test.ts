import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createMemoryBus } from '../../../kit/bus/memory-bus.ts'
import { createPool } from '../../../kit/db/pool.ts'
import { createLogger } from '../../../kit/log.ts'
import { readRecurrence, ticksUntil } from '../../../services/runtime/domain/schedules/schedule-ticks.ts'
import { DefinitionRulesCache } from '../../../services/runtime/engine/versions/definition-rules.ts'
import { fireSchedules, type FiringDeps } from '../../../services/runtime/engine/schedules/fire-schedules.ts'
import { createGraphileEngine } from '../../../services/runtime/engine/flows/graphile-engine.ts'
import { runSchedules } from '../../../services/runtime/engine/schedules/run-schedules.ts'
import { reevaluateFlows } from '../../../services/runtime/engine/flows/reevaluate-flows.ts'
import { Publisher } from '../../../services/runtime/engine/changes/publisher.ts'
import { RunCommandBatcher } from '../../../services/runtime/engine/runs/run-command-batcher.ts'
import { StateCache } from '../../../services/runtime/engine/changes/state-cache.ts'
import { instanceId, insertInstances } from '../../support/insert-instances.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'

const log = createLogger({ level: 'silent', name: 'test' })

/** Hourly and daily, and far from now: no tick comes while a test looks. */
const [minute, hour] = [(new Date().getUTCMinutes() + 30) % 60, (new Date().getUTCHours() + 12) % 24]
const hourly = `${minute} * * * *`
const daily = `0 ${hour} * * *`

type Settings = Partial<{ expression: string; catch_up: string; concurrency: string; missed: number }>
type Run = { flow: string; status: string; scheduled_for: string }

describe('schedulers', () => {
  let database: TestDatabase
  let pool: Pool
  const pools: Pool[] = []
  let made = 0

  /** A scheduler as a process of its own would be: with its own connections and its own memory. */
  const scheduler = (change: (deps: FiringDeps) => Partial<FiringDeps> = () => ({})) => {
    const own = createPool(database.url, { max: 4, name: 'scheduler', log })
    pools.push(own)
    const facts = new DefinitionRulesCache(
      { version: () => Promise.reject(new Error('none of these follows a definition')) },
      1000,
    )
    const bus = createMemoryBus()
    const plain: FiringDeps = {
      pool: own,
      bus,
      facts,
      cache: new StateCache(),
      publisher: new Publisher(bus, log, () => 'e'),
      engine: createGraphileEngine(own, log, { runsAtOnce: 1 }),
    }
    const deps = { ...plain, ...change(plain) }
    return { ...deps, runs: new RunCommandBatcher(deps) }
  }
  const ask = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await pool.query<Row>(text, values)).rows

  /** Instances with a flow each that nobody carries out, and a schedule whose last `missed` ticks were not dealt with. Answers their flows. */
  async function schedules(count: number, settings: Settings = {}, lifecycle = 'ACTIVE'): Promise<string[]> {
    const { expression = '* * * * *', catch_up = 'LATEST', concurrency = 'FORBID', missed = 1 } = settings
    const numbers = Array.from({ length: count }, () => made++)
    await insertInstances(
      pool,
      numbers.map((number) => ({ id: instanceId(number), kind: 'DATASET', lifecycle, desired_lifecycle: lifecycle })),
    )
    const ids = numbers.map((number) => `flow-${number}`)
    await ask(
      `INSERT INTO runtime.flow (id, instance_id, tenant_id, name, run_kind) SELECT f, i, 't1', 'refresh', 'PipelineRun' FROM unnest($1::text[], $2::text[]) AS n(f, i)`,
      [ids, numbers.map(instanceId)],
    )
    await ask(
      `INSERT INTO runtime.schedule (id, flow_id, instance_id, tenant_id, expression, timezone, type, enabled, catch_up, concurrency, next_tick_at)
       SELECT 'sch-' || f, f, i, 't1', $3, 'UTC', 'CRON', true, $4, $5, $6 FROM unnest($1::text[], $2::text[]) AS n(f, i)`,
      [ids, numbers.map(instanceId), expression, catch_up, concurrency, (await ticks(expression, missed))[0]],
    )
    return ids
  }
  const runsOf = (flows: string[]) =>
    ask<Run>(
      'SELECT flow_id AS flow, status, scheduled_for FROM runtime.run WHERE flow_id = ANY($1) ORDER BY flow_id, scheduled_for',
      [flows],
    )
  const nextTick = async (flow: string) =>
    (
      await ask<{ next: string | null }>('SELECT next_tick_at AS next FROM runtime.schedule WHERE flow_id = $1', [flow])
    )[0]?.next ?? null
  const now = async () => (await ask<{ now: string }>('SELECT now() AS now'))[0]?.now as string
  const fireAll = async (deps: FiringDeps, batch = 100) => {
    while ((await fireSchedules(deps, batch)) > 0) continue
  }
  /** The ticks up to the present, by the function that the preview asks. */
  const ticks = async (expression: string, count: number) => {
    const read = readRecurrence(expression, 'UTC')
    return read.ok ? ticksUntil(read.recurrence, await now(), count).map(({ at }) => at) : []
  }

  beforeAll(async () => {
    database = await testDatabase()
    pool = createPool(database.url, { max: 4, name: 'test', log })
    pools.push(pool)
    await scheduler().engine.prepare()
  })
  afterAll(async () => {
    await Promise.all(pools.map((each) => each.end()))
    await database.drop()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('that race over 300 schedules fire each tick once, with one event and one job for each', async () => {
    const flows = await schedules(300, { expression: daily })
    await Promise.all([scheduler(), scheduler(), scheduler(), scheduler()].map((deps) => fireAll(deps, 20)))
    // One that somebody else held at that moment comes with the next look.
    await fireAll(scheduler())
    const runs = await runsOf(flows)
    expect(runs).toHaveLength(300)
    expect(new Set(runs.map(({ flow }) => flow)).size).toBe(300)
    expect(
      await ask(
        `SELECT type, position, count(*) FROM runtime.run_event WHERE instance_id IN (SELECT instance_id FROM runtime.flow WHERE id = ANY($1)) GROUP BY 1, 2`,
        [flows],
      ),
    ).toEqual([{ type: 'QUEUED', position: 1, count: 300 }])
    expect(
      await ask(
        `SELECT count(*) FROM graphile_worker.jobs j JOIN runtime.run r ON r.id = j.key WHERE r.flow_id = ANY($1)`,
        [flows],
      ),
    ).toEqual([{ count: 300 }])
    const [due] = await ask(`SELECT count(*) FROM runtime.schedule WHERE flow_id = ANY($1) AND next_tick_at <= now()`, [
      flows,
    ])
    expect(due).toEqual({ count: 0 })
  })

  it('one of which dies in the middle of a tick leave it whole to the next one', async () => {
    const flows = await schedules(3, { expression: daily, concurrency: 'ALLOW' })
    const dying = scheduler(({ engine }) => ({
      engine: { ...engine, enqueue: () => Promise.reject(new Error('killed')) },
    }))
    await expect(fireSchedules(dying, 100)).rejects.toThrow('killed')
    expect(await runsOf(flows)).toEqual([])
    await fireAll(scheduler())
    expect(await runsOf(flows)).toHaveLength(3)
  })

  it('never fire a tick twice, also where a schedule was turned back', async () => {
    const [flow = ''] = await schedules(1, { expression: hourly, catch_up: 'ALL', concurrency: 'ALLOW', missed: 3 })
    await fireAll(scheduler())
    const first = await runsOf([flow])
    await ask(`UPDATE runtime.schedule SET next_tick_at = next_tick_at - interval '3 hours' WHERE flow_id = $1`, [flow])
    await fireAll(scheduler())
    expect(await runsOf([flow])).toEqual(first)
  })

  it.each([
    ['NONE', 0],
    ['LATEST', 1],
    ['ALL', 5],
  ])('catch up %s of what was missed while none was running', async (catch_up, count) => {
    // Yearly on every hour of the day before yesterday: nothing of it is on time, whenever this test runs.
    const day = new Date(Date.now() - 2 * 86_400_000)
    const expression = `0 0,6,12,18,23 ${day.getUTCDate()} ${day.getUTCMonth() + 1} *`
    const [flow = ''] = await schedules(1, { expression, catch_up, concurrency: 'ALLOW', missed: 5 })
    await fireAll(scheduler())
    const expected = count === 0 ? [] : (await ticks(expression, 5)).slice(-count)
    expect((await runsOf([flow])).map(({ scheduled_for }) => scheduled_for)).toEqual(expected)
    expect(((await nextTick(flow)) ?? '') > (await now())).toBe(true)
  })

  it.each([
    ['ALLOW', ['QUEUED', 'QUEUED']],
    ['FORBID', ['QUEUED', 'SKIPPED']],
    ['REPLACE', ['CANCELLED', 'QUEUED']],
    ['ENQUEUE', ['QUEUED', 'SCHEDULED']],
  ])('do with a tick what %s says while the run before it has not ended', async (concurrency, expected) => {
    const [flow = ''] = await schedules(1, { expression: daily, concurrency })
    const deps = scheduler()
    await fireAll(deps)
    const next = (await nextTick(flow)) as string
    // The day after, which no test waits for: the schedule becomes another one, whose only tick was a moment ago.
    await ask(
      `UPDATE runtime.schedule SET expression = $2::text, next_tick_at = $2::text::timestamptz WHERE flow_id = $1`,
      [flow, (await ticks('PT1S', 1))[0]],
    )
    await fireAll(deps)
    expect((await runsOf([flow])).map(({ status }) => status)).toEqual(expected)
    expect((await nextTick(flow)) ?? 'none').not.toBe(next)
  })

  it('let a tick that waits begin when the run before it has ended, one after the other', async () => {
    const [flow = ''] = await schedules(1, {
      expression: '* * * * *',
      concurrency: 'ENQUEUE',
      catch_up: 'ALL',
      missed: 3,
    })
    const deps = scheduler()
    const job = runSchedules(deps)
    await job.run()
    const statuses = async () => (await runsOf([flow])).map(({ status }) => status)
    const { length } = await statuses()
    expect(length).toBeGreaterThanOrEqual(3)
    for (let turn = 0; turn < length; turn++) {
      expect((await statuses()).indexOf('QUEUED')).toBe(turn)
      const [running] = await ask<{ id: string }>(
        `SELECT id FROM runtime.run WHERE flow_id = $1 AND status = 'QUEUED'`,
        [flow],
      )
      await deps.runs.submit({
        runId: running?.id as string,
        command: { type: 'SKIP', reason: 'the test carries it out' },
      })
      await job.run()
    }
    await job.stop?.()
  })

  it('need not be there for that: the end of a run puts the next one on its way', async () => {
    const [flow = ''] = await schedules(1, {
      expression: '* * * * *',
      concurrency: 'ENQUEUE',
      catch_up: 'ALL',
      missed: 3,
    })
    const deps = scheduler()
    await fireAll(deps)
    const ids = (
      await ask<{ id: string }>('SELECT id FROM runtime.run WHERE flow_id = $1 ORDER BY scheduled_for', [flow])
    ).map(({ id }) => id)
    expect(ids.length).toBeGreaterThanOrEqual(3)
    const stop = await deps.engine.start({
      run: async () => {},
      flows: (flowIds) => reevaluateFlows(deps, flowIds),
      instances: async () => {},
    })
    for (const [turn, runId] of ids.entries()) {
      await expect
        .poll(async () => (await runsOf([flow])).findIndex(({ status }) => status === 'QUEUED'), {
          timeout: 30_000,
          interval: 20,
        })
        .toBe(turn)
      await deps.runs.submit({ runId, command: { type: 'SKIP', reason: 'the test carries it out' } })
    }
    await stop()
  })

  it.each(['PAUSED', 'STOPPED', 'CREATED'])(
    'let the ticks of an instance that is %s go, and catch none of them up',
    async (lifecycle) => {
      const [flow = ''] = await schedules(1, { catch_up: 'ALL', missed: 10 }, lifecycle)
      await fireAll(scheduler())
      expect(await runsOf([flow])).toEqual([])
      expect(((await nextTick(flow)) ?? '') > (await now())).toBe(true)
    },
  )

  it('let the ticks of a flow go that may not recur any more', async () => {
    const [flow = ''] = await schedules(1, { expression: daily })
    await ask('UPDATE runtime.flow SET schedulable = false WHERE id = $1', [flow])
    await fireAll(scheduler())
    expect(await runsOf([flow])).toEqual([])
  })

  it('pass over what a writer holds, and come back to it', async () => {
    const [held = '', free = ''] = await schedules(2, { expression: daily })
    const writer = await pool.connect()
    await writer.query('BEGIN')
    await writer.query(
      'SELECT FROM runtime.instance i JOIN runtime.flow f ON f.instance_id = i.id WHERE f.id = $1 FOR UPDATE OF i',
      [held],
    )
    const deps = scheduler()
    await fireAll(deps)
    expect((await runsOf([held, free])).map(({ flow }) => flow)).toEqual([free])
    await writer.query('COMMIT')
    writer.release()
    await fireAll(deps)
    expect(await runsOf([held])).toHaveLength(1)
  })

  it('go by the clock of the database: one whose own clock is an hour ahead or behind loses and doubles nothing', async () => {
    const flows = await schedules(2, { expression: hourly, concurrency: 'ALLOW' })
    const deps = scheduler()
    for (const hours of [1, -1]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 })
      await fireAll(deps)
      vi.useRealTimers()
    }
    await fireAll(deps)
    const [latest] = await ticks(hourly, 1)
    expect(await runsOf(flows)).toEqual(flows.map((flow) => ({ flow, status: 'QUEUED', scheduled_for: latest })))
  })
})
