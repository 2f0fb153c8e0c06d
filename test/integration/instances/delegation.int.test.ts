import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unique } from '../../support/graph/graph-client.ts'
import { Installation } from '../../support/installation.ts'

type Json = Record<string, unknown>
type Made = { revision: number; changeId: string; instance: { id: string; parent: { id: string } | null } }
type Hopper = {
  id: string
  scope: string
  kind: string
  lifecycle: string
  config: Json
  definition: { typeKey: string }
  parent: { id: string } | null
  project: { id: string } | null
}

const createHopper =
  'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { revision changeId instance { id parent { id } } } }'
const update = 'mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision } }'
const show =
  'query ($id: ID!) { instance(id: $id) { id scope kind lifecycle config definition { typeKey } parent { id } project { id } } }'

let home: Installation
let global = ''
let subspaceId = ''

const payload = async <Value>(name: string, type: string, input: Json, selection: string) =>
  Object.values(
    (
      await home.ask<Record<string, Record<string, Value>>>(
        `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
        { input },
      )
    )[name] ?? {},
  )[0] as Value
const project = async () =>
  (
    await payload<{ id: string }>(
      'createProject',
      'CreateProjectInput',
      { subspaceId, name: unique() },
      'project { id }',
    )
  ).id
const create = async (input: Json) =>
  (
    await home.ask<{ createInstance: Made }>(createHopper, {
      input: { kind: 'HOPPER', definitionTypeKey: 'hopper/standard', ...input },
    })
  ).createInstance
const orchestration = (projectId: string, more: Json = {}) => create({ scope: 'ORCHESTRATION', projectId, ...more })
const configure = (config: Json) => home.ask(update, { input: { id: global, config } })
const shown = async (id: string | undefined) => (await home.ask<{ instance: Hopper }>(show, { id })).instance
const ofProject = async (projectId: string) =>
  (
    await home.pool.query<{ id: string }>(
      `SELECT id FROM runtime.instance WHERE project_id = $1 AND scope = 'PROJECT' AND deleted_at IS NULL`,
      [projectId],
    )
  ).rows.map(({ id }) => id)

beforeAll(async () => {
  home = await Installation.start()
  subspaceId = (await home.pool.query<{ id: string }>('SELECT id FROM catalogue.subspace LIMIT 1')).rows[0]
    ?.id as string
})
afterAll(() => home.stop())

describe('a HOPPER of scope ORCHESTRATION that is made without a parent (S3-24)', () => {
  it('stands at the top where the tenant has no GLOBAL one', async () => {
    expect((await orchestration(await project())).instance.parent).toBeNull()
    global = (await create({ scope: 'GLOBAL' })).instance.id
  })

  it("stands below its project's, which is made for the first one: of twenty that come at once, one makes it", async () => {
    const projectId = await project()
    const made = await Promise.all(Array.from({ length: 20 }, () => orchestration(projectId)))
    const [hopper, ...others] = await ofProject(projectId)
    expect(others).toEqual([])
    expect(new Set(made.map(({ instance }) => instance.parent?.id))).toEqual(new Set([hopper]))
    expect(new Set(made.map(({ revision }) => revision))).toEqual(new Set([1]))
    expect(await shown(hopper)).toMatchObject({
      scope: 'PROJECT',
      kind: 'HOPPER',
      lifecycle: 'CREATED',
      definition: { typeKey: 'hopper/standard' },
      parent: { id: global },
      project: { id: projectId },
      config: {
        scope: 'PROJECT',
        routing: { strategy: 'rules', fallback: 'none' },
        limits: { max_child_instances: 50 },
      },
    })
    // One change made both: it is in both logs, and says who asked for it.
    const { rows } = await home.pool.query<{ change_id: string; after: Json }>(
      `SELECT change_id, after FROM runtime.activity WHERE resource_id = $1 AND action = 'instance.created'`,
      [hopper],
    )
    expect(rows).toHaveLength(1)
    expect(made.map(({ changeId }) => changeId)).toContain(rows[0]?.change_id)
    expect(rows[0]?.after).toMatchObject({ delegatedBy: global })
  })

  it("stands below its project's own where there is one, and at the top where that hands nothing on", async () => {
    const [first, second] = [await project(), await project()]
    const own = (await create({ scope: 'PROJECT', projectId: first })).instance.id
    expect((await orchestration(first)).instance.parent?.id).toBe(own)
    await create({ scope: 'PROJECT', projectId: second, config: { delegation: { enabled: false } } })
    expect((await orchestration(second)).instance.parent).toBeNull()
    expect(await ofProject(second)).toHaveLength(1)
  })

  it('stays where it is told to stand, and other scopes and kinds make nothing', async () => {
    const projectId = await project()
    expect((await orchestration(projectId, { parentId: global })).instance.parent?.id).toBe(global)
    expect(await ofProject(projectId)).toEqual([])
  })

  it('makes nothing where the GLOBAL one does not want it, or hands nothing on', async () => {
    for (const delegation of [{ auto_create_project_instances: false }, { enabled: false }]) {
      await configure({ delegation })
      const projectId = await project()
      expect((await orchestration(projectId)).instance.parent).toBeNull()
      expect(await ofProject(projectId)).toEqual([])
    }
    await configure({})
  })

  it('is refused with what would be made for it where the GLOBAL one is full; nothing is left', async () => {
    await configure({ limits: { max_child_instances: 0 } })
    const projectId = await project()
    const input = { kind: 'HOPPER', definitionTypeKey: 'hopper/standard', scope: 'ORCHESTRATION', projectId }
    expect(await home.refusal(createHopper, { input })).toMatchObject({
      code: 'LIMIT_REACHED',
      details: { parentId: global },
    })
    expect(await home.pool.query('SELECT id FROM runtime.instance WHERE project_id = $1', [projectId])).toMatchObject({
      rowCount: 0,
    })
    // The one place that is left is taken once, by whoever comes first; the others find it.
    await configure({
      limits: {
        max_child_instances:
          ((await home.pool.query('SELECT id FROM runtime.instance WHERE parent_id = $1', [global]))
            .rowCount as number) + 1,
      },
    })
    const made = await Promise.all(Array.from({ length: 8 }, () => orchestration(projectId)))
    expect(new Set(made.map(({ instance }) => instance.parent?.id))).toEqual(new Set(await ofProject(projectId)))
    await configure({})
  })

  it('is made once for one idempotency key', async () => {
    const projectId = await project()
    const idempotencyKey = unique()
    const made = await Promise.all([
      orchestration(projectId, { idempotencyKey }),
      orchestration(projectId, { idempotencyKey }),
    ])
    expect(made[0]?.instance).toEqual(made[1]?.instance)
    expect(await ofProject(projectId)).toHaveLength(1)
  })
})
