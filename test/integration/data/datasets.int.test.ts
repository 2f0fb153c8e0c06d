import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, pointersOf, refusal, unique } from '../../support/graph/graph-client.ts'
import { startMarquee, type RunningMarquee } from '../../support/marquee.ts'

type Json = Record<string, unknown>
type Part = { role: string; instance: { id: string; kind: string; definition: { typeKey: string } } }
type Shown = {
  id: string
  kind: string
  readiness: string | null
  revision: number
  lifecycle: string
  parent: { id: string } | null
  components: Part[]
  promotedFrom: { id: string } | null
  flows: { id: string; name: string; runKind: string; status: string }[]
}
type Run = { id: string; kind: string; status: string; outputs: Json | null; error: { code: string } | null }

const vega = path.resolve('node_modules/vega-datasets/data')
const folder = mkdtempSync(path.join(tmpdir(), 'marquee-datasets-'))
const files = path.join(folder, 'files')
const executors = path.join(folder, 'executors')
const fields = `id kind readiness revision lifecycle parent { id } promotedFrom { id } flows { id name runKind status }
  components { role instance { id kind definition { typeKey } } }`
const patient = { timeout: 60_000, interval: 100 }
let marquee: RunningMarquee

beforeAll(async () => {
  mkdirSync(files)
  mkdirSync(executors)
  for (const name of ['sp500.csv', 'stocks.csv']) cpSync(path.join(vega, name), path.join(files, name))
  const executor = (codeRef: string, body: string) =>
    writeFileSync(
      path.join(executors, `${codeRef}.mjs`),
      `export const executor = { codeRef: '${codeRef}', outputsSchema: { type: 'object' }, async run(input) { ${body} } }\n`,
    )
  executor('user.greedy', 'const kept = []; for (;;) kept.push(new Array(1e6).fill(kept.length))')
  executor(
    'user.quant',
    `const { flow } = input.run
     if (flow === 'training') return { outputs: { model_artifact: { depth: input.config.depth } } }
     if (flow === 'inference') return { outputs: { predictions: [1, 2] } }
     if (flow === 'monitoring') return { outputs: { drift_metrics: { psi: 0.1 }, alerts: [] } }
     return { outputs: { weights: { A: 0.5, B: 0.5 } } }`,
  )
  executor('user.secrets', 'return { outputs: { env: Object.keys(process.env) } }')
  marquee = await startMarquee({ mode: 'embedded', env: { MARQUEE_FILES: files, MARQUEE_EXECUTORS: executors } })
}, 120_000)

