import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../../../../kit/graphql/viewer/access.ts'
import { adminViewer, anonymousViewer, principalViewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { accessOf, coversAccess, mayReadEmail, refuseAt, refuseGrant, refuseMutation, type TreeNode } from './access.ts'
import type { RoleGrantRow } from '../organisation/organisation.ts'

const viewerWith = (access: { tenant: string[]; nodes: Record<string, string[]> }) =>
  principalViewer({
    id: 'c',
    tenantId: 't',
    principalId: 'p-1',
    principalKind: 'HUMAN',
    access,
    credentialScope: null,
    readPermission: 'instance.read',
    expiresAt: null,
  })
const [anonymous, admin] = [anonymousViewer('t'), adminViewer('t', 'p-0')]
const member = viewerWith({ tenant: [], nodes: { space: [], project: ['definition.write', 'grant.write'] } })

describe('what a viewer may do in the catalogue', () => {
  it.each([
    ['an administrator', admin, null, null],
    ['a member of a project', member, null, 'FORBIDDEN'],
    ['an anonymous viewer', anonymous, 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ])('%s: submit definitions, create spaces', (_, viewer, submit, create) => {
    expect(refuseMutation(viewer, 'submitDefinition')).toBe(submit)
    expect(refuseMutation(viewer, 'createTeamSpace')).toBe(create)
  })

  it('is refused where it is seen, and is not there where it is not', () => {
    expect(refuseAt(member, 'definition.write', ['project', 'def-1'])).toBeNull()
    expect(refuseAt(member, 'definition.publish', ['project', 'def-1'])).toBe('FORBIDDEN')
    expect(refuseAt(member, 'definition.publish', ['elsewhere', 'def-2'])).toBe('NOT_FOUND')
    expect(refuseAt(member, 'definition.publish', ['elsewhere', 'def-2'], { isPublic: true })).toBe('FORBIDDEN')
  })

  it('is to grant nothing that they do not hold there themselves', () => {
    expect(refuseGrant(member, ['project'], ['definition.write'])).toBeNull()
    expect(refuseGrant(member, ['project'], ['definition.publish'])).toBe('FORBIDDEN')
    expect(refuseGrant(member, ['project'], ['*'])).toBe('FORBIDDEN')
    expect(refuseGrant(member, ['space'], [])).toBe('FORBIDDEN')
    expect(refuseGrant(member, [], ['definition.write'])).toBe('FORBIDDEN')
    expect(refuseGrant(admin, [], ['*'])).toBeNull()
  })

  it('is to read their own address, and others’ where they manage principals', () => {
    expect([member, admin, anonymous].map((viewer) => mayReadEmail(viewer, 'p-1'))).toEqual([true, true, false])
    expect(mayReadEmail(member, 'p-2')).toBe(false)
  })
})

describe('what grants come to', () => {
  const tree: TreeNode[] = [
    { id: 's1', parentId: null },
    { id: 'b1', parentId: 's1' },
    { id: 'b2', parentId: 's1' },
    { id: 'p1', parentId: 'b1' },
    { id: 'p2', parentId: 'b1' },
    { id: 'p3', parentId: 'b2' },
    { id: 's2', parentId: null },
    { id: 'b3', parentId: 's2' },
    { id: 'p4', parentId: 'b3' },
  ]
  const typeOf = (id: string) =>
    ({ s: 'SPACE', b: 'SUBSPACE', p: 'PROJECT', t: 'TENANT' })[id[0] as 's'] as RoleGrantRow['nodeType']
  const permissionsOf = (role: string) => ({ OWNER: ['*'], OPERATOR: ['read', 'write'], VIEWER: ['read'] })[role] ?? []
  const above = (id: string): string[] => {
    const parent = tree.find((node) => node.id === id)?.parentId ?? null
    return parent === null ? [id] : [id, ...above(parent)]
  }

  it('holds where it is granted and everywhere below, and nowhere else', () => {
    const grant = fc.record({
      nodeId: fc.constantFrom('t', ...tree.map(({ id }) => id)),
      role: fc.constantFrom('OWNER', 'OPERATOR', 'VIEWER', 'NOBODY'),
    })
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 5 }), (given) => {
        const grants = given.map(({ nodeId, role }) => ({ nodeId, nodeType: typeOf(nodeId), role }) as RoleGrantRow)
        const access = accessOf(grants, tree, permissionsOf)
        for (const { id } of tree)
          for (const permission of ['read', 'write', 'other']) {
            const expected = given.some(({ nodeId, role }) => {
              const held = permissionsOf(role)
              const reaches = nodeId === 't' || above(id).includes(nodeId)
              return reaches && (held.includes(permission) || held.includes('*'))
            })
            expect(holds(access, permission, [id])).toBe(expected)
          }
      }),
    )
  })

  it('covers itself, and nothing that holds more', () => {
    const viewer = accessOf([{ nodeType: 'SPACE', nodeId: 's1', role: 'VIEWER' }], tree, permissionsOf)
    const operator = accessOf([{ nodeType: 'SPACE', nodeId: 's1', role: 'OPERATOR' }], tree, permissionsOf)
    expect(coversAccess(operator, viewer)).toBe(true)
    expect(coversAccess(viewer, viewer)).toBe(true)
    expect(coversAccess(viewer, operator)).toBe(false)
    expect(coversAccess(admin.access, operator)).toBe(true)
  })
})
