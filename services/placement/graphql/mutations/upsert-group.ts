import { upsertGroup as run } from '../../actions/groups/upsert-group.ts'
import type { MutationResolvers } from '../generated.ts'

export const upsertGroup: MutationResolvers['upsertGroup'] = async (_, { input }, context) => {
  const payload = await run(context.placement, context.viewer, input)
  context.placement.groups.clearAll()
  context.placement.groupsAround.clearAll()
  return payload
}
