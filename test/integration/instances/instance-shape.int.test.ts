import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish, submit } from '../../support/graph/graph-data.ts'
import { admin, Installation } from '../../support/installation.ts'
import { bareInstance } from '../../support/bare-instance.ts'

type Json = Record<string, unknown>
type Shown = Json & { id: string }

const fields =
  'id kind name scope persistence definition { id kind typeKey provisioningSource } definitionVersion { version } owner { id } lifecycle desiredLifecycle runtime metadata timeslot { start } effectiveWindow { start } health { status problems { source } }'
const create = `mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { ${fields} } } }`
const update = `mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision instance { ${fields} } } }`
const timeslot = { start: '2026-01-01T00:00:00.000Z', end: '2036-01-01T00:00:00.000Z' }

let home: Installation
beforeAll(async () => {
  home = await Installation.start()
})
afterAll(() => home.stop())

let count = 0
async function published(kind: string): Promise<string> {
  const typeKey = `shape/definition-${++count}`
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: { typeKey, kind, version: '1.0.0' },
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  return typeKey
}
const make = async (input: Json) =>
  (await home.ask<{ createInstance: { instance: Shown } }>(create, { input })).createInstance.instance
const change = async (input: Json) =>
  (await home.ask<{ updateInstance: { revision: number; instance: Shown } }>(update, { input })).updateInstance
/** What something of this kind stands below, if it does not live alone. */
const parentOf = async (kind: string) =>
  kind === 'JOB' || kind === 'REPORT'
    ? (await make({ kind: 'SESSION_PART', definitionTypeKey: await published('PART'), timeslot })).id
    : undefined

describe('one base for definitions, one for instances', () => {
  it.each([
    ['SESSION', 'SESSION', 'TIMED', 'S2-21, S2-22'],
    ['PART', 'SESSION_PART', 'TIMED', 'S2-21, S2-23'],
    ['POD', 'POD', 'TIMED', 'S2-21, S2-24'],
    ['HOST', 'HOST', 'TIMED', 'S2-21, S2-25'],
    ['JOB', 'JOB', 'UNTIMED', 'S2-20, S2-27'],
    ['REPORT', 'REPORT', 'UNTIMED', 'S2-20, S2-28'],
  ])(
    'a definition of kind %s makes a %s, which is %s (%s; S2-01, S2-11, S2-15, S2-34, S2-35)',
    async (definitionKind, kind, tier) => {
      const definitionTypeKey = await published(definitionKind)
      const parentId = await parentOf(kind)
      const made = await make({ kind, definitionTypeKey, parentId })
      expect(made).toMatchObject({
        kind,
        definition: { kind: definitionKind, typeKey: definitionTypeKey },
        definitionVersion: { version: '1.0.0' },
        owner: { id: admin.principalId },
        lifecycle: 'CREATED',
        desiredLifecycle: 'CREATED',
        timeslot: null,
        effectiveWindow: parentId === undefined ? null : { start: timeslot.start },
      })
      const { rows } = await home.pool.query('SELECT tier FROM runtime.instance WHERE id = $1', [made.id])
      expect(rows).toEqual([{ tier }])
      const timed = { kind, definitionTypeKey, parentId, timeslot }
      if (tier === 'TIMED') expect(await make(timed)).toMatchObject({ timeslot: { start: timeslot.start } })
      else expect(await home.refusal(create, { input: timed })).toMatchObject({ code: 'UNTIMED_INSTANCE' })
      const wrong = definitionKind === 'POD' ? 'HOST' : 'POD'
      expect(await home.refusal(create, { input: { kind: wrong, definitionTypeKey } })).toMatchObject({
        code: 'NOT_INSTANTIABLE',
        details: { definitionKind },
      })
    },
  )

  it('what is found by scope and name is one, because a name is given once among the living of a project and scope (S3-19)', async () => {
    const definitionTypeKey = await published('SCOPE_CONFIG')
    const input = { kind: 'HOPPER', definitionTypeKey, name: 'Router', scope: 'ORCHESTRATION' }
    const { id } = await make(input)
    expect(await home.refusal(create, { input })).toMatchObject({ code: 'CONFLICT', details: { name: 'Router' } })
    const { instances } = await home.ask<{ instances: { nodes: Json[] } }>(
      '{ instances(filter: { scopes: [ORCHESTRATION], nameContains: "Router" }) { nodes { id health { status } } } }',
    )
    expect(instances.nodes).toEqual([{ id, health: { status: 'HEALTHY' } }])
  })

  it('metadata is whatever its owner keeps there, unread and unchecked (S3-06)', async () => {
    const metadata = { rack: 7, notes: [{ by: 'ops', text: null }], deep: { er: { still: true } } }
    const { id } = await make({ ...bareInstance, metadata })
    expect((await change({ id, metadata: { rack: 8 } })).instance['metadata']).toEqual({ rack: 8 })
    expect(await home.ask(`{ instance(id: "${id}") { history { nodes { instance { metadata } } } } }`)).toEqual({
      instance: { history: { nodes: [{ instance: { metadata: { rack: 8 } } }, { instance: { metadata } }] } },
    })
  })

  it('runtime is EDGE unless it is asked to be DURABLE, and may be changed (S4-14, S4-30)', async () => {
    const [edge, durable] = [await make(bareInstance), await make({ ...bareInstance, runtime: 'DURABLE' })]
    expect([edge['runtime'], durable['runtime']]).toEqual(['EDGE', 'DURABLE'])
    expect(await change({ id: edge.id, runtime: 'DURABLE' })).toMatchObject({
      revision: 2,
      instance: { runtime: 'DURABLE' },
    })
    expect(await change({ id: edge.id, runtime: 'DURABLE' })).toMatchObject({ revision: 2 })
    expect(
      await home.ask(`{ instance(id: "${edge.id}") { runtime history { nodes { instance { runtime } } } } }`),
    ).toEqual({
      instance: {
        runtime: 'DURABLE',
        history: { nodes: [{ instance: { runtime: 'DURABLE' } }, { instance: { runtime: 'EDGE' } }] },
      },
    })
  })
})

