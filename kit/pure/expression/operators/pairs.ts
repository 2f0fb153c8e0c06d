import { finite, seriesWise, type Frame } from '../frame.ts'
import { operator, periods, values, type Operator } from './operator.ts'

/** Sums of the products of what two series are apart from their means, over a window that both fill. */
type Moments = { xx: number; xy: number; yy: number; n: number }

function moments(x: Float64Array, y: Float64Array, start: number, end: number): Moments {
  const n = end - start
  // Counted from the first ones, so that values which are all the same have no variance at all.
  const [firstX, firstY] = [x[start] as number, y[start] as number]
  let [sumX, sumY] = [0, 0]
  for (let t = start; t < end; t++) {
    sumX += (x[t] as number) - firstX
    sumY += (y[t] as number) - firstY
  }
  const [meanX, meanY] = [sumX / n, sumY / n]
  let [xx, xy, yy] = [0, 0, 0]
  for (let t = start; t < end; t++) {
    const dx = (x[t] as number) - firstX - meanX
    const dy = (y[t] as number) - firstY - meanY
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  return { xx, xy, yy, n }
}

const pair = (
  name: string,
  title: string,
  description: string,
  semantics: string,
  of: (moments: Moments) => number,
): Operator =>
  operator({
    name,
    title,
    description: `${description} Null until that many values of both are there, and while one of them is null.`,
    semantics,
    parameters: [values('x'), values('y'), periods(2)],
    example: `${name}(price, REF(price, 1), 3)`,
    cost: ([n = 1]) => n * 3,
    apply: (frames, [n = 2], length) =>
      seriesWise(frames as Frame[], length, (to, x, y = x) => {
        let missing = -1
        for (let t = 0; t < length; t++) {
          if (Number.isNaN(x[t]) || Number.isNaN(y[t])) missing = t
          to[t] = t + 1 < n || t - missing < n ? NaN : finite(of(moments(x, y, t + 1 - n, t + 1)))
        }
      }),
  })

export const pairOperators: readonly Operator[] = [
  pair(
    'CORR',
    'Moving correlation',
    "CORR(x, y, n) is Pearson's correlation of the last n values of x and y; null also where one of them does not change.",
    'pandas: x.rolling(n).corr(y). Qlib: Corr($x, $y, n).',
    ({ xx, xy, yy }) => Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy))),
  ),
  pair(
    'COV',
    'Moving covariance',
    'COV(x, y, n) is the covariance of the last n values of x and y as a sample (divided by n - 1).',
    'pandas: x.rolling(n).cov(y). Qlib: Cov($x, $y, n).',
    ({ xy, n }) => xy / (n - 1),
  ),
  pair(
    'BETA',
    'Moving beta',
    'BETA(x, y, n) is the slope of x over y in the last n values: COV(x, y, n) / VAR(y, n); null also where y does not change.',
    'pandas: x.rolling(n).cov(y) / y.rolling(n).var().',
    ({ xy, yy }) => xy / yy,
  ),
]
