import { describe, expect, it } from 'vitest'
import { anonymousViewer, displayViewer, principalViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { noAccess } from '../../../kit/graphql/viewer/access.ts'
import { Holdings } from './holdings.ts'

const token = (principalId: string, id = 't') =>
  principalViewer({
    id,
    tenantId: 't1',
    principalId,
    principalKind: 'SERVICE',
    access: noAccess,
    credentialScope: null,
    readPermission: 'read',
    expiresAt: new Date(8e12),
  })
const anonymous = anonymousViewer('t1')

describe('Holdings', () => {
  it('has room for so many connections of an address, whoever they are', () => {
    const holdings = new Holdings({ socketsPerAddress: 2, socketsPerPrincipal: 9, subscriptionsPerViewer: 9 })
    const [first] = [holdings.connection('a'), holdings.connection('a')]
    expect(() => holdings.requireRoom('a')).toThrow('at most 2')
    holdings.requireRoom('b')
    first()
    first()
    holdings.requireRoom('a')
    holdings.connection('a')
    expect(() => holdings.requireRoom('a')).toThrow('at most 2')
  })

  it('counts a principal by its tokens together and a display by its key; the anonymous are nobody', () => {
    const holdings = new Holdings({ socketsPerAddress: 9, socketsPerPrincipal: 2, subscriptionsPerViewer: 9 })
    const [first] = [holdings.principal(token('p', 'one')), holdings.principal(token('p', 'two'))]
    expect([holdings.principal(token('p')), holdings.principal(token('q'))]).toEqual([null, expect.any(Function)])
    for (let count = 0; count < 9; count++) expect(holdings.principal(anonymous)).not.toBeNull()
    const display = displayViewer('t1', 'hash')
    expect([holdings.principal(display), holdings.principal(display), holdings.principal(display)]).toEqual([
      expect.any(Function),
      expect.any(Function),
      null,
    ])
    first?.()
    expect(holdings.principal(token('p'))).not.toBeNull()
  })

  it('counts subscriptions of a viewer over its addresses, and those of the anonymous by address', () => {
    const holdings = new Holdings({ socketsPerAddress: 9, socketsPerPrincipal: 9, subscriptionsPerViewer: 2 })
    const [first] = [holdings.subscription(token('p'), 'a'), holdings.subscription(token('p'), 'b')]
    expect(() => holdings.subscription(token('p'), 'c')).toThrow('at most 2')
    first!()
    first!()
    holdings.subscription(token('p'), 'c')
    expect(() => holdings.subscription(token('p'), 'c')).toThrow('at most 2')
    holdings.subscription(anonymous, 'a')
    holdings.subscription(anonymous, 'a')
    holdings.subscription(anonymous, 'b')
    expect(() => holdings.subscription(anonymous, 'a')).toThrow('at most 2')
  })
})
