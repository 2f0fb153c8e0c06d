import type { Readiness } from '../../../../schema/enums.ts'
import type { Sql } from '../../../../kit/db/pool.ts'
import { aggregateReadiness } from '../../domain/flows/aggregate-readiness.ts'
import type { Finding, ReadinessCommand } from '../../domain/flows/readiness-command.ts'
import { configHash } from '../../domain/runs/decide-run.ts'
import { flowStatus } from '../../domain/flows/flow-status.ts'
import type { UpstreamFact } from '../../domain/runs/run-gate.ts'
import type { FlowRecord } from '../../store/flows/flow-row.ts'
import { dependentsOf, runningFlows, updateFlows, type LockedInstance } from '../../store/flows/flow-writes.ts'
import { newChangeId, toCommit, evaluateRequest, type ChangeRequest } from '../changes/change-request.ts'
import { commitAll } from '../lifecycle/lifecycle-change.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'
import type { FlowEngine } from './flow-engine.ts'
import type { Published } from '../changes/publisher.ts'

/** What changes of flows and runs need besides the transaction. */
export type RunChangeDeps = { facts: DefinitionRulesCache; engine: FlowEngine }

export type Derivation = {
  instances: Map<string, LockedInstance>
  /** All flows of these instances, with what has just become known of them. */
  flows: ReadonlyMap<string, FlowRecord>
  /** Those whose status is to be derived anew. */
  concerned: readonly string[]
  /** Those of which something new is known: how a run of theirs ended. */
  news: ReadonlySet<string>
  upstreams: ReadonlyMap<string, readonly UpstreamFact[]>
  /** What monitoring runs have just found, by instance: the flow that looked, and its alerts. */
  found?: ReadonlyMap<string, readonly Finding[]>
  now: string
}

/**
 * Derives the status of flows from what is true of them now, and the readiness of their instances from that; writes both
 * and tells those who work on them. The caller has locked the instances, and hands the changes of readiness on after the
 * commit. The states in `instances` are brought up to date.
 */
export async function deriveFlows(
  deps: RunChangeDeps,
  tx: Sql,
  { instances, flows, concerned, news, upstreams, found = new Map(), now }: Derivation,
): Promise<Published[]> {
  const running = await runningFlows(tx, concerned)
  const derived = new Map(flows)
  for (const id of concerned) {
    const flow = flows.get(id) as FlowRecord
    const instance = instances.get(flow.instanceId) as LockedInstance
    const facts = {
      ...flow,
      isRunning: running.has(id),
      currentVersionId: instance.state.resolvedVersionId,
      currentConfigHash: configHash(instance.state.config),
      upstreams: upstreams.get(id) ?? [],
      now,
    }
    derived.set(id, { ...flow, ...flowStatus(facts) })
  }
  const changed = concerned.filter(
    (id) => news.has(id) || isOther(flows.get(id) as FlowRecord, derived.get(id) as FlowRecord),
  )
  await updateFlows(
    tx,
    changed.map((id) => derived.get(id) as FlowRecord),
  )
  // Asked after the flows are written: who comes to depend on one of them meanwhile waits for its row.
  const dependents = await dependentsOf(
    tx,
    changed.filter((id) => isNewsBelow(flows.get(id) as FlowRecord, derived.get(id) as FlowRecord, news)),
  )
  if (dependents.length > 0) await deps.engine.enqueue(tx, [{ type: 'flows', flowIds: dependents }])
  return await commitReadiness(deps, tx, { instances, flows: [...derived.values()], found, now })
}

const isOther = (before: FlowRecord, after: FlowRecord) =>
  before.status !== after.status ||
  before.staleReason !== after.staleReason ||
  before.staleSince !== after.staleSince ||
  before.staleAt !== after.staleAt

/** Whether those who work on the flow have to look again: its data are newer, or nothing blocks them any more. */
const isNewsBelow = (before: FlowRecord, after: FlowRecord, news: ReadonlySet<string>) =>
  (news.has(after.id) && after.lastOutcome === 'SUCCEEDED') || (after.status === 'READY' && before.status !== 'READY')

/** One revision of type READINESS for each instance whose readiness, or what its monitoring says, is another now. */
async function commitReadiness(
  deps: RunChangeDeps,
  tx: Sql,
  {
    instances,
    flows,
    found,
    now,
  }: {
    instances: Map<string, LockedInstance>
    flows: readonly FlowRecord[]
    found: ReadonlyMap<string, readonly Finding[]>
    now: string
  },
): Promise<Published[]> {
  const commits = []
  for (const { state, deleted } of instances.values()) {
    if (deleted) continue
    const facts = await deps.facts.get(state.resolvedVersionId)
    const own = flows.filter(({ instanceId, removedAt }) => instanceId === state.id && removedAt === null)
    const readiness = aggregateReadiness(
      own.map(({ status }) => status as Readiness),
      facts.statusContract,
    )
    const request = readinessRequest(state, { type: 'SET_READINESS', readiness, found: found.get(state.id) ?? [], now })
    const tried = evaluateRequest(state, request, facts)
    if (tried.ok && tried.next)
      commits.push(toCommit(state, [{ request, event: tried.event, before: state, after: tried.next }]))
  }
  const published = await commitAll(tx, commits)
  for (const { instanceId, state } of published) instances.set(instanceId, { state, deleted: false })
  return published
}

function readinessRequest(
  { id, tenantId }: { id: string; tenantId: string },
  command: ReadinessCommand,
): ChangeRequest {
  return {
    tenantId,
    instanceId: id,
    command,
    // What happened to the run is what was done; that readiness follows is nobody's deed, and no activity.
    action: null,
    reason: 'its flows',
    changeId: newChangeId(),
    actorId: null,
    writerKind: null,
    asker: null,
    expectedRevision: null,
    key: null,
  }
}
