import { addTags as run } from '../../actions/placements/change-tags.ts'
import type { MutationResolvers } from '../generated.ts'
import { instancePayload } from './instance-payload.ts'

export const addTags: MutationResolvers['addTags'] = async (_, { input }, context) => {
  const { id: instanceId, tags, ...guard } = input
  return instancePayload(context, await run(context.placement.instances, context.viewer, { instanceId, tags, guard }))
}