afterAll(async () => {
  await marquee.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function create(input: Json): Promise<Shown> {
  const query = `mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { ${fields} } } }`
  return (await ask<{ createInstance: { instance: Shown } }>(marquee, query, { input })).createInstance.instance
}

const show = async (id: string) =>
  (await ask<{ instance: Shown }>(marquee, `query ($id: ID!) { instance(id: $id) { ${fields} } }`, { id })).instance

const transition = (name: string, id: string) =>
  ask(marquee, `mutation ($id: ID!) { ${name}(input: { id: $id }) { revision } }`, { id })

async function started(input: Json): Promise<Shown> {
  const instance = await create(input)
  await transition('startInstance', instance.id)
  return instance
}

async function define(input: Json): Promise<void> {
  const submit =
    'mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { id } } }'
  const { submitDefinition } = await ask<{ submitDefinition: { definitionVersion: { id: string } } }>(marquee, submit, {
    input,
  })
  const publish =
    'mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { id } } }'
  await ask(marquee, publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
}

/** Triggers a run and waits for its end. */
async function run(instanceId: string, parameters?: Json, flow?: string): Promise<Run> {
  const { triggerRun } = await ask<{ triggerRun: { run: Run } }>(
    marquee,
    'mutation ($input: TriggerRunInput!) { triggerRun(input: $input) { run { id } } }',
    { input: { instanceId, parameters, flow } },
  )
  const read = async () =>
    (
      await ask<{ run: Run }>(marquee, 'query ($id: ID!) { run(id: $id) { id kind status outputs error } }', {
        id: triggerRun.run.id,
      })
    ).run
  await expect.poll(async () => (await read()).status, patient).toMatch(/SUCCEEDED|FAILED|CRASHED|CANCELLED/)
  return await read()
}

const preview = async (id: string, request: Json = {}) =>
  (
    await ask<{ datasetPreview: { columns: Json[]; rows: Json[]; total: number; isTruncated: boolean } }>(
      marquee,
      'query ($id: ID!, $request: DatasetPreviewInput) { datasetPreview(id: $id, request: $request) { columns { name type } rows total isTruncated } }',
      { id, request },
    )
  ).datasetPreview

const evaluate = `query ($expression: String!, $inputs: JSONObject) { evaluateExpression(expression: $expression, inputs: $inputs) { preview rows lastDate lastValue statistics } }`

describe('a dataset is composed of a pipeline, a store and an accessor (S0-16, S0-17, S0-40, S0-41, S0-42)', () => {
  it('which are made with it, stand below it, and end with it', async () => {
    const dataset = await create({ kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'sp500.csv' } })
    expect(dataset.components.map(({ role, instance }) => [role, instance.kind, instance.definition.typeKey])).toEqual([
      ['PIPELINE', 'PIPELINE', 'data/files'],
      ['STORE', 'STORE', 'data/parquet'],
      ['ACCESSOR', 'ACCESSOR', 'data/simple'],
    ])
    expect(dataset.flows).toMatchObject([{ name: 'refresh', runKind: 'PipelineRun' }])
    for (const { instance } of dataset.components)
      expect(await show(instance.id)).toMatchObject({ parent: { id: dataset.id }, flows: [], readiness: null })
    for (const name of ['startInstance', 'stopInstance', 'archiveInstance']) await transition(name, dataset.id)
    for (const { instance } of dataset.components) expect((await show(instance.id)).lifecycle).toBe('ARCHIVED')
  })

  it('which its config chooses, by definition or by an instance that serves several, for good', async () => {
    const store = await create({ kind: 'STORE', definitionTypeKey: 'data/sqlite' })
    const one = await create({
      kind: 'DATASET',
      definitionTypeKey: 'data/files',
      config: { path: 'sp500.csv', store: store.id, accessor: 'data/pit' },
    })
    const two = await create({
      kind: 'SIGNAL',
      definitionTypeKey: 'data/files',
      config: { path: 'stocks.csv', store: store.id },
    })
    expect([one, two].map(({ components }) => components.find(({ role }) => role === 'STORE')!.instance.id)).toEqual([
      store.id,
      store.id,
    ])
    expect(one.components.find(({ role }) => role === 'ACCESSOR')!.instance.definition.typeKey).toBe('data/pit')
    const update = 'mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision } }'
    const refused = await refusal(marquee, update, {
      input: { id: one.id, config: { path: 'sp500.csv', accessor: 'data/pit' } },
    })
    expect(refused.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/config/store' }] },
    })
  })

  it.each([
    [{ store: 'data/simple' }, '/config/store'],
    [{ accessor: 'data/none' }, '/config/accessor'],
    [{ store: 'inst-00000000' }, '/config/store'],
  ])('which must be there: %j', async (choice, pointer) => {
    const input = { kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'sp500.csv', ...choice } }
    const { extensions } = await refusal(
      marquee,
      'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { revision } }',
      { input },
    )
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', details: { problems: [{ pointer }] } })
  })
})

