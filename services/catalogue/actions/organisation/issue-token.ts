import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Role, Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { roles } from '../../domain/organisation/roles.ts'
import { tenantRootOf } from '../../domain/organisation/system-ids.ts'
import { badInput, notFound } from '../../errors.ts'
import { principalsByIds, rolesOn } from '../../store/organisation/organisation-reads.ts'
import { runChange, type CatalogueDeps } from '../deps.ts'

export type IssueToken = { principalId: string; ttlSeconds?: number | null }

const ttlSecondsMax = 30 * 24 * 3600

/** A token for a principal, as the strongest role that they hold on the tenant (R40). The activity names it, not the secret. */
export function issueToken(
  deps: CatalogueDeps,
  viewer: Viewer,
  input: IssueToken,
): Promise<{ token: string; role: Role; expiresAt: string }> {
  return runChange(deps, viewer, { operation: 'issueToken', input: {} }, async ({ tx, tenantId, now, record }) => {
    const { principalId, ttlSeconds } = { ttlSeconds: 3600, ...input }
    if (ttlSeconds === null || ttlSeconds < 1 || ttlSeconds > ttlSecondsMax)
      throw badInput('/ttlSeconds', `must be 1 to ${ttlSecondsMax}`)
    const [principal] = await principalsByIds(tx, tenantId, [principalId])
    if (principal === undefined) throw notFound('principal')
    const nodeId = tenantRootOf(tenantId)
    const held = await rolesOn(tx, tenantId, { principalId, nodeType: 'TENANT', nodeId })
    const role = roles.find((each) => held.includes(each))
    if (role === undefined) {
      throw new AppError('CONDITION_FAILED', {
        public: 'This principal holds no role on the tenant: grant one first.',
        details: { grantRole: { principalId, nodeType: 'TENANT', nodeId, roles } },
      })
    }
    if (deps.tokens === null) throw new AppError('UNAVAILABLE', { public: 'No tokens can be issued here.' })
    const id = newId('tok', 16)
    // Whole seconds, as tokens count them.
    const expiresAt = new Date(Math.ceil(now.getTime() / 1000 + ttlSeconds) * 1000)
    const token = deps.tokens.issue({ id, tenantId, principalId, principalKind: principal.kind, role }, expiresAt)
    await record({
      action: 'token.issued',
      resourceType: 'principal',
      resourceId: principalId,
      after: { tokenId: id, role, expiresAt: expiresAt.toISOString() },
    })
    return { token, role, expiresAt: expiresAt.toISOString() }
  })
}
