import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool, withTransaction } from '../../../kit/db/pool.ts'
import { createLogger } from '../../../kit/log.ts'
import { createGraphileEngine } from '../../../services/runtime/engine/flows/graphile-engine.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const patient = { timeout: 60_000, interval: 50 }

describe('the engine that brings runs to workers', () => {
  let database: TestDatabase
  let pool: Pool
  let stop: () => Promise<void>
  const seen: string[] = []
  /** What a handler does with a run besides noting it. */
  let meanwhile: (runId: string) => Promise<unknown> = async () => {}

  beforeAll(async () => {
    database = await testDatabase()
    pool = createPool(database.url, { max: 10, name: 'engine', log })
    const engine = createGraphileEngine(pool, log, { runsAtOnce: 2 })
    await engine.prepare()
    stop = await engine.start({
      run: async ({ runId }) => {
        seen.push(runId)
        await meanwhile(runId)
      },
      flows: async (ids) => void seen.push(...ids),
      instances: async (ids) => void seen.push(...ids),
    })
  })
  afterAll(async () => {
    await stop()
    await pool.end()
    await database.drop()
  })

  const engineOf = () => createGraphileEngine(pool, log, { runsAtOnce: 1 })
  const order = (runId: string) => engineOf().enqueue(pool, [{ type: 'run', runId, codeRef: null }])

  it('brings what was ordered in a transaction once that commits, and nothing of one that does not', async () => {
    const engine = engineOf()
    await expect(
      withTransaction(pool, async (tx) => {
        await engine.enqueue(tx, [{ type: 'run', runId: 'run-undone', codeRef: null }])
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await withTransaction(pool, (tx) =>
      engine.enqueue(tx, [
        { type: 'run', runId: 'run-done', codeRef: null },
        { type: 'flows', flowIds: ['flow-a', 'flow-b'] },
        { type: 'instances', instanceIds: ['inst-a'] },
      ]),
    )
    await expect.poll(() => [...seen].sort(), patient).toEqual(['flow-a', 'flow-b', 'inst-a', 'run-done'])
  })

  it('may be made ready by many processes at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => engineOf().prepare()))
  })

  it('looks again at flows while every worker is busy with runs that take long', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => (finish = resolve))
    meanwhile = () => finished
    await order('run-long-1')
    await order('run-long-2')
    await expect.poll(() => seen.filter((id) => id.startsWith('run-long')).length, patient).toBe(2)
    await engineOf().enqueue(pool, [{ type: 'flows', flowIds: ['flow-meanwhile'] }])
    await expect.poll(() => seen.includes('flow-meanwhile'), patient).toBe(true)
    meanwhile = async () => {}
    finish()
  })

  it('knows what it has in hand, and forgets what is cancelled', async () => {
    const [engine, later] = [engineOf(), new Date(Date.now() + 3_600_000).toISOString()]
    await engine.enqueue(
      pool,
      ['run-kept', 'run-gone'].map((runId) => ({ type: 'run', runId, codeRef: null, runAt: later })),
    )
    const ids = ['run-kept', 'run-gone', 'run-never']
    expect([...(await engine.heartbeat(pool, ids))].sort()).toEqual(['run-gone', 'run-kept'])
    await expect(
      withTransaction(pool, async (tx) => {
        await engine.cancel(tx, ['run-kept'])
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await engine.cancel(pool, ['run-gone', 'run-never'])
    expect([...(await engine.heartbeat(pool, ids))]).toEqual(['run-kept'])
    // What a worker took and did not start is in nobody's hand any more.
    await pool.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute', locked_by = 'a dead one' WHERE key = 'run-kept'`,
    )
    expect([...(await engine.heartbeat(pool, ids))]).toEqual([])
    await pool.query(`DELETE FROM graphile_worker._private_jobs WHERE key = 'run-kept'`)
  })

  it('goes on when all its connections are cut', async () => {
    const killer = createPool(database.url, { max: 1, name: 'killer', log })
    const { rows } = await killer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'engine' AND datname = current_database()`,
    )
    expect(rows.length).toBeGreaterThan(1)
    await engineOf().enqueue(killer, [
      { type: 'run', runId: 'run-cut', codeRef: null },
      { type: 'flows', flowIds: ['flow-cut'] },
    ])
    await killer.end()
    await expect.poll(() => seen.includes('run-cut') && seen.includes('flow-cut'), patient).toBe(true)
  })

  it('goes on when the database was away at the very moment that a job was done', async () => {
    // What cannot be written down as done makes the library give up for good.
    meanwhile = () =>
      pool.query(
        'ALTER FUNCTION graphile_worker.add_jobs RENAME TO add_jobs_away; ALTER TABLE graphile_worker._private_jobs RENAME TO jobs_away',
      )
    await order('run-lost')
    await expect.poll(() => seen.includes('run-lost'), patient).toBe(true)
    meanwhile = async () => {}
    await expect
      .poll(
        async () => (await pool.query("SELECT to_regclass('graphile_worker.jobs_away') IS NOT NULL AS away")).rows[0],
        patient,
      )
      .toEqual({ away: true })
    await pool.query(
      'ALTER TABLE graphile_worker.jobs_away RENAME TO _private_jobs; ALTER FUNCTION graphile_worker.add_jobs_away RENAME TO add_jobs',
    )
    await order('run-after')
    await expect.poll(() => seen.includes('run-after'), patient).toBe(true)
  })
})
