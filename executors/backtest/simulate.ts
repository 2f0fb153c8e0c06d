import type { Series } from '../../kit/pure/expression/frame.ts'
import { metricsOf } from './metrics.ts'
import type { BacktestResult, BacktestSetting, Exposure, Panel, Slippage, Trade } from './setting.ts'
import { targetsAt } from './targets.ts'

const weightEpsilon = 1e-12

/**
 * The fixed procedure (S0-43). On each day of rebalancing, and on the first day on which the signals say something, it
 * trades to the target weights that they give (targets.ts); the rest is cash, which earns nothing, and what is missing
 * is borrowed for nothing. Between them the weights drift with the prices. What is decided on a date uses values up to
 * that date and earns from the next one on. A price that is missing is the last one there was; without any, the symbol
 * is not held.
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
  const result: Omit<BacktestResult, 'metrics'> = { curve: [], trades: [], exposures: [] }
  let weights = new Map<string, number>()
  let equity = 1
  let hasBegun = setting.weighting === 'rising'
  for (const [t, date] of dates.entries()) {
    if (t > 0) {
      const grown = grow(weights, prices, t)
      equity *= grown.growth
      weights = grown.weights
    }
    if (equity > 0 && (!hasBegun || (t > 0 && isDue(setting.rebalance, dates[t - 1] as string, date)))) {
      const target = targetsAt(setting, prices, t)
      hasBegun ||= target !== null
      const made = target === null ? [] : tradesTo(target, weights, setting)
      equity *=
        1 -
        Math.min(
          1,
          made.reduce((sum, { cost }) => sum + cost, 0),
        )
      weights = new Map(
        made
          .reduce((next, { symbol, to }) => next.set(symbol, to), new Map(weights))
          .entries()
          .filter(([, weight]) => Math.abs(weight) > weightEpsilon),
      )
      result.trades.push(...made.map((trade) => ({ date, ...trade })))
    }
    const price = benchmarkPrices?.[t] ?? null
    result.curve.push({ date, equity, benchmark: price === null || start === null ? null : price / start })
    result.exposures.push(exposureOf(date, weights))
  }
  return { ...result, metrics: metricsOf(result.curve, result.trades) }
}

/** Each value, or the last one before it. */
function carried(series: Series, length: number): Series {
  let last: number | null = null
  return Array.from({ length }, (_, t) => (last = series[t] ?? last))
}

/** What the holdings became since the date before, and their shares now. Who lost everything has nothing from then on. */
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
  if (!(growth > 0)) return { growth: 0, weights: new Map() }
  return { growth, weights: new Map(values.map(([symbol, value]) => [symbol, value / growth])) }
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
    return [{ symbol, from, to, cost: traded * (transactionCosts + slipping(slippage, traded)) }]
  })
}

/** Share of a trade that slips away, by its size as a share of the equity. */
function slipping({ model, rate }: Slippage, traded: number): number {
  if (model === 'none') return 0
  return model === 'fixed' ? rate : rate * (model === 'linear' ? traded : Math.sqrt(traded))
}

function exposureOf(date: string, weights: ReadonlyMap<string, number>): Exposure {
  let [gross, net] = [0, 0]
  for (const weight of weights.values()) {
    gross += Math.abs(weight)
    net += weight
  }
  return { date, gross, net, cash: 1 - net, positions: weights.size }
}

/** Whether a date begins a new period. */
export function isDue(rebalance: BacktestSetting['rebalance'], before: string, now: string): boolean {
  if (rebalance === 'daily') return true
  if (rebalance === 'monthly') return before.slice(0, 7) !== now.slice(0, 7)
  // Weeks begin on Mondays: 1970-01-05 was the first.
  const week = (date: string) => Math.floor((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000 - 4) / 7)
  return week(before) !== week(now)
}
