import type { FastifyInstance } from 'fastify'
import type { SubgraphClient } from '../../gateway/subgraph-client.ts'
import { StartupError } from '../../kit/env.ts'
import type { OutsidePrincipal } from '../../kit/graphql/viewer/authenticate.ts'
import type { Logger } from '../../kit/log.ts'
import { claimHolds, OutsideTokens, type OutsideToken } from '../../kit/oidc/outside-tokens.ts'
import { readOidcSettings, type OidcIssuer } from '../../kit/oidc/settings.ts'
import { roles, type Role } from '../../schema/access/permissions.ts'
import { SYSTEM_TENANT_ID, type OutsideIdentity } from '../../services/catalogue/index.ts'
import { askInternal, internalRoute, type IsPart } from './internal.ts'

/** Where a principal is made of an identity, or found: in the catalogue's tables. */
export type Adopt = (identity: OutsideIdentity) => Promise<string>

const path = '/internal/identities'
/** A role on an instance is given to principals here by hand: claims speak of the tree. */
const nodeTypes = ['TENANT', 'SPACE', 'SUBSPACE', 'PROJECT'] as const

/** For the gateway, which has no database. */
export function registerIdentities(app: FastifyInstance, adopt: Adopt, isPart: IsPart): void {
  internalRoute(app, isPart, path, adopt)
}

/** The gateway's side of it. */
export const adoptElsewhere =
  (client: SubgraphClient): Adopt =>
  (identity) =>
    askInternal<string>(client, path, identity)

/** Issuers as MARQUEE_OIDC names them. Throws a StartupError that says what is wrong. */
export function oidcIssuers(given: string | null): OidcIssuer[] {
  if (given === null) return []
  try {
    const issuers = readOidcSettings(given)
    for (const { issuer, roles: mapped } of issuers)
      for (const { role, nodeType } of mapped) {
        if (!roles.some((known) => known === role))
          throw new Error(`${issuer}: ${role} is no role: there are ${roles.join(', ')}`)
        if (!nodeTypes.some((known) => known === nodeType))
          throw new Error(`${issuer}: ${nodeType} is no node: there are ${nodeTypes.join(', ')}`)
      }
    return issuers
  } catch (error) {
    throw new StartupError(`MARQUEE_OIDC is not usable: ${(error as Error).message}.`)
  }
}

/** Adopted lately, by the token's id: so many are known without asking. */
const adoptedMax = 10_000

/** Who sends a token from outside: null for what no issuer has signed for us. Each token is asked for once in a process. */
export function outsidePrincipals(
  issuers: readonly OidcIssuer[],
  options: { adopt: Adopt; log: Logger; bytesMax: number },
): (token: string) => Promise<OutsidePrincipal | null> {
  const tokens = new OutsideTokens(issuers, options)
  const adopted = new Map<string, string>()
  return async (text) => {
    const token = await tokens.read(text)
    if (token === null) return null
    const { id, expiresAt } = token
    const principalId = adopted.get(id) ?? (await options.adopt(identityOf(token)))
    adopted.set(id, principalId)
    if (adopted.size > adoptedMax) adopted.delete(adopted.keys().next().value as string)
    return { id, principalId, expiresAt }
  }
}

function identityOf({ issuer, subject, payload, issuedAt }: OutsideToken): OutsideIdentity {
  const name = payload[issuer.nameClaim]
  const held = issuer.roles.filter(({ claim, value }) => claimHolds(payload, claim, value))
  return {
    tenantId: SYSTEM_TENANT_ID,
    issuer: issuer.issuer,
    subject,
    kind: issuer.kinds.find(({ claim, value }) => claimHolds(payload, claim, value))?.kind ?? 'HUMAN',
    name: typeof name === 'string' ? name : null,
    roles: held.map(({ role, nodeType, nodeId }) => ({
      role: role as Role,
      nodeType: nodeType as OutsideIdentity['roles'][number]['nodeType'],
      nodeId,
    })),
    issuedAt: issuedAt.toISOString(),
  }
}
