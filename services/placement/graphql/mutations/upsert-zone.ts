import { upsertZone as run } from '../../actions/zones/upsert-zone.ts'
import type { MutationResolvers } from '../generated.ts'

export const upsertZone: MutationResolvers['upsertZone'] = async (_, { input }, context) => {
  const payload = await run(context.placement, context.viewer, input)
  context.placement.zonesAround.clearAll()
  return payload
}
