import type { Readiness } from '../../../../schema/enums.ts'
import type { JsonObject } from '../../../../schema/events.ts'

/** Worst first. */
const severity: Record<Readiness, number> = { ERROR: 0, STALE: 1, RUNNING: 2, READY: 3 }

export const readinesses = (Object.keys(severity) as Readiness[]).sort((a, b) => severity[a] - severity[b])

/**
 * An instance's readiness from those of its flows (model R3): the worst there is, so READY only if all are. The order is
 * the contract's `status_priority`, worst first; a status that it leaves out is worse than any it names. Null where there
 * are no flows. The method is called min_severity, and there is no other.
 */
export function aggregateReadiness(statuses: readonly Readiness[], contract: JsonObject = {}): Readiness | null {
  const named = priorityOf(contract)
  const order = [...readinesses.filter((status) => !named.includes(status)), ...named]
  return order.find((status) => statuses.includes(status)) ?? null
}

function priorityOf(contract: JsonObject): Readiness[] {
  const listed = contract['status_priority'] ?? contract['statusPriority']
  const known = Array.isArray(listed) ? listed.filter(isReadiness) : []
  return known.length > 0 ? [...new Set(known)] : [...readinesses]
}

export const isReadiness = (value: unknown): value is Readiness => (readinesses as readonly unknown[]).includes(value)
