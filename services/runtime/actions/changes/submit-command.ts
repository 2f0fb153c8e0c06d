import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'
import type { Command } from '../../domain/decide.ts'
import { newChangeId, type ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { keyOf } from './guards.ts'

type Input = { id: string; expectedRevision?: number | null; reason?: string | null; idempotencyKey?: string | null }

/** What every change that a viewer asks for has in common; a repeated idempotencyKey is of `operation`. */
export function changeMetadata(viewer: Viewer, mutation: MutationName, operation: string, input: Input) {
  return {
    tenantId: viewer.tenantId,
    instanceId: input.id,
    actorId: viewer.principalId,
    writerKind: viewer.principalKind,
    asker: { viewer, permission: permissionOf(mutation) },
    changeId: newChangeId(),
    reason: input.reason ?? null,
    expectedRevision: input.expectedRevision ?? null,
    key: keyOf(operation, input),
  }
}

/** `operation`: what an idempotency key is of, where several mutations are one operation. */
type SubmittedCommand = { mutation: MutationName; action: string; command: Command; operation?: string }

/** What a viewer wants of one instance; its activity is called `action`. */
export const submitCommand = (
  deps: RuntimeDeps,
  viewer: Viewer,
  input: Input,
  { mutation, action, command, operation = mutation }: SubmittedCommand,
): Promise<ChangeOutcome> =>
  deps.queue.submit({ ...changeMetadata(viewer, mutation, operation, input), action, command })
