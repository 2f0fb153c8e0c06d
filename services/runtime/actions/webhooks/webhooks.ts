import type { Pool } from 'pg'
import { withTransaction, type Tx } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { mayOn, refuseInTenant } from '../../domain/access/access.ts'
import { toError } from '../../domain/state/refusal.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import {
  countDeliveries,
  findDelivery,
  listDeliveries,
  resendDelivery,
  type DeliveryFilter,
  type WebhookDeliveryRow,
} from '../../store/webhooks/webhook-deliveries.ts'
import { rotateSecret } from '../../store/webhooks/webhook-secrets.ts'
import { guardMutation, guardTenant, keyOf, permitted } from '../changes/guards.ts'

type Keyed = { id: string; idempotencyKey?: string | null }
type Page = { first: number; beforeSeq: number | null; withTotal: boolean }

/** What was sent and what is on its way, newest first; for those who may write, because addresses and bodies may hold secrets. */
export async function webhookDeliveries(
  { pool }: RuntimeDeps,
  viewer: Viewer,
  filter: DeliveryFilter,
  page: Page,
): Promise<{ rows: WebhookDeliveryRow[]; totalCount: number }> {
  await assertMaySee(pool, viewer, filter)
  const rows = await listDeliveries(pool, viewer.tenantId, filter, { first: page.first + 1, beforeSeq: page.beforeSeq })
  return { rows, totalCount: page.withTotal ? await countDeliveries(pool, viewer.tenantId, filter) : 0 }
}

/** Whoever manages webhooks in the whole tenant sees all deliveries; others those of an instance at a time. */
async function assertMaySee(pool: Pool, viewer: Viewer, { instanceId }: DeliveryFilter): Promise<void> {
  guardMutation(viewer, 'resendWebhookDelivery', {})
  const refusal = refuseInTenant(viewer, 'webhook.manage')
  if (refusal === null) return
  if (!instanceId) throw toError(refusal)
  permitted(viewer, 'resendWebhookDelivery', instanceId, (await loadStates(pool, [instanceId])).get(instanceId))
}

async function mayManage(tx: Tx, viewer: Viewer, instanceId: string): Promise<boolean> {
  if (refuseInTenant(viewer, 'webhook.manage') === null) return true
  const state = (await loadStates(tx, [instanceId])).get(instanceId)
  return state !== undefined && mayOn(viewer, 'webhook.manage', state)
}

/** Sends a message again, with the same webhook-id, whatever became of it; one that is on its way goes at once. */
export async function resendWebhookDelivery(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: Keyed,
): Promise<WebhookDeliveryRow> {
  guardMutation(viewer, 'resendWebhookDelivery', input)
  const { tenantId, principalId: actorId } = viewer
  const key = keyOf('resendWebhookDelivery', input)
  return await withTransaction(deps.pool, async (tx) => {
    const found = await findDelivery(tx, tenantId, input.id, { forUpdate: true })
    if (!found || !(await mayManage(tx, viewer, found.instanceId)))
      throw new AppError('NOT_FOUND', { public: `There is no webhook delivery ${input.id}.` })
    if (key && (await findStoredResult(tx, tenantId, key))) return found
    const changeId = newChangeId()
    if (key && !(await rememberResult(tx, tenantId, key, { instanceId: found.instanceId, revision: 0, changeId })))
      throw mismatch()
    const activity = {
      action: 'webhook.resent',
      resourceType: 'WebhookDelivery',
      resourceId: found.id,
      before: { state: found.state, attempts: found.attempts },
    }
    await recordActivity(tx, { tenantId, actorId, ...activity, changeId })
    return await resendDelivery(tx, tenantId, found.id)
  })
}

/**
 * A new secret for the webhooks of an instance or the hooks of a definition, shown this once; repeating the request does
 * not show it again. What it replaces signs too for a day. No change of state: no revision.
 */
export async function rotateWebhookSecret(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: Keyed,
): Promise<{ id: string; secret: string | null; changeId: string }> {
  const { tenantId, principalId: actorId } = viewer
  const { id } = input
  const isDefinition = id.startsWith('def-')
  if (isDefinition) guardTenant(viewer, 'rotateWebhookSecret', input)
  else guardMutation(viewer, 'rotateWebhookSecret', input)
  if (isDefinition) await requireDefinition(deps, tenantId, id)
  const key = keyOf('rotateWebhookSecret', input)
  return await withTransaction(deps.pool, async (tx) => {
    if (!isDefinition) {
      const states = await loadStates(tx, [id], { forUpdate: true })
      permitted(viewer, 'rotateWebhookSecret', id, states.get(id))
    }
    const stored = key && (await findStoredResult(tx, tenantId, key))
    if (stored) return { id, secret: null, changeId: stored.changeId }
    const changeId = newChangeId()
    if (key && !(await rememberResult(tx, tenantId, key, { instanceId: id, revision: 0, changeId }))) throw mismatch()
    const resourceType = isDefinition ? 'Definition' : 'Instance'
    await recordActivity(tx, {
      tenantId,
      actorId,
      action: `${resourceType.toLowerCase()}.webhook-secret-rotated`,
      resourceType,
      resourceId: id,
      changeId,
    })
    return { id, secret: await rotateSecret(tx, deps.secrets, id), changeId }
  })
}

/** Only what is published has instances, and so hooks that are called. */
async function requireDefinition({ definitions }: RuntimeDeps, tenantId: string, id: string): Promise<void> {
  const [version] = (await definitions.publishedVersions([id])).get(id) ?? []
  if (!version) throw new AppError('NOT_FOUND', { public: `There is no definition ${id} with a published version.` })
  await definitions.candidate(tenantId, version.id)
}
