import { AppError } from '../../../../kit/errors/app-error.ts'
import { nodesWith } from '../../../../kit/graphql/viewer/access.ts'
import { newDisplayKey } from '../../../../kit/graphql/viewer/authenticate.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { toError } from '../../domain/state/refusal.ts'
import { refuseMutation } from '../../domain/access/access.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import {
  countDisplayKeys,
  endDisplayKeys,
  findDisplayKey,
  listDisplayKeys,
  type DisplayKeyRow,
  type Position,
} from '../../store/displays/display-keys.sql.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { refuseOn } from '../../domain/access/access.ts'
import { submitCommand } from '../changes/submit-command.ts'
import { displayKeys, giveKey } from './display-key.ts'

/** Display keys of the instances on which the viewer holds key.issue, newest first. */
export async function listDisplayCredentials(
  { pool }: RuntimeDeps,
  viewer: Viewer,
  { instanceId, ...page }: { instanceId: string | null; first: number; after: Position | null },
): Promise<{ rows: DisplayKeyRow[]; totalCount: number }> {
  const refusal = refuseMutation(viewer, 'issueDisplayKey')
  if (refusal) throw toError(refusal)
  const nodes = nodesWith(viewer.access, 'key.issue')
  const query = { tenantId: viewer.tenantId, instanceId, nodes, ...page }
  const [rows, totalCount] = await Promise.all([listDisplayKeys(pool, query), countDisplayKeys(pool, query)])
  return { rows, totalCount }
}

/** Ends one key now: whoever follows by it is cut off with the revision that says so. The instance's others work on. */
export async function revokeDisplayCredential(deps: RuntimeDeps, viewer: Viewer, id: string): Promise<void> {
  const key = await mine(deps, viewer, id)
  await submitCommand(
    deps,
    viewer,
    { id: key.instanceId },
    {
      mutation: 'revokeDisplayKey',
      action: 'instance.display-key-revoked',
      command: displayKeys(deps, { add: null, remove: [key.keyHash] }),
    },
  )
  await endDisplayKeys(deps.pool, viewer.tenantId, [key.keyHash], new Date())
}

/** Another key of the same instance, name and lifetime; the old one works on for the overlap. */
export async function rotateDisplayCredential(
  deps: RuntimeDeps,
  viewer: Viewer,
  { id, overlapSeconds }: { id: string; overlapSeconds: number },
): Promise<{ id: string; token: string; expiresAt: string | null }> {
  const old = await mine(deps, viewer, id)
  const now = Date.now()
  const isOver = (at: string | null) => at !== null && Date.parse(at) <= now
  if (isOver(old.revokedAt) || isOver(old.expiresAt))
    throw new AppError('CONDITION_FAILED', { public: 'The credential has ended: issue a new one.' })
  const token = newDisplayKey()
  const expiresAt =
    old.expiresAt === null ? null : new Date(now + Date.parse(old.expiresAt) - Date.parse(old.createdAt))
  const given = { keyHash: sha256Hex(token), name: old.name, expiresAt }
  const made = await giveKey(deps, viewer, given, {
    mutation: 'issueDisplayKey',
    input: { id: old.instanceId },
    action: 'instance.display-key-rotated',
    remove: overlapSeconds === 0 ? [old.keyHash] : [],
  })
  await endDisplayKeys(deps.pool, viewer.tenantId, [old.keyHash], new Date(now + overlapSeconds * 1000))
  return { id: made.id, token, expiresAt: expiresAt?.toISOString() ?? null }
}

async function mine({ pool }: RuntimeDeps, viewer: Viewer, id: string): Promise<DisplayKeyRow> {
  const key = await findDisplayKey(pool, viewer.tenantId, id)
  const state = key && (await loadStates(pool, [key.instanceId])).get(key.instanceId)
  if (!key || !state || refuseOn(viewer, 'key.issue', state)?.code === 'NOT_FOUND')
    throw new AppError('NOT_FOUND', { public: 'There is no such credential.' })
  const refusal = refuseOn(viewer, 'key.issue', state)
  if (refusal) throw toError(refusal)
  return key
}
