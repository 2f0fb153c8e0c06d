import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish, submit, writes } from '../../support/graph/graph-data.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { admin, Installation } from '../../support/installation.ts'
import { anonymousViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { bareInstance } from '../../support/bare-instance.ts'

type Json = Record<string, unknown>
type Shown = {
  id: string
  revision: number
  effectiveProps: Json
  definitionVersion: { id: string; version: string; bundleUrl: string }
  conditions: { type: string; message: string; details: Json }[]
}
type Payload = { revision: number; changeId: string; instance: Shown }
type Impact = {
  moves: number
  breaks: number
  stays: number
  instances: { instance: { id: string }; verdict: string; problems: { pointer: string }[] }[]
}

const fields =
  'id revision effectiveProps definitionVersion { id version bundleUrl } conditions { type message details }'
const upgrade = `mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision changeId instance { ${fields} } } }`
const read = `query ($id: ID!) { instance(id: $id) { ${fields} } }`
const check = `query ($id: ID!) { checkDefinitionVersion(definitionVersionId: $id) {
  moves breaks stays instances { instance { id } verdict problems } } }`
const history = 'query ($id: ID!) { instance(id: $id) { history { nodes { revision type actorId reason changeId } } } }'
const deprecate =
  'mutation ($input: PublishDefinitionVersionInput!) { deprecateDefinitionVersion(input: $input) { definitionVersion { id } } }'

const text = { type: 'string' }
/** Version 1: `line` is a text. 1.1 adds a footer. 2 wants a number where 1 had a text. */
const v1 = { properties: { line: text }, defaults: {} }
const v1_1 = { properties: { line: text, footer: text }, defaults: { footer: 'F' } }
const v2 = { properties: { line: { type: 'integer' }, footer: text }, defaults: { footer: 'F2' } }

let home: Installation
beforeAll(async () => {
  home = await Installation.start()
  home.startWorker()
})
afterAll(() => home.stop())

async function submitVersion(
  typeKey: string,
  version: string,
  { properties, defaults }: { properties: Json; defaults: Json },
  more: Json = {},
): Promise<string> {
  const definition = {
    typeKey,
    kind: 'COMPONENT',
    version,
    defaultProps: defaults,
    propsSchema: { type: 'object', properties },
    bundle: `export function mount(host, element) { element.textContent = '${version}' }`,
    ...more,
  }
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: definition,
  })
  return submitDefinition.definitionVersion.id
}
async function publishVersion(...given: Parameters<typeof submitVersion>): Promise<string> {
  const id = await submitVersion(...given)
  await home.ask(publish, { input: { definitionVersionId: id } })
  return id
}
async function create(definitionTypeKey: string, more: Json = {}): Promise<string> {
  return (await home.ask<{ createInstance: Payload }>(writes.createInstance, { input: { definitionTypeKey, ...more } }))
    .createInstance.instance.id
}
const shown = async (id: string) => (await home.ask<{ instance: Shown }>(read, { id })).instance
const versionOf = async (id: string) => (await shown(id)).definitionVersion.version
const upgradeTo = async (id: string, targetVersion: string, more: Json = {}) =>
  (await home.ask<{ upgradeInstance: Payload }>(upgrade, { input: { id, targetVersion, ...more } })).upgradeInstance
const historyOf = async (id: string) =>
  (await home.ask<{ instance: { history: { nodes: Json[] } } }>(history, { id })).instance.history.nodes

