import type { InstanceState, JsonObject } from '../../../../schema/events.ts'

export type SignalCheck = { name: string; ok: boolean; message: string | null }

/**
 * Whether an instance may be a signal: the gate that promoting passes. `outputs` are those of its last successful
 * refresh. Others build on a signal, so it must have values, and say when they were.
 */
export function signalChecks(
  state: Pick<InstanceState, 'kind' | 'lifecycle' | 'readiness'>,
  outputs: JsonObject | null,
): SignalCheck[] {
  const check = (name: string, ok: boolean, message: string): SignalCheck => ({
    name,
    ok,
    message: ok ? null : message,
  })
  const columns = Array.isArray(outputs?.['schema']) ? (outputs['schema'] as { type?: unknown }[]) : []
  const isNumber = ({ type }: { type?: unknown }) => typeof type === 'string' && /INT|DOUBLE|FLOAT|DECIMAL/.test(type)
  return [
    check(
      'kind',
      state.kind === 'DATASET' || state.kind === 'SIGNAL',
      `a ${state.kind} has no rows that could be a signal`,
    ),
    check('lifecycle', state.lifecycle !== 'ARCHIVED' && state.lifecycle !== 'STOPPED', `it is ${state.lifecycle}`),
    check('readiness', state.readiness !== 'ERROR', 'its last run failed'),
    check(
      'rows',
      typeof outputs?.['rows_total'] === 'number' && outputs['rows_total'] > 0,
      'no refresh has brought rows yet',
    ),
    check('dates', typeof outputs?.['last_date'] === 'string', 'its rows have no date'),
    check('values', columns.some(isNumber), 'its rows have no column of numbers'),
  ]
}
