import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { covarianceOf, ledoitWolf, meansOf } from '../../executors/portfolio/covariance.ts'
import { hierarchicalRiskParity } from '../../executors/portfolio/hrp.ts'
import {
  meanVariance,
  portfolioVariance,
  type Limits,
  type Objective,
} from '../../executors/portfolio/mean-variance.ts'
import { riskParity } from '../../executors/portfolio/risk-parity.ts'
import { askPython, describeOracle } from '../support/oracle.ts'

/** Monthly returns of five companies, 2004 to 2010. */
const returns = ((): number[][] => {
  const prices = new Map<string, number[]>()
  const [, ...lines] = readFileSync('node_modules/vega-datasets/data/stocks.csv', 'utf8').trim().split('\n')
  for (const line of lines) {
    const [symbol = '', , price] = line.split(',')
    prices.set(symbol, [...(prices.get(symbol) ?? []), Number(price)])
  }
  const length = Math.min(...[...prices.values()].map((series) => series.length))
  return [...prices.values()].map((series) =>
    series.slice(-length).flatMap((price, t, all) => (t === 0 ? [] : [price / (all[t - 1] as number) - 1])),
  )
})()

/** Many assets that move with a few things in common, so that the covariance is far from the identity. The same every time. */
function factorReturns(assets: number, periods: number): number[][] {
  let state = 12345
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
  const factors = Array.from({ length: 3 }, () => Array.from({ length: periods }, () => 0.01 * normal()))
  return Array.from({ length: assets }, () => {
    const loads = factors.map(() => normal())
    const own = 0.005 + 0.02 * random()
    return Array.from({ length: periods }, (_, t) =>
      loads.reduce((sum, load, k) => sum + load * (factors[k]![t] as number), 0.0005 * normal() + own * normal()),
    )
  })
}

const free: Limits = { min: 0, max: 1, groups: [], turnover: null }

/** Solved by scipy as a general non-linear problem: nothing in common with a dual active-set method. */
const optimum = `
from scipy.optimize import minimize
def best(case):
    mu, cov, o, l = np.array(case['means']), np.array(case['covariance']), case['objective'], case['limits']
    n = len(mu)
    def loss(w):
        if o['kind'] == 'risk-aversion': return (o['aversion'] / 2 * w @ cov @ w - mu @ w) * 1e2
        if o['kind'] == 'max-sharpe': return -(mu @ w - o['riskFree']) / np.sqrt(w @ cov @ w)
        return w @ cov @ w * 1e3
    cons = [{'type': 'eq', 'fun': lambda w: w.sum() - 1}]
    if o['kind'] == 'target-return': cons.append({'type': 'ineq', 'fun': lambda w: (mu @ w - o['target']) * 100})
    for g in l['groups']:
        cons.append({'type': 'ineq', 'fun': lambda w, g=g: w[g['members']].sum() - g['min']})
        cons.append({'type': 'ineq', 'fun': lambda w, g=g: g['max'] - w[g['members']].sum()})
    if l['turnover']:
        cons.append({'type': 'ineq', 'fun': lambda w: l['turnover']['max'] - np.sqrt((w - np.array(l['turnover']['before'])) ** 2 + 1e-14).sum()})
    found = [minimize(loss, start, bounds=[(l['min'], l['max'])] * n, constraints=cons, method='SLSQP', options={'maxiter': 400, 'ftol': 1e-13})
             for start in [np.full(n, 1 / n)] + [np.random.RandomState(s).dirichlet(np.ones(n)) for s in range(1)]]
    good = [f for f in found if all((c['fun'](f.x) > -1e-6) if c['type'] == 'ineq' else abs(c['fun'](f.x)) < 1e-6 for c in cons)]
    return min(good, key=lambda f: f.fun).x if good else None
answer = [best(case) for case in given]
`

