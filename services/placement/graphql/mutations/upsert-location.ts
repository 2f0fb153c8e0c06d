import { upsertLocation as run } from '../../actions/locations/upsert-location.ts'
import type { MutationResolvers } from '../generated.ts'

export const upsertLocation: MutationResolvers['upsertLocation'] = async (_, { input }, context) => {
  const location = await run(context.placement, context.viewer, input)
  context.placement.locations.clear(location.id)
  return { location }
}