describe.each(['data/parquet', 'data/sqlite'])(
  'a dataset of a real file in %s (S1-05, S1-07, S1-15, S1-16, S1-38, S1-42)',
  (store) => {
    it('refreshes to READY, then adds only what is new, and shows its rows', async () => {
      const name = `${unique()}.csv`
      cpSync(path.join(files, 'sp500.csv'), path.join(files, name))
      const { id } = await started({ kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: name, store } })
      const refused = await refusal(marquee, 'query ($id: ID!) { datasetPreview(id: $id) { total } }', { id })
      expect(refused.extensions.code).toBe('CONDITION_FAILED')

      expect(await run(id)).toMatchObject({
        status: 'SUCCEEDED',
        kind: 'PipelineRun',
        outputs: { rows_added: 123, last_date: '2010-03-01' },
      })
      await expect.poll(async () => (await show(id)).readiness, patient).toBe('READY')
      appendFileSync(path.join(files, name), '\nApr 1 2010,1186.69\n')
      expect(await run(id)).toMatchObject({
        status: 'SUCCEEDED',
        outputs: { rows_added: 1, rows_total: 124, last_date: '2010-04-01' },
      })

      expect(await preview(id, { from: '2010-03-01' })).toEqual({
        columns: [
          { name: 'date', type: 'DATE' },
          { name: 'price', type: 'DOUBLE' },
        ],
        rows: [
          { date: '2010-03-01', price: 1140.45 },
          { date: '2010-04-01', price: 1186.69 },
        ],
        total: 2,
        isTruncated: false,
      })
      const wrong = await refusal(
        marquee,
        'query ($id: ID!) { datasetPreview(id: $id, request: { limit: 5000 }) { total } }',
        { id },
      )
      expect(wrong.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/request/limit' }] },
      })
    })
  },
)

it('what one may not see is not there, and what one may not change is refused (S1-40)', async () => {
  const { id } = await started({ kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'sp500.csv' } })
  await run(id)
  const read = 'query ($id: ID!) { datasetPreview(id: $id) { total } }'
  expect((await refusal(marquee, read, { id: 'inst-00000000' })).extensions.code).toBe('NOT_FOUND')
  expect((await refusal(marquee, read, { id }, null)).extensions.code).toBe('NOT_FOUND')
  await ask(marquee, 'mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision } }', {
    input: { id, visibility: 'PUBLIC' },
  })
  expect(await ask(marquee, read, { id }, null)).toEqual({ datasetPreview: { total: 123 } })
  const promote = 'mutation ($id: ID!) { promoteInstance(input: { id: $id }) { revision } }'
  expect((await refusal(marquee, promote, { id }, null)).extensions.code).toBe('UNAUTHENTICATED')
})

it('a refresh that cannot read its file fails, and says why', async () => {
  const made = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { revision } }'
  const outside = await refusal(marquee, made, {
    input: { kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: '../outside.csv' } },
  })
  expect(pointersOf(outside)).toEqual(['/config/path'])
  const { id } = await started({ kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'none.csv' } })
  expect(await run(id)).toMatchObject({ status: 'FAILED', error: { code: 'BAD_CONFIG' } })
  await expect.poll(async () => (await show(id)).readiness, patient).toBe('ERROR')
})

