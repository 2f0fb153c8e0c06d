import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryBus } from '../../../kit/bus/memory-bus.ts'
import { createPool } from '../../../kit/db/pool.ts'
import { createLogger } from '../../../kit/log.ts'
import { DefinitionRulesCache } from '../../../services/runtime/engine/versions/definition-rules.ts'
import { createGraphileEngine } from '../../../services/runtime/engine/flows/graphile-engine.ts'
import { reconcile } from '../../../services/runtime/engine/changes/reconcile.ts'
import { Publisher } from '../../../services/runtime/engine/changes/publisher.ts'
import { StateCache } from '../../../services/runtime/engine/changes/state-cache.ts'
import { dueInstancesSql } from '../../../services/runtime/store/props/due-instances.ts'
import { instanceId, insertInstances } from '../../support/insert-instances.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
const inside = { timeslot_start: hours(-1), timeslot_end: hours(1) }

describe('the reconcile loop (S2-17)', () => {
  let database: TestDatabase
  const pools: Pool[] = []

  /** A worker as a process of its own would be: with its own connections and its own memory. */
  const worker = () => {
    const pool = createPool(database.url, { max: 6, name: 'worker', log })
    pools.push(pool)
    const facts = new DefinitionRulesCache(
      { version: () => Promise.reject(new Error('none of these follows a definition')) },
      1000,
    )
    return reconcile({
      pool,
      facts,
      cache: new StateCache(),
      publisher: new Publisher(createMemoryBus(), log, () => 'e'),
      engine: createGraphileEngine(pool, log, { runsAtOnce: 1 }),
      callBeforeHooks: () => Promise.reject(new Error('none of these has hooks')),
    })
  }
  const ask = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await (pools[0] as Pool).query<Row>(text, values)).rows

  beforeAll(async () => {
    database = await testDatabase()
    pools.push(createPool(database.url, { max: 2, name: 'test', log }))
  })
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await database.drop()
  })

  it('moves each of a hundred exactly once, however many workers race', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      id: instanceId(index),
      ...inside,
      parent_id: index % 10 ? instanceId(index - (index % 10)) : null,
    }))
    await insertInstances(pools[0] as Pool, rows)
    await Promise.all([worker(), worker(), worker()].map((job) => job.run()))
    // What one worker left to another that was on it is done by now.
    expect(
      await ask(
        'SELECT lifecycle, revision, desired_lifecycle AS desired, generation = observed_generation AS observed, count(*) FROM runtime.instance GROUP BY 1, 2, 3, 4',
      ),
    ).toEqual([{ lifecycle: 'ACTIVE', revision: 2, desired: 'ACTIVE', observed: true, count: 100 }])
    expect(
      await ask(
        `SELECT count(*), count(DISTINCT instance_id) AS instances FROM runtime.instance_event WHERE type = 'LIFECYCLE'`,
      ),
    ).toEqual([{ count: 100, instances: 100 }])
    expect(await ask(`SELECT action, actor_id, count(*) FROM runtime.activity GROUP BY 1, 2`)).toEqual([
      { action: 'instance.started', actor_id: null, count: 100 },
    ])
  })

  it('leaves alone what another worker holds, and takes it up when that one dies', async () => {
    const id = instanceId(1000)
    await insertInstances(pools[0] as Pool, [{ id, lifecycle: 'ACTIVE', desired_lifecycle: 'ARCHIVED' }])
    const dying = await (pools[0] as Pool).connect()
    await dying.query('BEGIN')
    await dying.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`reconcile:${id}`])
    const job = worker()
    await job.run()
    expect(await ask('SELECT lifecycle FROM runtime.instance WHERE id = $1', [id])).toEqual([{ lifecycle: 'ACTIVE' }])
    dying.release(new Error('died'))
    await expect
      .poll(async () => {
        await job.run()
        return await ask('SELECT lifecycle, revision FROM runtime.instance WHERE id = $1', [id])
      })
      .toEqual([{ lifecycle: 'ARCHIVED', revision: 3 }])
  })

  it('waits for an ancestor that sleeps, and goes on when it wakes', async () => {
    const [parent, child] = [instanceId(2000), instanceId(2001)]
    await insertInstances(pools[0] as Pool, [
      { id: parent, lifecycle: 'PAUSED', desired_lifecycle: 'PAUSED' },
      { id: child, parent_id: parent, desired_lifecycle: 'STOPPED' },
    ])
    const job = worker()
    await job.run()
    const states = () => ask('SELECT lifecycle FROM runtime.instance WHERE id = ANY($1) ORDER BY id', [[parent, child]])
    expect(await states()).toEqual([{ lifecycle: 'PAUSED' }, { lifecycle: 'CREATED' }])
    await ask(`UPDATE runtime.instance SET desired_lifecycle = 'ACTIVE' WHERE id = $1`, [parent])
    await job.run()
    await job.run()
    expect(await states()).toEqual([{ lifecycle: 'ACTIVE' }, { lifecycle: 'STOPPED' }])
  })

  it('looks only at what is due: each part of its question reads an index that holds nothing else', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      id: instanceId(100_000 + index),
      lifecycle: 'STOPPED',
      desired_lifecycle: 'STOPPED',
      timeslot_start: hours(-9),
      timeslot_end: hours(-8),
    }))
    await insertInstances(pools[0] as Pool, rows)
    const [plan] = await ask<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${dueInstancesSql}`,
    )
    const { 'Shared Hit Blocks': hit = 0, 'Shared Read Blocks': read = 0 } = plan?.['QUERY PLAN'][0].Plan ?? {}
    expect(hit + read).toBeLessThan(100)
  })
})
