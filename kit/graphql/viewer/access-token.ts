import { createJwts } from '../../jwts.ts'
import type { PrincipalKind } from './viewer.ts'

/** Who a token speaks for. What they may do is looked up when it is used. */
export type TokenClaims = {
  id: string
  tenantId: string
  principalId: string
  principalKind: PrincipalKind
  /** The only permissions that it may use; null: all that its principal holds. */
  scope: readonly string[] | null
}

export type AccessTokens = {
  /** A JWT that is good until then. */
  issue(claims: TokenClaims, expiresAt: Date): string
  /** Null for what we did not sign, for another tenant's, and for what has expired. */
  read(token: string): (TokenClaims & { expiresAt: Date }) | null
}

type Payload = { jti: string; sub: string; kind: PrincipalKind; scope?: readonly string[]; exp: number }

/**
 * Tokens of principals, signed with what all processes of an installation share, so that each knows one without a
 * look-up of the token itself.
 */
export function createAccessTokens(options: { secrets: readonly string[]; tenantId: string }): AccessTokens {
  const { secrets, tenantId } = options
  const jwts = createJwts<Payload>({
    purpose: 'access tokens',
    secrets,
    issuer: 'marquee',
    audience: tenantId,
    requiredClaims: ['jti', 'sub', 'exp'],
    verifiedMax: 10_000,
  })
  return {
    issue: ({ id, principalId, principalKind, scope }, expiresAt) =>
      jwts.sign({
        jti: id,
        sub: principalId,
        kind: principalKind,
        ...(scope === null ? {} : { scope }),
        exp: Math.floor(expiresAt.getTime() / 1000),
      }),
    read(token) {
      const payload = jwts.read(token)
      if (payload === null) return null
      const { jti, sub, kind, scope = null, exp } = payload
      return { id: jti, tenantId, principalId: sub, principalKind: kind, scope, expiresAt: new Date(exp * 1000) }
    },
  }
}
