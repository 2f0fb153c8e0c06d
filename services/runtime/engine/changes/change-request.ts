import { AppError } from '../../../../kit/errors/app-error.ts'
import type { PrincipalKind, Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { EventType, InstanceState, JsonObject } from '../../../../schema/events.ts'
import type { Permission } from '../../../../schema/access/permissions.ts'
import { refuseOn } from '../../domain/access/access.ts'
import { decide, type Command } from '../../domain/decide.ts'
import type { InstanceFacts } from '../../domain/state/instance-facts.ts'
import { refuseLocked } from '../../domain/props/locks.ts'
import { toError } from '../../domain/state/refusal.ts'
import { stateDiff } from '../../domain/state/state-document.ts'
import type { Commit } from '../../store/changes/commit-changes.ts'
import type { Published } from './publisher.ts'

/** One change of one living instance, as an action asks for it. */
export type ChangeRequest = {
  tenantId: string
  instanceId: string
  actorId: string | null
  /** What kind of principal asks; null for the system itself. Locks hold against some kinds. */
  writerKind: PrincipalKind | null
  /** Who asks, and what it takes; null for the system itself. */
  asker: { viewer: Viewer; permission: Permission } | null
  command: Command
  changeId: string
  /** What the activity says: 'instance.props-patched'. Null: a larger mutation's activity speaks for it. */
  action: string | null
  reason: string | null
  expectedRevision: number | null
  key: { key: string; inputHash: string } | null
}

/** `changed` is false for an equal write and for a repeated idempotency key. */
export type ChangeOutcome = { state: InstanceState; revision: number; changeId: string; changed: boolean }

export const notFound = (instanceId: string) =>
  new AppError('NOT_FOUND', { public: `There is no instance ${instanceId}.` })

export const newChangeId = () => newId('chg', 16)

/** Why a conditional write may not go on: the instance is at another revision than its caller decided on. */
export function conflictOf({ revision }: Pick<InstanceState, 'revision'>, expected: number | null): AppError | null {
  if (expected === null || expected === revision) return null
  return new AppError('CONFLICT', {
    public: `The instance is at revision ${revision}, not ${expected}.`,
    details: { currentRevision: revision },
  })
}

/** Why whoever asks may not do this to the instance. */
export function refuseAsker(state: InstanceState, { asker }: Pick<ChangeRequest, 'asker'>): AppError | null {
  const refusal = asker && refuseOn(asker.viewer, asker.permission, state)
  return refusal ? toError(refusal) : null
}

/** What the request makes of the state: the next state, null for an equal write, or why not. */
export function evaluateRequest(
  state: InstanceState,
  request: ChangeRequest,
  facts: InstanceFacts,
): { ok: true; next: InstanceState; event: EventType } | { ok: true; next: null } | { ok: false; error: AppError } {
  if (state.tenantId !== request.tenantId) return { ok: false, error: notFound(request.instanceId) }
  const refused = refuseAsker(state, request)
  if (refused) return { ok: false, error: refused }
  const conflict = conflictOf(state, request.expectedRevision)
  if (conflict) return { ok: false, error: conflict }
  const decision = decide(state, request.command, facts)
  if (!decision.ok) return { ok: false, error: toError(decision.refusal) }
  if (decision.next === state) return { ok: true, next: null }
  const locked = refuseLocked(state, decision.next, { kind: request.writerKind, now: new Date().toISOString() })
  return locked
    ? { ok: false, error: toError(locked.refusal) }
    : { ok: true, next: decision.next, event: decision.event }
}

/** Consecutive changes as one commit. `before` and `after` of each must differ (tryOn said so). */
export function toCommit(
  base: InstanceState,
  changes: readonly { request: ChangeRequest; event: EventType; before: InstanceState; after: InstanceState }[],
): Commit {
  const steps = changes.map(({ request, event, before, after }): Commit['steps'][number] => {
    const diff = stateDiff(before, after)
    if (!diff) throw new Error(`a change of ${base.id} that changes nothing`)
    const { changeId, actorId } = request
    return {
      type: event,
      ...diff,
      after,
      actorId,
      reason: request.reason,
      changeId,
      activity: request.action === null ? null : activityOf(base, request.action, actorId, changeId, diff),
    }
  })
  const [first] = changes
  const key = changes.length === 1 && first?.request.key ? first.request.key : null
  return {
    base,
    next: (changes.at(-1) as (typeof changes)[number]).after,
    steps,
    key: key && {
      ...key,
      result: { instanceId: base.id, revision: base.revision + 1, changeId: steps[0]!.changeId },
    },
  }
}

/** The one activity of a mutation: what it was before and after, as the patch says it. */
export function activityOf(
  state: InstanceState,
  action: string,
  actorId: string | null,
  changeId: string,
  { patch, undo }: { patch: JsonObject | null; undo: JsonObject | null },
) {
  return {
    id: newId('act', 16),
    tenantId: state.tenantId,
    actorId,
    action,
    resourceType: 'Instance',
    resourceId: state.id,
    before: undo,
    after: patch,
    changeId,
  }
}

/** A commit's revisions as they are told to the world, each with the state it led to. */
export function toPublished(commit: Commit, at: string): Published[] {
  return commit.steps.map((step, index) => {
    const revision = commit.base.revision + index + 1
    return {
      instanceId: commit.base.id,
      revision,
      type: step.type,
      patch: step.patch,
      changeId: step.changeId,
      actorId: step.actorId,
      reason: step.reason,
      at,
      state: { ...step.after, revision, updatedAt: at },
    }
  })
}
