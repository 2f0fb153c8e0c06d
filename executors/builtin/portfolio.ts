import { isDue } from '../backtest/simulate.ts'
import { checked } from '../checked.ts'
import { openTables, readTable } from '../data/series/panel.ts'
import { priceColumns } from '../data/series/price-jumps.ts'
import { dateType, keepTables, tablesSchema } from '../data/tables.ts'
import { toInstant } from '../data/dates.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput, Upstream } from '../executor.ts'
import { covarianceOf, ledoitWolf, meansOf, type Matrix, type Returns } from '../portfolio/covariance.ts'
import { hierarchicalRiskParity } from '../portfolio/hrp.ts'
import { meanVariance, portfolioVariance, type Objective } from '../portfolio/mean-variance.ts'
import { riskParity } from '../portfolio/risk-parity.ts'
import { optimizers, type PortfolioConfig } from '../../schema/portfolio-configs.ts'

/** What an optimizer sees on one date: the returns of those that have all of them. */
type Estimates = {
  symbols: readonly string[]
  returns: Returns
  means: number[]
  covariance: Matrix
  perYear: number
  before: ReadonlyMap<string, number>
}
type Optimize = (estimates: Estimates, config: PortfolioConfig, date: string) => number[]

const methods: Readonly<Record<(typeof optimizers)[number]['codeRef'], Optimize>> = {
  'portfolio.equal': ({ symbols }) => symbols.map(() => 1 / symbols.length),
  'portfolio.risk-parity': ({ symbols, covariance }, { budgets }) => {
    const given = symbols.map((symbol) => budgets?.[symbol] ?? (budgets ? 0 : 1))
    if (given.some((value) => value === 0))
      throw bad('/budgets', `must name all symbols: ${symbols.filter((_, i) => given[i] === 0).join(', ')} are missing`)
    const total = given.reduce((sum, value) => sum + value, 0)
    return riskParity(
      covariance,
      given.map((value) => value / total),
    )
  },
  'portfolio.hrp': ({ covariance }) => hierarchicalRiskParity(covariance),
  'portfolio.mvo': (estimates, config, date) => {
    const { symbols, means, covariance, before } = estimates
    const { min_weight: min = 0, max_weight: max = 1, max_turnover: turnover } = config
    const groups = (config.groups ?? []).map(({ symbols: members, min: least = -1, max: most = 1 }) => ({
      members: members.flatMap((symbol) => (symbols.includes(symbol) ? [symbols.indexOf(symbol)] : [])),
      min: least,
      max: most,
    }))
    const held = symbols.map((symbol) => before.get(symbol) ?? 0)
    const limits = {
      min,
      max,
      groups,
      turnover: turnover === undefined || before.size === 0 ? null : { max: turnover, before: held },
    }
    const found = meanVariance(means, covariance, objectiveOf(config, estimates.perYear), limits)
    if (found.ok) return found.weights
    throw new ExecutorError('BAD_CONFIG', `There is no portfolio on ${date}: ${found.message}.`, { details: { date } })
  },
}

function objectiveOf(config: PortfolioConfig, perYear: number): Objective {
  const { objective = 'max-sharpe', target_return: target, risk_aversion: aversion, risk_free: riskFree = 0 } = config
  if (objective === 'min-variance') return { kind: objective }
  if (objective === 'max-sharpe') return { kind: objective, riskFree: riskFree / perYear }
  if (objective === 'target-return') {
    if (target === undefined) throw bad('/target_return', 'is missing: which return?')
    return { kind: objective, target: target / perYear }
  }
  if (aversion === undefined) throw bad('/risk_aversion', 'is missing: how much?')
  return { kind: objective, aversion }
}

const bad = (pointer: string, message: string) =>
  new ExecutorError('BAD_CONFIG', `${pointer} ${message}.`, { details: { pointer } })

const executorOf = ({ codeRef, config: schema }: (typeof optimizers)[number]): Executor => {
  const configOf = checked<PortfolioConfig>(schema)
  return {
    codeRef,
    outputsSchema: {
      type: 'object',
      properties: {
        weights: { type: 'object', description: 'By symbol, on the last date.' },
        as_of: { type: 'string' },
        dates: { type: 'integer', description: 'On how many dates weights were made.' },
        ref: { type: 'string', description: 'The weights of all dates: what a BACKTEST takes as its signal.' },
        tables: tablesSchema,
      },
      required: ['weights', 'as_of', 'dates', 'ref', 'tables'],
    },
    run: (input) => optimize(input, configOf(input.config), methods[codeRef]),
  }
}

export const executors: ReadonlyMap<string, Executor> = new Map(
  optimizers.map((each) => [each.codeRef, executorOf(each)]),
)

