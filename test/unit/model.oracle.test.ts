import { expect, it } from 'vitest'
import { driftOf } from '../../executors/model/drift.ts'
import { fitLinear, predictLinear, type Algorithm } from '../../executors/model/linear.ts'
import { scoresOf, type Scored } from '../../executors/model/scores.ts'
import { askPython, describeOracle } from '../support/oracle.ts'

let state = 4242
const random = () => (state = (state * 48271) % 2147483647) / 2147483647
const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())

const features = Array.from({ length: 200 }, () => {
  const common = normal()
  return [common + normal(), 5 + 3 * (common + normal()), 0.01 * normal(), 7]
})
const target = features.map(([a = 0, b = 0, c = 0]) => 0.3 * a - 0.1 * b + 20 * c + 0.5 * normal())

describeOracle('models, scores and drift against numpy and scipy (S1-13, S1-22)', { timeout: 240_000 }, () => {
  it('linear models are the least of what they minimise', () => {
    const cases = (['ridge', 'lasso', 'logistic'] as Algorithm[]).flatMap((algorithm) =>
      [0.01, 0.1].map((alpha) => ({
        algorithm,
        alpha,
        features,
        target: target.map((value) => (algorithm === 'logistic' ? Number(value > 0) : value)),
      })),
    )
    const expected = askPython<number[][]>(
      `
from scipy.optimize import minimize
def fit(case):
    x, y, a = np.array(case['features']), np.array(case['target']), case['alpha']
    sd = x.std(axis=0); sd[sd == 0] = 1
    z = (x - x.mean(axis=0)) / sd
    n, p = z.shape
    if case['algorithm'] == 'ridge':
        b = np.linalg.solve(z.T @ z / n + a * np.eye(p), z.T @ (y - y.mean()) / n)
        return z @ b + y.mean()
    if case['algorithm'] == 'lasso':
        # As a smooth problem: b is the difference of two parts that are not negative.
        f = lambda v: (((y - y.mean() - z @ (v[:p] - v[p:])) ** 2).mean() / 2 + a * v.sum())
        g = lambda v: (lambda r: np.concatenate([-z.T @ r / n + a, z.T @ r / n + a]))(y - y.mean() - z @ (v[:p] - v[p:]))
        v = minimize(f, np.zeros(2 * p), jac=g, bounds=[(0, None)] * 2 * p, method='L-BFGS-B', options={'ftol': 1e-16, 'gtol': 1e-12, 'maxiter': 10000}).x
        return z @ (v[:p] - v[p:]) + y.mean()
    f = lambda b: np.logaddexp(0, -(2 * y - 1) * (b[0] + z @ b[1:])).mean() + a / 2 * (b[1:] ** 2).sum()
    b = minimize(f, np.zeros(p + 1), method='BFGS', options={'gtol': 1e-9}).x
    return 1 / (1 + np.exp(-(b[0] + z @ b[1:])))
answer = [fit(case) for case in given]
`,
      cases,
    )
    for (const [index, { algorithm, alpha, ...sample }] of cases.entries()) {
      const model = fitLinear(sample, algorithm, alpha)
      // What does not vary tells nothing.
      expect(model.coefficients[3]).toBeCloseTo(0, 12)
      features.forEach((row, t) =>
        expect(predictLinear(model, row), `${algorithm} ${alpha}`).toBeCloseTo(expected[index]![t]!, 4),
      )
    }
    expect(fitLinear({ features, target }, 'lasso', 10).coefficients).toEqual([0, 0, 0, 0])
  })

  it('scores are those of pandas, date by date', () => {
    const rows: Scored[] = Array.from({ length: 300 }, (_, i) => {
      const actual = normal()
      return {
        date: `2020-01-${String(1 + (i % 25)).padStart(2, '0')}`,
        actual,
        predicted: Math.round((actual + 2 * normal()) * 4) / 4,
      }
    })
    const expected = askPython<Record<string, number>>(
      `
from scipy.stats import mannwhitneyu
f = pd.DataFrame(given)
up = f.actual > 0
answer = {
  'rmse': ((f.predicted - f.actual) ** 2).mean() ** 0.5,
  'ic': f.groupby('date').apply(lambda g: g.predicted.corr(g.actual)).mean(),
  'rank_ic': f.groupby('date').apply(lambda g: g.predicted.corr(g.actual, method='spearman')).mean(),
  'auc': mannwhitneyu(f.predicted[up], f.predicted[~up]).statistic / (up.sum() * (~up).sum()),
}
`,
      rows,
    )
    const scores = scoresOf(rows)
    for (const [name, value] of Object.entries(expected)) expect(scores[name], name).toBeCloseTo(value, 10)
  })

  it('drift is that of ks_2samp, and of its definition', () => {
    const reference = Array.from({ length: 400 }, normal)
    const samples = [
      Array.from({ length: 300 }, normal),
      Array.from({ length: 300 }, () => normal() + 0.7),
      Array.from({ length: 300 }, () => Math.round(normal() * 3) / 2),
    ]
    const expected = askPython<{ ks: number; p: number; limit: number; psi: number }[]>(
      `
from scipy.stats import ks_2samp, kstwobign
size = np.sqrt(400 * 300 / 700)
def one(b):
    a = np.sort(given['reference'])
    r = ks_2samp(a, b, mode='asymp')
    edges = [a[(i + 1) * len(a) // 10] for i in range(9)]
    share = lambda v: np.maximum(1e-4, np.bincount(np.searchsorted(edges, v, side='right'), minlength=10) / len(v))
    p, q = share(a), share(np.array(b))
    return {'ks': r.statistic, 'p': r.pvalue, 'limit': kstwobign.sf(r.statistic * (size + 0.12 + 0.11 / size)), 'psi': ((q - p) * np.log(q / p)).sum()}
answer = [one(b) for b in given['samples']]
`,
      { reference, samples },
    )
    for (const [index, sample] of samples.entries()) {
      const drift = driftOf(reference, sample, 400)
      expect(drift?.ks).toBeCloseTo(expected[index]!.ks, 12)
      expect(drift?.psi).toBeCloseTo(expected[index]!.psi, 10)
      expect(drift!.p_value).toBeCloseTo(expected[index]!.limit, 9)
      expect(Math.abs(drift!.p_value - expected[index]!.p)).toBeLessThan(0.02)
      expect(drift?.missing_rate).toBeCloseTo(0.25, 12)
    }
  })
})
