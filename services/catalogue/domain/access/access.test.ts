import { describe, expect, it } from 'vitest'
import { refuseAccess, type CatalogueRight } from './access.ts'

const anonymous = { principalId: null, isAdmin: false }
const known = { principalId: 'p-1', isAdmin: false }
const admin = { principalId: 'p-0', isAdmin: true }
const rights: CatalogueRight[] = [
  'change',
  'read-unpublished',
  'read-spaces',
  'read-config',
  { readEmailOf: 'p-1' },
  { readEmailOf: 'p-2' },
]

describe('refuseAccess', () => {
  it.each([
    ['an administrator may everything', admin, [null, null, null, null, null, null]],
    [
      'a known viewer may see spaces, config and their own address',
      known,
      ['FORBIDDEN', 'FORBIDDEN', null, null, null, 'FORBIDDEN'],
    ],
    ['an anonymous viewer is asked who they are', anonymous, rights.map(() => 'UNAUTHENTICATED')],
  ])('%s', (_, viewer, expected) => {
    expect(rights.map((right) => refuseAccess(viewer, right))).toEqual(expected)
  })
})
