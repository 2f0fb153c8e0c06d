import type { InstanceState, JsonObject } from '../../../../schema/events.ts'

const text: JsonObject = { type: 'string', minLength: 1 }
const date: JsonObject = { type: 'string', format: 'date' }

/** What a BACKTEST is told: it has no definition whose schema could say so (S0-43 to S0-47). */
export const backtestConfig: JsonObject = {
  type: 'object',
  properties: {
    assets: {
      type: 'object',
      properties: { universe: { type: 'array', items: text, minItems: 1, uniqueItems: true }, benchmark: text },
      required: ['universe'],
      additionalProperties: false,
    },
    signals: {
      type: 'object',
      properties: { primary: text, secondary: { type: 'array', items: text, uniqueItems: true } },
      required: ['primary'],
      additionalProperties: false,
    },
    date_range: { type: 'object', properties: { start: date, end: date }, additionalProperties: false },
    rebalance_frequency: { enum: ['daily', 'weekly', 'monthly'] },
    transaction_costs: { type: 'number', minimum: 0, maximum: 1 },
    slippage_model: { enum: ['none', 'linear'] },
  },
}

/** The signals that a new BACKTEST names, each with its place; further ones, and prices, are set as upstreams. */
export function namedSignals({ kind, config }: Pick<InstanceState, 'kind' | 'config'>): { instanceId: string; role: string; pointer: string }[] {
  if (kind !== 'BACKTEST') return []
  const { primary, secondary = [] } = (config['signals'] ?? {}) as { primary?: string; secondary?: string[] }
  const first = primary === undefined ? [] : [{ instanceId: primary, role: 'primary', pointer: '/config/signals/primary' }]
  return [...first, ...secondary.map((instanceId, index) => ({ instanceId, role: 'secondary', pointer: `/config/signals/secondary/${index}` }))]
}
