import { AppError, sentences } from '../../../../kit/errors/app-error.ts'
import { restricted } from '../../../../kit/graphql/viewer/access.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { isPermission, roles, type Role } from '../../../../schema/access/permissions.ts'
import { coversAccess, refuseInTenant } from '../../domain/access/access.ts'
import { tenantRootOf } from '../../domain/organisation/system-ids.ts'
import { assertMay, badInput, notFound } from '../../errors.ts'
import { rolesOn } from '../../store/organisation/organisation-reads.ts'
import { insertToken } from '../../store/organisation/credentials.sql.ts'
import { readPrincipals } from '../../store/organisation/principal-access.sql.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'

export type IssueToken = { principalId: string; ttlSeconds?: number | null; permissions?: readonly string[] | null }

const ttlSecondsMax = 30 * 24 * 3600

/**
 * A token for a principal: it says who, not what they may, which is looked up when it is used. For oneself anybody may
 * have one, of no wider scope than the credential that asks; one for somebody else takes `credential.manage`, and
 * nothing that they hold beyond the issuer. The activity names the token, not the secret.
 */
export function issueToken(
  deps: CatalogueDeps,
  viewer: Viewer,
  input: IssueToken,
): Promise<{ id: string; token: string; role: Role | null; expiresAt: string }> {
  return runChange(deps, viewer, { mutation: 'issueToken', input: {} }, async (change) => {
    const { tx, sql, tenantId, record } = change
    const { principalId } = input
    const isOwn = principalId === viewer.principalId
    if (!isOwn) assertMay(refuseInTenant(viewer, 'credential.manage'))
    const ttlSeconds = input.ttlSeconds === undefined ? 3600 : input.ttlSeconds
    if (ttlSeconds === null || ttlSeconds < 1 || ttlSeconds > ttlSecondsMax)
      throw badInput('/ttlSeconds', `must be 1 to ${ttlSecondsMax}`)
    const principal = (await readPrincipals(sql, tenantId, [principalId])).get(principalId)
    if (!principal) throw notFound('principal')
    const scope = scopeOf(viewer, input.permissions ?? null, isOwn)
    if (!isOwn && !coversAccess(viewer.access, restricted(principal.access, scope)))
      throw new AppError('FORBIDDEN', { public: sentences.FORBIDDEN })
    const { tenant, nodes } = principal.access
    if (tenant.length === 0 && Object.values(nodes).every((held) => held.length === 0))
      throw holdsNothing(change, principalId)
    const { id, token, expiresAt } = await makeToken(deps, change, { principalId, scope, ttlSeconds })
    const held = await rolesOn(tx, tenantId, { principalId, nodeType: 'TENANT', nodeId: tenantRootOf(tenantId) })
    const role = roles.find((each) => held.includes(each)) ?? null
    await record({
      action: 'token.issued',
      resourceType: 'principal',
      resourceId: principalId,
      after: { tokenId: id, scope, expiresAt },
    })
    return { id, token, role, expiresAt }
  })
}

/** The permissions that the token may use: those asked for, and for oneself none beyond those of the credential that asks. */
function scopeOf(viewer: Viewer, asked: readonly string[] | null, isOwn: boolean): readonly string[] | null {
  const unknown = (asked ?? []).findIndex((name) => !isPermission(name))
  if (unknown >= 0) throw badInput(`/permissions/${unknown}`, 'is the name of no permission')
  const own = isOwn ? viewer.credentialScope : null
  if (asked === null) return own
  return own === null ? [...new Set(asked)] : own.filter((name) => asked.includes(name))
}

function holdsNothing({ tenantId }: Change, principalId: string): AppError {
  return new AppError('CONDITION_FAILED', {
    public: 'This principal holds no role anywhere: grant one first.',
    details: { grantRole: { principalId, nodeType: 'TENANT', nodeId: tenantRootOf(tenantId), roles } },
  })
}

/** A token and its row among the credentials. UNAVAILABLE where there is nothing to sign it with. */
export async function makeToken(
  deps: CatalogueDeps,
  { sql, tenantId, now, actorId }: Change,
  { principalId, scope, ttlSeconds }: { principalId: string; scope: readonly string[] | null; ttlSeconds: number },
): Promise<{ id: string; token: string; expiresAt: string }> {
  const principal = (await readPrincipals(sql, tenantId, [principalId])).get(principalId)
  if (!principal) throw notFound('principal')
  if (deps.tokens === null) throw new AppError('UNAVAILABLE', { public: 'No tokens can be issued here.' })
  const id = newId('tok', 16)
  // Whole seconds, as tokens count them.
  const expiresAt = new Date(Math.ceil(now.getTime() / 1000 + ttlSeconds) * 1000)
  const token = deps.tokens.issue({ id, tenantId, principalId, principalKind: principal.kind, scope }, expiresAt)
  const row = { id, tenantId, principalId, kind: 'TOKEN' as const, scope: scope && [...scope] }
  await insertToken(sql, { ...row, createdBy: actorId, createdAt: now, expiresAt })
  return { id, token, expiresAt: expiresAt.toISOString() }
}
