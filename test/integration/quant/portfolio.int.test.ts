import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pointersOf, refusal } from '../../support/graph/graph-client.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { askPython, describeOracle } from '../../support/oracle.ts'
import { Research, type Json } from '../../support/research.ts'

const symbols = ['AAPL', 'AMZN', 'GOOG', 'IBM', 'MSFT']

/** Weights of each month by the twelve returns before it, and what they earned, as numpy has it. */
const independent = `
frame = pd.read_csv(given['file'], parse_dates=['date'])
x = frame.pivot(index='date', columns='symbol', values='price')
rows, r = {}, x / x.shift(1) - 1
for t in range(12, len(x)):
    window = x.iloc[t - 12:t + 1]
    names = [s for s in x.columns if window[s].notna().all()]
    if not names: continue
    iv = 1 / r.iloc[t - 11:t + 1][names].var(ddof=0)
    if given['method'] == 'equal': w = pd.Series(1 / len(names), index=names)
    else:
        z = r.iloc[t - 11:t + 1][names].values
        z0 = z - z.mean(axis=0); n, p = z.shape; s = z0.T @ z0 / n; m = np.trace(s) / p
        d2 = ((s - m * np.eye(p)) ** 2).sum(); b2 = min(d2, sum(((np.outer(q, q) - s) ** 2).sum() for q in z0) / n ** 2)
        cov = b2 / d2 * m * np.eye(p) + (1 - b2 / d2) * s
        from scipy.optimize import minimize
        f = minimize(lambda w: 1e3 * w @ cov @ w, np.full(p, 1 / p), bounds=[(0, 0.5)] * p, constraints={'type': 'eq', 'fun': lambda w: w.sum() - 1}, method='SLSQP', options={'ftol': 1e-15, 'maxiter': 1000})
        w = pd.Series(f.x, index=names)
    rows[x.index[t]] = w
weights = pd.DataFrame(rows).T.reindex(columns=x.columns)
held = weights.fillna(0)
gains = (held.shift(1) * r.loc[held.index].fillna(0)).sum(axis=1).iloc[1:]
equity, drift = [1.0], held.iloc[0] * 0
for k in range(len(held)):
    growth = 1 + (drift * r.loc[held.index[k]].fillna(0)).sum() if k else 1
    now = drift * (1 + r.loc[held.index[k]].fillna(0)) / growth if k else drift
    equity.append(equity[-1] * growth * (1 - given['costs'] * (held.iloc[k] - now).abs().sum()))
    drift = held.iloc[k]
answer = {'weights': [[d.strftime('%Y-%m-%d'), s, v] for (d, s), v in weights.stack().items()], 'equity': equity[1:]}
`

