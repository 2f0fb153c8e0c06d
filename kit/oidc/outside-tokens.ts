import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose'
import type { Logger } from '../log.ts'
import { sha256Hex } from '../pure/ids/hash.ts'
import { KeySet } from './key-set.ts'
import type { OidcIssuer } from './settings.ts'

/** A token that its issuer has signed for us and that is good now. */
export type OutsideToken = {
  /** Names the token without being of use to anybody. */
  id: string
  issuer: OidcIssuer
  subject: string
  payload: JWTPayload
  issuedAt: Date
  expiresAt: Date
}

type Verified = { token: OutsideToken; version: number }
type Options = {
  bytesMax: number
  log: Logger
  keySet?: Omit<ConstructorParameters<typeof KeySet>[0], 'settings' | 'log'>
}

const verifiedMax = 10_000
const subjectLengthMax = 255

/** Tokens of issuers that the operator has named, verified by the keys that these publish. */
export class OutsideTokens {
  readonly #issuers: Map<string, { settings: OidcIssuer; keys: KeySet }>
  readonly #bytesMax: number
  /** By hash, those used last at the end. */
  readonly #verified = new Map<string, Verified>()

  constructor(issuers: readonly OidcIssuer[], { bytesMax, log, keySet }: Options) {
    this.#bytesMax = bytesMax
    this.#issuers = new Map(
      issuers.map((settings) => [settings.issuer, { settings, keys: new KeySet({ settings, log, ...keySet }) }]),
    )
  }

  /** Null for what none of the issuers has signed for us, and for what is good no more or not yet. Rejects with UNAVAILABLE where that cannot be said. */
  async read(token: string): Promise<OutsideToken | null> {
    if (token.length > this.#bytesMax || this.#issuers.size === 0) return null
    const named = this.#issuerOf(token)
    if (!named) return null
    const { settings, keys } = named
    await keys.ready()
    const id = sha256Hex(`token from outside ${token}`)
    const known = this.#verified.get(id)
    if (known && known.version === keys.version && known.token.expiresAt.getTime() > Date.now()) return known.token
    this.#verified.delete(id)
    try {
      const { payload } = await jwtVerify(token, keys.find, {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms: [...settings.algorithms],
        clockTolerance: settings.clockSkewSeconds,
        requiredClaims: ['sub', 'iat', 'exp'],
      })
      const { sub = '', iat = 0, exp = 0 } = payload
      const isSubject = sub !== '' && sub.length <= subjectLengthMax && sub.isWellFormed() && !sub.includes('\0')
      if (!isSubject || iat > Date.now() / 1000 + settings.clockSkewSeconds) return null
      const read = {
        id,
        issuer: settings,
        subject: sub,
        payload,
        issuedAt: new Date(iat * 1000),
        // As long as it is taken.
        expiresAt: new Date(Math.min((exp + settings.clockSkewSeconds) * 1000, 8.64e15)),
      }
      this.#verified.set(id, { token: read, version: keys.version })
      if (this.#verified.size > verifiedMax) this.#verified.delete(this.#verified.keys().next().value as string)
      return read
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return null
      throw error
    }
  }

  /** Whose it says that it is: only what that one's keys have signed is believed afterwards. */
  #issuerOf(token: string): { settings: OidcIssuer; keys: KeySet } | undefined {
    try {
      return this.#issuers.get(decodeJwt(token).iss ?? '')
    } catch {
      return undefined
    }
  }
}

/** Whether a claim holds a value: as itself, as one of a list, or as a word of a text such as `scope`. */
export function claimHolds(payload: JWTPayload, claim: string, value: string): boolean {
  // A name with dots leads into objects, unless a claim is called so as a whole: `realm_access.roles`.
  const found = Object.hasOwn(payload, claim) ? payload[claim] : valueAt(payload, claim.split('.'))
  if (Array.isArray(found)) return found.includes(value)
  if (typeof found === 'string') return found === value || found.split(' ').includes(value)
  return typeof found === 'boolean' || typeof found === 'number' ? String(found) === value : false
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (found, member) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, member)
        ? (found as Record<string, unknown>)[member]
        : undefined,
    value,
  )
