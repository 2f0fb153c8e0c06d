import { createSigner, createVerifier } from 'fast-jwt'
import { sha256Hex } from './pure/ids/hash.ts'

export type Jwts<Payload> = {
  sign(payload: Payload): string
  /** Null for what none of our secrets has signed, for another audience's, and for what has expired. */
  read(token: string): Payload | null
}

type Options = {
  /** What they are for: a token of one purpose is none of another. */
  purpose: string
  /** Of the installation, the present one first. */
  secrets: readonly string[]
  issuer: string
  audience: string
  requiredClaims: string[]
  /** How far clocks may differ; 0 unless given. */
  toleranceMs?: number
  /** Tokens that are known to be good are not verified again: so many of them. */
  verifiedMax: number
}

/**
 * JWTs (HS256) of one purpose and audience, under a key derived from the installation's secrets. The first secret signs;
 * what any other has signed is good until it expires, so that a secret is replaced without an interruption. fast-jwt,
 * because it verifies without a promise; `jose` does not, and every WebSocket would wait.
 */
export function createJwts<Payload extends { exp: number }>(options: Options): Jwts<Payload> {
  const { purpose, secrets, issuer, audience, requiredClaims, toleranceMs = 0, verifiedMax } = options
  const keys = secrets.map((secret) => sha256Hex(`${purpose} ${secret}`))
  const [key = ''] = keys
  const sign = createSigner({ key, algorithm: 'HS256', iss: issuer, aud: audience, noTimestamp: true })
  const verifiers = keys.map((each) =>
    createVerifier({
      key: each,
      algorithms: ['HS256'],
      allowedIss: issuer,
      allowedAud: audience,
      requiredClaims,
      clockTolerance: toleranceMs,
      cache: verifiedMax,
    }),
  )
  return {
    sign,
    read(token) {
      for (const verify of verifiers) {
        try {
          return verify(token) as Payload
        } catch {
          // Signed with another secret, or with none of ours.
        }
      }
      return null
    },
  }
}
