import { adjustForSplits, suspectedSplits } from '../backtest/splits.ts'
import { simulate } from '../backtest/simulate.ts'
import { checked } from '../checked.ts'
import { openTables, panelOf, readTable, type Table } from '../data/series/panel.ts'
import { priceColumns } from '../data/series/price-jumps.ts'
import { dateType, keepTables, tablesSchema } from '../data/tables.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput, Upstream } from '../executor.ts'
import {
  backtestConfig,
  readBacktestConfig,
  slippageRateDefault,
  type BacktestConfig,
} from '../../schema/builtin-configs.ts'
import type { JsonObject } from '../../kit/pure/json/json.ts'

const configOf = checked<JsonObject>(backtestConfig)

/** As many of the youngest points and trades as the outputs show; a file has them all. */
const shownMax = 200
const namesShown = 50
const signalColumns = ['signal', 'weight', 'score', 'prediction', 'value', ...priceColumns]

/**
 * The backtest of a BACKTEST instance, which has no definition: its procedure is that of executors/backtest/simulate.ts,
 * and its version that of Marquee. Works on upstreams in the roles primary (one), secondary (any number), and prices
 * (one; the primary itself where there is none).
 */
export const executor: Executor = {
  codeRef: 'backtest.fixed',
  outputsSchema: {
    type: 'object',
    properties: {
      equity_curve: { type: 'array' },
      trades: { type: 'array' },
      metrics: { type: 'object' },
      points: { type: 'integer' },
      ref: { type: 'string', description: 'The equity curve, whole.' },
      tables: tablesSchema,
      warnings: { type: 'array', items: { type: 'string' } },
    },
    required: ['equity_curve', 'trades', 'metrics', 'points', 'ref', 'tables', 'warnings'],
  },
  async run(input) {
    const { config, at, doubled } = readBacktestConfig(configOf(input.config))
    if (doubled[0] !== undefined) throw bad(doubled[0], 'is there in both ways of writing it')
    if (config.assets === undefined) throw bad('/assets', 'is missing: a backtest needs a universe')
    const { universe, benchmark = null } = config.assets
    const wanted = benchmark === null ? universe : [...universe, benchmark]
    const { start: from, end: to } = config.date_range ?? {}
    if (from !== undefined && to !== undefined && from > to)
      throw bad(`${at('date_range')}/end`, `must not be before the start, ${from}`)
    const secondaries = input.upstreams.filter(({ role }) => role === 'secondary')
    const primaryOf = one(input, 'primary')
    refuseOthers(input, config.signals, at('signals'))
    const pricesOf = input.upstreams.some(({ role }) => role === 'prices') ? one(input, 'prices') : primaryOf
    const sources = await openTables(input, [...new Set([primaryOf, pricesOf, ...secondaries])])
    const read = (upstream: Upstream, names: readonly string[]) =>
      readTable(input, sources, upstream, { names, wanted, from, to })

    const primary = await read(primaryOf, signalColumns)
    const isPrice = (column: string) => (priceColumns as readonly string[]).includes(column)
    const weighting =
      config.weighting ?? (primary.column === 'weight' ? 'weights' : isPrice(primary.column) ? 'rising' : 'equal')
    const secondary: Table[] = []
    for (const upstream of secondaries) secondary.push(await read(upstream, signalColumns))
    const prices = await read(pricesOf, priceColumns)
    refuseUnknown(prices, universe, benchmark, `${at('assets')}`)
    input.progress(0.6)

    const dates = [...prices.dates].sort()
    if (dates.length === 0)
      throw new ExecutorError('SOURCE_FAILED', 'There are no prices of these assets in this time.')
    const { splits = [] } = config
    // A signal that is a price splits with it.
    const panel = (table: Table) =>
      isPrice(table.column)
        ? adjustForSplits(panelOf(table, wanted, dates), dates, splits)
        : panelOf(table, wanted, dates)
    const priced = panel(prices)
    const { curve, trades, exposures, metrics } = simulate({
      dates,
      universe,
      benchmark,
      prices: priced,
      primary: panel(primary),
      secondary: secondary.map(panel),
      rebalance: config.rebalance_frequency ?? 'daily',
      transactionCosts: config.transaction_costs ?? 0,
      weighting,
      direction: config.direction ?? 'long-only',
      slippage: { model: config.slippage_model ?? 'none', rate: config.slippage_rate ?? slippageRateDefault },
    })
    const warnings = [
      ...suspectedSplits(priced, dates),
      ...silent(primary, universe),
      ...wanted
        .filter((symbol) => priced.get(symbol)?.every((price) => price === null))
        .map((symbol) => `There is no price of ${symbol} in this time: it is never held.`),
    ]
    input.log(`${curve.length} points, ${trades.length} trades`)
    for (const warning of warnings) input.log(warning)
    const date = { name: 'date', type: dateType(dates) }
    const numbers = (...names: string[]) => names.map((name) => ({ name, type: 'DOUBLE' }))
    const tables = await keepTables(input, {
      equity_curve: { columns: [date, ...numbers('equity', 'benchmark')], rows: curve, dateColumn: 'date' },
      trades: {
        columns: [date, { name: 'symbol', type: 'VARCHAR' }, ...numbers('from', 'to', 'cost')],
        rows: trades,
        dateColumn: 'date',
        symbolColumn: 'symbol',
      },
      exposures: {
        columns: [date, ...numbers('gross', 'net', 'cash', 'positions')],
        rows: exposures,
        dateColumn: 'date',
      },
    })
    const outputs = {
      equity_curve: curve.slice(-shownMax),
      trades: trades.slice(-shownMax),
      metrics,
      points: curve.length,
      ref: tables.equity_curve.ref,
      tables,
      warnings,
    }
    return { outputs, metrics }
  },
}