async function optimize(input: ExecutorInput, config: PortfolioConfig, method: Optimize) {
  const prices = await pricesOf(input, config)
  const { symbols, dates } = prices
  const rows: { date: string; symbol: string; weight: number }[] = []
  let last: { date: string; estimates: Estimates; weights: number[] } | null = null
  let made = 0
  for (const [t, date] of dates.entries()) {
    const isLast = t === dates.length - 1
    if (!isWanted(config, dates, t, last === null) && !isLast) continue
    const estimates = estimatesAt(prices, t, config, last)
    if (estimates === null) continue
    if (isLast && last !== null && config.rebalance_frequency !== 'once' && !isWanted(config, dates, t, false)) continue
    const weights = method(estimates, config, date)
    for (const [i, symbol] of estimates.symbols.entries()) rows.push({ date, symbol, weight: weights[i] as number })
    last = { date, estimates, weights }
    made += 1
    input.progress(0.2 + (0.7 * t) / dates.length)
  }
  if (last === null)
    throw new ExecutorError(
      'SOURCE_FAILED',
      `There are too few prices: none of ${symbols.length} symbols has ${(config.lookback ?? 3) + 1} prices in a row.`,
    )
  const { weights: table } = await keepTables(input, {
    weights: {
      columns: [
        { name: 'date', type: dateType(dates) },
        { name: 'symbol', type: 'VARCHAR' },
        { name: 'weight', type: 'DOUBLE' },
      ],
      rows,
      dateColumn: 'date',
      symbolColumn: 'symbol',
    },
  })
  const { date, estimates, weights } = last
  const expected = weights.reduce((sum, weight, i) => sum + weight * (estimates.means[i] as number), 0)
  input.log(`${made} dates, up to ${date}`)
  return {
    outputs: {
      weights: Object.fromEntries(estimates.symbols.map((symbol, i) => [symbol, weights[i] as number])),
      as_of: date,
      dates: made,
      ref: table.ref,
      tables: { weights: table },
    },
    metrics: {
      expected_return: expected * estimates.perYear,
      expected_volatility: Math.sqrt(portfolioVariance(weights, estimates.covariance) * estimates.perYear),
      // As many equal holdings would be as concentrated.
      effective_holdings: 1 / weights.reduce((sum, weight) => sum + weight * weight, 0),
    },
    dataTime: toInstant(date),
  }
}

type Prices = { symbols: readonly string[]; dates: readonly string[]; at(symbol: string, date: string): number | null }

async function pricesOf(input: ExecutorInput, { universe, column }: PortfolioConfig): Promise<Prices> {
  const upstream = one(input)
  const tables = await openTables(input, [upstream])
  const names = column === undefined ? [...priceColumns, 'value'] : [column]
  const table = await readTable(input, tables, upstream, { names, wanted: universe ?? null })
  if (table.symbols === null)
    throw bad('/universe', 'needs prices of several symbols: name their column in symbolColumn of the dataset')
  const known = table.symbols
  const unknown = (universe ?? []).filter((symbol) => !known.has(symbol))
  if (unknown.length > 0)
    throw new ExecutorError(
      'BAD_CONFIG',
      `/universe names ${unknown.join(', ')}, of which there are no prices. Known are ${[...known].slice(0, 50).join(', ')}.`,
      { details: { pointer: '/universe', unknown } },
    )
  return { symbols: universe ?? [...known].sort(), dates: [...table.dates].sort(), at: table.value }
}

function one({ upstreams }: ExecutorInput): Upstream {
  const named = upstreams.filter(({ role }) => role === 'prices')
  const [found, another] = named.length > 0 ? named : upstreams
  if (found && !another) return found
  throw new ExecutorError('BAD_CONFIG', "An optimizer needs one upstream, or one in the role 'prices'.", {
    details: { upstreams: upstreams.map(({ role }) => role) },
  })
}

function isWanted(
  { rebalance_frequency: frequency = 'monthly' }: PortfolioConfig,
  dates: readonly string[],
  t: number,
  isFirst: boolean,
): boolean {
  if (frequency === 'once') return false
  return isFirst || (t > 0 && isDue(frequency, dates[t - 1] as string, dates[t] as string))
}

/** Of the prices up to a date, and of nothing later; null where no symbol has enough of them. */
function estimatesAt(
  { symbols, dates, at }: Prices,
  t: number,
  { lookback, shrinkage = 'ledoit-wolf' }: PortfolioConfig,
  last: { estimates: Estimates; weights: number[] } | null,
): Estimates | null {
  const from = lookback === undefined ? 0 : t - lookback
  if (from < 0 || t - from < 3) return null
  const window = dates.slice(from, t + 1)
  const returns: number[][] = []
  const present = symbols.filter((symbol) => {
    const prices = window.map((date) => at(symbol, date))
    if (!prices.every((price) => price !== null && price > 0)) return false
    returns.push(prices.slice(1).map((price, i) => (price as number) / (prices[i] as number) - 1))
    return true
  })
  if (present.length === 0) return null
  const days =
    (Date.parse((window.at(-1) as string).slice(0, 10)) - Date.parse((window[0] as string).slice(0, 10))) / 86_400_000
  return {
    symbols: present,
    returns,
    means: meansOf(returns),
    covariance: shrinkage === 'none' ? covarianceOf(returns) : ledoitWolf(returns).covariance,
    perYear: ((window.length - 1) / Math.max(1, days)) * 365.25,
    before: new Map(last?.estimates.symbols.map((symbol, i) => [symbol, last.weights[i] as number]) ?? []),
  }
}