describeOracle('a portfolio over real prices (S0-21, S1-05, S1-14, S1-19)', () => {
  let research: Research
  let prices: string
  beforeAll(async () => {
    research = await Research.start({ vega: ['stocks.csv'] })
    prices = await research.refreshed('stocks.csv', { key: ['symbol', 'date'] })
  }, startMs)
  afterAll(() => research.stop())

  const optimizer = async (method: string, config: Json = {}): Promise<string> => {
    const id = await research.started({
      kind: 'PORTFOLIO_OPTIMIZER',
      definitionTypeKey: `portfolio/${method}`,
      config: { lookback: 12, ...config },
    })
    await research.upstreams(id, [{ instanceId: prices, role: 'prices' }])
    return id
  }

  it.each([
    ['equal', {}],
    ['mvo', { objective: 'min-variance', max_weight: 0.5 }],
  ])(
    '%s: weights of every month, and a backtest that holds them, as numpy and scipy have them',
    async (method, config) => {
      const costs = 0.002
      const expected = askPython<{ weights: [string, string, number][]; equity: number[] }>(independent, {
        file: path.join(research.files, 'stocks.csv'),
        method,
        costs,
      })
      const id = await optimizer(method, config)
      const run = await research.run(id)
      expect(run).toMatchObject({ status: 'SUCCEEDED', kind: 'PortfolioOptimizationRun', error: null })
      const rows = (await research.wholeOutput(run.id, 'weights')) as { date: string; symbol: string; weight: number }[]
      expect(rows.map(({ date, symbol }) => [date, symbol])).toEqual(
        expected.weights.map(([date, symbol]) => [date, symbol]),
      )
      rows.forEach(({ weight }, i) => expect(weight).toBeCloseTo(expected.weights[i]![2], 3))
      expect(Object.values(run.outputs!['weights'] as Record<string, number>).reduce((a, b) => a + b, 0)).toBeCloseTo(
        1,
        9,
      )

      const backtest = await research.started({
        kind: 'BACKTEST',
        config: {
          assets: { universe: symbols, benchmark: 'IBM' },
          signals: { primary: id, prices },
          rebalance_frequency: 'monthly',
          transaction_costs: costs,
        },
      })
      const tested = await research.run(backtest)
      expect(tested).toMatchObject({ status: 'SUCCEEDED', kind: 'BacktestRun', error: null })
      const curve = (await research.wholeOutput(tested.id, 'equity_curve')) as { date: string; equity: number }[]
      const held = curve.filter(({ date }) => date >= expected.weights[0]![0])
      expect(held).toHaveLength(expected.equity.length)
      held.forEach(({ equity }, t) => expect(equity / expected.equity[t]!).toBeCloseTo(1, method === 'equal' ? 9 : 2))
      expect(await research.output(tested.id, 'exposures', { first: 1 })).toMatchObject({ totalCount: 123 })
    },
  )

  it('a backtest follows its config to other signals, and takes none that there are not', async () => {
    const [one, other] = [await optimizer('equal'), await optimizer('hrp')]
    for (const id of [one, other]) expect(await research.run(id)).toMatchObject({ status: 'SUCCEEDED' })
    const config = (primary: string): Json => ({
      assets: { universe: symbols },
      signals: { primary, prices },
      rebalance_frequency: 'monthly',
    })
    const backtest = await research.started({ kind: 'BACKTEST', config: config(one) })
    const before = await research.run(backtest)
    const update = 'mutation ($input: UpdateInstanceInput!) { updateInstance(input: $input) { revision } }'
    await research.ask(update, { input: { id: backtest, config: config(other) } })
    const upstreams = await research.ask<{
      instance: { flows: { upstreamRefs: { role: string; flow: { instance: { id: string } } }[] }[] }
    }>('query ($id: ID!) { instance(id: $id) { flows { upstreamRefs { role flow { instance { id } } } } } }', {
      id: backtest,
    })
    expect(upstreams.instance.flows[0]!.upstreamRefs.map(({ role, flow }) => [role, flow.instance.id])).toEqual([
      ['primary', other],
      ['prices', prices],
    ])
    const after = await research.run(backtest)
    expect(after.status).toBe('SUCCEEDED')
    expect(after.metrics!['total_return']).not.toBeCloseTo(before.metrics!['total_return'] as number, 6)
    const refused = await refusal(research.marquee, update, {
      input: { id: backtest, config: config('inst-00000000') },
    })
    expect(pointersOf(refused)).toEqual(['/config/signals/primary'])

    // Set by hand to something else, it is refused rather than silently computed.
    await research.upstreams(backtest, [
      { instanceId: one, role: 'primary' },
      { instanceId: prices, role: 'prices' },
    ])
    expect(await research.run(backtest)).toMatchObject({
      status: 'FAILED',
      error: { code: 'BAD_CONFIG', message: expect.stringContaining(one) as string },
    })
  })

  it('hrp and risk parity hold everything that has prices, each in its measure', async () => {
    for (const method of ['hrp', 'risk-parity']) {
      const run = await research.run(await optimizer(method, { rebalance_frequency: 'once' }))
      expect(run).toMatchObject({ status: 'SUCCEEDED', error: null, outputs: { dates: 1, as_of: '2010-03-01' } })
      const weights = run.outputs!['weights'] as Record<string, number>
      expect(Object.keys(weights).sort()).toEqual(symbols)
      for (const weight of Object.values(weights)) expect(weight).toBeGreaterThan(0)
      // IBM moved least in that year, AMZN most.
      expect(weights['IBM']).toBeGreaterThan(weights['AMZN']!)
    }
  })

  it('refuses what no portfolio can be, and configs that mean nothing', async () => {
    const refused = await research.refused({
      kind: 'PORTFOLIO_OPTIMIZER',
      definitionTypeKey: 'portfolio/mvo',
      config: { lookback: 1, objective: 'most', maxweight: 1 },
    })
    expect(refused.extensions).toMatchObject({ code: 'SCHEMA_VIOLATION' })
    const run = await research.run(await optimizer('mvo', { objective: 'min-variance', max_weight: 0.1 }))
    expect(run).toMatchObject({ status: 'FAILED', error: { code: 'BAD_CONFIG' } })
    const unknown = await research.run(await optimizer('equal', { universe: ['IBM', 'XYZ'] }))
    expect(unknown).toMatchObject({ status: 'FAILED', error: { message: expect.stringContaining('XYZ') as string } })
  })
})
