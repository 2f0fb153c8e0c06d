import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'
import { mayReadInstance, refuseInTenant, refuseMutation, refuseOn } from '../../domain/access/access.ts'
import { checkFields, type InstanceFields } from '../../domain/state/instance-fields.ts'
import { toError } from '../../domain/state/refusal.ts'
import { notFound } from '../../engine/changes/change-request.ts'

/**
 * Throws unless the viewer may do such a thing at all and the input's free fields are well formed. Whether they may do
 * it to this instance is asked once its state is known: see permitted().
 */
export function guardMutation(viewer: Viewer, mutation: MutationName, input: InstanceFields): void {
  const refusal = refuseMutation(viewer, mutation)
  if (refusal) throw toError(refusal)
  const problems = checkFields(input)
  if (problems.length > 0) {
    throw new AppError('BAD_USER_INPUT', {
      public: `${problems.length === 1 ? 'A field is' : 'Some fields are'} not right: ${problems[0]?.pointer} ${problems[0]?.message}.`,
      details: { problems },
    })
  }
}

/** The same for what belongs to the tenant and to no instance. */
export function guardTenant(viewer: Viewer, mutation: MutationName, input: InstanceFields): void {
  guardMutation(viewer, mutation, input)
  const refusal = refuseInTenant(viewer, permissionOf(mutation))
  if (refusal) throw toError(refusal)
}

/**
 * The instance, where the viewer may do this to it. Throws NOT_FOUND where there is none or the viewer may not see it,
 * FORBIDDEN where they see it.
 */
export function permitted(
  viewer: Viewer,
  mutation: MutationName,
  id: string,
  state: InstanceState | undefined,
): InstanceState {
  if (!state) throw notFound(id)
  const refusal = refuseOn(viewer, permissionOf(mutation), state)
  if (refusal) throw toError(refusal)
  return state
}

/** Whether the viewer may read it; for what an input names besides the instance that it changes. */
export const isReadable = (viewer: Viewer, state: InstanceState | undefined): state is InstanceState =>
  state !== undefined && mayReadInstance(viewer, state)

/** The key of a write with the hash of what was asked: operation and input, the key itself left out. */
export function keyOf(
  operation: string,
  input: { idempotencyKey?: string | null },
): { key: string; inputHash: string } | null {
  const { idempotencyKey, ...body } = input
  return idempotencyKey ? { key: idempotencyKey, inputHash: sha256Hex(`${operation}\n${canonicalJson(body)}`) } : null
}
