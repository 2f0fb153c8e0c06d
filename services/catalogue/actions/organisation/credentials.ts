import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { assertMay, badInput, notFound } from '../../errors.ts'
import {
  countCredentials,
  endCredential,
  findCredential,
  listCredentials as readCredentials,
  type CredentialPosition,
  type CredentialRow,
} from '../../store/organisation/credentials.sql.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { makeToken } from './issue-token.ts'

/** A page of a principal's credentials, newest first: one's own, or others' with `credential.manage`. */
export async function listCredentials(
  deps: CatalogueDeps,
  viewer: Viewer,
  principalId: string | null,
  page: { first: number; after: CredentialPosition | null },
): Promise<{ rows: CredentialRow[]; totalCount: number }> {
  if (viewer.principalId === null) assertMay('UNAUTHENTICATED')
  const of = principalId ?? (viewer.principalId as string)
  if (of !== viewer.principalId) assertMay(refuseInTenant(viewer, 'credential.manage'))
  const { tenantId } = viewer
  const rows = await readCredentials(deps.sql, tenantId, of, { ...page, first: page.first + 1 })
  return { rows, totalCount: await countCredentials(deps.sql, tenantId, of) }
}

export type RevokeCredential = { id: string; idempotencyKey?: string | null }

/** Ends a credential now, in every process; ending one that has ended changes nothing. Answers its id. */
export function revokeCredential(deps: CatalogueDeps, viewer: Viewer, input: RevokeCredential): Promise<string> {
  return runChange(deps, viewer, { mutation: 'revokeCredential', input }, async (change) => {
    const { sql, tenantId, now, record } = change
    const found = await mine(viewer, await findCredential(sql, tenantId, input.id))
    if (!(await endCredential(sql, tenantId, { id: found.id, at: now, by: viewer.principalId }))) return found.id
    change.accessChanges([found.principalId])
    await record({
      action: 'credential.revoked',
      resourceType: 'principal',
      resourceId: found.principalId,
      after: { credentialId: found.id },
    })
    return found.id
  })
}

export type RotateCredential = { id: string; overlapSeconds?: number | null }

const overlapSecondsMax = 7 * 24 * 3600

/**
 * A new token of the same principal, scope and lifetime. The old one works on for `overlapSeconds`, so that whoever uses
 * it can change over without a gap.
 */
export function rotateCredential(
  deps: CatalogueDeps,
  viewer: Viewer,
  input: RotateCredential,
): Promise<{ token: string; id: string; principalId: string; expiresAt: string }> {
  return runChange(deps, viewer, { mutation: 'rotateCredential', input: {} }, async (change) => {
    const { sql, tenantId, now, record } = change
    const overlap = input.overlapSeconds ?? 3600
    if (overlap < 0 || overlap > overlapSecondsMax)
      throw badInput('/overlapSeconds', `must be 0 to ${overlapSecondsMax}`)
    const found = await mine(viewer, await findCredential(sql, tenantId, input.id))
    const hasEnded = found.revokedAt !== null || Date.parse(found.expiresAt) <= now.getTime()
    if (hasEnded) throw new AppError('CONDITION_FAILED', { public: 'The credential has ended: issue a new one.' })
    const lifeMs = Date.parse(found.expiresAt) - Date.parse(found.createdAt)
    const { principalId, scope } = found
    const made = await makeToken(deps, change, { principalId, scope, ttlSeconds: Math.ceil(lifeMs / 1000) })
    const at = new Date(Math.min(now.getTime() + overlap * 1000, Date.parse(found.expiresAt)))
    await endCredential(sql, tenantId, { id: found.id, at, by: viewer.principalId })
    change.accessChanges([principalId])
    await record({
      action: 'credential.rotated',
      resourceType: 'principal',
      resourceId: principalId,
      before: { credentialId: found.id },
      after: { credentialId: made.id, oneEndsAt: at.toISOString() },
    })
    return { ...made, principalId }
  })
}

async function mine(viewer: Viewer, found: CredentialRow | null): Promise<CredentialRow> {
  if (found && found.principalId === viewer.principalId) return found
  if (refuseInTenant(viewer, 'credential.manage') !== null || found === null) throw notFound('credential')
  return found
}
