import { finite, seriesWise, type Frame } from '../frame.ts'
import { operator, periods, values, type Operator, type Parameter } from './operator.ts'

/** What a window gives: the values of `from` from `start` to `end`, `end` excluded, none of which is missing. */
type Fold = (from: Float64Array, start: number, end: number, number: number) => number

const untilFull = 'Null until that many values are there, and while one of them is null.'

/** Null unless the window is full and holds a number everywhere: an average over half of the days is another quantity. */
function rolling(frame: Frame, length: number, n: number, number: number, fold: Fold): Frame {
  return seriesWise([frame], length, (to, from) => {
    let missing = -1
    for (let t = 0; t < length; t++) {
      if (Number.isNaN(from[t])) missing = t
      to[t] = t + 1 < n || t - missing < n ? NaN : finite(fold(from, t + 1 - n, t + 1, number))
    }
  })
}

const rollingOperator = (
  name: string,
  title: string,
  description: string,
  semantics: string,
  fold: Fold,
  { min = 1, more, cost = 1 }: { min?: number; more?: { parameter: Parameter; example: number }; cost?: number } = {},
): Operator =>
  operator({
    name,
    title,
    description: `${description} ${untilFull}`,
    semantics,
    parameters: [values(), periods(min), ...(more ? [more.parameter] : [])],
    example: `${name}(price, 5${more ? `, ${more.example}` : ''})`,
    cost: ([n = 1]) => n * cost,
    apply: ([x], [n = 1, number = 0], length) => rolling(x as Frame, length, n, number, fold),
  })

function sum(from: Float64Array, start: number, end: number): number {
  let total = 0
  for (let t = start; t < end; t++) total += from[t] as number
  return total
}

const mean: Fold = (from, start, end) => sum(from, start, end) / (end - start)

/** The mean of the squares, not the square of the mean: the difference of two large numbers would lose what is small. */
export function variance(from: Float64Array, start: number, end: number): number {
  // Counted from the first one, so that values which are all the same have none at all.
  const first = from[start] as number
  let shifted = 0
  for (let t = start; t < end; t++) shifted += (from[t] as number) - first
  const middle = shifted / (end - start)
  let squares = 0
  for (let t = start; t < end; t++) squares += ((from[t] as number) - first - middle) ** 2
  return squares / (end - start - 1)
}

const deviation: Fold = (from, start, end) => Math.sqrt(variance(from, start, end))

/** Between the two values beside it in proportion, as pandas and numpy do unless told otherwise. */
export function quantileOf(sorted: Float64Array, q: number): number {
  const at = (sorted.length - 1) * q
  const below = Math.floor(at)
  const low = sorted[below] as number
  return low + ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low) * (at - below)
}

const quantile: Fold = (from, start, end, q) => quantileOf(from.slice(start, end).sort(), q)

/** The place of the last value among all of them, ties in the middle, as a share of how many there are. */
function rank(from: Float64Array, start: number, end: number): number {
  const last = from[end - 1] as number
  let [less, equal] = [0, 0]
  for (let t = start; t < end; t++) {
    if ((from[t] as number) < last) less++
    else if (from[t] === last) equal++
  }
  return (less + (equal + 1) / 2) / (end - start)
}

function weighted(from: Float64Array, start: number, end: number): number {
  const n = end - start
  let total = 0
  for (let t = start; t < end; t++) total += (from[t] as number) * (t - start + 1)
  return total / ((n * (n + 1)) / 2)
}

function slope(from: Float64Array, start: number, end: number): number {
  const [middle, average] = [(end - start - 1) / 2, mean(from, start, end, 0)]
  let [above, below] = [0, 0]
  for (let t = start; t < end; t++) {
    const distance = t - start - middle
    above += distance * ((from[t] as number) - average)
    below += distance * distance
  }
  return above / below
}

const extreme =
  (better: (a: number, b: number) => boolean): Fold =>
  (from, start, end) => {
    let best = from[start] as number
    for (let t = start + 1; t < end; t++) if (better(from[t] as number, best)) best = from[t] as number
    return best
  }

