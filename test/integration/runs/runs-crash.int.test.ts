import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publish, submit } from '../../support/graph/graph-data.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'
import { adminKey, startPart, stopPart, type Part } from '../../support/marquee.ts'

/** Waits where the test wants it dead, and goes on where it is tried again. */
const executor = `export const executor = { codeRef: 'test.mortal', outputsSchema: { type: 'object' }, async run(input) {
  if (input.run.attempt === 1) await new Promise(() => setTimeout(() => {}, 1e6))
  return { outputs: { attempt: input.run.attempt } }
} }`

type Run = {
  id: string
  status: string
  attempt: number
  error: { code: string } | null
  retriedBy: Run | null
  outputs: unknown
  worker: string | null
}
const runFields = 'id status attempt error outputs worker'

let root: string
let part: Part
let port = 0
const start = async () => {
  const env = {
    DATA_DIR: path.join(root, 'data'),
    PORT: String(port),
    MARQUEE_ADMIN_KEY: adminKey,
    MARQUEE_DEMO: 'off',
    MARQUEE_EXECUTORS: path.join(root, 'executors'),
    MARQUEE_RUN_LEASE_SECONDS: '3',
  }
  part = await startPart('all', env)
  port = part.port
}
const readRun = async (id: string) =>
  (
    await ask<{ run: Run }>(part, `query ($id: ID!) { run(id: $id) { ${runFields} retriedBy { ${runFields} } } }`, {
      id,
    })
  ).run

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'marquee-crash-'))
  await mkdir(path.join(root, 'executors'))
  await writeFile(path.join(root, 'executors', 'test.mortal.mjs'), executor)
  await start()
})
afterAll(async () => {
  await stopPart(part)
  await rm(root, { recursive: true, force: true })
})

const make = async (codeRef: string): Promise<string> => {
  const typeKey = `test/${unique()}`
  const { submitDefinition } = await ask<{ submitDefinition: { definitionVersion: { id: string } } }>(part, submit, {
    input: { typeKey, kind: 'PIPELINE', version: '1', codeRef },
  })
  await ask(part, publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  return (
    await ask<{ createInstance: { instance: { id: string } } }>(
      part,
      'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }',
      { input: { kind: 'DATASET', definitionTypeKey: typeKey } },
    )
  ).createInstance.instance.id
}
const trigger = async (instanceId: string) =>
  (
    await ask<{ triggerRun: { run: Run } }>(
      part,
      'mutation ($input: TriggerRunInput!) { triggerRun(input: $input) { run { id } } }',
      { input: { instanceId } },
    )
  ).triggerRun.run.id

it('a run whose worker is killed has crashed, and is tried once more, as its second attempt; who follows the instance sees its readiness', async () => {
  const instanceId = await make('test.mortal')
  const client = liveClient(part)
  const feed = follow<{ instanceChanged: unknown }>(
    client,
    'subscription ($id: ID!) { instanceChanged(id: $id) { type revision patch instance { readiness } } }',
    { id: instanceId },
  )
  expect(await feed.take(1)).toEqual([
    { instanceChanged: { type: 'SNAPSHOT', revision: 1, patch: null, instance: { readiness: 'STALE' } } },
  ])
  const id = await trigger(instanceId)
  await expect.poll(async () => (await readRun(id)).status, { timeout: 60_000, interval: 100 }).toBe('RUNNING')

  // What a run makes of its instance reaches whoever follows that (S0-55).
  expect(await feed.take(1)).toEqual([
    {
      instanceChanged: {
        type: 'READINESS',
        revision: 2,
        patch: { readiness: 'RUNNING' },
        instance: { readiness: 'RUNNING' },
      },
    },
  ])
  feed.stop()
  await client.dispose()

  await stopPart(part, 'SIGKILL')
  await start()

  await expect
    .poll(async () => (await readRun(id)).retriedBy?.status, { timeout: 60_000, interval: 200 })
    .toBe('SUCCEEDED')
  const run = await readRun(id)
  expect(run).toMatchObject({ status: 'CRASHED', attempt: 1, error: { code: 'WORKER_LOST' }, outputs: null })
  expect(run.retriedBy).toMatchObject({ attempt: 2, status: 'SUCCEEDED', outputs: { attempt: 2 } })
  expect(run.retriedBy?.worker).not.toBe(run.worker)
  const { instance } = await ask<{ instance: { readiness: string; runs: { totalCount: number } } }>(
    part,
    'query ($id: ID!) { instance(id: $id) { readiness runs { totalCount } } }',
    { id: instanceId },
  )
  expect(instance).toEqual({ readiness: 'READY', runs: { totalCount: 2 } })
}, 180_000)

it('of hundreds that a worker had in hand when it was killed, each comes to one success: queued, started or just done', async () => {
  const instanceIds = await Promise.all(Array.from({ length: 10 }, () => make('flow.checkpoint')))
  const ids = await Promise.all(
    Array.from({ length: 400 }, (_, index) => trigger(instanceIds[index % instanceIds.length] as string)),
  )
  await stopPart(part, 'SIGKILL')
  await start()
  const runs = async () => {
    const pages = await Promise.all(
      instanceIds.map((instanceId) =>
        ask<{ runs: { nodes: (Run & { retryOf: Run | null })[] } }>(
          part,
          `query ($id: ID!) { runs(filter: { instanceId: $id }, first: 200) { nodes { ${runFields} retryOf { id } } } }`,
          { id: instanceId },
        ),
      ),
    )
    return pages.flatMap((page) => page.runs.nodes)
  }
  /** The first attempt that a run goes back to. */
  const firsts = async (status: string) => {
    const all = await runs()
    const retried = new Map(all.map(({ id, retryOf }) => [id, retryOf?.id]))
    const first = (id: string): string => {
      const before = retried.get(id)
      return before === undefined ? id : first(before)
    }
    return all
      .filter((run) => run.status === status)
      .map(({ id }) => first(id))
      .sort()
  }
  // A job that the dead one had taken is found within half a minute.
  await expect.poll(() => firsts('SUCCEEDED'), { timeout: 120_000, interval: 500 }).toEqual([...ids].sort())
  expect([...(await firsts('QUEUED')), ...(await firsts('RUNNING'))]).toEqual([])
}, 240_000)
