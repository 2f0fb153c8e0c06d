/** Values of one quantity over time, oldest first. Null: there is no value; NaN and infinities do not occur. */
export type Series = readonly (number | null)[]

export type Operator = {
  name: string
  title: string
  description: string
  /** What it takes besides the series: how many periods. Null: nothing. */
  periods: { min: number; description: string } | null
  example: string
  /** How many values it looks at for each one that it gives; the cost of a run is bounded by it. */
  cost(periods: number): number
  apply(series: Series, periods: number): (number | null)[]
}

export const periodsMax = 10_000

/** Null unless the window is full and holds a number everywhere: an average over half of the days is another quantity. */
function rolling(series: Series, periods: number, fold: (window: number[]) => number): (number | null)[] {
  return series.map((_, index) => {
    if (index + 1 < periods) return null
    const window = series.slice(index + 1 - periods, index + 1)
    return window.every((value) => value !== null) ? finite(fold(window as number[])) : null
  })
}

/** Numbers that JSON cannot hold are no numbers here either: a division by zero gives null. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const sum = (window: readonly number[]) => window.reduce((total, value) => total + value, 0)
const mean = (window: readonly number[]) => sum(window) / window.length

/** The mean of the squares, not the square of the mean: the difference of two large numbers would lose what is small. */
function deviation(window: readonly number[]): number {
  const middle = mean(window)
  return Math.sqrt(sum(window.map((value) => (value - middle) ** 2)) / (window.length - 1))
}

const window = (min: number) => ({
  min,
  description: `How many values, the present one included; from ${min} to ${periodsMax}.`,
})
const rollingOperator = (
  name: string,
  title: string,
  description: string,
  min: number,
  fold: (values: number[]) => number,
): Operator => ({
  name,
  title,
  description: `${description} Null until that many values are there, and while one of them is null.`,
  periods: window(min),
  example: `${name}(price, 5)`,
  cost: (periods) => periods,
  apply: (series, periods) => rolling(series, periods, fold),
})

/** What expressions may call (S1-11): a new operator is a new entry. */
export const operators: readonly Operator[] = [
  {
    name: 'REF',
    title: 'Value some periods ago',
    description: 'REF(x, n) is the value that x had n periods before; null for the first n. It never looks ahead.',
    periods: { min: 0, description: `How many periods back; from 0 to ${periodsMax}.` },
    example: 'REF(price, 1)',
    cost: () => 1,
    apply: (series, periods) => series.map((_, index) => series[index - periods] ?? null),
  },
  {
    name: 'DELTA',
    title: 'Change over some periods',
    description: 'DELTA(x, n) is x - REF(x, n); null where one of the two is.',
    periods: { min: 1, description: `How many periods back; from 1 to ${periodsMax}.` },
    example: 'DELTA(price, 1)',
    cost: () => 1,
    apply: (series, periods) =>
      series.map((value, index) => {
        const before = series[index - periods] ?? null
        return value === null || before === null ? null : finite(value - before)
      }),
  },
  rollingOperator('MEAN', 'Moving average', 'MEAN(x, n) is the average of the last n values of x.', 1, mean),
  rollingOperator('SUM', 'Moving sum', 'SUM(x, n) is the sum of the last n values of x.', 1, sum),
  rollingOperator(
    'STD',
    'Moving standard deviation',
    'STD(x, n) is the standard deviation of the last n values of x as a sample (divided by n - 1).',
    2,
    deviation,
  ),
  // Not Math.min(...window): a call has room for fewer arguments than a window has values on some engines.
  rollingOperator('MIN', 'Moving minimum', 'MIN(x, n) is the least of the last n values of x.', 1, (values) =>
    values.reduce((a, b) => Math.min(a, b)),
  ),
  rollingOperator('MAX', 'Moving maximum', 'MAX(x, n) is the greatest of the last n values of x.', 1, (values) =>
    values.reduce((a, b) => Math.max(a, b)),
  ),
  {
    name: 'ABS',
    title: 'Absolute value',
    description: 'ABS(x) is x without its sign.',
    periods: null,
    example: 'ABS(DELTA(price, 1))',
    cost: () => 1,
    apply: (series) => series.map((value) => (value === null ? null : Math.abs(value))),
  },
]

export const operatorOf = (name: string): Operator | undefined => operators.find((operator) => operator.name === name)
