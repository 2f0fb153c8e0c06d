import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymousViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { SYSTEM_TENANT_ID } from '../../../services/catalogue/index.ts'
import { admin } from '../../support/installation.ts'
import { FlowHome, patient, runWrites, type ShownInstance } from '../../support/flows.ts'

type Json = Record<string, unknown>

let flows: FlowHome
beforeAll(async () => {
  flows = await FlowHome.start()
  flows.home.startWorker()
})
afterAll(() => flows.stop())

const nextVersion = async (typeKey: string, given: Json) => {
  await flows.define({ version: '2', ...given }, typeKey)
}
const upgrade = (id: string) =>
  flows.home.ask('mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision } }', {
    input: { id, targetVersion: '2' },
  })
const transition = (id: string, event: string) =>
  flows.home.ask(`mutation ($input: TransitionInput!) { ${event}(input: $input) { changeId } }`, { input: { id } })
const historyOf = async (id: string) =>
  (
    await flows.home.ask<{
      instance: { history: { nodes: { type: string; patch: Json | null; revision: number }[] } }
    }>('query ($id: ID!) { instance(id: $id) { history { nodes { revision type patch } } } }', { id })
  ).instance.history.nodes
const freshness = async (flowId: string) =>
  (
    await flows.home.ask<{ upstreamFreshness: { ready: boolean; blockers: { id: string }[] } }>(
      'query ($id: ID!) { upstreamFreshness(flowId: $id) { ready blockers { id } } }',
      { id: flowId },
    )
  ).upstreamFreshness
const only = ({ flows: [flow] }: ShownInstance) => flow as ShownInstance['flows'][number]
const named = ({ flows }: ShownInstance, name: string) =>
  flows.find((flow) => flow.name === name) as ShownInstance['flows'][number]

/** One more success of a flow, carried out by the test. */
async function succeed(instance: ShownInstance, flow = only(instance).name): Promise<string> {
  const { id } = await flows.do('triggerRun', { instanceId: instance.id, flow })
  const { run, lease } = await flows.claim({ codeRefs: [named(instance, flow).codeRef], worker: 'test' })
  expect(run?.id).toBe(id)
  await flows.do('completeRun', { id, lease, outputs: { of: id } })
  return id
}
let made = 0
/** A dataset that only the test carries out. */
const dataset = (more: Json = {}) => flows.dataset(`outside.flows-${made++}`, more)
const reaches = (id: string, part: Json) => expect.poll(() => flows.instance(id), patient).toMatchObject(part)

