import { SYSTEM_TENANT_ROOT_ID } from '../../../services/catalogue/index.ts'
import { ask, unique } from './graph-client.ts'

type At = { url: string }
export type Role = 'OWNER' | 'OPERATOR' | 'AUDITOR' | 'VIEWER'

export const onTenant = { nodeType: 'TENANT', nodeId: SYSTEM_TENANT_ROOT_ID }
const makeUser = `mutation ($input: CreateUserInput!) {
  createUserWithPersonalSpace(input: $input) { principal { id } space { id subspaces { id } } } }`
export const grantRole = 'mutation ($input: RoleGrantInput!) { grantRole(input: $input) { grant { role } } }'
export const revokeRole = 'mutation ($input: RoleGrantInput!) { revokeRole(input: $input) { grant { role } } }'
export const issueToken = `mutation ($input: IssueTokenInput!) {
  issueToken(input: $input) { token role expiresAt principal { id } } }`

type Made = { principal: { id: string }; space: { id: string; subspaces: { id: string }[] } }

/** A new principal who holds these roles on the tenant, with a space of their own. */
export async function newPrincipal(at: At, kind: string, ...roles: Role[]): Promise<Made> {
  const input = { displayName: kind, email: `${unique()}@example.org`, kind }
  const made = (await ask<{ createUserWithPersonalSpace: Made }>(at, makeUser, { input })).createUserWithPersonalSpace
  for (const role of roles) await ask(at, grantRole, { input: { principalId: made.principal.id, role, ...onTenant } })
  return made
}

/** A token for a new principal with these roles on the tenant. */
export async function newToken(
  at: At,
  kind: string,
  ...roles: Role[]
): Promise<{ principalId: string; token: string }> {
  const principalId = (await newPrincipal(at, kind, ...roles)).principal.id
  return { principalId, token: await tokenOf(at, principalId) }
}

export async function tokenOf(at: At, principalId: string, ttlSeconds = 600): Promise<string> {
  const input = { principalId, ttlSeconds }
  return (await ask<{ issueToken: { token: string } }>(at, issueToken, { input })).issueToken.token
}
