import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluateExpression } from '../../kit/pure/expression/evaluate.ts'
import { seriesOf, type Frame, type Series } from '../../kit/pure/expression/frame.ts'
import { operators } from '../../kit/pure/expression/operators/operators.ts'
import { parseExpression } from '../../kit/pure/expression/parse.ts'
import { askPython, describeOracle } from '../support/oracle.ts'

/** Every operator with periods and numbers, and what it is in pandas, over the panels x, y and the condition x > y. */
const cases: [name: string, expression: string, pandas: string][] = [
  ['REF', 'REF(x, 3)', 'x.shift(3)'],
  ['REF', 'REF(x > y, 1)', 'c.shift(1)'],
  ['DELTA', 'DELTA(x, 2)', 'x.diff(2)'],
  ['RETURN', 'RETURN(x, 2)', 'x / x.shift(2) - 1'],
  ['ABS', 'ABS(x)', 'x.abs()'],
  ['SIGN', 'SIGN(x)', 'np.sign(x)'],
  ['LOG', 'LOG(x)', 'np.log(x)'],
  ['EXP', 'EXP(x)', 'np.exp(x)'],
  ['SQRT', 'SQRT(x)', 'np.sqrt(x)'],
  ['IF', 'IF(x > y, x, y * 2)', 'x.where(c == 1, y * 2).where(c.notna())'],
  ['AND', 'AND(x > y, x > 1)', 'c * d'],
  ['OR', 'OR(x > y, x > 1)', 'np.maximum(c, d).where(c.notna() & d.notna())'],
  ['NOT', 'NOT(x > y)', '1 - c'],
  ['MEAN', 'MEAN(x, 5)', 'x.rolling(5).mean()'],
  ['SUM', 'SUM(x, 5)', 'x.rolling(5).sum()'],
  ['STD', 'STD(x, 5)', 'x.rolling(5).apply(lambda w: w.std(ddof=1), raw=True)'],
  ['VAR', 'VAR(x, 5)', 'x.rolling(5).apply(lambda w: w.var(ddof=1), raw=True)'],
  ['MIN', 'MIN(x, 5)', 'x.rolling(5).min()'],
  ['MAX', 'MAX(x, 5)', 'x.rolling(5).max()'],
  ['MEDIAN', 'MEDIAN(x, 4)', 'x.rolling(4).median()'],
  ['QUANTILE', 'QUANTILE(x, 7, 0.3)', 'x.rolling(7).quantile(0.3)'],
  ['RANK', 'RANK(x, 6)', 'x.rolling(6).rank(pct=True)'],
  // pandas leaves dust where the values of a window are all the same; we say null.
  [
    'ZSCORE',
    'ZSCORE(x, 5)',
    'x.rolling(5).apply(lambda w: (w[-1] - w.mean()) / w.std(ddof=1) if w.max() > w.min() else np.nan, raw=True)',
  ],
  ['WMA', 'WMA(x, 4)', 'x.rolling(4).apply(lambda w: (w * [1, 2, 3, 4]).sum() / 10, raw=True)'],
  ['SLOPE', 'SLOPE(x, 5)', 'x.rolling(5).apply(lambda w: np.polyfit(range(5), w, 1)[0], raw=True)'],
  ['EMA', 'EMA(x, 4)', 'x.ewm(span=4, min_periods=4).mean().where(x.notna())'],
  [
    'CORR',
    'CORR(x, y, 6)',
    'paired(x, y, 6, lambda a, b: np.corrcoef(a, b)[0, 1] if a.max() > a.min() and b.max() > b.min() else np.nan)',
  ],
  ['COV', 'COV(x, y, 6)', 'paired(x, y, 6, lambda a, b: np.cov(a, b)[0, 1])'],
  [
    'BETA',
    'BETA(x, y, 6)',
    'paired(x, y, 6, lambda a, b: np.cov(a, b)[0, 1] / b.var(ddof=1) if b.max() > b.min() else np.nan)',
  ],
  ['CSRANK', 'CSRANK(x)', 'x.rank(axis=1, pct=True)'],
  [
    'CSZSCORE',
    'CSZSCORE(x)',
    'x.sub(x.mean(axis=1), axis=0).div(x.std(axis=1), axis=0).where(x.max(axis=1) > x.min(axis=1), np.nan)',
  ],
  ['DEMEAN', 'DEMEAN(x)', 'x.sub(x.mean(axis=1), axis=0)'],
  ['NEUTRALIZE', 'NEUTRALIZE(x, y)', 'neutralized(x, y)'],
  ['WINSORIZE', 'WINSORIZE(x, 0.2)', 'x.clip(x.quantile(0.2, axis=1), x.quantile(0.8, axis=1), axis=0)'],
  ['SCALE', 'SCALE(x)', 'x.div(x.abs().sum(axis=1), axis=0)'],
]

