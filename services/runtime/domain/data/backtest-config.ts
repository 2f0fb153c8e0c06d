import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { readBacktestConfig } from '../../../../schema/builtin-configs.ts'
import type { InstanceKind } from '../../../../schema/enums.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'

/** What its schema cannot say of a BACKTEST's config: members that are written twice, and times that run backwards. */
export function backtestProblems(given: JsonObject): Problem[] {
  const { config, at, doubled } = readBacktestConfig(given)
  const problems: Problem[] = doubled.map((pointer) => ({
    pointer,
    message: 'is there in both ways of writing it: leave one out',
  }))
  if (config.assets === undefined)
    problems.push({ pointer: '/assets', message: 'is required: a backtest needs a universe' })
  const { start, end } = config.date_range ?? {}
  if (start !== undefined && end !== undefined && start > end)
    problems.push({ pointer: `${at('date_range')}/end`, message: `must not be before the start, ${start}` })
  const { universe = [], benchmark } = config.assets ?? {}
  for (const [index, { symbol }] of (config.splits ?? []).entries()) {
    if (config.assets && !universe.includes(symbol) && symbol !== benchmark)
      problems.push({
        pointer: `${at('splits')}/${index}/symbol`,
        message: `must be of the universe or the benchmark: ${symbol} is neither`,
      })
  }
  return problems
}

/** Kinds whose runs give scores or weights by symbol and date: what a BACKTEST takes as a signal. */
const signalKinds: readonly InstanceKind[] = ['SIGNAL', 'EXPERIMENT', 'MODEL', 'PORTFOLIO_OPTIMIZER']
const priceKinds: readonly InstanceKind[] = ['DATASET', 'SIGNAL']

/** Which kinds may play a role in a BACKTEST. */
export const kindsOfRole = (role: string): readonly InstanceKind[] => (role === 'prices' ? priceKinds : signalKinds)

/** The signals and prices that a BACKTEST names, each with its place. */
export type NamedSignal = { instanceId: string; role: string; pointer: string }

export function namedSignals({ kind, config }: Pick<InstanceState, 'kind' | 'config'>): NamedSignal[] {
  if (kind !== 'BACKTEST') return []
  const {
    config: { signals },
    at,
  } = readBacktestConfig(config)
  if (signals === undefined) return []
  const pointer = `/config${at('signals')}`
  return [
    { instanceId: signals.primary, role: 'primary', pointer: `${pointer}/primary` },
    ...(signals.secondary ?? []).map((instanceId, index) => ({
      instanceId,
      role: 'secondary',
      pointer: `${pointer}/secondary/${index}`,
    })),
    ...(signals.prices === undefined
      ? []
      : [{ instanceId: signals.prices, role: 'prices', pointer: `${pointer}/prices` }]),
  ]
}
