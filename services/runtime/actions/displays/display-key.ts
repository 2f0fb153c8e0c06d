import { newDisplayKey } from '../../../../kit/graphql/viewer/authenticate.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import type { ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation } from '../changes/guards.ts'
import { submitCommand } from '../changes/submit-command.ts'

export type DisplayKeyInput = { id: string; expectedRevision?: number | null }

/**
 * A key for the instance's screen, in place of the one before: with it one may follow this instance, PRIVATE or not, and
 * speak for its screen. Only the hash is kept, so it is told once.
 */
export async function issueDisplayKey(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: DisplayKeyInput,
): Promise<{ key: string; outcome: ChangeOutcome }> {
  const key = newDisplayKey()
  return {
    key,
    outcome: await setKey(deps, viewer, 'issueDisplayKey', input, sha256Hex(key), 'instance.display-key-issued'),
  }
}

/** Whoever follows the instance by the key is told that there is no such instance, at once. */
export function revokeDisplayKey(deps: RuntimeDeps, viewer: Viewer, input: DisplayKeyInput): Promise<ChangeOutcome> {
  return setKey(deps, viewer, 'revokeDisplayKey', input, null, 'instance.display-key-revoked')
}

function setKey(
  deps: RuntimeDeps,
  viewer: Viewer,
  mutation: MutationName,
  input: DisplayKeyInput,
  displayKeyHash: string | null,
  action: string,
): Promise<ChangeOutcome> {
  guardMutation(viewer, mutation, input)
  return submitCommand(deps, viewer, input, {
    mutation,
    operation: 'displayKey',
    action,
    command: { type: 'UPDATE', fields: { displayKeyHash } },
  })
}
