import { createSigner, createVerifier } from 'fast-jwt'
import { sha256Hex } from '../../pure/ids/hash.ts'
import type { PrincipalKind, Role } from './viewer.ts'

/** Who a token speaks for, and as what. */
export type TokenClaims = {
  id: string
  tenantId: string
  principalId: string
  principalKind: PrincipalKind
  role: Role
}

export type AccessTokens = {
  /** A JWT that is good until then. */
  issue(claims: TokenClaims, expiresAt: Date): string
  /** Null for what we did not sign, for another tenant's, and for what has expired. */
  read(token: string): (TokenClaims & { expiresAt: Date }) | null
}

type Payload = { jti: string; sub: string; kind: PrincipalKind; role: Role; exp: number }

const issuer = 'marquee'
/** Tokens that are known to be good are not verified again for every request. */
const verifiedMax = 10_000

/**
 * Tokens of principals, signed with what all processes of an installation share, so that each knows one without a
 * look-up. They cannot be taken back before they expire: give them short lives. fast-jwt, because it verifies without a
 * promise; `jose` does not, and every WebSocket would wait.
 */
export function createAccessTokens(options: { installationKey: string; tenantId: string }): AccessTokens {
  const { tenantId } = options
  const key = sha256Hex(`access tokens ${options.installationKey}`)
  const sign = createSigner({ key, algorithm: 'HS256', iss: issuer, aud: tenantId, noTimestamp: true })
  const verify = createVerifier({
    key,
    algorithms: ['HS256'],
    allowedIss: issuer,
    allowedAud: tenantId,
    requiredClaims: ['jti', 'sub', 'exp'],
    cache: verifiedMax,
  })
  return {
    issue({ id, principalId, principalKind, role }, expiresAt) {
      const payload: Payload = {
        jti: id,
        sub: principalId,
        kind: principalKind,
        role,
        exp: Math.floor(expiresAt.getTime() / 1000),
      }
      return sign(payload)
    },
    read(token) {
      try {
        const { jti, sub, kind, role, exp } = verify(token) as Payload
        return { id: jti, tenantId, principalId: sub, principalKind: kind, role, expiresAt: new Date(exp * 1000) }
      } catch {
        return null
      }
    },
  }
}
