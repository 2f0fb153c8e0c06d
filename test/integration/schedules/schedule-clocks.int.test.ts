import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishVersion, write } from '../../support/graph/graph-data.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { adminKey, startPart, stopPart, type Part } from '../../support/marquee.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'
import { describeRedis } from '../../support/redis.ts'

const library = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu']
  .map((dir) => `${dir}/faketime/libfaketimeMT.so.1`)
  .find(existsSync)
if (library === undefined)
  process.stderr.write('\n*** SKIPPED, no libfaketime (install it): workers whose clocks are wrong\n\n')

type Fired = { scheduledFor: string; createdAt: string; early: boolean }

describeRedis('workers whose clocks are wrong', (redisUrl) => {
  let database: TestDatabase
  let dataDir = ''
  let all: Part
  const workers: Part[] = []

  const shared = () => ({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    MARQUEE_ADMIN_KEY: adminKey,
    MARQUEE_DEMO: 'off',
    LOG_LEVEL: 'info',
  })
  // Timers run on the monotonic clock, which no operator can set.
  const worker = async (shift: string) => {
    const part = await startPart('worker', {
      ...shared(),
      MARQUEE_ROLE: 'worker',
      LD_PRELOAD: library ?? '',
      FAKETIME: shift,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    })
    workers.push(part)
    return part
  }
  const fired = async (id: string): Promise<Fired[]> => {
    const query = 'query ($id: ID!) { instance(id: $id) { runs(first: 200) { nodes { scheduledFor createdAt } } } }'
    const { instance } = await ask<{ instance: { runs: { nodes: Fired[] } } }>(all, query, { id })
    return instance.runs.nodes
      .map((run) => ({ ...run, early: run.createdAt < run.scheduledFor }))
      .sort((a, b) => (a.scheduledFor < b.scheduledFor ? -1 : 1))
  }

  beforeAll(async () => {
    database = await testDatabase()
    dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-test-'))
    // Serves the graph, and looks after schedules too.
    all = await startPart('all', shared())
  }, startMs)
  afterAll(async () => {
    for (const part of [...workers, all]) if (part) await stopPart(part)
    await rm(dataDir, { recursive: true, force: true })
    await database?.drop()
  })

  it.skipIf(library === undefined)(
    'an hour ahead and an hour behind fire every tick once and none early, also when one is killed',
    { timeout: 120_000 },
    async () => {
      const { typeKey } = await publishVersion(all, {
        kind: 'ML_MODULE',
        codeRef: `test.${unique()}`,
        flowTemplates: [{ name: 'training', runKind: 'TrainingRun' }],
      })
      const { id } = (await write(all, 'createInstance', { kind: 'MODEL', definitionTypeKey: typeKey })).instance
      await ask(all, 'mutation ($input: TransitionInput!) { startInstance(input: $input) { revision } }', {
        input: { id },
      })
      const ahead = await worker('+1h')
      await worker('-1h')
      const set = 'mutation ($input: SetScheduleInput!) { setSchedule(input: $input) { schedule { nextTickAt } } }'
      const input = { instanceId: id, expression: 'PT1S', concurrency: 'ALLOW', catchUp: 'ALL' }
      const { setSchedule } = await ask<{ setSchedule: { schedule: { nextTickAt: string } } }>(all, set, { input })
      await expect
        .poll(async () => (await fired(id)).length, { timeout: 40_000, interval: 200 })
        .toBeGreaterThanOrEqual(3)
      await stopPart(ahead, 'SIGKILL')
      const before = (await fired(id)).length
      await expect
        .poll(async () => (await fired(id)).length, { timeout: 40_000, interval: 200 })
        .toBeGreaterThanOrEqual(before + 3)
      const runs = await fired(id)
      const first = Date.parse(setSchedule.schedule.nextTickAt)
      expect(runs.map(({ scheduledFor }) => scheduledFor)).toEqual(
        runs.map((_, index) => new Date(first + index * 1000).toISOString()),
      )
      expect(runs.filter(({ early }) => early)).toEqual([])
      // What is written is the database's time too: nothing of it is an hour off.
      expect(Math.abs(Date.parse(runs.at(-1)?.createdAt as string) - Date.now())).toBeLessThan(30 * 60_000)
    },
  )
})
