import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal } from '../../support/graph/graph-client.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { askPython, describeOracle } from '../../support/oracle.ts'
import { Research, type Json } from '../../support/research.ts'

/** The same model from the file alone: split in time, purged of what would know the next split, fitted by numpy. */
const independent = `
frame = pd.read_csv(given['file'], parse_dates=['date'])
x = frame.pivot(index='date', columns='symbol', values='price')
r = x / x.shift(1) - 1
f = pd.DataFrame({'momentum': (x / x.shift(3) - 1).stack(), 'risk': r.rolling(6).std().stack()}).dropna()
position = {d: t for t, d in enumerate(x.index)}
f['y'] = r.shift(-1).stack().reindex(f.index)
f['t'] = [position[d] for d, s in f.index]
known = f.dropna()
times = sorted(known.t.unique())
v, w = times[int(len(times) * 0.6)], times[int(len(times) * 0.8)]
train, test = known[known.t + 1 < v], known[known.t >= w]
names = ['momentum', 'risk']
mean, sd = train[names].mean(), train[names].std(ddof=0)
z = ((train[names] - mean) / sd).values
b = np.linalg.solve(z.T @ z / len(z) + 0.1 * np.eye(2), z.T @ (train.y - train.y.mean()).values / len(z))
predict = lambda d: ((d[names] - mean) / sd).values @ b + train.y.mean()
test = test.assign(p=predict(test))
ic = test.groupby(level=0).apply(lambda g: g.p.corr(g.y)).mean()
last = train.t.max()
later = f[f.t > last + 1]
answer = {'coefficients': b, 'rows': len(train), 'ic': ic, 'rmse': ((test.p - test.y) ** 2).mean() ** 0.5,
  'predictions': [[d.strftime('%Y-%m-%d'), s, v] for (d, s), v in zip(later.index, predict(later))]}
`

