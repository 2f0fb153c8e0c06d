import { tenantScope } from '../../../kit/graphql/viewer/viewer.ts'
import type { GroupResolvers } from './generated.ts'

/** Ids open what is UNLISTED, and a selector tells of props: neither is for everybody. */
export const Group: GroupResolvers = {
  selector: ({ selector }, _, { viewer }) => (viewer.scopes.includes(tenantScope(viewer.tenantId)) ? selector : null),
  memberIds: ({ selector, memberIds }, _, { viewer }) =>
    selector === null && viewer.scopes.includes(tenantScope(viewer.tenantId)) ? memberIds : null,
  parent: ({ parentId }, _, { placement }) => (parentId === null ? null : placement.groups.load(parentId)),
}
