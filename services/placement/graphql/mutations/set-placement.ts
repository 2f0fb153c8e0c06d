import { setPlacement as run } from '../../actions/placements/set-placement.ts'
import type { MutationResolvers } from '../generated.ts'
import { instancePayload } from './instance-payload.ts'

export const setPlacement: MutationResolvers['setPlacement'] = async (_, { input }, context) => {
  const { id: instanceId, placement, ...guard } = input
  return instancePayload(
    context,
    await run(context.placement.instances, context.viewer, { instanceId, placement, guard }),
  )
}