describeOracle('optimizers against scipy and numpy (S1-14)', { timeout: 240_000 }, () => {
  it('covariances are the sample ones, shrunken as Ledoit and Wolf do', () => {
    for (const sample of [returns, factorReturns(30, 20)]) {
      const expected = askPython<{ sample: number[][]; shrunk: number[][]; share: number }>(
        `
x = np.array(given).T
n, p = x.shape
x0 = x - x.mean(axis=0)
s = x0.T @ x0 / n
m = np.trace(s) / p
d2 = np.linalg.norm(s - m * np.eye(p)) ** 2 / p
b2 = min(d2, sum(np.linalg.norm(np.outer(row, row) - s) ** 2 / p for row in x0) / n ** 2)
answer = {'sample': np.cov(x.T), 'shrunk': b2 / d2 * m * np.eye(p) + (1 - b2 / d2) * s, 'share': b2 / d2}
`,
        sample,
      )
      const shrunk = ledoitWolf(sample)
      expect(shrunk.share).toBeCloseTo(expected.share, 10)
      for (const [i, row] of covarianceOf(sample).entries())
        for (const [j, value] of row.entries()) {
          expect(value).toBeCloseTo(expected.sample[i]![j]!, 14)
          expect(shrunk.covariance[i]![j]).toBeCloseTo(expected.shrunk[i]![j]!, 14)
        }
    }
  })

  it('risk parity gives every asset the same part of the risk, or its share', () => {
    for (const sample of [returns, factorReturns(60, 250)]) {
      const { covariance } = ledoitWolf(sample)
      const weights = riskParity(covariance)
      const variance = portfolioVariance(weights, covariance)
      const parts = weights.map(
        (weight, i) => (weight * covariance[i]!.reduce((sum, value, j) => sum + value * weights[j]!, 0)) / variance,
      )
      for (const part of parts) expect(part).toBeCloseTo(1 / weights.length, 10)
    }
    const { covariance } = ledoitWolf(returns)
    const expected = askPython<number[]>(
      `
from scipy.optimize import minimize
cov, b = np.array(given['covariance']), np.array(given['budgets'])
scale = np.sqrt(np.trace(cov))
f = minimize(lambda x: x @ cov @ x / scale ** 2 / 2 - b @ np.log(x), np.ones(len(b)), jac=lambda x: cov @ x / scale ** 2 - b / x, bounds=[(1e-9, None)] * len(b), method='L-BFGS-B', options={'ftol': 1e-16, 'gtol': 1e-12, 'maxiter': 10000})
answer = f.x / f.x.sum()
`,
      { covariance, budgets: [0.4, 0.3, 0.1, 0.1, 0.1] },
    )
    riskParity(covariance, [0.4, 0.3, 0.1, 0.1, 0.1]).forEach((weight, i) =>
      expect(weight).toBeCloseTo(expected[i]!, 5),
    )
    // By hand: without correlation each weighs the inverse of its deviation.
    expect(
      riskParity([
        [0.04, 0],
        [0, 0.01],
      ])[1],
    ).toBeCloseTo(2 / 3, 12)
  })

  it('hierarchical risk parity is that of scipy’s tree', () => {
    const covariances = [returns, factorReturns(25, 100), factorReturns(60, 30)].map(covarianceOf)
    const expected = askPython<number[][]>(
      `
from scipy.cluster.hierarchy import linkage, leaves_list
from scipy.spatial.distance import squareform
def hrp(cov):
    sd = np.sqrt(np.diag(cov))
    dist = np.sqrt(np.clip((1 - cov / np.outer(sd, sd)) / 2, 0, None))
    np.fill_diagonal(dist, 0)
    order = leaves_list(linkage(squareform(dist, checks=False), 'single'))
    w = np.ones(len(cov))
    def var(items):
        sub = cov[np.ix_(items, items)]
        iv = 1 / np.diag(sub); iv /= iv.sum()
        return iv @ sub @ iv
    lists = [list(order)]
    while lists:
        lists = [l[a:b] for l in lists for a, b in ((0, len(l) // 2), (len(l) // 2, len(l))) if len(l) > 1]
        for i in range(0, len(lists), 2):
            a, b = lists[i], lists[i + 1]
            alpha = 1 - var(a) / (var(a) + var(b))
            w[a] *= alpha; w[b] *= 1 - alpha
    return w
answer = [hrp(np.array(cov)) for cov in given]
`,
      covariances,
    )
    for (const [index, covariance] of covariances.entries()) {
      const weights = hierarchicalRiskParity(covariance)
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
      weights.forEach((weight, i) => expect(weight).toBeCloseTo(expected[index]![i]!, 10))
    }
  })

  it('mean-variance is not beaten by scipy, within bounds, groups and turnover', () => {
    const wide = factorReturns(8, 80)
    const objectives = (means: readonly number[]): Objective[] => [
      { kind: 'min-variance' },
      { kind: 'target-return', target: means.reduce((sum, mean) => sum + mean, 0) / means.length + 0.001 },
      { kind: 'risk-aversion', aversion: 5 },
      { kind: 'max-sharpe', riskFree: 0.0001 },
    ]
    const limits = (n: number): Limits[] => [
      free,
      { ...free, max: 0.4, min: 0.02 },
      { ...free, min: -0.3, max: 0.6, groups: [{ members: [0, 1], min: 0.3, max: 0.5 }] },
      { ...free, turnover: { max: 0.3, before: new Array<number>(n).fill(1 / n) } },
    ]
    const cases = [returns, wide].flatMap((sample) => {
      const [means, { covariance }] = [meansOf(sample), ledoitWolf(sample)]
      return objectives(means).flatMap((objective) =>
        limits(means.length).map((each) => ({ means, covariance, objective, limits: each })),
      )
    })
    const expected = askPython<(number[] | null)[]>(optimum, cases)
    let compared = 0
    for (const [index, { means, covariance, objective, limits: each }] of cases.entries()) {
      const found = meanVariance(means, covariance, objective, each)
      const theirs = expected[index]!
      const where = `${objective.kind} ${index}`
      if (!found.ok) {
        expect(theirs, `${where}: ${found.message}`).toBeNull()
        continue
      }
      const { weights } = found
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10)
      for (const weight of weights) {
        expect(weight, where).toBeGreaterThanOrEqual(each.min - 1e-7)
        expect(weight, where).toBeLessThanOrEqual(each.max + 1e-7)
      }
      if (each.turnover)
        expect(
          weights.reduce((sum, weight, i) => sum + Math.abs(weight - each.turnover!.before[i]!), 0),
        ).toBeLessThanOrEqual(0.3 + 1e-6)
      if (theirs === null) continue
      const worth = (w: readonly number[]) => {
        const mean = w.reduce((sum, weight, i) => sum + weight * means[i]!, 0)
        const variance = portfolioVariance(w, covariance)
        if (objective.kind === 'risk-aversion') return mean - (objective.aversion / 2) * variance
        return objective.kind === 'max-sharpe'
          ? (mean - objective.riskFree) / Math.sqrt(variance)
          : -Math.sqrt(variance)
      }
      compared += 1
      expect(worth(weights), where).toBeGreaterThanOrEqual(worth(theirs) - 2e-5 * Math.abs(worth(theirs)))
    }
    expect(compared).toBeGreaterThan(24)
  })

  it('says when there is no such portfolio', () => {
    const { covariance } = ledoitWolf(returns)
    expect(meanVariance(meansOf(returns), covariance, { kind: 'target-return', target: 9 }, free)).toMatchObject({
      ok: false,
    })
    expect(meanVariance(meansOf(returns), covariance, { kind: 'min-variance' }, { ...free, max: 0.1 })).toMatchObject({
      ok: false,
    })
    expect(
      meanVariance(
        [-1, -2],
        [
          [1, 0],
          [0, 1],
        ],
        { kind: 'max-sharpe', riskFree: 0 },
        free,
      ),
    ).toMatchObject({
      ok: false,
      message: expect.stringContaining('risk-free') as string,
    })
  })
})