const python = `
def panel(columns): return pd.DataFrame({i: pd.Series(c, dtype=float) for i, c in enumerate(columns)})
def neutralized(x, y):
    result = x * np.nan
    for t in range(len(x)):
        there = (x.loc[t].notna() & y.loc[t].notna()).values
        if not there.any(): continue
        a = np.column_stack([np.ones(there.sum()), y.loc[t].values[there]])
        b = x.loc[t].values[there]
        result.values[t, there] = b - a @ np.linalg.lstsq(a, b, rcond=None)[0]
    return result
def paired(x, y, n, f):
    # Window by window: pandas carries the dust of earlier values along where a window varies little.
    def one(a, b, t):
        a, b = a[max(0, t - n + 1):t + 1], b[max(0, t - n + 1):t + 1]
        return np.nan if len(a) < n or np.isnan(a).any() or np.isnan(b).any() else f(a, b)
    return pd.DataFrame({c: [one(x[c].values, y[c].values, t) for t in range(len(x))] for c in x.columns})
def answer_of(case):
    x, y = panel(case['x']), panel(case['y'])
    both = x.notna() & y.notna()
    c = (x > y).astype(float).where(both)
    d = (x > 1).astype(float).where(x.notna())
    results = {}
    for i, text in enumerate(given['texts']):
        results[i] = eval(text).replace([np.inf, -np.inf], np.nan)
    return results
answer = [answer_of(case) for case in given['cases']]
`

describeOracle('operators mean what pandas means by them (S1-11)', { timeout: 240_000 }, () => {
  it('all of them are compared', () => {
    expect(new Set(cases.map(([name]) => name))).toEqual(new Set(operators.map(({ name }) => name)))
  })

  it('gives the same numbers over random panels with holes, ties and constants', () => {
    const [length, width] = [40, 6]
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: -5, max: 50, noNaN: true }).map((v) => Math.round(v * 1e6) / 1e6) },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    )
    const constant = fc.constantFrom(0.1, 3).map((v) => new Array<number | null>(length).fill(v))
    const column = fc.oneof(
      { weight: 8, arbitrary: fc.array(value, { minLength: length, maxLength: length }) },
      { weight: 1, arbitrary: constant },
    )
    const panel = fc.array(column, { minLength: width, maxLength: width })
    const seed = Math.floor(Math.random() * 2 ** 31)
    const panels = fc.sample(fc.record({ x: panel, y: panel }), { seed, numRuns: 12 })
    const expected = askPython<Record<string, Record<string, Series>>[]>(python, {
      cases: panels,
      texts: cases.map(([, , text]) => text),
    })
    const frame = (columns: (number | null)[][]): Frame => ({
      length,
      width,
      data: Float64Array.from(columns.flat(), (v) => v ?? NaN),
    })
    for (const [index, { x, y }] of panels.entries()) {
      const inputs = new Map([
        ['x', frame(x)],
        ['y', frame(y)],
      ])
      for (const [at, [, text]] of cases.entries()) {
        const parsed = parseExpression(text)
        if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`)
        const actual = evaluateExpression(parsed.expression, inputs, length)
        for (let column = 0; column < width; column++) {
          const wanted = expected[index]![at]![column] as Series
          seriesOf(actual, column).forEach((got, t) => {
            const want = wanted[t] ?? null
            const where = `${text}, seed ${seed}, panel ${index}, column ${column}, at ${t}: ${got} and ${want}`
            if (want === null || got === null) expect(got, where).toBe(want)
            // Sums of some windows are updated value by value in pandas, which leaves some 1e-12 of what has passed through.
            else expect(Math.abs(got - want), where).toBeLessThanOrEqual(1e-6 * Math.max(1e-3, Math.abs(want)))
          })
        }
      }
    }
  })
})