describeOracle('a model over real prices (S0-20, S0-23 to S0-25, S1-13, S1-20 to S1-22)', () => {
  let research: Research
  let prices: string
  const config: Json = {
    algorithm: 'ridge',
    alpha: 0.1,
    features: { momentum: 'RETURN(price, 3)', risk: 'STD(RETURN(price, 1), 6)' },
    target: 'RETURN(price, 1)',
    inputs: { price: { bySymbol: true } },
    monitor: { columns: ['price'] },
  }
  beforeAll(async () => {
    research = await Research.start({ vega: ['stocks.csv'] })
    prices = await research.refreshed('stocks.csv', { key: ['symbol', 'date'] })
  }, startMs)
  afterAll(() => research.stop())

  const upstreams = (id: string, flow: string, all: Json[]) =>
    research.ask('mutation ($input: SetUpstreamsInput!) { setUpstreams(input: $input) { revision } }', {
      input: { id, flow, upstreams: all },
    })

  it('is trained, predicts what it has not seen, and its predictions are a signal, all as numpy has it', async () => {
    const expected = askPython<{
      coefficients: number[]
      rows: number
      ic: number
      rmse: number
      predictions: [string, string, number][]
    }>(independent, { file: path.join(research.files, 'stocks.csv') })
    const model = await research.started({ kind: 'MODEL', definitionTypeKey: 'ml/linear', config })
    await upstreams(model, 'training', [{ instanceId: prices }])
    await upstreams(model, 'inference', [
      { instanceId: prices },
      { instanceId: model, flow: 'training', role: 'model' },
    ])

    const trained = await research.run(model, { flow: 'training' })
    expect(trained).toMatchObject({ status: 'SUCCEEDED', kind: 'TrainingRun', error: null })
    const artifact = trained.outputs!['model_artifact'] as {
      coefficients: number[]
      features: string[]
      version: string
    }
    // The database keeps the members of a config in an order of its own: the artifact says which is which.
    const names = ['momentum', 'risk']
    for (const [i, value] of artifact.coefficients.entries())
      expect(value).toBeCloseTo(expected.coefficients[names.indexOf(artifact.features[i]!)]!, 10)
    expect(artifact.version).toMatch(/^[0-9a-f]{64}$/)
    expect(trained.outputs!['splits']).toMatchObject({ train: { rows: expected.rows } })
    expect((trained.metrics!['test'] as Json)['ic']).toBeCloseTo(expected.ic, 10)
    expect((trained.metrics!['test'] as Json)['rmse']).toBeCloseTo(expected.rmse, 10)

    const inferred = await research.run(model, { flow: 'inference' })
    expect(inferred).toMatchObject({
      status: 'SUCCEEDED',
      kind: 'InferenceRun',
      error: null,
      outputs: { model_version: artifact.version },
    })
    const rows = (await research.wholeOutput(inferred.id, 'predictions')) as {
      date: string
      symbol: string
      prediction: number
    }[]
    expect(rows.map(({ date, symbol }) => [date, symbol])).toEqual(
      expected.predictions.map(([date, symbol]) => [date, symbol]),
    )
    rows.forEach(({ prediction }, i) => expect(prediction).toBeCloseTo(expected.predictions[i]![2], 10))

    const backtest = await research.started({
      kind: 'BACKTEST',
      config: {
        assets: { universe: ['AAPL', 'AMZN', 'GOOG', 'IBM', 'MSFT'] },
        signals: { primary: model, prices },
        rebalance_frequency: 'monthly',
        weighting: 'proportional',
        direction: 'long-short',
      },
    })
    const tested = await research.run(backtest)
    expect(tested).toMatchObject({ status: 'SUCCEEDED', error: null })
    const [first] = (await research.output(tested.id, 'trades', { first: 1 })).rows as { date: string }[]
    expect(first?.date).toBe(expected.predictions[0]![0])
  })

  it('is monitored: a shifted file raises DriftDetected, the same file raises nothing', async () => {
    const lines = readFileSync(path.join(research.files, 'stocks.csv'), 'utf8').trim().split('\n')
    const shifted = lines.map((line, i) =>
      i === 0 ? line : line.replace(/[\d.]+$/, (price) => String(Number(price) * 3)),
    )
    research.write('shifted.csv', `${shifted.join('\n')}\n`)
    const current = await research.refreshed('shifted.csv', { key: ['symbol', 'date'] })
    const model = await research.started({ kind: 'MODEL', definitionTypeKey: 'ml/linear', config })
    const monitored = async (id: string) => {
      await upstreams(model, 'monitoring', [
        { instanceId: prices, role: 'reference' },
        { instanceId: id, role: 'current' },
      ])
      return await research.run(model, { flow: 'monitoring' })
    }
    const same = await monitored(prices)
    expect(same).toMatchObject({
      status: 'SUCCEEDED',
      kind: 'MonitoringRun',
      outputs: { alerts: [], drift_metrics: { price: { ks: 0, psi: 0 } } },
    })
    const conditionsOf = async () =>
      (
        await research.ask<{
          instance: { health: { status: string }; conditions: { type: string; message: string; details: Json }[] }
        }>('query ($id: ID!) { instance(id: $id) { health { status } conditions { type message details } } }', {
          id: model,
        })
      ).instance
    expect((await conditionsOf()).conditions).toEqual([])
    const drifted = await monitored(current)
    const ks = askPython<number>(
      `
from scipy.stats import ks_2samp
a = pd.read_csv(given).price
answer = ks_2samp(a, a * 3).statistic
`,
      path.join(research.files, 'stocks.csv'),
    )
    expect(drifted.outputs).toMatchObject({
      drift_metrics: { price: { ks: expect.closeTo(ks, 10) as number } },
      alerts: expect.arrayContaining([
        expect.objectContaining({ type: 'DriftDetected', column: 'price', metric: 'psi' }),
      ]) as unknown,
    })
    // What it found is a condition of the model, so that whoever watches health or conditions is told, and ends with it.
    const { health, conditions } = await conditionsOf()
    expect(conditions).toEqual([
      {
        type: 'DriftDetected',
        message: expect.stringMatching(/ of price is .* beyond /) as unknown,
        details: {
          flow: 'monitoring',
          runId: drifted.id,
          alerts: drifted.outputs!['alerts'],
          count: (drifted.outputs!['alerts'] as Json[]).length,
        },
      },
    ])
    expect(health.status).not.toBe('HEALTHY')
    await monitored(prices)
    expect((await conditionsOf()).conditions).toEqual([])
  })

  it('has versions: one is promoted past its guardrail, used by inference, and taken back', async () => {
    const bounded = { ...config, promotion: { 'test.rmse': { max: 1000 }, 'test.ic': { min: -1 } } }
    const model = await research.started({ kind: 'MODEL', definitionTypeKey: 'ml/linear', config: bounded })
    await upstreams(model, 'training', [{ instanceId: prices }])
    await upstreams(model, 'inference', [
      { instanceId: prices },
      { instanceId: model, flow: 'training', role: 'model' },
    ])
    const configured = (change: Json) =>
      research.ask('mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision } }', {
        input: { id: model, config: { ...bounded, ...change } },
      })
    const versions = async () =>
      (
        await research.ask<{
          instance: {
            modelVersions: {
              number: number
              stage: string | null
              sha256: string
              metrics: Json
              run: { id: string }
            }[]
          }
        }>('query ($id: ID!) { instance(id: $id) { modelVersions { number stage sha256 metrics run { id } } } }', {
          id: model,
        })
      ).instance.modelVersions
    const promote =
      'mutation ($input: PromoteModelInput!) { promoteModel(input: $input) { modelVersion { number stage stagedBy { id } } } }'
    const promoted = async (runId: string, stage: string | null) =>
      (
        await research.ask<{ promoteModel: { modelVersion: { number: number; stage: string | null } } }>(promote, {
          input: { runId, stage },
        })
      ).promoteModel.modelVersion
    const flowOf = async (name: string) =>
      (
        await research.ask<{ instance: { flows: { name: string; status: string; staleReason: string | null }[] } }>(
          'query ($id: ID!) { instance(id: $id) { flows { name status staleReason } } }',
          { id: model },
        )
      ).instance.flows.find((flow) => flow.name === name)
    const infer = async () => (await research.run(model, { flow: 'inference' })).outputs!['model_version']

    const first = await research.run(model, { flow: 'training' })
    await configured({ alpha: 5 })
    expect(await flowOf('training')).toMatchObject({ status: 'STALE', staleReason: 'CONFIG_CHANGED' })
    const second = await research.run(model, { flow: 'training' })
    expect(await flowOf('training')).toMatchObject({ status: 'READY', staleReason: null })
    const versionOf = (run: typeof first) => (run.outputs!['model_artifact'] as { version: string }).version
    expect(versionOf(first)).not.toBe(versionOf(second))
    expect(await versions()).toEqual([
      {
        number: 2,
        stage: null,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        metrics: second.metrics,
        run: { id: second.id },
      },
      {
        number: 1,
        stage: null,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        metrics: first.metrics,
        run: { id: first.id },
      },
    ])
    // The newest, as long as none is in production; then that one, whatever is trained afterwards.
    expect(await infer()).toBe(versionOf(second))
    expect(await promoted(first.id, 'PRODUCTION')).toMatchObject({ number: 1, stage: 'PRODUCTION' })
    await expect
      .poll(() => flowOf('inference'), { timeout: 20_000 })
      .toMatchObject({ status: 'STALE', staleReason: 'UPSTREAM_NEWER' })
    expect(await infer()).toBe(versionOf(first))
    await configured({ alpha: 7 })
    expect(await flowOf('training')).toMatchObject({ status: 'STALE' })
    expect(await infer()).toBe(versionOf(first))
    await research.run(model, { flow: 'training' })
    expect(await infer()).toBe(versionOf(first))
    expect((await versions()).map(({ number, stage }) => [number, stage])).toEqual([
      [3, null],
      [2, null],
      [1, 'PRODUCTION'],
    ])
    // One takes the place of another.
    await promoted(second.id, 'STAGING')
    await promoted(second.id, 'PRODUCTION')
    expect((await versions()).map(({ stage }) => stage)).toEqual([null, 'PRODUCTION', null])
    expect(await promoted(second.id, null)).toMatchObject({ stage: null })
    const inference = await research.run(model, { flow: 'inference' })
    expect(
      (await refusal(research.marquee, promote, { input: { runId: inference.id, stage: 'STAGING' } })).extensions.code,
    ).toBe('NOT_FOUND')
    // For whoever may not see the model there is no such run, and nothing says whose it is.
    const stranger = (await newToken(research.marquee, 'HUMAN')).token
    const hidden = await refusal(research.marquee, promote, { input: { runId: second.id, stage: 'STAGING' } }, stranger)
    expect(hidden).toMatchObject({ message: `There is no run ${second.id}.`, extensions: { code: 'NOT_FOUND' } })
    // The guardrail of the config has the last word, and says which metric.
    await configured({ promotion: { 'test.ic': { min: 2 }, 'test.auc_roc': { min: 0 } } })
    const { extensions } = await refusal(research.marquee, promote, {
      input: { runId: second.id, stage: 'PRODUCTION' },
    })
    expect(extensions).toMatchObject({
      code: 'CONDITION_FAILED',
      details: {
        rule: 'config.promotion',
        problems: [
          { pointer: '/promotion/test.ic', message: expect.stringContaining('less than 2') as unknown },
          { pointer: '/promotion/test.auc_roc', message: 'the run has no metric test.auc_roc' },
        ],
      },
    })
    expect((await versions()).map(({ stage }) => stage)).toEqual([null, null, null])
  })
})
