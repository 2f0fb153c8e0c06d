import { createHmac } from 'node:crypto'
import { exportSPKI, type JWTPayload } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../kit/log.ts'
import { claimHolds, OutsideTokens } from '../../kit/oidc/outside-tokens.ts'
import { readOidcSettings } from '../../kit/oidc/settings.ts'
import { OidcIssuer } from '../support/outside/oidc-issuer.ts'
import { defaultLimits } from '../../kit/limits.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const bytesMax = defaultLimits.outsideTokenBytes

describe('tokens of an issuer outside', () => {
  let issuer: OidcIssuer
  let now: number
  let tokens: OutsideTokens
  const open = (more: object = {}) =>
    new OutsideTokens(
      readOidcSettings(
        JSON.stringify({
          issuer: issuer.url,
          audience: 'marquee',
          algorithms: ['RS256', 'ES256'],
          clockSkewSeconds: 10,
          keysMaxAgeSeconds: 3600,
          ...more,
        }),
      ),
      { bytesMax, log, keySet: { now: () => now, timeoutMs: 200 } },
    )
  beforeEach(async () => {
    issuer = await OidcIssuer.start()
    now = 0
    tokens = open()
  })
  afterEach(() => issuer.stop())

  const seconds = () => Math.floor(Date.now() / 1000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = (): JWTPayload => ({
    iss: issuer.url,
    aud: 'marquee',
    sub: 'ada',
    iat: seconds(),
    exp: seconds() + 60,
  })

  it('are read with the keys that its discovery document, or the settings, name', async () => {
    const token = await issuer.sign({ sub: 'ada', groups: ['ops'] })
    expect(await tokens.read(token)).toMatchObject({ subject: 'ada', payload: { groups: ['ops'] } })
    expect(await open({ jwksUri: `${issuer.url}/jwks` }).read(token)).toMatchObject({ subject: 'ada' })
    const elliptic = await issuer.newKey('elliptic', 'ES256')
    issuer.keys.push(elliptic)
    expect(await open().read(await issuer.sign({ sub: 'ada' }, { key: elliptic }))).toMatchObject({ subject: 'ada' })
    const read = issuer.fetches
    for (let count = 0; count < 20; count++) await tokens.read(await issuer.sign({ sub: `user ${count}` }))
    expect(issuer.fetches).toBe(read)
  })

  it('are taken as long as they are good, give or take the clock skew', async () => {
    const taken = async (more: JWTPayload) => (await tokens.read(await issuer.sign({ sub: 'ada', ...more }))) !== null
    expect(await taken({ exp: seconds() - 5 })).toBe(true)
    expect(await taken({ exp: seconds() - 12 })).toBe(false)
    expect(await taken({ nbf: seconds() + 5 })).toBe(true)
    expect(await taken({ nbf: seconds() + 20 })).toBe(false)
    expect(await taken({ iat: seconds() + 5 })).toBe(true)
    expect(await taken({ iat: seconds() + 20 })).toBe(false)
  })

  it.each<[string, () => Promise<string> | string]>([
    ['alg none', () => `${part({ alg: 'none' })}.${part(claims())}.`],
    ['alg None, with a kid', () => `${part({ alg: 'None', kid: 'first' })}.${part(claims())}.`],
    [
      'HS256 under the public key',
      async () => {
        const signed = `${part({ alg: 'HS256', kid: 'first' })}.${part(claims())}`
        const secret = await exportSPKI(issuer.keys[0]!.publicKey)
        return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
      },
    ],
    [
      'HS256 under a secret that the key set gives away',
      () => {
        issuer.keys.push({ ...issuer.keys[0]!, jwk: { kty: 'oct', kid: 'open', alg: 'HS256', k: 'c2VjcmV0' } })
        const signed = `${part({ alg: 'HS256', kid: 'open' })}.${part(claims())}`
        return `${signed}.${createHmac('sha256', 'secret').update(signed).digest('base64url')}`
      },
    ],
    [
      'an algorithm that is not pinned',
      async () => {
        const key = await issuer.newKey('strong', 'RS512')
        issuer.keys.push(key)
        return issuer.sign({ sub: 'ada' }, { key })
      },
    ],
    ['another audience', () => issuer.sign({ sub: 'ada', aud: 'elsewhere' })],
    ['no audience', () => issuer.sign({ sub: 'ada', aud: undefined })],
    ['another issuer', () => issuer.sign({ sub: 'ada', iss: 'https://id.example.com' })],
    ['an issuer that only begins the same', () => issuer.sign({ sub: 'ada', iss: `${issuer.url}/` })],
    ['no subject', () => issuer.sign({})],
    ['an empty subject', () => issuer.sign({ sub: '' })],
    ['a subject with U+0000', () => issuer.sign({ sub: 'a\0b' })],
    ['no end', () => issuer.sign({ sub: 'ada', exp: undefined })],
    ['no beginning', () => issuer.sign({ sub: 'ada', iat: undefined })],
    ['a key of somebody else', async () => issuer.sign({ sub: 'ada' }, { key: await issuer.newKey('first') })],
    [
      'a key that it brings along',
      async () => {
        const key = await issuer.newKey('own')
        return issuer.sign({ sub: 'ada' }, { key, header: { jwk: key.jwk, jku: `${issuer.url}/jwks` } })
      },
    ],
    ['a path for a key id', async () => issuer.sign({ sub: 'ada' }, { header: { kid: '../../../etc/passwd' } })],
    [
      'an extension that has to be understood',
      () => `${part({ alg: 'RS256', kid: 'first', crit: ['exotic'], exotic: true })}.${part(claims())}.c2ln`,
    ],
    [
      'an altered payload',
      async () => {
        const [header, , signature] = (await issuer.sign({ sub: 'ada' })).split('.')
        return `${header}.${part({ ...claims(), sub: 'root' })}.${signature}`
      },
    ],
    ['no signature', async () => (await issuer.sign({ sub: 'ada' })).split('.').slice(0, 2).join('.')],
    ['nonsense', () => 'a.b.c'],
  ])('with %s are nobody’s', async (_, forge) => {
    const forged = await forge()
    expect(await tokens.read(await issuer.sign({ sub: 'sound' }))).not.toBeNull()
    now += 60_000
    expect(await tokens.read(forged)).toBeNull()
  })

  it('are looked at up to the size that they may have, and no further', async () => {
    const empty = await issuer.sign({ sub: 'ada', pad: '' })
    const sized = async (bytes: number) => {
      for (let pad = Math.floor(((bytes - empty.length) * 3) / 4); ; pad++) {
        const token = await issuer.sign({ sub: 'ada', pad: 'x'.repeat(pad) })
        if (token.length >= bytes) return token
      }
    }
    const below = await sized(bytesMax - 2)
    expect(below.length).toBeLessThanOrEqual(bytesMax)
    expect(await tokens.read(below)).not.toBeNull()
    const read = issuer.fetches
    const above = await sized(bytesMax + 1)
    expect(await tokens.read(above)).toBeNull()
    expect(await open().read(`${'x'.repeat(1_000_000)}.y.z`)).toBeNull()
    expect(issuer.fetches).toBe(read)
  })

  it('of a new key are taken once it is fetched, and invented key ids make no more of that than may', async () => {
    await tokens.read(await issuer.sign({ sub: 'ada' }))
    expect(issuer.fetches).toBe(1)
    const next = await issuer.newKey('second')
    issuer.keys = [next, ...issuer.keys]
    now += 30_000
    expect(await tokens.read(await issuer.sign({ sub: 'ada' }, { key: next }))).not.toBeNull()
    expect(issuer.fetches).toBe(2)
    for (let count = 0; count < 50; count++)
      await tokens.read(await issuer.sign({ sub: 'ada' }, { header: { kid: `invented ${count}` } }))
    expect(issuer.fetches).toBe(2)
    now += 30_000
    await tokens.read(await issuer.sign({ sub: 'ada' }, { header: { kid: 'invented' } }))
    expect(issuer.fetches).toBe(3)
  })

  it('of a key that was withdrawn are taken no more, those that were read before neither', async () => {
    const [old] = issuer.keys
    const token = await issuer.sign({ sub: 'ada' }, { key: old! })
    expect(await tokens.read(token)).not.toBeNull()
    const next = await issuer.newKey('second')
    issuer.keys = [next]
    now += 30_000
    expect(await tokens.read(await issuer.sign({ sub: 'ada' }, { key: next }))).not.toBeNull()
    expect(await tokens.read(token)).toBeNull()
  })

  it('are read again when the keys are fetched anew, as they are every ten minutes', async () => {
    const token = await issuer.sign({ sub: 'ada' })
    expect(await tokens.read(token)).not.toBeNull()
    issuer.keys = [await issuer.newKey('second')]
    now += 600_001
    await expect.poll(() => tokens.read(token)).toBeNull()
  })

  it.each(['never', 'error', 'nonsense'] as const)(
    'are known while the issuer answers %s, until its keys are too old; then nobody can say whose they are',
    async (how) => {
      const sign = () => issuer.sign({ sub: 'ada' })
      await tokens.read(await sign())
      issuer.answers = how
      now += 3_600_000
      expect(await tokens.read(await sign())).not.toBeNull()
      await expect(tokens.read(await issuer.sign({ sub: 'ada' }, { header: { kid: 'new' } }))).rejects.toMatchObject({
        code: 'UNAVAILABLE',
      })
      now += 1
      await expect(tokens.read(await sign())).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      issuer.answers = 'keys'
      now += 1000
      expect(await tokens.read(await sign())).not.toBeNull()
    },
  )

  it('are UNAVAILABLE, not unknown, before its keys were fetched once', async () => {
    issuer.answers = 'error'
    await expect(tokens.read(await issuer.sign({ sub: 'ada' }))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    // What is no token of that issuer needs no key to be refused.
    expect(await tokens.read('a.b.c')).toBeNull()
  })
})

describe('a claim', () => {
  const payload = { groups: ['ops', 'dev'], scope: 'read write', realm: { roles: ['admin'] }, 'a.b': 'whole', ok: true }
  it.each([
    ['groups', 'ops', true],
    ['groups', 'op', false],
    ['scope', 'write', true],
    ['scope', 'read write', true],
    ['realm.roles', 'admin', true],
    ['a.b', 'whole', true],
    ['ok', 'true', true],
    ['__proto__', 'x', false],
    ['constructor.name', 'Object', false],
    ['none', 'x', false],
  ])('%s holds %s: %s', (claim, value, holds) => expect(claimHolds(payload, claim, value)).toBe(holds))
})

describe('the settings of issuers', () => {
  const good = { issuer: 'https://id.example.com', audience: 'marquee', algorithms: ['RS256'] }
  it('have defaults', () => {
    expect(readOidcSettings(JSON.stringify([good]))).toEqual([
      {
        ...good,
        jwksUri: null,
        clockSkewSeconds: 30,
        keysMaxAgeSeconds: 86_400,
        nameClaim: 'name',
        kinds: [],
        roles: [],
      },
    ])
  })
  it.each<[string, object, RegExp]>([
    ['a symmetric algorithm', { ...good, algorithms: ['HS256'] }, /algorithms/],
    ['no algorithm', { ...good, algorithms: [] }, /algorithms/],
    ['http', { ...good, issuer: 'http://id.example.com' }, /https/],
    ['http for the keys', { ...good, jwksUri: 'http://id.example.com/jwks' }, /https/],
    ['a password in the address', { ...good, issuer: 'https://a:b@id.example.com' }, /https/],
    ['no audience', { ...good, audience: undefined }, /audience is missing/],
    ['a word that is none', { ...good, audiance: 'x' }, /audiance is no member/],
    ['a skew of hours', { ...good, clockSkewSeconds: 3600 }, /clockSkewSeconds/],
    [
      'a node without an id',
      { ...good, roles: [{ claim: 'a', value: 'b', role: 'VIEWER', nodeType: 'SPACE' }] },
      /nodeId/,
    ],
    [
      'a kind that claims do not give',
      { ...good, kinds: [{ claim: 'a', value: 'b', kind: 'DISPLAY' }] },
      /SERVICE or AI/,
    ],
  ])('are refused with %s', (_, settings, message) => {
    expect(() => readOidcSettings(JSON.stringify(settings))).toThrow(message)
  })
  it('name an issuer once', () => {
    expect(() => readOidcSettings(JSON.stringify([good, good]))).toThrow(/twice/)
  })
})
