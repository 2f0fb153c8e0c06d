import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createClient,
  createLiveClient,
  PlanUpgradeDocument,
  ReportDisplayStateDocument,
  RolloutDocument,
  StartRolloutDocument,
  type LiveClient,
} from '../../../sdk/src/index.ts'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishVersion, write } from '../../support/graph/graph-data.ts'
import { adminKey, startPart, stopPart, type Part } from '../../support/marquee.ts'

type Instance = { revision: number; effectiveProps: Record<string, unknown>; definitionVersion: { version: string } }

let root: string
let part: Part
let port = 0
const start = async () => {
  const env = {
    DATA_DIR: path.join(root, 'data'),
    PORT: String(port),
    MARQUEE_ADMIN_KEY: adminKey,
    MARQUEE_DEMO: 'off',
  }
  part = await startPart('all', env)
  port = part.port
}
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'marquee-rollout-'))
  await start()
})
afterAll(async () => {
  await stopPart(part)
  await rm(root, { recursive: true, force: true })
})

const client = () => createClient({ url: part.url, key: adminKey, retry: { attemptsMax: 1 } })
const shown = async (id: string) =>
  (
    await ask<{ instance: Instance }>(
      part,
      'query ($id: ID!) { instance(id: $id) { revision effectiveProps definitionVersion { version } } }',
      { id },
    )
  ).instance
const rollout = async (id: string) => {
  const { rollout: found } = await client().query(RolloutDocument, { id, first: 200 })
  if (!found) throw new Error(`there is no rollout ${id}`)
  return found
}
const statusOf = (id: string, status: string) =>
  expect.poll(() => rollout(id).then((found) => found.status, String), { timeout: 90_000, interval: 300 }).toBe(status)

async function definition(): Promise<string> {
  const strict = (properties: object) => ({ type: 'object', properties, additionalProperties: false })
  const text = { type: 'string' }
  const { typeKey } = await publishVersion(part, { propsSchema: strict({ title: text, old: text }) })
  await publishVersion(part, {
    typeKey,
    version: '2.0.0',
    propsSchema: strict({ headline: text }),
    propsMigration: [{ op: 'rename', from: '/title', to: '/headline' }],
  })
  return typeKey
}
const create = async (typeKey: string, props: object) =>
  (await write(part, 'createInstance', { definitionTypeKey: typeKey, definitionVersion: '1.0.0', props })).instance.id

/** A screen on the SDK: says what it has received and painted, and cannot show version 2 where `breaks`. */
function screen(live: LiveClient, id: string, breaks: boolean): Promise<void> {
  let painted: number | undefined
  return new Promise((resolve, reject) => {
    live.display<{ headline?: string }>(id, {
      onError: reject,
      onChange: ({ revision, props }) => {
        const fails = breaks && props.headline !== undefined
        if (!fails) painted = revision
        const input = {
          ...{ id, device: 'kiosk', receivedRevision: revision },
          ...(painted === undefined ? {} : { revision: painted }),
          ...(fails ? { state: 'FAILED' as const, error: 'headline.toUpperCase is not a function' } : {}),
        }
        client()
          .mutate(ReportDisplayStateDocument, { input })
          .then(() => resolve(), reject)
      },
    })
  })
}

it('where version 2 fails on 3 of 20 screens, the plan names who does not fit, the wave aborts, and everything is back', async () => {
  const typeKey = await definition()
  const fitting = await Promise.all(
    Array.from({ length: 17 }, (_, index) => create(typeKey, { title: `Stop ${index}` })),
  )
  const unfit = await Promise.all(Array.from({ length: 3 }, () => create(typeKey, { title: 'Stop', old: 'stays' })))
  const live = createLiveClient({ url: part.url, key: adminKey })
  // By id, as waves take them: three of the first ten.
  const broken = new Set(fitting.toSorted().slice(2, 5))
  await Promise.all([...fitting, ...unfit].map((id) => screen(live, id, broken.has(id))))

  const { planUpgrade: plan } = await client().query(PlanUpgradeDocument, {
    definitionTypeKey: typeKey,
    toVersion: '2.0.0',
    verdict: 'PROPS_INVALID',
  })
  expect(plan.counts.map(({ verdict, count }) => [verdict, count])).toEqual([
    ['PINNED', 17],
    ['PROPS_INVALID', 3],
  ])
  expect(plan.instances.nodes.map(({ instance }) => instance.id)).toEqual(unfit.toSorted())
  const { startRollout } = await client().mutate(StartRolloutDocument, {
    input: {
      definitionTypeKey: typeKey,
      toVersion: '2.0.0',
      waves: [{ count: 10 }],
      abortWhen: { failedPercent: 20 },
      waveTimeoutSeconds: 600,
    },
  })
  const { id } = startRollout.rollout
  await statusOf(id, 'ABORTED')
  const { instances, reason } = await rollout(id)
  expect(reason).toMatch(/of the 10 instances of wave 1 failed/)
  const returned = instances.nodes.filter(({ status }) => status === 'RETURNED')
  expect(returned).toHaveLength(10)
  for (const { instance, error } of returned) if (error) expect(broken.has(instance?.id ?? '')).toBe(true)
  for (const [index, one] of fitting.entries())
    expect(await shown(one)).toMatchObject({
      effectiveProps: { title: `Stop ${index}` },
      definitionVersion: { version: '1.0.0' },
      revision: returned.some(({ instance }) => instance?.id === one) ? 3 : 1,
    })
  live.close()
}, 180_000)

it('goes on after kill -9 of the worker, forth and back, with one revision of each instance each way', async () => {
  const typeKey = await definition()
  const ids = (await Promise.all(Array.from({ length: 100 }, () => create(typeKey, { title: unique() })))).toSorted()
  const titles = new Map(
    await Promise.all(ids.map(async (id) => [id, (await shown(id)).effectiveProps['title']] as const)),
  )
  const last = ids.at(-1) as string
  const report = (more: object) => client().mutate(ReportDisplayStateDocument, { input: { id: last, ...more } })
  await report({ revision: 1 })
  const { startRollout } = await client().mutate(StartRolloutDocument, {
    input: {
      definitionTypeKey: typeKey,
      toVersion: '2.0.0',
      waves: null,
      abortWhen: { failedPercent: 1 },
      waveTimeoutSeconds: 600,
    },
  })
  const { id } = startRollout.rollout
  await expect.poll(async () => (await shown(ids[0] as string)).revision, { timeout: 60_000, interval: 20 }).toBe(2)
  await stopPart(part, 'SIGKILL')
  await start()
  await expect.poll(async () => (await shown(last)).revision, { timeout: 90_000, interval: 200 }).toBe(2)
  for (const one of ids)
    expect(await shown(one)).toMatchObject({ revision: 2, effectiveProps: { headline: titles.get(one) } })

  await report({ revision: 1, receivedRevision: 2, state: 'FAILED', error: 'no' })
  await expect.poll(async () => (await shown(ids[0] as string)).revision, { timeout: 60_000, interval: 20 }).toBe(3)
  await stopPart(part, 'SIGKILL')
  await start()
  await statusOf(id, 'ABORTED')
  for (const one of ids)
    expect(await shown(one)).toMatchObject({
      ...{ revision: 3, effectiveProps: { title: titles.get(one) }, definitionVersion: { version: '1.0.0' } },
    })
}, 300_000)