describe('expressions (S1-11, S1-35, S1-46, S1-50)', () => {
  it('have operators that can be listed and looked up', async () => {
    const { operators, operator, none } = await ask<{ operators: { name: string }[]; operator: Json; none: null }>(
      marquee,
      '{ operators { name title description periods example } operator(name: "mean") { name periods } none: operator(name: "NONE") { name } }',
    )
    expect(operators.map(({ name }) => name)).toEqual(expect.arrayContaining(['REF', 'DELTA', 'MEAN']))
    expect(operator).toMatchObject({ name: 'MEAN', periods: expect.any(String) as string })
    expect(none).toBeNull()
  })

  it('can be tried on bare numbers and on datasets, and are refused with the position of what is wrong', async () => {
    const { evaluateExpression: bare } = await ask<{ evaluateExpression: Json }>(marquee, evaluate, {
      expression: 'DELTA(x, 1)',
      inputs: { x: [1, 4, 9] },
    })
    expect(bare).toMatchObject({
      preview: [{ value: null }, { value: 3 }, { value: 5 }],
      rows: 3,
      lastValue: 5,
      lastDate: null,
    })

    const { id } = await started({ kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'stocks.csv' } })
    await run(id)
    const inputs = { msft: { instanceId: id, column: 'price', where: { symbol: 'MSFT' } } }
    const { evaluateExpression: real } = await ask<{ evaluateExpression: Json }>(marquee, evaluate, {
      expression: 'MEAN(msft, 2)',
      inputs,
    })
    expect(real).toMatchObject({
      rows: 123,
      lastDate: '2010-03-01',
      lastValue: expect.closeTo((28.67 + 28.8) / 2, 6) as number,
    })

    const wrong = await refusal(marquee, evaluate, { expression: 'MEAN(x', inputs: { x: [1] } })
    expect(wrong.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { position: 6, problems: [{ pointer: '/expression' }] },
    })
    expect((await refusal(marquee, evaluate, { expression: 'x', inputs: { x: [1] } }, null)).extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    const unseen = await refusal(marquee, evaluate, { expression: 'x', inputs: { x: { instanceId: 'inst-00000000' } } })
    expect(unseen.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/inputs/x/instanceId' }] },
    })
  })

  it.each(['MEAN(price', 'FOO(', 'REF(price, -1)'])(
    'that cannot be read are refused when an experiment is made: %s',
    async (expression) => {
      const made = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { revision } }'
      const refused = await refusal(marquee, made, {
        input: { kind: 'EXPERIMENT', definitionTypeKey: 'ops/expression', config: { expression } },
      })
      expect(refused.extensions.code).toBe('SCHEMA_VIOLATION')
      expect(pointersOf(refused)).toEqual(['/config/expression'])
    },
  )

  it('become experiments over datasets upstream, and macros that others use (S0-19, S1-12, S1-17, S1-37, S1-45, S1-51)', async () => {
    const dataset = await started({ kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'sp500.csv' } })
    await run(dataset.id)
    const config = { expression: 'DELTA(price, 1) / REF(price, 1)', inputs: { price: {} } }
    const experiment = await started({
      kind: 'EXPERIMENT',
      definitionTypeKey: 'ops/expression',
      config,
      name: unique(),
    })
    const upstream = 'mutation ($input: SetUpstreamsInput!) { setUpstreams(input: $input) { revision } }'
    await ask(marquee, upstream, { input: { id: experiment.id, upstreams: [{ instanceId: dataset.id }] } })
    const previewed = await run(experiment.id)
    expect(previewed).toMatchObject({
      status: 'SUCCEEDED',
      kind: 'ExperimentRun',
      outputs: { rows: 123, last_date: '2010-03-01' },
    })
    expect(previewed.outputs!['last_value']).toBeCloseTo((1140.45 - 1104.49) / 1104.49, 10)

    const typeKey = `macros/${unique()}`
    const save =
      'mutation ($input: SaveExperimentAsMacroInput!) { saveExperimentAsMacro(input: $input) { definitionVersion { status defaultProps definition { kind derivedFrom { typeKey } } } } }'
    const { saveExperimentAsMacro } = await ask<{ saveExperimentAsMacro: { definitionVersion: Json } }>(marquee, save, {
      input: { instanceId: experiment.id, typeKey },
    })
    expect(saveExperimentAsMacro.definitionVersion).toMatchObject({
      status: 'PUBLISHED',
      defaultProps: { expression: config.expression },
      definition: { kind: 'OP_MACRO' },
    })

    const other = await started({ kind: 'EXPERIMENT', definitionTypeKey: typeKey })
    await ask(marquee, upstream, { input: { id: other.id, upstreams: [{ instanceId: dataset.id }] } })
    expect((await run(other.id)).outputs).toMatchObject({ rows: 123, last_value: previewed.outputs!['last_value'] })
  })
})