describe('upgradeInstance', () => {
  it('takes version, bundle and defaults of the target, also of a pinned instance, and back (S4-51, S4-63)', async () => {
    const typeKey = `test/${unique()}`
    await publishVersion(typeKey, '1.0.0', v1)
    const id = await create(typeKey, { props: { line: '42' } })
    await publishVersion(typeKey, '1.1.0', v1_1)
    const before = await shown(id)
    const { revision, changeId, instance } = await upgradeTo(id, 'v1.1')
    expect(revision).toBe(2)
    expect(instance).toMatchObject({
      definitionVersion: { version: '1.1.0' },
      effectiveProps: { line: '42', footer: 'F' },
    })
    expect(instance.definitionVersion.bundleUrl).not.toBe(before.definitionVersion.bundleUrl)
    expect((await historyOf(id))[0]).toMatchObject({ type: 'VERSION', actorId: admin.principalId })
    const { rows } = await home.pool.query('SELECT action FROM runtime.activity WHERE change_id = $1', [changeId])
    expect(rows).toEqual([{ action: 'instance.upgraded' }])
    expect(await upgradeTo(id, '1.1.0')).toMatchObject({ revision: 2 })
    expect(await upgradeTo(id, '1.0.0')).toMatchObject({ revision: 3, instance: { effectiveProps: { line: '42' } } })
  })

  it('is refused with every place that does not fit, and with dryRun says so without writing', async () => {
    const typeKey = `test/${unique()}`
    await publishVersion(typeKey, '1.0.0', v1)
    const id = await create(typeKey, { props: { line: '42' }, config: { size: 'L' } })
    await publishVersion(typeKey, '2.0.0', v2, {
      parametersSchema: { type: 'object', properties: { size: { type: 'integer' } } },
    })
    for (const dryRun of [true, false]) {
      expect(await home.refusal(upgrade, { input: { id, targetVersion: '2.0.0', dryRun } })).toMatchObject({
        code: 'UPGRADE_BLOCKED',
        details: { targetVersion: '2.0.0', problems: [{ pointer: '/props/line' }, { pointer: '/config/size' }] },
      })
    }
    await publishVersion(typeKey, '2.1.0', v1_1)
    expect(await upgradeTo(id, '2.1.0', { dryRun: true })).toMatchObject({
      instance: { effectiveProps: { footer: 'F' }, definitionVersion: { version: '2.1.0' } },
    })
    expect(await versionOf(id)).toBe('1.0.0')
  })

  it('migrates the props over the versions between, with a patch and a config, in one revision', async () => {
    const typeKey = `test/${unique()}`
    const strict = (properties: Json, required: string[] = []) => ({
      propsSchema: { type: 'object', properties, required, additionalProperties: false },
    })
    await publishVersion(typeKey, '1.0.0', v1, strict({ title: text }))
    const id = await create(typeKey, { props: { title: 'Mill Lane' }, config: { size: 'S' } })
    await publishVersion(typeKey, '2.0.0', v1, {
      ...strict({ headline: text }, ['headline']),
      propsMigration: [{ op: 'rename', from: '/title', to: '/headline' }],
    })
    await publishVersion(typeKey, '3.0.0', v1, {
      ...strict({ head: { type: 'object' }, mood: text, line: text }, ['head']),
      propsMigration: [
        { op: 'rename', from: '/headline', to: '/head/text' },
        { op: 'default', path: '/mood', value: 'calm' },
      ],
    })
    const { revision, instance } = await upgradeTo(id, '3.0.0', { propsPatch: { line: 'U2' }, config: { size: 'L' } })
    expect(revision).toBe(2)
    expect(instance).toMatchObject({
      definitionVersion: { version: '3.0.0' },
      effectiveProps: { head: { text: 'Mill Lane' }, mood: 'calm', line: 'U2' },
    })
    expect(await historyOf(id)).toHaveLength(2)
    // Down again nothing is migrated: the way back is the caller's to say, or it does not fit.
    expect(await home.refusal(upgrade, { input: { id, targetVersion: '2.0.0' } })).toMatchObject({
      code: 'UPGRADE_BLOCKED',
    })
    const back = await upgradeTo(id, '2.0.0', { propsPatch: { head: null, mood: null, line: null, headline: 'Back' } })
    expect(back).toMatchObject({ revision: 3, instance: { effectiveProps: { headline: 'Back' } } })
  })

  it('takes no malformed props migration, and none that breaks a case of the version before', async () => {
    const typeKey = `test/${unique()}`
    const malformed = { typeKey, kind: 'COMPONENT', version: '1.0.0', propsMigration: [{ op: 'move', path: 'title' }] }
    expect(await home.refusal(submit, { input: malformed })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/propsMigration/0/op' }] },
    })
    await publishVersion(typeKey, '1.0.0', v1, { tests: [{ name: 'usual', props: { line: 'x' }, valid: true }] })
    const id = await submitVersion(typeKey, '2.0.0', v2, { propsMigration: [{ op: 'drop', path: '/footer' }] })
    expect(await home.refusal(publish, { input: { definitionVersionId: id } })).toMatchObject({
      details: { problems: [{ pointer: '/propsMigration' }] },
    })
  })

  it('is refused for a draft, an unknown version, an old revision and what follows no definition', async () => {
    const typeKey = `test/${unique()}`
    await publishVersion(typeKey, '1.0.0', v1)
    await submitVersion(typeKey, '1.1.0', v1_1)
    const id = await create(typeKey)
    const refusal = (more: Json) => home.refusal(upgrade, { input: { id, targetVersion: '1.0.0', ...more } })
    expect(await refusal({ targetVersion: '1.1.0' })).toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    expect(await refusal({ targetVersion: '7.0.0' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal({ id: 'inst-00000000' })).toMatchObject({ code: 'NOT_FOUND' })
    await home.ask(writes.patchProps, { input: { id, patch: { line: 'x' } } })
    expect(await refusal({ expectedRevision: 1 })).toMatchObject({ code: 'CONFLICT', details: { currentRevision: 2 } })
    const { createInstance } = await home.ask<{ createInstance: Payload }>(writes.createInstance, {
      input: bareInstance,
    })
    expect(await refusal({ id: createInstance.instance.id })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('a published version', () => {
  it('moves by policy: pin never, minor within its major, latest to any, none beyond max_version (S4-60..S4-62)', async () => {
    const typeKey = `test/${unique()}`
    const first = await publishVersion(typeKey, '1.0.0', v1)
    const policies = {
      pin: {},
      minor: { upgradeStrategy: 'MINOR' },
      latest: { upgradeStrategy: 'LATEST' },
      capped: { upgradeStrategy: 'LATEST', maxVersion: '1.1.0' },
    }
    const ids = Object.fromEntries(
      await Promise.all(
        Object.entries(policies).map(async ([name, policy]) => [name, await create(typeKey, policy)] as const),
      ),
    ) as Record<keyof typeof policies, string>
    const versions = async () =>
      Object.fromEntries(
        await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, await versionOf(id)] as const)),
      )

    await publishVersion(typeKey, '1.1.0', v1_1)
    await expect
      .poll(versions, { timeout: 15_000 })
      .toEqual({ pin: '1.0.0', minor: '1.1.0', latest: '1.1.0', capped: '1.1.0' })
    await publishVersion(typeKey, '2.0.0', v2)
    await expect
      .poll(versions, { timeout: 15_000 })
      .toEqual({ pin: '1.0.0', minor: '1.1.0', latest: '2.0.0', capped: '1.1.0' })

    const [minor, latest] = await Promise.all([historyOf(ids.minor), historyOf(ids.latest)])
    expect(minor.map(({ type }) => type)).toEqual(['VERSION', 'CREATED'])
    expect(latest.map(({ type, actorId, reason }) => [type, actorId, reason])).toEqual([
      ['VERSION', null, 'version 2.0.0'],
      ['VERSION', null, 'version 1.1.0'],
      ['CREATED', admin.principalId, null],
    ])
    expect(await shown(ids.pin)).toMatchObject({ revision: 1, definitionVersion: { id: first } })
  })

  it('beyond max_version is no start for a new instance that follows', async () => {
    const typeKey = `test/${unique()}`
    for (const version of ['1.0.0', '1.5.0', '2.0.0']) await publishVersion(typeKey, version, v1)
    expect(await versionOf(await create(typeKey, { upgradeStrategy: 'LATEST', maxVersion: '1.9.0' }))).toBe('1.5.0')
    expect(await versionOf(await create(typeKey, { maxVersion: '1.9.0' }))).toBe('2.0.0')
    expect(
      await home.refusal(writes.createInstance, {
        input: { definitionTypeKey: typeKey, upgradeStrategy: 'MINOR', maxVersion: '0.9.0' },
      }),
    ).toMatchObject({
      code: 'VERSION_NOT_PUBLISHED',
      details: { maxVersion: '0.9.0', newest: '2.0.0' },
    })
  })

  it('breaks nobody: who does not fit stays, says why, and follows as soon as it fits (S4-64, model R15)', async () => {
    const typeKey = `test/${unique()}`
    await publishVersion(typeKey, '1.0.0', v1)
    const [broken, fine] = await Promise.all([
      create(typeKey, { upgradeStrategy: 'LATEST', props: { line: '42' } }),
      create(typeKey, { upgradeStrategy: 'LATEST' }),
    ])
    await publishVersion(typeKey, '2.0.0', v2)
    await expect.poll(() => versionOf(fine), { timeout: 15_000 }).toBe('2.0.0')
    await expect
      .poll(async () => (await shown(broken)).conditions, { timeout: 15_000 })
      .toMatchObject([
        { type: 'UpgradeBlocked', details: { targetVersion: '2.0.0', problems: [{ pointer: '/props/line' }] } },
      ])
    expect(await shown(broken)).toMatchObject({
      revision: 2,
      effectiveProps: { line: '42' },
      definitionVersion: { version: '1.0.0' },
    })
    await home.ask(writes.patchProps, { input: { id: broken, patch: { line: null } } })
    await expect.poll(() => versionOf(broken), { timeout: 15_000 }).toBe('2.0.0')
    expect((await shown(broken)).conditions).toEqual([])
    expect((await historyOf(broken)).map(({ type }) => type)).toEqual(['VERSION', 'PROPS', 'CONDITION', 'CREATED'])
  })

  it('that draws nobody any more, because of the policy or because it was deprecated, blocks nobody', async () => {
    const typeKey = `test/${unique()}`
    await publishVersion(typeKey, '1.0.0', v1)
    const [pinned, stays] = (await Promise.all(
      [1, 2].map(() => create(typeKey, { upgradeStrategy: 'LATEST', props: { line: '42' } })),
    )) as [string, string]
    const second = await publishVersion(typeKey, '2.0.0', v2)
    const conditions = async () =>
      (await Promise.all([shown(pinned), shown(stays)])).map(({ conditions }) => conditions.length)
    await expect.poll(conditions, { timeout: 15_000 }).toEqual([1, 1])
    await home.ask(writes.updateInstance, { input: { id: pinned, upgradeStrategy: 'PIN' } })
    await expect.poll(conditions, { timeout: 15_000 }).toEqual([0, 1])
    await home.ask(deprecate, { input: { definitionVersionId: second } })
    await expect.poll(conditions, { timeout: 15_000 }).toEqual([0, 0])
    expect(await versionOf(stays)).toBe('1.0.0')
  })

  it('is followed once when two workers find it at the same time, by three hundred instances as well', async () => {
    const typeKey = `test/${unique()}`
    await publishVersion(typeKey, '1.0.0', v1)
    await Promise.all(Array.from({ length: 300 }, () => create(typeKey, { upgradeStrategy: 'MINOR' })))
    home.startWorker()
    const version = await publishVersion(typeKey, '1.1.0', v1_1)
    const revisions = async () => {
      const { rows } = await home.pool.query(
        'SELECT resolved_version_id = $2 AS moved, revision, count(*) FROM runtime.instance WHERE definition_type_key = $1 GROUP BY 1, 2',
        [typeKey, version],
      )
      return rows
    }
    await expect.poll(revisions, { timeout: 20_000 }).toEqual([{ moved: true, revision: 2, count: 300 }])
  })
})

describe('checkDefinitionVersion', () => {
  it('tells of a draft who would move, who would break and where, and who would stay', async () => {
    const typeKey = `test/${unique()}`
    await publishVersion(typeKey, '1.0.0', v1)
    const [breaks, moves, stays] = [
      await create(typeKey, { upgradeStrategy: 'LATEST', props: { line: '42' } }),
      await create(typeKey, { upgradeStrategy: 'LATEST' }),
      await create(typeKey, { props: { line: '42' } }),
    ]
    const draft = await submitVersion(typeKey, '2.0.0', v2)
    const impact = async () =>
      (await home.ask<{ checkDefinitionVersion: Impact }>(check, { id: draft })).checkDefinitionVersion
    expect(await impact()).toEqual({
      moves: 1,
      breaks: 1,
      stays: 1,
      instances: [
        {
          instance: { id: breaks },
          verdict: 'BREAKS',
          problems: [expect.objectContaining({ pointer: '/props/line' })],
        },
        { instance: { id: moves }, verdict: 'MOVES', problems: [] },
        { instance: { id: stays }, verdict: 'STAYS', problems: [] },
      ],
    })
    // A draft may be replaced under its id: nothing of it may be remembered.
    await submitVersion(typeKey, '2.0.0', v1_1)
    expect(await impact()).toMatchObject({ moves: 2, breaks: 0, stays: 1 })
    expect((await shown(moves)).revision).toBe(1)
  })

  it('is for those who may write, and knows no version of another tenant', async () => {
    const id = await publishVersion(`test/${unique()}`, '1.0.0', v1)
    expect(await home.refusal(check, { id }, anonymousViewer(admin.tenantId))).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    expect(await home.refusal(check, { id }, { ...admin, tenantId: 'another-tenant' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await home.refusal(check, { id: 'defv-00000000' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
