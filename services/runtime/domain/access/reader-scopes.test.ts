import type { Visibility } from '../../../../schema/enums.ts'
import { describe, expect, it } from 'vitest'
import { adminViewer, anonymousViewer, mayRead } from '../../../../kit/graphql/viewer/viewer.ts'
import { listedFor, readersOf } from './reader-scopes.ts'

const [anonymous, admin] = [anonymousViewer('t1'), adminViewer('t1', 'p1')]
const stranger = { ...adminViewer('t2', 'p2'), tenantId: 't1' }

describe('who sees an instance', () => {
  it.each([
    ['PRIVATE', false, true, false],
    ['UNLISTED', true, true, true],
    ['PUBLIC', true, true, true],
    ['SOMETHING_NEW', false, true, false],
  ])('%s by id: anonymous %s, its tenant %s, another tenant %s', (visibility, ...expected) => {
    const readers = readersOf({ visibility: visibility as Visibility, tenantId: 't1' })
    expect([anonymous, admin, stranger].map((viewer) => mayRead(viewer, readers))).toEqual(expected)
  })

  it('lists PUBLIC ones to anybody, all to their tenant, none to a viewer without scopes', () => {
    expect([anonymous, admin, stranger, { tenantId: 't1', scopes: [] }].map(listedFor)).toEqual([
      'PUBLIC',
      'ALL',
      'PUBLIC',
      'NONE',
    ])
  })
})
