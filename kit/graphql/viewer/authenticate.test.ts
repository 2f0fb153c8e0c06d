import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../pure/ids/hash.ts'
import { createAccessTokens, type TokenClaims } from './access-token.ts'
import { noAccess } from './access.ts'
import { createAuthenticate, newDisplayKey } from './authenticate.ts'
import type { KnownPrincipal } from './principals.ts'
import { adminViewer, anonymousViewer, displayViewer } from './viewer.ts'

const tokens = createAccessTokens({ secrets: ['mk_secret'], tenantId: 't1' })
const principals = new Map<string, KnownPrincipal>()
const authenticate = createAuthenticate({
  adminKeys: ['mk_secret'],
  tenantId: 't1',
  adminPrincipalId: 'p1',
  tokens,
  principals: { find: (id) => principals.get(id) ?? null },
  readPermission: 'read',
})
const claims: TokenClaims = { id: 'j1', tenantId: 't1', principalId: 'p2', principalKind: 'AI', scope: null }
const inAMinute = () => new Date(Date.now() + 60_000)

describe('createAuthenticate', () => {
  it.each([null, undefined, ''])('takes %j for an anonymous viewer of the tenant', (authorization) => {
    expect(authenticate(authorization)).toEqual(anonymousViewer('t1'))
  })

  it.each(['Bearer mk_secret', 'bearer mk_secret', 'BEARER   mk_secret'])(
    'makes %j the administrator',
    (authorization) => {
      expect(authenticate(authorization)).toEqual(adminViewer('t1', 'p1'))
    },
  )

  it('takes a display key for the screen that holds it, whether or not anything names it', () => {
    const key = newDisplayKey()
    expect(authenticate(`Bearer ${key}`)).toEqual(displayViewer('t1', sha256Hex(key)))
    expect(newDisplayKey()).not.toBe(key)
    for (const wrong of [key.slice(0, -1), `${key}x`, key.replace('mdk_', 'MDK_')])
      expect(authenticate(`Bearer ${wrong}`)).toBeNull()
  })

  it('takes a token for its principal, with what they may do at this moment (R40)', async () => {
    const expiresAt = inAMinute()
    const token = `Bearer ${tokens.issue(claims, expiresAt)}`
    const access = { tenant: [], nodes: { project: ['read', 'write'], other: ['write'] } }
    principals.set('p2', { kind: 'AI', access, revoked: [] })
    const viewer = await authenticate(token)
    expect(viewer).toMatchObject({ tenantId: 't1', principalId: 'p2', principalKind: 'AI', isAdmin: false, access })
    expect(viewer?.scopes).toEqual(['public', 'node:project', 'token:j1'])
    expect(Math.abs((viewer?.expiresAt?.getTime() ?? 0) - expiresAt.getTime())).toBeLessThan(1000)

    principals.set('p2', { kind: 'AI', access: { tenant: ['*'], nodes: {} }, revoked: [] })
    expect(await authenticate(token)).toMatchObject({ isAdmin: true, scopes: ['public', 'tenant:t1', 'token:j1'] })
    principals.set('p2', { kind: 'AI', access: noAccess, revoked: [] })
    expect(await authenticate(token)).toMatchObject({ isAdmin: false, scopes: ['public', 'token:j1'] })
    principals.set('p2', { kind: 'AI', access: noAccess, revoked: ['j1'] })
    expect(await authenticate(token)).toBeNull()
    principals.delete('p2')
    expect(await authenticate(token)).toBeNull()
  })

  it('lets a token with a scope use no more of what its principal holds', async () => {
    principals.set('p2', { kind: 'HUMAN', access: { tenant: ['*'], nodes: { a: ['read'] } }, revoked: [] })
    const viewer = await authenticate(`Bearer ${tokens.issue({ ...claims, scope: ['write', 'read'] }, inAMinute())}`)
    expect(viewer).toMatchObject({ isAdmin: false, access: { tenant: ['write', 'read'], nodes: { a: ['read'] } } })
  })

  it('knows no token that has expired, was altered, is of another tenant or installation, or is not signed', () => {
    principals.set('p2', { kind: 'AI', access: noAccess, revoked: [] })
    const good = tokens.issue(claims, inAMinute())
    const [header, payload, signature] = good.split('.') as [string, string, string]
    const owner = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), scope: ['*'] }),
    ).toString('base64url')
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const elsewhere = createAccessTokens({ secrets: ['mk_other'], tenantId: 't1' }).issue(claims, inAMinute())
    const others = createAccessTokens({ secrets: ['mk_secret'], tenantId: 't2' }).issue(claims, inAMinute())
    const expired = tokens.issue(claims, new Date(Date.now() - 5000))
    for (const bad of [
      expired,
      `${header}.${owner}.${signature}`,
      `${none}.${payload}.`,
      `${header}.${payload}`,
      elsewhere,
      others,
    ]) {
      expect(authenticate(`Bearer ${bad}`)).toBeNull()
    }
  })

  it.each([
    'Bearer mk_wrong',
    'Bearer mk_secre',
    'Bearer mk_secret ',
    'Bearer mk_secret x',
    'Bearer MK_SECRET',
    'Bearer ',
    'Bearer',
    ' ',
    'mk_secret',
    'Basic mk_secret',
    'Bearer undefined',
    `Bearer ${'x'.repeat(100_000)}`,
  ])('takes %j for a mistake, not for an anonymous caller', (authorization) => {
    expect(authenticate(authorization)).toBeNull()
  })
})
