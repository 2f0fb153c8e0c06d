import { deleteZone as run } from '../../actions/zones/delete-zone.ts'
import type { MutationResolvers } from '../generated.ts'

export const deleteZone: MutationResolvers['deleteZone'] = async (_, { input }, context) => {
  const payload = await run(context.placement, context.viewer, input)
  context.placement.zonesAround.clearAll()
  return payload
}
