import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { Json } from '../../../../schema/events.ts'
import { keyHashOf } from '../../domain/access/access.ts'
import { keyHashesOf } from '../../domain/displays/display-keys.ts'
import { jsonBytes } from '../../domain/state/payload-size.ts'
import { outgoingOfInteraction } from '../../domain/webhooks/webhooks.ts'
import { newChangeId, notFound } from '../../engine/changes/change-request.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import { putOutgoing } from '../../store/webhooks/webhook-outbox.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation, keyOf, permitted } from '../changes/guards.ts'

export type EmitInput = { id: string; event: string; data?: unknown; idempotencyKey?: string | null }

const eventPattern = /^[A-Za-z][\w.:-]{0,99}$/
const dataBytesMax = 32_768

/** Records what a component said (S4-57) and tells the owner's webhook. Not a change of state: no revision, no log row. */
export async function emitInstanceEvent(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: EmitInput,
): Promise<{ changeId: string }> {
  guardMutation(viewer, 'emitInstanceEvent', input)
  if (!eventPattern.test(input.event)) {
    throw new AppError('BAD_USER_INPUT', {
      public: 'An event name starts with a letter and has at most 100 letters, digits, dots, colons and dashes.',
      details: { problems: [{ pointer: '/event', message: 'is not an event name' }] },
    })
  }
  const data = input.data ?? null
  if (jsonBytes(data) > dataBytesMax) {
    throw new AppError('PAYLOAD_TOO_LARGE', {
      public: `The data of an event has at most ${dataBytesMax} bytes.`,
      details: { limitBytes: dataBytesMax },
    })
  }
  const key = keyOf('emitInstanceEvent', input)
  const changeId = newChangeId()
  return await withTransaction(deps.pool, async (tx) => {
    const state = (await loadStates(tx, [input.id])).get(input.id)
    const keyHash = keyHashOf(viewer)
    if (!state || state.tenantId !== viewer.tenantId) throw notFound(input.id)
    if (keyHash === null) permitted(viewer, 'emitInstanceEvent', input.id, state)
    else if (!keyHashesOf(state).includes(keyHash)) throw notFound(input.id)
    const stored = key && (await findStoredResult(tx, viewer.tenantId, key))
    if (stored) return { changeId: stored.changeId }
    if (
      key &&
      !(await rememberResult(tx, viewer.tenantId, key, { instanceId: state.id, revision: state.revision, changeId }))
    )
      throw mismatch()
    await tx.query(
      `WITH said AS (
         INSERT INTO runtime.interaction_event (id, tenant_id, instance_id, event, data, change_id)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6))
       INSERT INTO runtime.activity (id, tenant_id, actor_id, action, resource_type, resource_id, after, change_id)
       VALUES ($7, $2, $8, 'instance.event-emitted', 'Instance', $3, jsonb_build_object('event', $4::text), $6)`,
      [
        newId('evt', 16),
        viewer.tenantId,
        state.id,
        input.event,
        JSON.stringify(data),
        changeId,
        newId('act', 16),
        viewer.principalId,
      ],
    )
    const said = {
      event: input.event,
      data: data as Json,
      changeId,
      actorId: viewer.principalId,
      at: new Date().toISOString(),
    }
    const outgoing = outgoingOfInteraction(state, said)
    if (outgoing) await putOutgoing(tx, [outgoing])
    return { changeId }
  })
}
