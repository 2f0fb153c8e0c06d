import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Command } from '../../domain/decide.ts'
import { newChangeId, type ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { keyOf } from './guards.ts'

type Input = { id: string; expectedRevision?: number | null; reason?: string | null; idempotencyKey?: string | null }

/** What every change that a viewer asks for has in common; a repeated idempotencyKey is of `operation`. */
export function changeMetadata(viewer: Viewer, operation: string, input: Input) {
  return {
    tenantId: viewer.tenantId,
    instanceId: input.id,
    actorId: viewer.principalId,
    writerKind: viewer.principalKind,
    changeId: newChangeId(),
    reason: input.reason ?? null,
    expectedRevision: input.expectedRevision ?? null,
    key: keyOf(operation, input),
  }
}

/** What a viewer wants of one instance; its activity is called `action`. */
export const submitCommand = (
  deps: RuntimeDeps,
  viewer: Viewer,
  input: Input,
  { operation, action, command }: { operation: string; action: string; command: Command },
): Promise<ChangeOutcome> => deps.queue.submit({ ...changeMetadata(viewer, operation, input), action, command })