const bad = (pointer: string, message: string) =>
  new ExecutorError('BAD_CONFIG', `${pointer} ${message}.`, { details: { pointer } })

/** What the prices do not know would never be held, and nobody would see why. */
function refuseUnknown(
  { symbols }: Table,
  universe: readonly string[],
  benchmark: string | null,
  pointer: string,
): void {
  const wanted = benchmark === null ? universe : [...universe, benchmark]
  if (symbols === null) {
    if (new Set(wanted).size > 1)
      throw bad(
        `${pointer}/universe`,
        `has several symbols, but the prices have no column that tells them apart: name it in symbolColumn of the dataset`,
      )
    return
  }
  const unknown = wanted.filter((symbol) => !symbols.has(symbol))
  if (unknown.length === 0) return
  const index = universe.indexOf(unknown[0] as string)
  const known = [...symbols].slice(0, namesShown)
  throw new ExecutorError(
    'BAD_CONFIG',
    `There are no prices of ${unknown.join(', ')}. There are those of ${known.join(', ')}${symbols.size > known.length ? ` and ${symbols.size - known.length} more` : ''}.`,
    {
      details: {
        pointer: index === -1 ? `${pointer}/benchmark` : `${pointer}/universe/${index}`,
        unknown: [...unknown],
        known,
      },
    },
  )
}

function silent({ symbols }: Table, universe: readonly string[]): string[] {
  const without = symbols === null ? [] : universe.filter((symbol) => !symbols.has(symbol))
  return without.length === 0 ? [] : [`The primary signal says nothing of ${without.join(', ')}: they are never held.`]
}

/** What it works on must be what its config names: a result of something else would look as good. */
function refuseOthers({ upstreams }: ExecutorInput, signals: BacktestConfig['signals'], pointer: string): void {
  if (signals === undefined) return
  const named = {
    primary: [signals.primary],
    secondary: signals.secondary ?? [],
    prices: signals.prices ? [signals.prices] : null,
  }
  for (const [role, ids] of Object.entries(named)) {
    const found = upstreams.flatMap((each) =>
      each.role === role && each.instanceId !== undefined ? [each.instanceId] : [],
    )
    const other = ids === null ? undefined : found.find((id) => !ids.includes(id))
    if (other !== undefined)
      throw bad(
        `${pointer}/${role}`,
        `names ${ids?.join(', ') || 'nothing'}, but the flow works on ${other}: set one like the other`,
      )
  }
}

function one({ upstreams }: ExecutorInput, role: string): Upstream {
  const [found, another] = upstreams.filter((upstream) => upstream.role === role)
  if (found && !another) return found
  throw new ExecutorError('BAD_CONFIG', `A backtest needs one upstream in the role '${role}'.`, {
    details: { role, upstreams: upstreams.map((upstream) => upstream.role) },
  })
}
