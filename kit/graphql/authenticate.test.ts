import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../pure/hash.ts'
import { createAuthenticate, newDisplayKey } from './authenticate.ts'
import { adminViewer, anonymousViewer, displayViewer } from './viewer.ts'

const authenticate = createAuthenticate({ adminKey: 'mk_secret', tenantId: 't1', adminPrincipalId: 'p1' })

describe('createAuthenticate', () => {
  it.each([null, undefined, ''])('takes %j for an anonymous viewer of the tenant', (authorization) => {
    expect(authenticate(authorization)).toEqual(anonymousViewer('t1'))
  })

  it.each(['Bearer mk_secret', 'bearer mk_secret', 'BEARER   mk_secret'])('makes %j the administrator', (authorization) => {
    expect(authenticate(authorization)).toEqual(adminViewer('t1', 'p1'))
  })

  it('takes a display key for the screen that holds it, whether or not anything names it', () => {
    const key = newDisplayKey()
    expect(authenticate(`Bearer ${key}`)).toEqual(displayViewer('t1', sha256Hex(key)))
    expect(newDisplayKey()).not.toBe(key)
    for (const wrong of [key.slice(0, -1), `${key}x`, key.replace('mdk_', 'MDK_')]) expect(authenticate(`Bearer ${wrong}`)).toBeNull()
  })

  it.each([
    'Bearer mk_wrong', 'Bearer mk_secre', 'Bearer mk_secret ', 'Bearer mk_secret x', 'Bearer MK_SECRET', 'Bearer ', 'Bearer', ' ',
    'mk_secret', 'Basic mk_secret', 'Bearer undefined', `Bearer ${'x'.repeat(100_000)}`,
  ])('takes %j for a mistake, not for an anonymous caller', (authorization) => {
    expect(authenticate(authorization)).toBeNull()
  }) // prettier-ignore
})