describe('a signal (S0-18, S1-39, S1-43, S1-49)', () => {
  const validate = 'query ($id: ID!) { validateSignal(id: $id) { valid checks { name ok message } } }'
  const promote = `mutation ($input: PromoteInstanceInput!) { promoteInstance(input: $input) { revision instance { ${fields} } } }`

  it('is promoted from a dataset that passes: the same parts, flows of its own, and where it comes from', async () => {
    const dataset = await started({
      kind: 'DATASET',
      definitionTypeKey: 'data/files',
      config: { path: 'sp500.csv', store: 'data/sqlite' },
    })
    const early = await refusal(marquee, promote, { input: { id: dataset.id } })
    expect(early.extensions).toMatchObject({
      code: 'CONDITION_FAILED',
      details: { checks: expect.arrayContaining([expect.objectContaining({ name: 'rows', ok: false })]) as unknown },
    })
    await run(dataset.id)
    expect(
      (await ask<{ validateSignal: { valid: boolean } }>(marquee, validate, { id: dataset.id })).validateSignal.valid,
    ).toBe(true)

    const input = { id: dataset.id, name: unique(), idempotencyKey: unique() }
    const first = (await ask<{ promoteInstance: { instance: Shown } }>(marquee, promote, { input })).promoteInstance
      .instance
    const again = (await ask<{ promoteInstance: { instance: Shown } }>(marquee, promote, { input })).promoteInstance
      .instance
    expect(again.id).toBe(first.id)
    expect(first).toMatchObject({
      kind: 'SIGNAL',
      lifecycle: 'CREATED',
      promotedFrom: { id: dataset.id },
      parent: null,
      flows: [{ name: 'refresh', runKind: 'PipelineRun' }],
    })
    expect(first.components).toEqual(dataset.components)
    expect(first.flows[0]!.id).not.toBe(dataset.flows[0]!.id)
    expect((await show(dataset.id)).lifecycle).toBe('ACTIVE')

    await transition('startInstance', first.id)
    expect(await run(first.id)).toMatchObject({ status: 'SUCCEEDED', outputs: { rows_added: 123 } })
    expect((await preview(first.id)).total).toBe(123)
  })
})

describe('a backtest (S0-22, S0-43, S0-44, S0-45, S0-46, S0-47, S1-18)', () => {
  const made = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { revision } }'

  it('needs no definition, works on the signals that its config names, and gives curve, trades and metrics', async () => {
    const signal = await started({ kind: 'SIGNAL', definitionTypeKey: 'data/files', config: { path: 'stocks.csv' } })
    await run(signal.id)
    const config = {
      assets: { universe: ['MSFT', 'AAPL', 'AMZN'], benchmark: 'IBM' },
      signals: { primary: signal.id, secondary: [signal.id] },
      date_range: { start: '2005-01-01', end: '2009-12-31' },
      rebalance_frequency: 'daily',
      transaction_costs: 0.001,
      slippage_model: 'linear',
    }
    const backtest = await started({ kind: 'BACKTEST', config })
    expect(backtest.flows).toMatchObject([{ name: 'backtest', runKind: 'BacktestRun' }])
    const { status, kind, outputs } = await run(backtest.id)
    expect({ status, kind }).toEqual({ status: 'SUCCEEDED', kind: 'BacktestRun' })
    expect(outputs).toMatchObject({
      points: 60,
      metrics: {
        trades: expect.any(Number) as number,
        benchmark_return: expect.closeTo(128.58 / 87.02 - 1, 1) as number,
      },
    })
    expect((outputs!['equity_curve'] as { date: string }[]).map(({ date }) => date).at(-1)).toBe('2009-12-01')
    expect(outputs!['trades']).not.toEqual([])
  })

  it('is refused where its config says what it cannot be', async () => {
    const wrong = await refusal(marquee, made, {
      input: {
        kind: 'BACKTEST',
        config: { assets: { universe: [] }, rebalance_frequency: 'hourly', transaction_costs: -1 },
      },
    })
    expect(wrong.extensions.code).toBe('SCHEMA_VIOLATION')
    expect(pointersOf(wrong)).toEqual([
      '/config/assets/universe',
      '/config/rebalance_frequency',
      '/config/transaction_costs',
    ])
    const dataset = await create({ kind: 'DATASET', definitionTypeKey: 'data/files', config: { path: 'sp500.csv' } })
    const none = await refusal(marquee, made, { input: { kind: 'BACKTEST' } })
    expect(pointersOf(none)).toEqual(['/config/assets'])
    const backwards = { assets_json: { universe: ['A'] }, date_range_json: { start: '2020-02-01', end: '2020-01-01' } }
    expect(pointersOf(await refusal(marquee, made, { input: { kind: 'BACKTEST', config: backwards } }))).toEqual([
      '/config/date_range_json/end',
    ])
    const misspelt = await refusal(marquee, made, {
      input: { kind: 'BACKTEST', config: { assets: { universe: ['A'] }, rebalance: 'daily' } },
    })
    expect(pointersOf(misspelt)).toEqual(['/config/rebalance'])
    const unknown = await refusal(marquee, made, {
      input: {
        kind: 'BACKTEST',
        config: { assets: { universe: ['A'] }, signals: { primary: dataset.id, secondary: ['inst-00000000'] } },
      },
    })
    expect(pointersOf(unknown)).toEqual(['/config/signals/primary', '/config/signals/secondary/0'])
  })
})

