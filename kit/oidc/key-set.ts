import { createLocalJWKSet, errors, type FlattenedJWSInput, type JSONWebKeySet, type JWSHeaderParameters } from 'jose'
import { AppError } from '../errors/app-error.ts'
import type { Logger } from '../log.ts'
import { parseJson } from '../pure/json/parse-json.ts'
import type { OidcIssuer } from './settings.ts'

type Options = {
  settings: Pick<OidcIssuer, 'issuer' | 'jwksUri' | 'keysMaxAgeSeconds'>
  log: Logger
  /** How often keys are fetched anew while they are used. */
  refreshMs?: number
  /** How long after an attempt a key that is not known makes another one. */
  cooldownMs?: number
  timeoutMs?: number
  now?: () => number
}

type Keys = { find: ReturnType<typeof createLocalJWKSet>; text: string; fetchedAt: number }

const bytesMax = 262_144

function objectOf(text: string): Record<string, unknown> {
  const parsed = parseJson(text, { depth: 16, nodes: 10_000, bytes: bytesMax }, 'NEAREST')
  if (!parsed.ok) throw new Error(`the answer ${parsed.refusal.message}`)
  if (typeof parsed.value !== 'object' || parsed.value === null) throw new Error('the answer is no object')
  return parsed.value as Record<string, unknown>
}

/**
 * The keys of one issuer. Fetched when the first token comes, again every ten minutes, and at a token whose key is not
 * known, at most every 30 seconds: whoever invents key ids makes us ask no more than that. While they cannot be fetched
 * the last ones are believed, until they are too old; from then on nobody can say who a token is of.
 */
export class KeySet {
  readonly #options: Options
  readonly #now: () => number
  #keys: Keys | null = null
  #triedAt = -Infinity
  #hasFailed = false
  #fetching: Promise<boolean> | null = null
  /** Another one whenever the keys are others: what was verified with those before has to be verified again. */
  version = 0

  constructor(options: Options) {
    this.#options = options
    this.#now = options.now ?? (() => performance.now())
  }

  /** Rejects with UNAVAILABLE where there are no keys, or none that may still be believed. */
  async ready(): Promise<void> {
    const { refreshMs = 600_000, cooldownMs = 30_000, settings } = this.#options
    const age = this.#keys ? this.#now() - this.#keys.fetchedAt : Infinity
    if (age > settings.keysMaxAgeSeconds * 1000) {
      if (!(await this.#fetchUnless(this.#hasFailed ? 1000 : 0))) throw this.#unavailable()
    } else if (age > refreshMs) void this.#fetchUnless(cooldownMs)
  }

  /** The key of a token, once they are ready. Rejects with jose's error where there is none, with UNAVAILABLE where that is not known. */
  readonly find = async (header: JWSHeaderParameters, token: FlattenedJWSInput) => {
    try {
      return await this.#known().find(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await this.#fetchUnless(this.#options.cooldownMs ?? 30_000)
      if (this.#hasFailed) throw this.#unavailable()
      return await this.#known().find(header, token)
    }
  }

  #known(): Keys {
    if (this.#keys === null) throw this.#unavailable()
    return this.#keys
  }

  /** Whether the keys are fresh. One attempt at a time, and none within `pauseMs` after the last. */
  async #fetchUnless(pauseMs: number): Promise<boolean> {
    if (this.#fetching) return await this.#fetching
    if (this.#now() - this.#triedAt < pauseMs) return !this.#hasFailed
    this.#triedAt = this.#now()
    this.#fetching = this.#fetch().finally(() => (this.#fetching = null))
    return await this.#fetching
  }

  async #fetch(): Promise<boolean> {
    const { issuer } = this.#options.settings
    try {
      const text = await this.#read(await this.#address())
      const { keys } = objectOf(text) as Partial<JSONWebKeySet>
      if (!Array.isArray(keys)) throw new Error('the answer is no key set')
      // A shared secret has no business in a public list.
      const find = createLocalJWKSet({ keys: keys.filter((key) => key.kty !== 'oct') })
      if (text !== this.#keys?.text) this.version++
      this.#keys = { find, text, fetchedAt: this.#now() }
      this.#hasFailed = false
      return true
    } catch (error) {
      this.#hasFailed = true
      this.#options.log.warn({ err: error, issuer }, 'the keys of an issuer cannot be fetched')
      return false
    }
  }

  async #address(): Promise<string> {
    const { issuer, jwksUri } = this.#options.settings
    if (jwksUri !== null) return jwksUri
    const document = objectOf(await this.#read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
    if (document['issuer'] !== issuer) throw new Error('the discovery document is of another issuer')
    const found = document['jwks_uri']
    if (typeof found !== 'string' || new URL(found).protocol !== new URL(issuer).protocol)
      throw new Error('the discovery document names no jwks_uri')
    return found
  }

  async #read(url: string): Promise<string> {
    const { timeoutMs = 3000 } = this.#options
    const response = await fetch(url, {
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`)
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > bytesMax) throw new Error(`${url} answered with more than ${bytesMax} bytes`)
    }
    return text
  }

  #unavailable(): AppError {
    return new AppError('UNAVAILABLE', {
      public: 'The keys of the token’s issuer cannot be fetched. Try again in a moment.',
      internal: this.#options.settings.issuer,
    })
  }
}
