import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adminViewer, anonymousViewer, mayRead, principalViewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { READ } from '../../../../schema/access/permissions.ts'
import type { Visibility } from '../../../../schema/enums.ts'
import { mayOn } from './access.ts'
import { listedFor, readersOf } from './reader-scopes.ts'

const [anonymous, admin] = [anonymousViewer('t1'), adminViewer('t1', 'p1')]
const stranger = { ...adminViewer('t2', 'p2'), tenantId: 't1' }
const place = { id: 'inst-1', projectId: 'project-1', tenantId: 't1' }

describe('who sees an instance', () => {
  it.each([
    ['PRIVATE', false, true, false],
    ['UNLISTED', true, true, true],
    ['PUBLIC', true, true, true],
    ['SOMETHING_NEW', false, true, false],
  ])('%s by id: anonymous %s, its tenant %s, another tenant %s', (visibility, ...expected) => {
    const readers = readersOf({ visibility: visibility as Visibility, ...place })
    expect([anonymous, admin, stranger].map((viewer) => mayRead(viewer, readers))).toEqual(expected)
  })

  it('is, by its readers, whoever holds the permission on it, wherever that is held', () => {
    const held = fc.subarray(['instance.read', 'instance.write', '*'])
    const nodes = fc.dictionary(fc.constantFrom('project-1', 'project-2', 'inst-1', 'inst-2', '__proto__'), held)
    fc.assert(
      fc.property(held, nodes, fc.boolean(), (tenant, at, isGlobal) => {
        const viewer = principalViewer({
          id: 'c',
          tenantId: 't1',
          principalId: 'p',
          principalKind: 'HUMAN',
          access: { tenant, nodes: at },
          credentialScope: null,
          readPermission: READ,
          expiresAt: null,
        })
        const state = { ...place, projectId: isGlobal ? null : place.projectId, visibility: 'PRIVATE' as const }
        const { all, nodes: listed } = listedFor(viewer)
        const may = mayOn(viewer, READ, state)
        expect(mayRead(viewer, readersOf(state))).toBe(may)
        expect(all || listed.some((node) => node === state.projectId || node === state.id)).toBe(may)
      }),
    )
  })

  it('lists all to whoever reads the tenant, and what is PUBLIC to everybody', () => {
    expect([anonymous, admin].map((viewer) => listedFor(viewer))).toEqual([
      { all: false, nodes: [] },
      { all: true, nodes: [] },
    ])
  })
})