describe('executors that others supply', () => {
  const withCode = async (codeRef: string) => {
    const typeKey = `test/${unique()}`
    await define({
      typeKey,
      kind: 'OP',
      version: '1.0.0',
      codeRef,
      flowTemplates: [{ name: 'preview', runKind: 'ExperimentRun' }],
    })
    return await started({ kind: 'EXPERIMENT', definitionTypeKey: typeKey })
  }

  it.each([
    ['ML_MODULE', 'MODEL', 'training', 'TrainingRun', 'model_artifact'],
    ['ML_MODULE', 'MODEL', 'inference', 'InferenceRun', 'predictions'],
    ['ML_MODULE', 'MODEL', 'monitoring', 'MonitoringRun', 'drift_metrics'],
    ['PORTFOLIO_OPTIMIZER', 'PORTFOLIO_OPTIMIZER', 'optimize', 'PortfolioOptimizationRun', 'weights'],
  ])(
    'serve a %s too: %s.%s (S0-20, S0-21, S1-13, S1-14, S1-19 to S1-22)',
    async (definitionKind, kind, flow, runKind, output) => {
      const typeKey = `test/${unique()}`
      await define({
        typeKey,
        kind: definitionKind,
        version: '1.0.0',
        codeRef: 'user.quant',
        parametersSchema: { type: 'object', properties: { depth: { type: 'integer' } } },
      })
      const instance = await started({ kind, definitionTypeKey: typeKey, config: { depth: 3 } })
      expect(await run(instance.id, undefined, flow)).toMatchObject({
        status: 'SUCCEEDED',
        kind: runKind,
        outputs: { [output]: expect.anything() as unknown },
      })
    },
  )

  it('see no secrets of the server (S1-28)', async () => {
    const { id } = await withCode('user.secrets')
    const { outputs } = await run(id)
    expect((outputs!['env'] as string[]).filter((name) => /KEY|DATABASE|REDIS|MARQUEE/.test(name))).toEqual([])
  })

  it('take only themselves down when they eat all memory (S1-23)', async () => {
    const { id } = await withCode('user.greedy')
    expect(await run(id)).toMatchObject({ status: 'FAILED', error: { code: 'OUT_OF_MEMORY' } })
    expect((await show(id)).id).toBe(id)
  })
})
