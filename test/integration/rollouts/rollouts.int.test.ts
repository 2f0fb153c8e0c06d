import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlanUpgradeDocument, RolloutDocument, RolloutsDocument } from '@marquee/sdk'
import { publish, submit, writes } from '../../support/graph/graph-data.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { admin, Installation } from '../../support/installation.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'

type Json = Record<string, unknown>
type Instance = { id: string; revision: number; effectiveProps: Json; definitionVersion: { version: string } }
type Member = { status: string; error: string | null; conflicts: Json[]; instance: { id: string; name: string } }
type Rollout = {
  id: string
  status: string
  wave: number
  reason: string | null
  changeId: string
  waves: { number: number; size: number; counts: { status: string; count: number }[] }[]
  instances: { nodes: Member[] }
}

const read = `query ($id: ID!) { instance(id: $id) { id revision effectiveProps definitionVersion { version } } }`
const report = 'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision } }'
const upgrade = 'mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision } }'
const start = 'mutation ($input: StartRolloutInput!) { startRollout(input: $input) { rollout { id status wave } } }'
const change = (verb: string) =>
  `mutation ($input: RolloutInput!) { ${verb}(input: $input) { rollout { id status reason } } }`

const strict = (properties: Json, required: string[] = []) => ({
  propsSchema: { type: 'object', properties, required, additionalProperties: false },
})
const text = { type: 'string' }

let home: Installation
beforeAll(async () => {
  home = await Installation.start({ limits: { rolloutWaves: 3, rolloutInstances: 50 } })
  home.startWorker()
})
afterAll(() => home.stop())

async function publishVersion(typeKey: string, version: string, more: Json): Promise<void> {
  const input = { typeKey, kind: 'COMPONENT', version, bundle: `export function mount() { /* ${version} */ }`, ...more }
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input,
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
}

/** 1.0.0 has a title; 2.0.0 calls it headline and wants a mood of its own. */
async function renamedDefinition(): Promise<string> {
  const typeKey = `test/${unique()}`
  await publishVersion(typeKey, '1.0.0', strict({ title: text, level: text, old: text }))
  await publishVersion(typeKey, '2.0.0', {
    ...strict({ headline: text, level: text, mood: text, fresh: text }, ['headline']),
    propsMigration: [
      { op: 'rename', from: '/title', to: '/headline' },
      { op: 'default', path: '/mood', value: 'calm' },
    ],
  })
  return typeKey
}
const create = async (definitionTypeKey: string, more: Json = {}): Promise<string> =>
  (
    await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, {
      input: { definitionTypeKey, definitionVersion: '1.0.0', props: { title: 'Mill Lane' }, ...more },
    })
  ).createInstance.instance.id
const several = async (typeKey: string, count: number) =>
  (await Promise.all(Array.from({ length: count }, () => create(typeKey)))).toSorted()
const shown = async (id: string) => (await home.ask<{ instance: Instance }>(read, { id })).instance
const say = (id: string, more: Json = {}) => home.ask(report, { input: { id, device: 'one', ...more } })
const begin = async (input: Json, viewer: Viewer = admin) =>
  (await home.ask<{ startRollout: { rollout: Rollout } }>(start, { input: { toVersion: '2.0.0', ...input } }, viewer))
    .startRollout.rollout.id
const rollout = async (id: string) =>
  (await home.ask<{ rollout: Rollout }>(String(RolloutDocument), { id, first: 100 })).rollout
const statusOf = (id: string, status: string) =>
  expect.poll(async () => (await rollout(id)).status, { timeout: 30_000, interval: 200 }).toBe(status)
const members = async (id: string) =>
  new Map((await rollout(id)).instances.nodes.map((member) => [member.instance.id, member]))

describe('planUpgrade', () => {
  it('says of each instance whether it moves, and what is in the way where it does not', async () => {
    const typeKey = await renamedDefinition()
    const ids = {
      PINNED: await create(typeKey),
      PROPS_INVALID: await create(typeKey, { props: { title: 'A', old: 'stays' } }),
      NEEDS_PATCH: await create(typeKey, { props: {} }),
      BLOCKED_BY_POLICY: await create(typeKey, { maxVersion: '1.9.0' }),
      CURRENT: await create(typeKey, { definitionVersion: '2.0.0', props: { headline: 'B' } }),
    }
    const { planUpgrade } = await home.ask<{
      planUpgrade: { total: number; counts: Json[]; instances: { nodes: Json[] } }
    }>(String(PlanUpgradeDocument), { definitionTypeKey: typeKey, toVersion: '2.0.0' })
    expect(planUpgrade.total).toBe(5)
    const found = planUpgrade.instances.nodes as { instance: { id: string }; verdict: string; problems: Json[] }[]
    expect(Object.fromEntries(found.map(({ verdict, instance }) => [verdict, instance.id]))).toEqual(ids)
    expect(found.find(({ verdict }) => verdict === 'NEEDS_PATCH')?.problems).toMatchObject([
      { pointer: '/props/headline' },
    ])
    expect(found.find(({ verdict }) => verdict === 'PROPS_INVALID')?.problems).toMatchObject([
      { pointer: '/props/old' },
    ])

    const one = { definitionTypeKey: typeKey, toVersion: '2.0.0', verdict: 'PINNED', filter: { ids: [ids.PINNED] } }
    await begin({ definitionTypeKey: typeKey, filter: { ids: [ids.PINNED] }, waves: [] })
    const again = await home.ask<{ planUpgrade: { counts: Json[] } }>(String(PlanUpgradeDocument), one)
    expect(['LOCKED', 'CURRENT']).toContain(again.planUpgrade.counts[0]?.['verdict'])
    expect(
      await home.refusal(start, {
        input: { definitionTypeKey: typeKey, toVersion: '2.0.0', filter: { ids: [ids.NEEDS_PATCH] } },
      }),
    ).toMatchObject({
      code: 'UPGRADE_BLOCKED',
      details: { targetVersion: '2.0.0', counts: { NEEDS_PATCH: 1 } },
    })
  })
})

