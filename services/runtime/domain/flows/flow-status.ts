import type { JsonObject } from '../../../../schema/events.ts'
import type { Readiness, StaleReason } from '../../../../schema/enums.ts'

/** What a flow's status follows from. */
export type FlowFacts = {
  isRunning: boolean
  /** How the newest run ended that says something of the flow: a cancelled or skipped one says nothing. */
  lastOutcome: string | null
  lastSuccessAt: string | null
  /** The version that the last success was a run of, and the one that the instance follows now. */
  successVersionId: string | null
  currentVersionId: string | null
  /** The same of the config; null: it was not noted then. */
  successConfigHash: string | null
  currentConfigHash: string
  /** Of each upstream, its newest success; and those that the last success here worked on, by flow. */
  upstreams: readonly { flowId: string; lastSuccessRunId: string | null }[]
  successUpstreams: JsonObject
  freshnessSlaSeconds: number | null
  /** What was said before, so that `staleSince` stays. */
  staleSince: string | null
  now: string
}

export type FlowStatus = {
  status: Readiness
  /** Why its data are not fresh, also while a run is under way or the last one failed; null where they are. */
  staleReason: StaleReason | null
  staleSince: string | null
  /** When the SLA will have passed; null where it has, or there is none. */
  staleAt: string | null
}

/** Model R23 and R24, in one place. Pure: that a deadline passes is told by a sweep, which asks again. */
export function flowStatus(facts: FlowFacts): FlowStatus {
  const deadline = deadlineOf(facts)
  const isOverdue = deadline !== null && deadline <= facts.now
  const staleReason = reasonOf(facts, isOverdue)
  const status = facts.isRunning ? 'RUNNING' : hasFailed(facts) ? 'ERROR' : staleReason !== null ? 'STALE' : 'READY'
  const since = facts.staleSince ?? (staleReason === 'SLA' ? deadline : facts.now)
  return { status, staleReason, staleSince: staleReason === null ? null : since, staleAt: isOverdue ? null : deadline }
}

const hasFailed = ({ lastOutcome }: FlowFacts) => lastOutcome === 'FAILED' || lastOutcome === 'CRASHED'

/** What must be done again comes before what has merely grown old. */
function reasonOf(facts: FlowFacts, isOverdue: boolean): StaleReason | null {
  if (facts.lastSuccessAt === null) return 'NEVER_RUN'
  if (facts.successVersionId !== facts.currentVersionId) return 'VERSION_CHANGED'
  if (facts.successConfigHash !== null && facts.successConfigHash !== facts.currentConfigHash) return 'CONFIG_CHANGED'
  const { upstreams, successUpstreams } = facts
  // An upstream that was not there at the time counts as newer: its data are not in yet.
  if (
    upstreams.some(
      ({ flowId, lastSuccessRunId }) => lastSuccessRunId !== null && successUpstreams[flowId] !== lastSuccessRunId,
    )
  )
    return 'UPSTREAM_NEWER'
  return isOverdue ? 'SLA' : null
}

function deadlineOf({ lastSuccessAt, freshnessSlaSeconds }: FlowFacts): string | null {
  if (lastSuccessAt === null || freshnessSlaSeconds === null) return null
  return new Date(Date.parse(lastSuccessAt) + freshnessSlaSeconds * 1000).toISOString()
}
