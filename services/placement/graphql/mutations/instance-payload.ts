import { reference } from '../../../../kit/graphql/subgraph.ts'
import type { WriteResult } from '../../ports.ts'
import type { PlacementContext } from '../context.ts'

/** The answer to a write; what the request read of the instance's placement before is forgotten. */
export function instancePayload({ placement }: PlacementContext, { instanceId, revision, changeId }: WriteResult) {
  placement.placements.clear(instanceId)
  return { instance: reference('Instance', instanceId), revision, changeId }
}
