import type { Pool } from 'pg'
import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { nameProblem, type PrincipalRow, type RoleGrantRow } from '../../domain/organisation/organisation.ts'
import { tenantRootOf } from '../../domain/organisation/system-ids.ts'
import type { ActivitySink } from '../../ports.ts'
import {
  dropClaimedGrant,
  findIdentity,
  insertClaimedGrant,
  insertIdentity,
  claimedGrants,
  lockIdentity,
  nodesThatExist,
  updateIdentity,
} from '../../store/organisation/identities.sql.ts'

/** What a token from outside says of whom it was issued to. A null node is the tenant. */
export type OutsideIdentity = {
  tenantId: string
  issuer: string
  subject: string
  kind: Extract<PrincipalRow['kind'], 'HUMAN' | 'SERVICE' | 'AI'>
  name: string | null
  roles: readonly (Pick<RoleGrantRow, 'role' | 'nodeType'> & { nodeId: string | null })[]
  /** When the token was issued, as RFC 3339. */
  issuedAt: string
}

type Deps = {
  pool: Pool
  activities: ActivitySink
  tellAccess(tenantId: string, principalIds: readonly string[]): Promise<void>
}

/**
 * The principal of a token from outside, made at the first sight of its subject. The roles that this issuer has given
 * follow the newest token: those that it does not speak of go, those that somebody here gave stay. An older token
 * changes nothing. A kind stays what it was at first: nobody becomes a human by a claim.
 */
export async function adoptIdentity(
  { pool, activities, tellAccess }: Deps,
  identity: OutsideIdentity,
): Promise<string> {
  const { tenantId, issuer, subject, kind } = identity
  const { principalId, hasChanged } = await withTransaction(pool, async (sql) => {
    await lockIdentity(sql, identity)
    const known = await findIdentity(sql, identity)
    if (known && Date.parse(known.claimsAt) > Date.parse(identity.issuedAt))
      return { principalId: known.principalId, hasChanged: false }
    const displayName = nameOf(identity)
    const id = known?.principalId ?? newId('principal', 8)
    const changeId = newId('chg', 16)
    const record = (activity: {
      action: string
      resourceType: string
      resourceId: string
      before?: object
      after?: object
    }) => activities.record(sql, { tenantId, actorId: id, changeId, ...activity })
    if (known) await updateIdentity(sql, { ...identity, principalId: id, displayName })
    else {
      await insertIdentity(sql, { ...identity, principalId: id, displayName })
      const after = { kind, displayName, issuer, subject }
      await record({ action: 'principal.created', resourceType: 'principal', resourceId: id, after })
    }
    const changes = await followClaims(sql, identity, id)
    for (const { action, nodeType, nodeId, role } of changes) {
      const said = { principalId: id, role, issuer }
      await record({
        action: `role.${action}`,
        resourceType: nodeType.toLowerCase(),
        resourceId: nodeId,
        ...(action === 'granted' ? { after: said } : { before: said }),
      })
    }
    return { principalId: id, hasChanged: known === null || changes.length > 0 }
  })
  if (hasChanged) await tellAccess(tenantId, [principalId])
  return principalId
}

type GrantChange = Omit<RoleGrantRow, 'principalId'> & { action: 'granted' | 'revoked' }

async function followClaims(
  sql: Sql,
  { tenantId, issuer, roles }: OutsideIdentity,
  principalId: string,
): Promise<GrantChange[]> {
  const wanted = await nodesThatExist(
    sql,
    tenantId,
    roles.map(({ nodeId, ...role }) => ({ ...role, nodeId: nodeId ?? tenantRootOf(tenantId) })),
  )
  const keyOf = ({ nodeType, nodeId, role }: Omit<RoleGrantRow, 'principalId'>) => `${nodeType} ${nodeId} ${role}`
  const held = await claimedGrants(sql, tenantId, principalId, issuer)
  const [wantedKeys, heldKeys] = [new Set(wanted.map(keyOf)), new Set(held.map(keyOf))]
  const changes: GrantChange[] = []
  for (const grant of held.filter((each) => !wantedKeys.has(keyOf(each)))) {
    await dropClaimedGrant(sql, tenantId, { principalId, ...grant })
    changes.push({ ...grant, action: 'revoked' })
  }
  for (const grant of wanted.filter((each) => !heldKeys.has(keyOf(each)))) {
    const isNew = await insertClaimedGrant(sql, tenantId, { principalId, ...grant, issuer })
    if (isNew) changes.push({ ...grant, action: 'granted' })
  }
  return changes
}

const nameOf = ({ name, subject }: OutsideIdentity): string =>
  [name, subject].find((text) => text !== null && nameProblem(text) === null && !text.includes('\0')) ??
  subject.slice(0, 100)
