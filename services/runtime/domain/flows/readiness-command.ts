import { isJsonObject } from '../../../../kit/pure/json/json.ts'
import type { Readiness } from '../../../../schema/enums.ts'
import type { Condition, InstanceState, Json, JsonObject } from '../../../../schema/events.ts'
import { withCondition } from '../state/conditions.ts'
import type { Decision } from '../state/decision.ts'

/** What a monitoring run has found: its alerts, none where all is well. */
export type Finding = { flow: string; runId: string; alerts: readonly JsonObject[] }

/** What the flows make of the instance's readiness, and what monitoring says of it; the engine's alone to say. */
export type ReadinessCommand = {
  type: 'SET_READINESS'
  readiness: Readiness | null
  found: readonly Finding[]
  now: string
}

const alertsShownMax = 20
const alertType = /^[A-Z][A-Za-z]{1,63}$/

export function decideReadiness(state: InstanceState, { readiness, found, now }: ReadinessCommand): Decision {
  const conditions = found.reduce((held, finding) => afterFinding(held, finding, now), state.conditions)
  if (readiness === state.readiness && conditions === state.conditions)
    return { ok: true, next: state, event: 'READINESS' }
  return { ok: true, next: { ...state, readiness, conditions }, event: 'READINESS' }
}

/** One condition for each type of alert. What the same flow said before holds no longer. */
function afterFinding(conditions: Condition[], { flow, runId, alerts }: Finding, since: string): Condition[] {
  const types = [...new Set(alerts.map(({ type }) => type))].filter(isAlertType)
  const kept = conditions.filter(
    ({ type, details }) =>
      !(isJsonObject(details) && details['flow'] === flow && 'alerts' in details) || types.includes(type),
  )
  return types.reduce(
    (held, type) => {
      const own = alerts.filter((alert) => alert['type'] === type)
      const present = held.find((condition) => condition.type === type)
      const details = { flow, runId, alerts: own.slice(0, alertsShownMax) as Json[], count: own.length }
      return withCondition(held, { type, message: messageOf(own), since: present?.since ?? since, details })
    },
    kept.length === conditions.length ? conditions : kept,
  )
}

const isAlertType = (type: unknown): type is string => typeof type === 'string' && alertType.test(type)

function messageOf(alerts: readonly JsonObject[]): string {
  const [{ metric, column, value, limit } = {}] = alerts
  const more = alerts.length > 1 ? ` (and ${alerts.length - 1} more)` : ''
  return `${String(metric)} of ${String(column)} is ${String(value)}, beyond ${String(limit)}${more}`.slice(0, 500)
}