/** Weights that fall by the factor 1 - 2/(n + 1) with each period, those of missing values left out but counted. */
const exponential = operator({
  name: 'EMA',
  title: 'Exponential moving average',
  description:
    'EMA(x, n) is the average of all values of x so far, each weighing 1 - 2/(n + 1) times as much as the one after it. Null until n values are there, and where x is null.',
  semantics:
    'pandas: x.ewm(span=n, min_periods=n).mean(), null where x is. Qlib: EMA($x, n), which begins with the first value.',
  parameters: [values(), periods(1, 'The span, in periods; from 1 to 10000.')],
  example: 'EMA(price, 5)',
  apply: ([x], [n = 1], length) =>
    seriesWise([x as Frame], length, (to, from) => {
      const keep = 1 - 2 / (n + 1)
      let [above, below, seen] = [0, 0, 0]
      for (let t = 0; t < length; t++) {
        const value = from[t] as number
        above *= keep
        below *= keep
        to[t] = NaN
        if (Number.isNaN(value)) continue
        above += value
        below += 1
        seen += 1
        if (seen >= n) to[t] = finite(above / below)
      }
    }),
})

export const rollingOperators: readonly Operator[] = [
  rollingOperator(
    'MEAN',
    'Moving average',
    'MEAN(x, n) is the average of the last n values of x.',
    'pandas: x.rolling(n).mean(). Qlib: Mean($x, n), which begins with the first value.',
    mean,
  ),
  rollingOperator(
    'SUM',
    'Moving sum',
    'SUM(x, n) is the sum of the last n values of x.',
    'pandas: x.rolling(n).sum().',
    sum,
  ),
  rollingOperator(
    'STD',
    'Moving standard deviation',
    'STD(x, n) is the standard deviation of the last n values of x as a sample (divided by n - 1).',
    'pandas: x.rolling(n).std(). Qlib: Std($x, n).',
    deviation,
    { min: 2, cost: 2 },
  ),
  rollingOperator(
    'VAR',
    'Moving variance',
    'VAR(x, n) is the variance of the last n values of x as a sample (divided by n - 1).',
    'pandas: x.rolling(n).var(). Qlib: Var($x, n).',
    variance,
    { min: 2, cost: 2 },
  ),
  rollingOperator(
    'MIN',
    'Moving minimum',
    'MIN(x, n) is the least of the last n values of x.',
    'pandas: x.rolling(n).min().',
    extreme((a, b) => a < b),
  ),
  rollingOperator(
    'MAX',
    'Moving maximum',
    'MAX(x, n) is the greatest of the last n values of x.',
    'pandas: x.rolling(n).max().',
    extreme((a, b) => a > b),
  ),
  rollingOperator(
    'MEDIAN',
    'Moving median',
    'MEDIAN(x, n) is the middle one of the last n values of x, or the mean of the two in the middle.',
    'pandas: x.rolling(n).median(). Qlib: Med($x, n).',
    (from, start, end) => quantile(from, start, end, 0.5),
    { cost: 8 },
  ),
  rollingOperator(
    'QUANTILE',
    'Moving quantile',
    'QUANTILE(x, n, q) is the value below which the share q of the last n values of x lies, between two values in proportion.',
    'pandas: x.rolling(n).quantile(q). Qlib: Quantile($x, n, q).',
    quantile,
    {
      cost: 8,
      more: { parameter: { kind: 'number', name: 'q', min: 0, max: 1, description: 'From 0 to 1.' }, example: 0.9 },
    },
  ),
  rollingOperator(
    'RANK',
    'Rank over time',
    'RANK(x, n) is the place of the present value among the last n of x, from 1/n for the least to 1; equal ones share the middle.',
    'pandas: x.rolling(n).rank(pct=True). Qlib: Rank($x, n).',
    rank,
  ),
  rollingOperator(
    'ZSCORE',
    'Standard score over time',
    'ZSCORE(x, n) is (x - MEAN(x, n)) / STD(x, n); null also where the last n values are all the same.',
    'pandas: (x - x.rolling(n).mean()) / x.rolling(n).std().',
    (from, start, end) => ((from[end - 1] as number) - mean(from, start, end, 0)) / deviation(from, start, end, 0),
    { min: 2, cost: 3 },
  ),
  rollingOperator(
    'WMA',
    'Weighted moving average',
    'WMA(x, n) is the average of the last n values of x with the weights 1 to n, the present one weighing most.',
    'Qlib: WMA($x, n), null until the window is full.',
    weighted,
  ),
  rollingOperator(
    'SLOPE',
    'Slope over time',
    'SLOPE(x, n) is the slope of the straight line through the last n values of x (least squares), per period.',
    'numpy: np.polyfit(range(n), window, 1)[0]. Qlib: Slope($x, n).',
    slope,
    { min: 2, cost: 2 },
  ),
  exponential,
]
