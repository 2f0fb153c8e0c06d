import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Json } from '../../../../schema/events.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { kvKeyProblem } from '../../domain/bindings/binding-input.ts'
import { jsonBytes } from '../../domain/state/payload-size.ts'
import { newChangeId } from '../../engine/changes/change-request.ts'
import { findKv, putKv, type KvRow } from '../../store/bindings/kv.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardTenant, keyOf } from '../changes/guards.ts'

export type SetKvInput = { key: string; value?: unknown; idempotencyKey?: string | null }

/**
 * Writes a key; null deletes it. Answers when every instance that is bound to the key shows the value: all by one
 * changeId, in batches. An equal value changes nothing. If telling fails the write stands, and a worker finishes it.
 */
export async function setKv(deps: RuntimeDeps, viewer: Viewer, input: SetKvInput): Promise<KvRow | null> {
  guardTenant(viewer, 'setKv', input)
  const { tenantId, principalId: actorId } = viewer
  const value = (input.value ?? null) as Json
  check(deps, input.key, value)
  const key = keyOf('setKv', input)
  const changeId = newChangeId()
  const written = await withTransaction(deps.pool, async (tx) => {
    if (key && !(await rememberResult(tx, tenantId, key, { instanceId: '', revision: 0, changeId }))) return null
    const { before, entry, changed } = await putKv(tx, tenantId, input.key, value)
    if (changed) {
      const activity = {
        action: 'kv.set',
        resourceType: 'KvEntry',
        resourceId: input.key,
        before: { value: before },
        after: { value },
      }
      await recordActivity(tx, { tenantId, actorId, ...activity, changeId })
    }
    return { entry, changed }
  })
  if (written === null) {
    // The key was used before: by the same request, or this throws.
    if (!(await findStoredResult(deps.pool, tenantId, key as NonNullable<typeof key>))) throw mismatch()
    return await readKv(deps, viewer, input.key)
  }
  if (written.changed) {
    const write = { actorId, writerKind: viewer.principalKind, changeId }
    await deps.kvNotifier
      .tell(tenantId, input.key, write)
      .catch((error: unknown) => deps.log.warn({ err: error }, 'a key was written and not told to everybody yet'))
  }
  return present(written.entry)
}

/** What stands at a key; null for nothing, and for those who may not read the tenant's own things. */
export async function readKv({ pool }: RuntimeDeps, viewer: Viewer, key: string): Promise<KvRow | null> {
  return refuseInTenant(viewer, 'kv.read') === null ? present(await findKv(pool, viewer.tenantId, key)) : null
}

const present = (entry: KvRow | null) => (entry === null || entry.value === null ? null : entry)

function check({ bytesMax }: RuntimeDeps, key: string, value: Json): void {
  const problem = kvKeyProblem(key)
  if (problem !== null) {
    throw new AppError('BAD_USER_INPUT', {
      public: `The key ${problem}.`,
      details: { problems: [{ pointer: '/key', message: problem }] },
    })
  }
  const bytes = jsonBytes(value)
  if (bytes > bytesMax) {
    throw new AppError('PAYLOAD_TOO_LARGE', {
      public: `A value has at most ${bytesMax} bytes.`,
      details: { bytes, limitBytes: bytesMax },
    })
  }
}
