import { createSigner, createVerifier } from 'fast-jwt'
import { sha256Hex } from '../../pure/ids/hash.ts'
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

const issuer = 'marquee'
/** Tokens that are known to be good are not verified again for every request. */
const verifiedMax = 10_000

/**
 * Tokens of principals, signed with what all processes of an installation share, so that each knows one without a
 * look-up of the token itself. The first secret signs; what any other has signed is good until it expires. fast-jwt,
 * because it verifies without a promise; `jose` does not, and every WebSocket would wait.
 */
export function createAccessTokens(options: { secrets: readonly string[]; tenantId: string }): AccessTokens {
  const { tenantId } = options
  const keys = options.secrets.map((secret) => sha256Hex(`access tokens ${secret}`))
  const [key = ''] = keys
  const sign = createSigner({ key, algorithm: 'HS256', iss: issuer, aud: tenantId, noTimestamp: true })
  const verifiers = keys.map((each) =>
    createVerifier({
      key: each,
      algorithms: ['HS256'],
      allowedIss: issuer,
      allowedAud: tenantId,
      requiredClaims: ['jti', 'sub', 'exp'],
      cache: verifiedMax,
    }),
  )
  return {
    issue({ id, principalId, principalKind, scope }, expiresAt) {
      const payload: Payload = {
        jti: id,
        sub: principalId,
        kind: principalKind,
        ...(scope === null ? {} : { scope }),
        exp: Math.floor(expiresAt.getTime() / 1000),
      }
      return sign(payload)
    },
    read(token) {
      for (const verify of verifiers) {
        try {
          const { jti, sub, kind, scope = null, exp } = verify(token) as Payload
          return { id: jti, tenantId, principalId: sub, principalKind: kind, scope, expiresAt: new Date(exp * 1000) }
        } catch {
          // Signed with another secret, or with none of ours.
        }
      }
      return null
    },
  }
}