describe('a rollout', () => {
  it('moves wave after wave, each when the screens of the one before show the version', async () => {
    const typeKey = await renamedDefinition()
    const ids = await several(typeKey, 5)
    const [withScreen] = ids as [string]
    await say(withScreen, { revision: 1 })
    const id = await begin({ definitionTypeKey: typeKey, waves: [{ count: 2 }], waveTimeoutSeconds: 600 })
    await expect
      .poll(async () => (await shown(withScreen)).definitionVersion.version, { timeout: 20_000 })
      .toBe('2.0.0')
    expect(await shown(withScreen)).toMatchObject({
      revision: 2,
      effectiveProps: { headline: 'Mill Lane', mood: 'calm' },
    })
    await expect
      .poll(async () => (await rollout(id)).waves, { timeout: 20_000 })
      .toMatchObject([
        {
          number: 1,
          size: 2,
          counts: [
            { status: 'SHOWN', count: 1 },
            { status: 'UPGRADED', count: 1 },
          ],
        },
        { number: 2, size: 3, counts: [{ status: 'WAITING', count: 3 }] },
      ])
    await say(withScreen, { revision: 2 })
    await statusOf(id, 'DONE')
    for (const one of ids) expect((await shown(one)).definitionVersion.version).toBe('2.0.0')
    const list = await home.ask<{ rollouts: { nodes: Rollout[] } }>(String(RolloutsDocument), {
      filter: { definitionTypeKey: typeKey, status: 'DONE' },
    })
    expect(list.rollouts.nodes.map((one) => one.id)).toEqual([id])
  })

  it('returns everything when too many screens fail, with the edits made meanwhile, or names them', async () => {
    const typeKey = await renamedDefinition()
    const ids = await several(typeKey, 5)
    const [failing, edited, torn, untouched] = ids as [string, string, string, string]
    for (const one of ids) await say(one, { revision: 1 })
    const id = await begin({
      definitionTypeKey: typeKey,
      waves: [{ count: 4 }],
      abortWhen: { failedPercent: 25 },
      waveTimeoutSeconds: 600,
    })
    await expect
      .poll(async () => (await rollout(id)).waves[0]?.counts, { timeout: 20_000 })
      .toEqual([{ status: 'UPGRADED', count: 4 }])
    await home.ask(writes.patchProps, { input: { id: edited, patch: { level: 'warning' } } })
    await home.ask(writes.patchProps, { input: { id: torn, patch: { headline: 'New', fresh: 'x', level: 'info' } } })
    await say(failing, { revision: 1, receivedRevision: 2, state: 'FAILED', error: 'x is not a function' })
    await statusOf(id, 'ABORTED')
    const after = await rollout(id)
    expect(after.reason).toBe('1 of the 4 instances of wave 1 failed.')
    const found = await members(id)
    expect(found.get(failing)).toMatchObject({ status: 'RETURNED', error: 'x is not a function', conflicts: [] })
    expect(await shown(failing)).toMatchObject({
      revision: 3,
      effectiveProps: { title: 'Mill Lane' },
      definitionVersion: { version: '1.0.0' },
    })
    expect((await shown(edited)).effectiveProps).toEqual({ title: 'Mill Lane', level: 'warning' })
    expect((await shown(torn)).effectiveProps).toEqual({ title: 'Mill Lane', level: 'info' })
    expect(found.get(torn)?.conflicts).toEqual([
      { pointer: '/headline', value: 'New' },
      { pointer: '/fresh', value: 'x' },
    ])
    expect(await shown(untouched)).toMatchObject({ revision: 3 })
    expect(await shown(ids[4] as string)).toMatchObject({ revision: 1, definitionVersion: { version: '1.0.0' } })
    expect(found.get(ids[4] as string)?.status).toBe('SKIPPED')
    // It is over: its instances are free for the next one.
    await begin({ definitionTypeKey: typeKey, filter: { ids: [failing] } })
  })

  it('does not let an instance that follows by itself follow again to what it was returned from', async () => {
    const typeKey = `test/${unique()}`
    const schema = strict({ title: text })
    await publishVersion(typeKey, '1.0.0', schema)
    const id = await create(typeKey, { upgradeStrategy: 'PIN' })
    await publishVersion(typeKey, '2.0.0', schema)
    await say(id, { revision: 1 })
    const rolloutId = await begin({ definitionTypeKey: typeKey, waveTimeoutSeconds: 600 })
    await expect.poll(async () => (await shown(id)).revision, { timeout: 20_000 }).toBe(2)
    await home.ask('mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision } }', {
      input: { id, upgradeStrategy: 'LATEST' },
    })
    await home.ask(change('abortRollout'), { input: { id: rolloutId, reason: 'the wrong blue' } })
    await statusOf(rolloutId, 'ABORTED')
    expect((await rollout(rolloutId)).reason).toBe('the wrong blue')
    // A follower of its own shows that the job has looked.
    const other = await create(typeKey, { upgradeStrategy: 'LATEST' })
    await expect.poll(async () => (await shown(other)).definitionVersion.version, { timeout: 20_000 }).toBe('2.0.0')
    expect((await shown(id)).definitionVersion.version).toBe('1.0.0')
    await publishVersion(typeKey, '2.0.1', schema)
    await expect.poll(async () => (await shown(id)).definitionVersion.version, { timeout: 20_000 }).toBe('2.0.1')
  })

  it('is paused and resumed, and leaves alone what was moved elsewhere by hand', async () => {
    const typeKey = await renamedDefinition()
    await publishVersion(typeKey, '2.1.0', strict({ headline: text, level: text, mood: text }))
    const ids = await several(typeKey, 3)
    const [first, second, third] = ids as [string, string, string]
    await say(first, { revision: 1 })
    const id = await begin({ definitionTypeKey: typeKey, waves: [{ count: 2 }], waveTimeoutSeconds: 600 })
    await expect.poll(async () => (await shown(second)).revision, { timeout: 20_000 }).toBe(2)
    await home.ask(change('pauseRollout'), { input: { id } })
    await say(first, { revision: 2 })
    expect(await home.refusal(change('pauseRollout'), { input: { id: 'roll-00000000' } })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await rollout(id)).status).toBe('PAUSED')
    expect((await shown(third)).revision).toBe(1)
    await home.ask(change('resumeRollout'), { input: { id } })
    await statusOf(id, 'DONE')
    expect(await home.refusal(change('abortRollout'), { input: { id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'DONE', allowed: [] },
    })

    const again = await begin({
      definitionTypeKey: typeKey,
      toVersion: '2.1.0',
      waves: [{ count: 2 }],
      waveTimeoutSeconds: 600,
    })
    await expect.poll(async () => (await shown(second)).revision, { timeout: 20_000 }).toBe(3)
    await home.ask(upgrade, { input: { id: second, targetVersion: '2.0.0' } })
    await home.ask(change('abortRollout'), { input: { id: again } })
    await statusOf(again, 'ABORTED')
    expect((await members(again)).get(second)).toMatchObject({ status: 'KEPT' })
    expect(await shown(second)).toMatchObject({ revision: 4, definitionVersion: { version: '2.0.0' } })
    expect(await shown(first)).toMatchObject({ revision: 4, definitionVersion: { version: '2.0.0' } })
  })

  it('fails those whose screens show nothing in time, and counts a repeated start once', async () => {
    const typeKey = await renamedDefinition()
    const [silent] = (await several(typeKey, 2)) as [string]
    await say(silent, { revision: 1 })
    const input = { definitionTypeKey: typeKey, waveTimeoutSeconds: 1, idempotencyKey: unique() }
    const id = await begin(input)
    expect(await begin(input)).toBe(id)
    await statusOf(id, 'DONE')
    expect((await members(id)).get(silent)).toMatchObject({ status: 'TIMED_OUT' })
  })

  it('is refused when it is not well formed or not allowed', async () => {
    const typeKey = await renamedDefinition()
    await create(typeKey)
    const refusal = (more: Json) =>
      home.refusal(start, { input: { definitionTypeKey: typeKey, toVersion: '2.0.0', ...more } })
    expect(await refusal({ waves: [{ percent: 5, count: 1 }], waveTimeoutSeconds: 0 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/waves/0' }, { pointer: '/waveTimeoutSeconds' }] },
    })
    expect(await refusal({ waves: Array.from({ length: 4 }, () => ({ count: 1 })) })).toMatchObject({
      details: { problems: [{ pointer: '/waves' }] },
    })
    expect(await refusal({ toVersion: '9.0.0' })).toMatchObject({ code: 'NOT_FOUND' })
    await Promise.all(Array.from({ length: 50 }, () => create(typeKey)))
    expect(await refusal({})).toMatchObject({ code: 'LIMIT_REACHED', details: { limit: 50 } })
  })
})