describe('an instance and its flows', () => {
  it.each([
    ['DATASET', 'PIPELINE', [['refresh', 'PipelineRun', true]]],
    ['SIGNAL', 'PIPELINE', [['refresh', 'PipelineRun', true]]],
    ['EXPERIMENT', 'OP', [['preview', 'ExperimentRun', false]]],
    [
      'MODEL',
      'ML_MODULE',
      [
        ['training', 'TrainingRun', true],
        ['inference', 'InferenceRun', true],
        ['monitoring', 'MonitoringRun', true],
      ],
    ],
    ['PORTFOLIO_OPTIMIZER', 'PORTFOLIO_OPTIMIZER', [['optimize', 'PortfolioOptimizationRun', true]]],
    ['BACKTEST', null, [['backtest', 'BacktestRun', false]]],
    ['DISPLAY', 'COMPONENT', []],
    ['HOPPER', 'SCOPE_CONFIG', []],
  ])(
    'are made together: a %s (S0-11, S0-13, S0-17..S0-25, S0-43, S1-15..S1-22)',
    async (kind, definitionKind, expected) => {
      const bundle = definitionKind === 'COMPONENT' ? { bundle: 'export function mount() {}' } : {}
      const definition =
        definitionKind === null ? {} : { definitionTypeKey: await flows.define({ kind: definitionKind, ...bundle }) }
      const config = kind === 'BACKTEST' ? { assets: { universe: ['A'] } } : {}
      const instance = await flows.create({ kind, ...definition, config })
      expect(instance.flows.map(({ name, runKind, schedulable }) => [name, runKind, schedulable])).toEqual(expected)
      expect(instance.readiness).toBe(expected.length === 0 ? null : 'STALE')
      for (const flow of instance.flows)
        expect(flow).toMatchObject({
          id: expect.stringMatching(/^flow-[0-9a-z]{8}$/),
          status: 'STALE',
          staleReason: 'NEVER_RUN',
          lastRun: null,
        })
    },
  )

  it('follow the templates of the definition, with its code and its deadlines (S0-12, S1-27)', async () => {
    const typeKey = await flows.define({
      codeRef: 'outside.t',
      flowTemplates: [
        { name: 'refresh', runKind: 'PipelineRun', freshnessSlaSeconds: 60 },
        { name: 'monitoring', runKind: 'MonitoringRun', schedulable: false },
      ],
    })
    const instance = await flows.create({ kind: 'DATASET', definitionTypeKey: typeKey })
    expect(instance.flows).toMatchObject([
      { name: 'refresh', runKind: 'PipelineRun', codeRef: 'outside.t', schedulable: true, freshnessSlaSeconds: 60 },
      {
        name: 'monitoring',
        runKind: 'MonitoringRun',
        codeRef: 'outside.t',
        schedulable: false,
        freshnessSlaSeconds: null,
      },
    ])
    // What is shared by datasets has the same definition and no flows of its own.
    expect((await flows.create({ kind: 'PIPELINE', definitionTypeKey: typeKey })).flows).toEqual([])
  })

  it('change with its version: what is left out leaves, what comes back is what it was, and its data count as of another version', async () => {
    const typeKey = await flows.define({
      codeRef: 'outside.v',
      flowTemplates: [
        { name: 'a', runKind: 'PipelineRun' },
        { name: 'b', runKind: 'PipelineRun' },
      ],
    })
    const instance = await flows.create({ kind: 'DATASET', definitionTypeKey: typeKey })
    await succeed(instance, 'a')
    await succeed(instance, 'b')
    await reaches(instance.id, { readiness: 'READY' })
    await nextVersion(typeKey, {
      codeRef: 'outside.v2',
      flowTemplates: [
        { name: 'b', runKind: 'PipelineRun' },
        { name: 'c', runKind: 'PipelineRun' },
      ],
    })
    const before = await flows.instance(instance.id)
    await upgrade(instance.id)
    const after = await flows.instance(instance.id)
    expect(after.flows).toMatchObject([
      {
        name: 'b',
        id: named(instance, 'b').id,
        status: 'STALE',
        staleReason: 'VERSION_CHANGED',
        codeRef: 'outside.v2',
      },
      { name: 'c', staleReason: 'NEVER_RUN' },
    ])
    // The version and the readiness that follows from it are two revisions of one transaction.
    expect(after).toMatchObject({ readiness: 'STALE', revision: before.revision + 2 })
    expect((await historyOf(instance.id)).slice(0, 2).map(({ type }) => type)).toEqual(['READINESS', 'VERSION'])
    expect((await flows.run(named(before, 'a').lastRun?.id as string)).status).toBe('SUCCEEDED')
  })

  it('go together: a deleted instance has no flows and runs nothing', async () => {
    const instance = await dataset({ persistence: 'EPHEMERAL' })
    const { id } = await flows.do('triggerRun', { instanceId: instance.id })
    await transition(instance.id, 'deleteInstance')
    const { rows } = await flows.home.pool.query(
      'SELECT 1 FROM runtime.flow WHERE instance_id = $1 AND removed_at IS NULL',
      [instance.id],
    )
    expect(rows).toEqual([])
    await expect
      .poll(
        async () =>
          (await flows.home.pool.query<{ status: string }>('SELECT status FROM runtime.run WHERE id = $1', [id]))
            .rows[0]?.status,
        patient,
      )
      .toBe('CANCELLED')
  })

  it('keep what providers outside call them (S0-07, S0-14, S0-26..S0-29, S0-53)', async () => {
    const model = await flows.create({ kind: 'MODEL', definitionTypeKey: await flows.define({ kind: 'ML_MODULE' }) })
    const set = (flow: string, handles: Json) =>
      flows.home.ask(runWrites.setFlowHandles, { input: { id: model.id, flow, handles } })
    await set('training', { prefect: { deployment_id: 'd-1' }, mlflow: { experiment_id: '7' } })
    await set('training', { mlflow: { registered_model_name: 'churn' } })
    await set('monitoring', { evidently: { project_id: 'p-9' }, prefect: { deployment_id: 'd-3' } })
    const after = await flows.instance(model.id)
    // What the engine calls them stands there from the beginning (S0-16).
    const engine = { 'graphile-worker': { task: 'marquee:run' } }
    expect(model.flows.map(({ handles }) => handles)).toEqual([engine, engine, engine])
    expect(named(after, 'training').handles).toEqual({
      ...engine,
      prefect: { deployment_id: 'd-1' },
      mlflow: { experiment_id: '7', registered_model_name: 'churn' },
    })
    expect(named(after, 'monitoring').handles).toEqual({
      ...engine,
      evidently: { project_id: 'p-9' },
      prefect: { deployment_id: 'd-3' },
    })
    expect(await flows.actions(named(model, 'training').id)).toEqual(['flow.handles-set', 'flow.handles-set'])
    expect((await flows.home.refusal(runWrites.setFlowHandles, { input: { id: model.id, handles: {} } })).code).toBe(
      'FLOW_REQUIRED',
    )
  })

  it('with several flows, one must be named; a name that is none is refused with those that there are', async () => {
    const model = await flows.create({ kind: 'MODEL', definitionTypeKey: await flows.define({ kind: 'ML_MODULE' }) })
    const allowed = ['training', 'inference', 'monitoring']
    expect(await flows.home.refusal(runWrites.triggerRun, { input: { instanceId: model.id } })).toMatchObject({
      code: 'FLOW_REQUIRED',
      details: { allowed },
    })
    expect(
      await flows.home.refusal(runWrites.triggerRun, { input: { instanceId: model.id, flow: 'x' } }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', details: { allowed } })
  })

  it('decide its readiness by the contract of the definition (S0-34..S0-37, S0-54)', async () => {
    const flowTemplates = ['a', 'b'].map((name) => ({ name, runKind: 'PipelineRun' }))
    const statusAggregationContract = {
      aggregation_method: 'min_severity',
      status_priority: ['READY', 'STALE', 'RUNNING', 'ERROR'],
    }
    const strict = await flows.create({
      kind: 'DATASET',
      definitionTypeKey: await flows.define({ codeRef: 'outside.strict', flowTemplates }),
    })
    const lenient = await flows.create({
      kind: 'DATASET',
      definitionTypeKey: await flows.define({ codeRef: 'outside.lenient', flowTemplates, statusAggregationContract }),
    })
    for (const instance of [strict, lenient]) await succeed(instance, 'a')
    await reaches(strict.id, { readiness: 'STALE' })
    await reaches(lenient.id, { readiness: 'READY' })
    const found = await flows.home.ask<{ instances: { nodes: { id: string }[] } }>(
      'query ($filter: InstanceFilter) { instances(filter: $filter) { nodes { id } } }',
      { filter: { ids: [strict.id, lenient.id], readiness: ['READY'] } },
    )
    expect(found.instances.nodes).toEqual([{ id: lenient.id }])
    const { instance } = await flows.home.ask<{ instance: { readinessExplanation: Json } }>(
      'query ($id: ID!) { instance(id: $id) { readinessExplanation } }',
      { id: strict.id },
    )
    expect(instance.readinessExplanation).toMatchObject({
      readiness: 'STALE',
      decidedBy: ['b'],
      flows: [
        { name: 'a', status: 'READY' },
        { name: 'b', staleReason: 'NEVER_RUN' },
      ],
    })
  })

  it('that end at the same moment both count', async () => {
    const typeKey = await flows.define({
      codeRef: 'outside.both',
      flowTemplates: [
        { name: 'a', runKind: 'PipelineRun' },
        { name: 'b', runKind: 'PipelineRun' },
      ],
    })
    for (let round = 0; round < 5; round++) {
      const instance = await flows.create({ kind: 'DATASET', definitionTypeKey: typeKey })
      for (const flow of ['a', 'b']) await flows.do('triggerRun', { instanceId: instance.id, flow })
      const claims = [
        await flows.claim({ codeRefs: ['outside.both'], worker: 'w1' }),
        await flows.claim({ codeRefs: ['outside.both'], worker: 'w2' }),
      ]
      await Promise.all(claims.map(({ run, lease }) => flows.do('completeRun', { id: run?.id, lease })))
      const after = await flows.instance(instance.id)
      expect(after).toMatchObject({ readiness: 'READY', flows: [{ status: 'READY' }, { status: 'READY' }] })
      expect((await historyOf(instance.id)).map(({ revision }) => revision)).toEqual(
        Array.from({ length: after.revision }, (_, index) => after.revision - index),
      )
    }
  })

  it('grow stale when their deadline passes, which nobody has to say (S0-39)', async () => {
    const typeKey = await flows.define({
      codeRef: 'outside.sla',
      flowTemplates: [{ name: 'refresh', runKind: 'PipelineRun', freshnessSlaSeconds: 2 }],
    })
    const instance = await flows.create({ kind: 'DATASET', definitionTypeKey: typeKey })
    const run = await flows.run(await succeed(instance))
    await reaches(instance.id, { readiness: 'STALE', flows: [{ status: 'STALE', staleReason: 'SLA' }] })
    const deadline = new Date(Date.parse(run.endedAt as string) + 2000).toISOString()
    expect(only(await flows.instance(instance.id)).staleSince).toBe(deadline)
  })
})

describe('a run of each kind', () => {
  it.each<[string, string, string, string, Json, Json | null]>([
    [
      'TrainingRun',
      'MODEL',
      'ML_MODULE',
      'training',
      { model_artifact: { ref: 'models/churn/7', format: 'onnx' } },
      { auc: 0.91 },
    ],
    ['InferenceRun', 'MODEL', 'ML_MODULE', 'inference', { predictions: [{ id: 1, p: 0.3 }] }, null],
    ['MonitoringRun', 'MODEL', 'ML_MODULE', 'monitoring', { drift_metrics: { psi: 0.02 }, alerts: [] }, null],
    [
      'PortfolioOptimizationRun',
      'PORTFOLIO_OPTIMIZER',
      'PORTFOLIO_OPTIMIZER',
      'optimize',
      { weights: { AAPL: 0.6, MSFT: 0.4 } },
      null,
    ],
    ['PipelineRun', 'DATASET', 'PIPELINE', 'refresh', { rows_added: 12, last_date: '2026-11-20' }, null],
    ['ExperimentRun', 'EXPERIMENT', 'OP', 'preview', { preview_data: [1, null, 2] }, null],
  ])(
    '%s keeps what it led to (S0-23..S0-25, S1-16..S1-22)',
    async (runKind, kind, definitionKind, flow, outputs, metrics) => {
      const instance = await flows.create({
        kind,
        definitionTypeKey: await flows.define({ kind: definitionKind, codeRef: `outside.kind-${made++}` }),
      })
      const { id } = await flows.do('triggerRun', { instanceId: instance.id, flow })
      const { lease } = await flows.claim({ codeRefs: [named(instance, flow).codeRef], worker: 'test' })
      await flows.do('completeRun', { id, lease, outputs, metrics })
      const { run } = await flows.home.ask<{ run: Json }>(
        'query ($id: ID!) { run(id: $id) { kind status outputs metrics flow { name } instance { id } } }',
        { id },
      )
      expect(run).toEqual({
        kind: runKind,
        status: 'SUCCEEDED',
        outputs,
        metrics,
        flow: { name: flow },
        instance: { id: instance.id },
      })
    },
  )
})

describe('facts of what a viewer may not read', () => {
  const nobody = anonymousViewer(SYSTEM_TENANT_ID)
  const secret = (text: unknown, hidden: readonly string[]) => {
    for (const word of hidden) expect(JSON.stringify(text)).not.toContain(word)
  }

  it('are in no run, explanation or event of an instance that everybody may read', async () => {
    const hidden = await dataset()
    const shown = await dataset({ visibility: 'UNLISTED' })
    await flows.upstreams(shown.id, [{ instanceId: hidden.id }])
    const { id } = await flows.do('triggerRun', { instanceId: shown.id })
    const names = [hidden.id, only(hidden).id]
    const query = `query ($id: ID!, $instanceId: ID!) {
      run(id: $id) { status blockedBy upstreamRunIds worker }
      instance(id: $instanceId) { readinessExplanation runs { nodes { id blockedBy upstreamRunIds worker } } } }`
    const variables = { id, instanceId: shown.id }
    type Seen = { run: Json & { blockedBy: Json[]; upstreamRunIds: Json; worker: string | null } }
    const blocked = await flows.home.ask<Seen>(query, variables, nobody)
    expect(blocked.run).toMatchObject({ status: 'BLOCKED', blockedBy: [{ reason: 'UPSTREAM_NOT_READY' }] })
    secret(blocked, names)
    const told = await flows.home.ask<Seen>(query, variables)
    expect(told.run.blockedBy).toMatchObject([{ instanceId: hidden.id, flowId: only(hidden).id }])

    const upstreamRun = await succeed(hidden)
    await flows.reaches(id, 'QUEUED')
    await flows.claim({ codeRefs: [only(shown).codeRef], worker: 'host-7.internal' })
    const running = await flows.home.ask<Seen>(query, variables, nobody)
    expect(running.run).toMatchObject({ status: 'RUNNING', upstreamRunIds: {}, worker: null })
    secret(running, [...names, upstreamRun, 'host-7'])
    expect((await flows.home.ask<Seen>(query, variables)).run).toMatchObject({
      upstreamRunIds: { [only(hidden).id]: upstreamRun },
      worker: 'host-7.internal',
    })
  })

  it('are not in a public instance below one that is paused', async () => {
    const ofKind = async (kind: string, definitionKind: string, more: Json = {}) =>
      await flows.create({ kind, definitionTypeKey: await flows.define({ kind: definitionKind }), ...more })
    const parent = await ofKind('HOPPER', 'SCOPE_CONFIG')
    const child = await ofKind('DISPLAY', 'COMPONENT', { visibility: 'PUBLIC', parentId: parent.id })
    for (const { id } of [parent, child]) await transition(id, 'startInstance')
    await transition(parent.id, 'pauseInstance')
    const query = 'query ($id: ID!) { instance(id: $id) { lifecycle pausedByAncestorId parent { id } } }'
    type Seen = { instance: { lifecycle: string; pausedByAncestorId: string | null } }
    await expect
      .poll(() => flows.home.ask<Seen>(query, { id: child.id }), patient)
      .toMatchObject({ instance: { lifecycle: 'PAUSED', pausedByAncestorId: parent.id } })
    expect(await flows.home.ask<Seen>(query, { id: child.id }, nobody)).toEqual({
      instance: { lifecycle: 'PAUSED', pausedByAncestorId: null, parent: null },
    })
    const patches = 'query ($id: ID!) { instance(id: $id) { history { nodes { type patch } } } }'
    const history = await flows.home.ask(patches, { id: child.id }, nobody)
    expect(JSON.stringify(history)).toContain('PAUSED')
    expect(JSON.stringify(history)).not.toContain('pausedByAncestorId')
  })
})

describe('a flow and what it works on', () => {
  it('waits until its upstreams are ready, says for whom, and starts by itself (S0-10, S0-30..S0-32, S0-52)', async () => {
    const [prices, weights] = [await dataset(), await dataset()]
    const below = await dataset()
    const set = await flows.upstreams(below.id, [
      { instanceId: prices.id },
      { instanceId: weights.id, role: 'covariance' },
    ])
    expect(only(set).upstreamRefs).toEqual([
      { role: 'input', flow: { id: only(prices).id } },
      { role: 'covariance', flow: { id: only(weights).id } },
    ])
    const inputRun = await succeed(prices)
    const { id } = await flows.do('triggerRun', { instanceId: below.id })
    expect(await flows.run(id)).toMatchObject({
      status: 'BLOCKED',
      blockedBy: [
        {
          flowId: only(weights).id,
          instanceId: weights.id,
          name: 'refresh',
          status: 'STALE',
          reason: 'UPSTREAM_NOT_READY',
        },
      ],
    })
    expect(await freshness(only(below).id)).toEqual({ ready: false, blockers: [{ id: only(weights).id }] })
    const weightRun = await succeed(weights)
    await flows.reaches(id, 'QUEUED')
    expect(await freshness(only(below).id)).toEqual({ ready: true, blockers: [] })
    const { run, lease, input } = await flows.claim({ codeRefs: [only(below).codeRef], worker: 'test' })
    // What it works on is pinned when it starts: the runs, not whatever the flows have become since.
    expect(run).toMatchObject({ id, upstreamRunIds: { [only(prices).id]: inputRun, [only(weights).id]: weightRun } })
    expect(input?.['upstreams']).toEqual([
      { role: 'input', flowId: only(prices).id, instanceId: prices.id, runId: inputRun, outputs: { of: inputRun } },
      {
        role: 'covariance',
        flowId: only(weights).id,
        instanceId: weights.id,
        runId: weightRun,
        outputs: { of: weightRun },
      },
    ])
    await succeed(prices)
    await flows.do('completeRun', { id, lease })
    // One of them has succeeded again meanwhile.
    await reaches(below.id, { readiness: 'STALE', flows: [{ staleReason: 'UPSTREAM_NEWER' }] })
    expect(await flows.actions(only(below).id)).toEqual(['flow.upstreams-set'])
  })

  it('grows stale when one of them succeeds again, and asks flows, not instances', async () => {
    const typeKey = await flows.define({
      codeRef: 'outside.two',
      flowTemplates: [
        { name: 'a', runKind: 'PipelineRun' },
        { name: 'b', runKind: 'PipelineRun' },
      ],
    })
    const above = await flows.create({ kind: 'DATASET', definitionTypeKey: typeKey })
    const below = await dataset()
    await flows.upstreams(below.id, [{ instanceId: above.id, flow: 'a' }])
    await succeed(above, 'a')
    // The instance is STALE for its other flow's sake; that blocks nobody.
    expect((await flows.instance(above.id)).readiness).toBe('STALE')
    await succeed(below)
    await reaches(below.id, { readiness: 'READY' })
    await succeed(above, 'a')
    await reaches(below.id, { readiness: 'STALE', flows: [{ staleReason: 'UPSTREAM_NEWER' }] })
    const removed = await flows.upstreams(below.id, [])
    expect(removed).toMatchObject({ readiness: 'READY', flows: [{ upstreamRefs: [] }] })
  })

  it('never works on itself, not even when two edits race to close the ring', async () => {
    const [a, b, c] = [await dataset(), await dataset(), await dataset()]
    const upstream = (id: string, on: string) => ({ input: { id, upstreams: [{ instanceId: on }] } })
    expect(await flows.home.refusal(runWrites.setUpstreams, upstream(a.id, a.id))).toMatchObject({ code: 'CYCLE' })
    await flows.upstreams(b.id, [{ instanceId: a.id }])
    await flows.upstreams(c.id, [{ instanceId: b.id }])
    const path = [only(a).id, only(b).id, only(c).id, only(a).id]
    expect((await flows.home.refusal(runWrites.setUpstreams, upstream(a.id, c.id))).details['path']).toEqual(path)
    for (let round = 0; round < 5; round++) {
      const [x, y] = [await dataset(), await dataset()]
      const edits = await Promise.allSettled([
        flows.upstreams(x.id, [{ instanceId: y.id }]),
        flows.upstreams(y.id, [{ instanceId: x.id }]),
      ])
      expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('is refused where it does not fit, with the place in the input', async () => {
    const [a, b] = [await dataset(), await dataset()]
    const refusal = async (upstreams: Json[]) =>
      await flows.home.refusal(runWrites.setUpstreams, { input: { id: a.id, upstreams } })
    const at = (pointer: string) => ({ details: { problems: [{ pointer }] } })
    expect(await refusal([{ instanceId: 'inst-00000000' }])).toMatchObject({
      code: 'NOT_FOUND',
      ...at('/upstreams/0/instanceId'),
    })
    expect(await refusal([{ instanceId: b.id }, { instanceId: b.id, flow: 'x' }])).toMatchObject({
      code: 'BAD_USER_INPUT',
      ...at('/upstreams/1/flow'),
    })
    expect(await refusal([{ instanceId: b.id }, { instanceId: b.id }])).toMatchObject({
      code: 'BAD_USER_INPUT',
      ...at('/upstreams/1'),
    })
    expect(await refusal([{ instanceId: b.id, role: 'no role' }])).toMatchObject({
      code: 'BAD_USER_INPUT',
      ...at('/upstreams/0/role'),
    })
    expect(
      (await flows.upstreams(a.id, [{ instanceId: b.id }, { instanceId: b.id, role: 'secondary' }])).flows[0]
        ?.upstreamRefs,
    ).toHaveLength(2)
  })

  it('is never left waiting by a success that comes at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const [above, below] = [await dataset(), await dataset()]
      await flows.upstreams(below.id, [{ instanceId: above.id }])
      const { id: upstreamRun } = await flows.do('triggerRun', { instanceId: above.id })
      const { lease } = await flows.claim({ codeRefs: [only(above).codeRef], worker: 'test' })
      const [, downstream] = await Promise.all([
        flows.do('completeRun', { id: upstreamRun, lease }),
        flows.do('triggerRun', { instanceId: below.id }),
      ])
      await flows.reaches(downstream.id, 'QUEUED')
    }
  })

  it('blocks what waits for it until somebody decides, when it is gone', async () => {
    const above = await dataset({ persistence: 'EPHEMERAL' })
    const below = await dataset()
    await flows.upstreams(below.id, [{ instanceId: above.id }])
    await transition(above.id, 'deleteInstance')
    const { id } = await flows.do('triggerRun', { instanceId: below.id })
    expect(await flows.run(id)).toMatchObject({ status: 'BLOCKED', blockedBy: [{ reason: 'UPSTREAM_REMOVED' }] })
    await flows.upstreams(below.id, [])
    await flows.reaches(id, 'QUEUED')
  })
})

describe('who may see runs', () => {
  it('is who may see their instance; who may start them is who may write', async () => {
    const nobody = anonymousViewer(SYSTEM_TENANT_ID)
    const [open, closed] = [await dataset({ visibility: 'PUBLIC' }), await dataset()]
    const ids: string[] = []
    for (const instance of [open, closed]) ids.push(await succeed(instance))
    const one = async (id: string | undefined) =>
      (await flows.home.ask<{ run: unknown }>('query ($id: ID!) { run(id: $id) { id } }', { id }, nobody)).run
    expect([await one(ids[0]), await one(ids[1])]).toEqual([{ id: ids[0] }, null])
    const listed = await flows.home.ask<{ runs: { nodes: { id: string }[]; totalCount: number } }>(
      '{ runs(first: 200) { totalCount nodes { id } } }',
      {},
      nobody,
    )
    expect(listed.runs.nodes.map(({ id }) => id)).toEqual([ids[0]])
    expect(listed.runs.totalCount).toBe(1)
    expect((await flows.home.refusal(runWrites.triggerRun, { input: { instanceId: open.id } }, nobody)).code).toBe(
      'UNAUTHENTICATED',
    )
  })

  it('gets them in pages, newest first, of one instance and by filter', async () => {
    const instance = await dataset()
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.unshift((await flows.do('triggerRun', { instanceId: instance.id })).id)
    await flows.do('cancelRun', { id: ids[1] })
    type Page = {
      runs: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
    }
    const page = async (after: string | null) =>
      (
        await flows.home.ask<{ instance: Page }>(
          'query ($id: ID!, $after: String) { instance(id: $id) { runs(first: 2, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } } }',
          { id: instance.id, after },
        )
      ).instance.runs
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const { nodes, totalCount, pageInfo } = await page(after)
      expect(totalCount).toBe(5)
      seen.push(...nodes.map(({ id }) => id))
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(seen).toEqual(ids)
    const filtered = await flows.home.ask<Page>(
      'query ($filter: RunFilter) { runs(filter: $filter) { totalCount nodes { id } } }',
      { filter: { instanceId: instance.id, statuses: ['CANCELLED'], kinds: ['PipelineRun'] } },
    )
    expect(filtered.runs).toMatchObject({ totalCount: 1, nodes: [{ id: ids[1] }] })
    expect((await flows.home.refusal('{ runs(after: "x") { totalCount } }')).code).toBe('BAD_USER_INPUT')
  })

  it('pays for flows and runs of many instances with as many statements as for one', async () => {
    const instances = [await dataset(), await dataset(), await dataset()]
    const counted = async (count: number) => {
      const ids = instances.slice(0, count).map(({ id }) => id)
      const query =
        'query ($filter: InstanceFilter) { instances(filter: $filter) { nodes { flows { id upstreams { id } lastRun { id } } runs { nodes { id flow { id } } } } } }'
      const before = asked
      await flows.home.ask(query, { filter: { ids } })
      return asked - before
    }
    let asked = 0
    const query = flows.home.pool.query.bind(flows.home.pool)
    flows.home.pool.query = ((...args: Parameters<typeof query>) => {
      if (
        /flows-of-instances|upstreams-of-flows|last-runs|runs-of-instances|load-flows/.test(
          (args[0] as { name?: string }).name ?? '',
        )
      )
        asked++
      return query(...args)
    }) as typeof query
    try {
      await succeed(instances[0] as ShownInstance)
      const one = await counted(1)
      expect(await counted(3)).toBe(one)
    } finally {
      flows.home.pool.query = query
    }
  })
})

describe('lineage', () => {
  type Lineage = {
    nodes: {
      id: string
      flow: { name: string } | null
      instance: { kind: string } | null
      definition: { typeKey: string } | null
    }[]
    edges: { from: string; to: string; type: string; role: string | null }[]
    truncated: boolean
  }
  const trace = async (id: string, more: Json = {}, viewer = admin) =>
    (
      await flows.home.ask<{ lineage: Lineage | null }>(
        'query ($id: ID!, $direction: LineageDirection, $depth: Int) { lineage(id: $id, direction: $direction, depth: $depth) { nodes { id flow { name } instance { kind } definition { typeKey } } edges { from to type role } truncated } }',
        { id, ...more },
        viewer,
      )
    ).lineage
  const upstreamEdges = (lineage: Lineage | null) => (lineage?.edges ?? []).filter(({ type }) => type === 'UPSTREAM')

  it('leads from flow to flow, up and down, as far as one asks (S0-06, S0-30, S0-52)', async () => {
    const [a, b, c, d] = [await dataset(), await dataset(), await dataset(), await dataset()]
    await flows.upstreams(b.id, [{ instanceId: a.id, role: 'primary' }])
    await flows.upstreams(c.id, [{ instanceId: b.id }])
    await flows.upstreams(d.id, [{ instanceId: b.id, role: 'covariance' }])
    const [fa, fb, fc, fd] = [a, b, c, d].map((instance) => only(instance).id) as [string, string, string, string]
    const ab = { from: fb, to: fa, type: 'UPSTREAM', role: 'primary' }
    const bc = { from: fc, to: fb, type: 'UPSTREAM', role: 'input' }
    const bd = { from: fd, to: fb, type: 'UPSTREAM', role: 'covariance' }
    expect(upstreamEdges(await trace(c.id, { direction: 'UP' }))).toEqual([bc, ab])
    expect(upstreamEdges(await trace(fc, { direction: 'UP', depth: 1 }))).toEqual([bc])
    expect(upstreamEdges(await trace(fa, { direction: 'DOWN' }))).toEqual(expect.arrayContaining([ab, bc, bd]))
    expect(upstreamEdges(await trace(fb))).toHaveLength(3)
    const whole = await trace(b.id)
    expect(whole?.nodes.find(({ id }) => id === fa)).toMatchObject({ flow: { name: 'refresh' }, instance: null })
    expect(whole?.nodes.find(({ id }) => id === a.id)).toMatchObject({ instance: { kind: 'DATASET' } })
    expect(whole?.edges).toContainEqual({ from: fa, to: a.id, type: 'FLOW_OF', role: null })
    expect(whole?.edges.filter(({ type, from }) => type === 'INSTANCE_OF' && from === b.id)).toHaveLength(1)
    expect(whole?.nodes.filter(({ definition }) => definition !== null).length).toBeGreaterThan(0)
  })

  it('shows nobody what they may not read, and nothing of what is not there', async () => {
    const [open, closed] = [await dataset({ visibility: 'PUBLIC' }), await dataset()]
    await flows.upstreams(open.id, [{ instanceId: closed.id }])
    const nobody = anonymousViewer(SYSTEM_TENANT_ID)
    const seen = await trace(open.id, {}, nobody)
    expect(seen?.nodes.map(({ id }) => id)).not.toContain(closed.id)
    expect(upstreamEdges(seen)).toEqual([])
    expect(await trace(closed.id, {}, nobody)).toBeNull()
    expect(await trace('flow-00000000')).toBeNull()
    expect(await trace('nothing')).toBeNull()
  })
})

it('an instance that is made twice with one key has its flows once', async () => {
  const input = { kind: 'DATASET', definitionTypeKey: await flows.define({}), idempotencyKey: `twice-${made++}` }
  const [first, second] = [await flows.create(input), await flows.create(input)]
  expect(second.flows).toEqual(first.flows)
})