describe('the six tools of the source', () => {
  it('are six operations: create answers id and url, then update props, bind, get, list and delete (S4-65, S4-66)', async () => {
    const run = async (name: string, type: string, input: Json, selection = 'instance { id effectiveProps }') =>
      (
        await home.ask<Record<string, Json>>(
          `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
          { input },
        )
      )[name] as Json
    const definitionTypeKey = await published('COMPONENT')
    const created = await run(
      'createInstance',
      'CreateInstanceInput',
      { definitionTypeKey, name: 'Six tools', props: { a: 1 } },
      'instance { id url }',
    )
    const { id, url } = created['instance'] as { id: string; url: string }
    expect(url).toBe(`/live/${id}`)
    expect(await run('patchProps', 'PatchPropsInput', { id, patch: { b: 2 } })).toEqual({
      instance: { id, effectiveProps: { a: 1, b: 2 } },
    })
    const bindings = [{ key: 'c', source: 'STATIC', path: '3' }]
    expect(await run('setBindings', 'SetBindingsInput', { id, bindings })).toEqual({
      instance: { id, effectiveProps: { a: 1, b: 2, c: 3 } },
    })
    expect(await home.ask('query ($id: ID!) { instance(id: $id) { name } }', { id })).toEqual({
      instance: { name: 'Six tools' },
    })
    expect(await home.ask('{ instances(filter: { nameContains: "Six tools" }) { nodes { id } } }')).toEqual({
      instances: { nodes: [{ id }] },
    })
    for (const move of ['startInstance', 'stopInstance', 'archiveInstance'])
      await run(move, 'TransitionInput', { id }, '__typename')
    expect(await run('deleteInstance', 'TransitionInput', { id }, 'id')).toEqual({ id })
    expect(await home.ask('query ($id: ID!) { instance(id: $id) { name } }', { id })).toEqual({ instance: null })
  })
})

describe('the tables', () => {
  const columns = async (table: string) => {
    const { rows } = await home.pool.query<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema || '.' || table_name = $1`,
      [table],
    )
    return new Map(rows.map(({ name, type }) => [name, type]))
  }

  it('have a column for all that the source keeps, and for what it left out (S4-40, S4-42)', async () => {
    const instance = await columns('runtime.instance')
    for (const name of [
      'id',
      'definition_id',
      'resolved_version_id',
      'owner_id',
      'name',
      'visibility',
      'runtime_type',
      'upgrade_strategy',
      'created_at',
      'updated_at',
      'max_version',
    ]) {
      expect([name, instance.has(name)]).toEqual([name, true])
    }
    for (const name of ['config', 'metadata', 'props', 'bindings', 'webhooks'])
      expect([name, instance.get(name)]).toEqual([name, 'jsonb'])
    const place = await columns('placement.placement')
    expect(['location', 'device_id', 'lat', 'lng', 'tags'].filter((name) => !place.has(name))).toEqual([])
  })

  it('have an index for each way that the hierarchy is asked (S3-09)', async () => {
    const { rows } = await home.pool.query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE schemaname = 'runtime' AND tablename = 'instance'`,
    )
    const starts = (columns: string, unique = '') =>
      rows.filter(({ indexdef }) => indexdef.includes(`CREATE ${unique}INDEX`) && indexdef.includes(`(${columns}`))
    expect(starts('parent_id, created_at')).toHaveLength(1)
    expect(starts('tenant_id, scope, lifecycle')).toHaveLength(1)
    expect(starts(`tenant_id, COALESCE(project_id, ''::text), scope, name`, 'UNIQUE ')).toHaveLength(1)
  })

  it.each([
    ['a parent that is not there (S3-07)', `parent_id = 'inst-00000000'`, 'instance_parent_id_fkey'],
    ['itself as its parent', 'parent_id = id', 'instance_not_its_own_parent'],
    ['a GLOBAL one of a project', `scope = 'GLOBAL'`, 'instance_global_without_project'],
    [
      'a timeslot that ends before it starts',
      `tier = 'TIMED', timeslot_start = now(), timeslot_end = now() - interval '1 day'`,
      'instance_timeslot_order',
    ],
    [
      'a timeslot of an untimed one (S2-32)',
      `timeslot_start = now(), timeslot_end = now() + interval '1 day'`,
      'instance_untimed_without_timeslot',
    ],
    ['a JOB without a parent', `kind = 'JOB'`, 'instance_untimed_needs_parent'],
    ['an inherited pause of what is not paused', `paused_by_ancestor_id = 'inst-00000000'`, 'instance_inherited_pause'],
    ['another form of id', `id = 'x'`, 'instance_id_format'],
  ])('refuse %s, whoever writes them (S3-10)', async (_what, set, constraint) => {
    const { id } = await make(bareInstance)
    await expect(home.pool.query(`UPDATE runtime.instance SET ${set} WHERE id = $1`, [id])).rejects.toMatchObject({
      constraint,
    })
  })

  it('let no parent go while a child is there: what is deleted takes its children along first (S3-07)', async () => {
    const parent = await make({ kind: 'DISPLAY', definitionTypeKey: await published('COMPONENT') })
    await make({ ...bareInstance, parentId: parent.id })
    await expect(home.pool.query('DELETE FROM runtime.instance WHERE id = $1', [parent.id])).rejects.toMatchObject({
      constraint: 'instance_parent_id_fkey',
    })
  })
})

describe('the catalogue', () => {
  it('says what there is and never what should be: only instances have a lifecycle, a desired one and a health (S2-10, S2-31)', async () => {
    const type = async (name: string) =>
      (
        await home.ask<{ __type: { fields: { name: string }[] | null; enumValues: { name: string }[] | null } }>(
          `{ __type(name: "${name}") { fields { name } enumValues { name } } }`,
        )
      ).__type
    const names = async (name: string) => ((await type(name)).fields ?? []).map(({ name }) => name)
    const living = [
      'lifecycle',
      'desiredLifecycle',
      'generation',
      'observedGeneration',
      'conditions',
      'health',
      'presence',
    ]
    for (const part of ['Definition', 'DefinitionVersion'])
      expect((await names(part)).filter((name) => living.includes(name))).toEqual([])
    expect((await names('Instance')).filter((name) => living.includes(name)).sort()).toEqual([...living].sort())
    // A device is a word on a placement, not a thing with a definition.
    expect((await type('DefinitionKind')).enumValues?.map(({ name }) => name)).not.toContain('DEVICE')
  })
})

it('what makes up an instance refers to its row; only what tells of it, or is kept apart from it, does not (S1-30)', async () => {
  const { rows } = await home.pool.query<{ name: string }>(`
    WITH RECURSIVE linked AS (
      SELECT 'runtime.instance'::regclass::oid AS id
      UNION SELECT c.conrelid FROM pg_constraint c JOIN linked l ON c.confrelid = l.id WHERE c.contype = 'f')
    SELECT DISTINCT a.attrelid::regclass::text AS name FROM pg_attribute a JOIN pg_class k ON k.oid = a.attrelid
    WHERE k.relkind = 'r' AND a.attname IN ('instance_id', 'run_id', 'flow_id') AND a.attrelid NOT IN (SELECT id FROM linked) ORDER BY 1`)
  expect(rows.map(({ name }) => name)).toEqual([
    // Another service's: no foreign key leads from one schema into another.
    'placement.placement',
    // A secret goes by itself, before its instance does.
    'runtime.binding_secret',
    'runtime.display_key',
    // What is observed is no state.
    'runtime.display_session',
    // A screen that waits names no instance until somebody confirms it.
    'runtime.enrolment',
    // Logs outlive what they tell of.
    'runtime.instance_event',
    'runtime.interaction_event',
    'runtime.log_reader',
    // What is to be shown is looked up for the instances that are there, and locks none of them.
    'runtime.programme',
    'runtime.programme_due',
    'runtime.programme_target',
    // A record of what was done, like the logs.
    'runtime.rollout_instance',
    'runtime.run_event',
    'runtime.run_feed',
    'runtime.run_result',
    'runtime.webhook_delivery',
  ])
})
