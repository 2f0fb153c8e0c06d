import { deleteGroup as run } from '../../actions/groups/delete-group.ts'
import type { MutationResolvers } from '../generated.ts'

export const deleteGroup: MutationResolvers['deleteGroup'] = async (_, { input }, context) => {
  const payload = await run(context.placement, context.viewer, input)
  context.placement.groups.clearAll()
  context.placement.groupsAround.clearAll()
  return payload
}
