import type { Series } from '../../kit/pure/expression/operators.ts'
import type { JsonObject } from '../../kit/pure/json/json.ts'

/** Values by symbol, all over the same dates. */
export type Panel = ReadonlyMap<string, Series>

export type BacktestSetting = {
  dates: readonly string[]
  prices: Panel
  primary: Panel
  secondary: readonly Panel[]
  universe: readonly string[]
  benchmark: string | null
  rebalance: 'daily' | 'weekly' | 'monthly'
  /** Share of what is traded. */
  transactionCosts: number
  /** Linear: what one pays on top grows in proportion to the size of each trade. */
  slippage: 'none' | 'linear'
}

export type Point = { date: string; equity: number; benchmark: number | null }
export type Trade = { date: string; symbol: string; from: number; to: number; cost: number }
export type BacktestResult = { curve: Point[]; trades: Trade[]; metrics: JsonObject }

const slippageRate = 0.001
const weightEpsilon = 1e-12

/**
 * The fixed procedure (S0-43). On each day of rebalancing it holds, in equal parts, those of the universe whose primary
 * signal rose since the date before and none of whose secondary signals fell; the rest is cash, which earns nothing.
 * What is decided on a date uses values up to that date and earns from the next one on. A price that is missing is the
 * last one there was; without any, the symbol is not held.
 */
export function simulate(setting: BacktestSetting): BacktestResult {
  const { dates, universe, benchmark } = setting
  const prices = new Map(
    [...universe, ...(benchmark === null ? [] : [benchmark])].map((symbol) => [
      symbol,
      carried(setting.prices.get(symbol) ?? [], dates.length),
    ]),
  )
  const benchmarkPrices = benchmark === null ? null : (prices.get(benchmark) as Series)
  const start = benchmarkPrices?.find((price) => price !== null) ?? null
  let weights = new Map<string, number>()
  let equity = 1
  const curve: Point[] = []
  const trades: Trade[] = []
  for (const [t, date] of dates.entries()) {
    if (t > 0) {
      const grown = grow(weights, prices, t)
      equity *= grown.growth
      weights = grown.weights
    }
    if (t > 0 && isDue(setting.rebalance, dates[t - 1] as string, date)) {
      const made = tradesTo(targets(setting, prices, t), weights, setting)
      equity *= 1 - made.reduce((sum, { cost }) => sum + cost, 0)
      weights = new Map(
        made
          .reduce((next, { symbol, to }) => next.set(symbol, to), new Map(weights))
          .entries()
          .filter(([, weight]) => weight > weightEpsilon),
      )
      trades.push(...made.map((trade) => ({ date, ...trade })))
    }
    const price = benchmarkPrices?.[t] ?? null
    curve.push({ date, equity, benchmark: price === null || start === null ? null : price / start })
  }
  return { curve, trades, metrics: metricsOf(curve, trades) }
}

/** Each value, or the last one before it. */
function carried(series: Series, length: number): Series {
  let last: number | null = null
  return Array.from({ length }, (_, t) => (last = series[t] ?? last))
}

function targets({ universe, primary, secondary }: BacktestSetting, prices: Panel, t: number): Map<string, number> {
  const change = (panel: Panel, symbol: string): number | null => {
    const [before, now] = [panel.get(symbol)?.[t - 1] ?? null, panel.get(symbol)?.[t] ?? null]
    return before === null || now === null ? null : now - before
  }
  const held = universe.filter((symbol) => {
    if (!((change(primary, symbol) ?? 0) > 0) || (prices.get(symbol)?.[t] ?? null) === null) return false
    return secondary.every((panel) => (change(panel, symbol) ?? 0) >= 0)
  })
  return new Map(held.map((symbol) => [symbol, 1 / held.length]))
}

/** What the holdings became since the date before, and their shares now. */
function grow(
  weights: ReadonlyMap<string, number>,
  prices: Panel,
  t: number,
): { growth: number; weights: Map<string, number> } {
  const values = [...weights].map(([symbol, weight]): [string, number] => {
    const [before, now] = [prices.get(symbol)?.[t - 1] ?? null, prices.get(symbol)?.[t] ?? null]
    return [symbol, before === null || now === null || before === 0 ? weight : weight * (now / before)]
  })
  const invested = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const growth = 1 - invested + values.reduce((sum, [, value]) => sum + value, 0)
  return { growth, weights: new Map(values.map(([symbol, value]) => [symbol, growth === 0 ? 0 : value / growth])) }
}

function tradesTo(
  target: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, number>,
  { transactionCosts, slippage }: BacktestSetting,
): Omit<Trade, 'date'>[] {
  return [...new Set([...weights.keys(), ...target.keys()])].flatMap((symbol) => {
    const [from, to] = [weights.get(symbol) ?? 0, target.get(symbol) ?? 0]
    const traded = Math.abs(to - from)
    if (traded <= weightEpsilon) return []
    return [
      { symbol, from, to, cost: traded * (transactionCosts + (slippage === 'linear' ? slippageRate * traded : 0)) },
    ]
  })
}

function isDue(rebalance: BacktestSetting['rebalance'], before: string, now: string): boolean {
  if (rebalance === 'daily') return true
  if (rebalance === 'monthly') return before.slice(0, 7) !== now.slice(0, 7)
  // Weeks begin on Mondays: 1970-01-05 was the first.
  const week = (date: string) => Math.floor((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000 - 4) / 7)
  return week(before) !== week(now)
}

function metricsOf(curve: readonly Point[], trades: readonly Trade[]): JsonObject {
  const returns = curve.slice(1).map(({ equity }, index) => equity / (curve[index] as Point).equity - 1)
  const mean = returns.reduce((sum, value) => sum + value, 0) / Math.max(1, returns.length)
  const deviation = Math.sqrt(
    returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, returns.length - 1),
  )
  const days =
    curve.length < 2
      ? 0
      : (Date.parse((curve.at(-1) as Point).date) - Date.parse((curve[0] as Point).date)) / 86_400_000
  const perYear = days > 0 ? (returns.length / days) * 365.25 : 0
  const last = curve.at(-1)
  let peak = 0
  const drawdowns = curve.map(({ equity }) => 1 - equity / (peak = Math.max(peak, equity)))
  return {
    total_return: (last?.equity ?? 1) - 1,
    annual_return: days > 0 && last && last.equity > 0 ? last.equity ** (365.25 / days) - 1 : 0,
    annual_volatility: deviation * Math.sqrt(perYear),
    sharpe: deviation > 0 ? (mean / deviation) * Math.sqrt(perYear) : 0,
    max_drawdown: drawdowns.reduce((most, value) => Math.max(most, value), 0),
    turnover: trades.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0),
    costs: trades.reduce((sum, { cost }) => sum + cost, 0),
    trades: trades.length,
    benchmark_return: last?.benchmark == null ? null : last.benchmark - 1,
  }
}
