import type { JsonObject } from '../../kit/pure/json/json.ts'
import type { Point, Trade } from './setting.ts'

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** As a sample: divided by n - 1. */
function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1))
}

const returnsOf = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => value / (values[index] as number) - 1)

/** Numbers that JSON cannot hold (a ratio over nothing) are 0. */
const ratio = (above: number, below: number): number =>
  below > 0 && Number.isFinite(above / below) ? above / below : 0

/**
 * What a curve of equity came to. Ratios are per year and over a risk-free rate of 0: of the mean return of a period,
 * with as many periods a year as the curve has. Those against a benchmark are null without one.
 */
export function metricsOf(curve: readonly Point[], trades: readonly Trade[]): JsonObject {
  const returns = returnsOf(curve.map(({ equity }) => equity))
  const [first, last] = [curve[0], curve.at(-1)]
  const days = first && last ? (Date.parse(last.date) - Date.parse(first.date)) / 86_400_000 : 0
  const perYear = days > 0 ? (returns.length / days) * 365.25 : 0
  const average = mean(returns)
  const below = Math.sqrt(mean(returns.map((value) => Math.min(0, value) ** 2)))
  const moved = returns.filter((value) => value !== 0)
  const turnover = trades.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0)
  const annual = days > 0 && last && last.equity > 0 ? last.equity ** (365.25 / days) - 1 : 0
  const drawdown = drawdownOf(curve)
  return {
    total_return: (last?.equity ?? 1) - 1,
    annual_return: annual,
    annual_volatility: deviation(returns) * Math.sqrt(perYear),
    sharpe: ratio(average, deviation(returns)) * Math.sqrt(perYear),
    sortino: ratio(average, below) * Math.sqrt(perYear),
    max_drawdown: drawdown,
    calmar: ratio(annual, drawdown),
    hit_rate: moved.length === 0 ? null : moved.filter((value) => value > 0).length / moved.length,
    turnover,
    annual_turnover: days > 0 ? (turnover / days) * 365.25 : 0,
    costs: trades.reduce((sum, { cost }) => sum + cost, 0),
    trades: trades.length,
    ...againstBenchmark(curve, perYear),
  }
}

function drawdownOf(curve: readonly Point[]): number {
  let [peak, most] = [0, 0]
  for (const { equity } of curve) {
    peak = Math.max(peak, equity)
    if (peak > 0) most = Math.max(most, 1 - equity / peak)
  }
  return most
}

/** Over the dates on which the benchmark has a price. */
function againstBenchmark(curve: readonly Point[], perYear: number): JsonObject {
  const priced = curve.flatMap(({ equity, benchmark }) => (benchmark === null ? [] : [{ equity, benchmark }]))
  const end = priced.at(-1)
  if (end === undefined) return { benchmark_return: null, beta: null, information_ratio: null }
  const own = returnsOf(priced.map(({ equity }) => equity))
  const theirs = returnsOf(priced.map(({ benchmark }) => benchmark))
  const [middleOwn, middleTheirs] = [mean(own), mean(theirs)]
  const together = own.reduce((sum, value, t) => sum + (value - middleOwn) * ((theirs[t] as number) - middleTheirs), 0)
  const spread = theirs.reduce((sum, value) => sum + (value - middleTheirs) ** 2, 0)
  const active = own.map((value, t) => value - (theirs[t] as number))
  return {
    benchmark_return: end.benchmark - 1,
    beta: spread > 0 ? together / spread : null,
    information_ratio: ratio(mean(active), deviation(active)) * Math.sqrt(perYear),
  }
}
