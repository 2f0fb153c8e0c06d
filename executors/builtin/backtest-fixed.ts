import { simulate, type BacktestSetting } from '../backtest/simulate.ts'
import { panelOf, readTable, type Table } from '../data/panel.ts'
import { keepLines } from '../data/results.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput, Upstream } from '../executor.ts'

/** As the runtime has checked it (services/runtime/domain/data/backtest-config.ts). */
type Config = {
  assets: { universe: string[]; benchmark?: string }
  date_range?: { start?: string; end?: string }
  rebalance_frequency?: BacktestSetting['rebalance']
  transaction_costs?: number
  slippage_model?: BacktestSetting['slippage']
}

/** As many of the youngest points and trades as the outputs show; a file has them all. */
const shownMax = 200
const priceColumns = ['price', 'close', 'adj_close']
const signalColumns = ['signal', 'value', ...priceColumns]

/**
 * The backtest of a BACKTEST instance, which has no definition: its procedure is that of executors/backtest/simulate.ts,
 * and its version that of Marquee. Works on upstreams in the roles primary (one), secondary (any number), and prices
 * (one; the primary itself where there is none).
 */
export const executor: Executor = {
  codeRef: 'backtest.fixed',
  outputsSchema: {
    type: 'object',
    properties: { equity_curve: { type: 'array' }, trades: { type: 'array' }, metrics: { type: 'object' }, points: { type: 'integer' }, ref: { type: 'string' } },
    required: ['equity_curve', 'trades', 'metrics', 'points', 'ref'],
  },
  async run(input) {
    const config = input.config as unknown as Config
    if (!Array.isArray(config.assets?.universe)) throw new ExecutorError('BAD_CONFIG', '/assets/universe is missing.', { details: { pointer: '/assets/universe' } })
    const { universe, benchmark = null } = config.assets
    const symbols = benchmark === null ? universe : [...universe, benchmark]
    const { start: from, end: to } = config.date_range ?? {}
    const read = (upstream: Upstream, names: readonly string[]) => readTable(input, upstream, { names, symbols, from, to })

    const primary = await read(one(input, 'primary'), signalColumns)
    const secondary: Table[] = []
    for (const upstream of input.upstreams.filter(({ role }) => role === 'secondary')) secondary.push(await read(upstream, signalColumns))
    const priced = input.upstreams.some(({ role }) => role === 'prices') ? one(input, 'prices') : one(input, 'primary')
    const prices = await read(priced, priceColumns)
    input.progress(0.6)

    const dates = [...prices.dates].sort()
    if (dates.length === 0) throw new ExecutorError('SOURCE_FAILED', 'There are no prices of these assets in this time.')
    const panel = (table: Table) => panelOf(table, symbols, dates)
    const { curve, trades, metrics } = simulate({
      dates, universe, benchmark, prices: panel(prices), primary: panel(primary), secondary: secondary.map(panel),
      rebalance: config.rebalance_frequency ?? 'daily', transactionCosts: config.transaction_costs ?? 0, slippage: config.slippage_model ?? 'none',
    }) // prettier-ignore
    input.log(`${curve.length} points, ${trades.length} trades`)
    const lines = [...curve.map((point) => ({ type: 'point', ...point })), ...trades.map((trade) => ({ type: 'trade', ...trade }))]
    const outputs = { equity_curve: curve.slice(-shownMax), trades: trades.slice(-shownMax), metrics, points: curve.length, ref: await keepLines(input, lines) }
    return { outputs, metrics }
  },
}

function one({ upstreams }: ExecutorInput, role: string): Upstream {
  const [found, another] = upstreams.filter((upstream) => upstream.role === role)
  if (found && !another) return found
  throw new ExecutorError('BAD_CONFIG', `A backtest needs one upstream in the role '${role}'.`, { details: { role, upstreams: upstreams.map((upstream) => upstream.role) } })
}
