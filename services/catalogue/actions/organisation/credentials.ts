import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { assertMay, badInput, notFound } from '../../errors.ts'
import {
  countTokens,
  endToken,
  findToken,
  listTokens,
  type CredentialPosition,
  type CredentialRow,
  type TokenRow,
} from '../../store/organisation/credentials.sql.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'
import { makeToken } from './issue-token.ts'

type Asked = { kind: 'TOKEN' | 'DISPLAY'; principalId: string | null; instanceId: string | null }
type Page = { first: number; after: CredentialPosition | null }

/**
 * A page of credentials, newest first: a principal's tokens (one's own, or others' with `credential.manage`), or the
 * display keys of the instances that the viewer issues keys for.
 */
export async function listCredentials(
  deps: CatalogueDeps,
  viewer: Viewer,
  { kind, principalId, instanceId }: Asked,
  page: Page,
): Promise<{ rows: CredentialRow[]; totalCount: number }> {
  const more = { ...page, first: page.first + 1 }
  if (kind === 'DISPLAY') {
    if (principalId !== null) throw badInput('/principalId', 'is not asked for with display keys')
    const after = page.after && { at: page.after.createdAt, id: page.after.id }
    const { rows, totalCount } = await deps.displayKeys.list(viewer, { ...more, instanceId, after })
    return { rows: rows.map((row) => ({ ...row, kind })), totalCount }
  }
  if (instanceId !== null) throw badInput('/instanceId', 'is asked for with display keys only')
  if (viewer.principalId === null) assertMay('UNAUTHENTICATED')
  const of = principalId ?? (viewer.principalId as string)
  if (of !== viewer.principalId) assertMay(refuseInTenant(viewer, 'credential.manage'))
  const { tenantId } = viewer
  const rows = await listTokens(deps.sql, tenantId, of, more)
  return { rows, totalCount: await countTokens(deps.sql, tenantId, of) }
}

const isDisplayKey = (id: string) => id.startsWith('key-')

export type RevokeCredential = { id: string; idempotencyKey?: string | null }

/** Ends a credential now, in every process; ending one that has ended changes nothing. Answers its id. */
export async function revokeCredential(deps: CatalogueDeps, viewer: Viewer, input: RevokeCredential): Promise<string> {
  if (isDisplayKey(input.id)) {
    await deps.displayKeys.revoke(viewer, input.id)
    return input.id
  }
  return await runChange(deps, viewer, { mutation: 'revokeCredential', input }, async (change) => {
    const { sql, tenantId, now, record } = change
    const found = await mine(viewer, await findToken(sql, tenantId, input.id))
    if (!(await endToken(sql, tenantId, { id: found.id, at: now, by: viewer.principalId }))) return found.id
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

type Rotated = { token: string; id: string; expiresAt: string | null }

/**
 * A new credential of the same principal or instance, scope and lifetime. The old one works on for `overlapSeconds`, so that whoever uses
 * it can change over without a gap.
 */
export async function rotateCredential(deps: CatalogueDeps, viewer: Viewer, input: RotateCredential): Promise<Rotated> {
  const overlap = input.overlapSeconds ?? 3600
  if (overlap < 0 || overlap > overlapSecondsMax) throw badInput('/overlapSeconds', `must be 0 to ${overlapSecondsMax}`)
  if (isDisplayKey(input.id)) return await deps.displayKeys.rotate(viewer, { id: input.id, overlapSeconds: overlap })
  return await runChange(
    deps,
    viewer,
    { mutation: 'rotateCredential', input: {} },
    async (change): Promise<Rotated> => {
      const { sql, tenantId, now, record } = change
      const found = await mine(viewer, await findToken(sql, tenantId, input.id))
      const hasEnded = found.revokedAt !== null || Date.parse(found.expiresAt) <= now.getTime()
      if (hasEnded) throw new AppError('CONDITION_FAILED', { public: 'The credential has ended: issue a new one.' })
      const lifeMs = Date.parse(found.expiresAt) - Date.parse(found.createdAt)
      const { principalId, scope } = found
      const made = await makeToken(deps, change, { principalId, scope, ttlSeconds: Math.ceil(lifeMs / 1000) })
      const at = new Date(Math.min(now.getTime() + overlap * 1000, Date.parse(found.expiresAt)))
      await endToken(sql, tenantId, { id: found.id, at, by: viewer.principalId })
      change.accessChanges([principalId])
      await record({
        action: 'credential.rotated',
        resourceType: 'principal',
        resourceId: principalId,
        before: { credentialId: found.id },
        after: { credentialId: made.id, oneEndsAt: at.toISOString() },
      })
      return made
    },
  )
}

async function mine(viewer: Viewer, found: TokenRow | null): Promise<TokenRow> {
  if (found && found.principalId === viewer.principalId) return found
  if (refuseInTenant(viewer, 'credential.manage') !== null || found === null) throw notFound('credential')
  return found
}
