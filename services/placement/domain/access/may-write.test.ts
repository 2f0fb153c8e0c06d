import { expect, it } from 'vitest'
import { adminViewer, anonymousViewer, displayViewer, principalViewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { refuseInTenant, refuseOnInstances } from './may-write.ts'

const member = principalViewer({
  id: 'c',
  tenantId: 't',
  principalId: 'p',
  principalKind: 'HUMAN',
  access: { tenant: [], nodes: { project: ['instance.write', 'set.write'] } },
  credentialScope: null,
  readPermission: 'instance.read',
  expiresAt: null,
})

it.each([
  ['an administrator', adminViewer('t', 'p'), null, null],
  ['a member of one project', member, 'FORBIDDEN', null],
  ['a screen', displayViewer('t', 'h'), 'FORBIDDEN', 'FORBIDDEN'],
  ['an anonymous viewer', anonymousViewer('t'), 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
])('%s: zones are the tenant’s, instances each project’s', (_, viewer, zones, instances) => {
  expect(refuseInTenant(viewer, 'upsertZone')).toBe(zones)
  expect(refuseOnInstances(viewer, 'addTags')).toBe(instances)
})
