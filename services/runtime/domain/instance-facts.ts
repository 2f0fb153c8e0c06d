import type { Problem } from '../../../kit/pure/json-schema.ts'
import type { JsonObject } from '../../../schema/events.ts'
import { everyMove, type LifecycleRules } from './lifecycle.ts'

/** What rules need to know of the definition version that an instance follows; schemas are compiled. */
export type InstanceFacts = {
  versionId: string | null
  defaultProps: JsonObject
  checkProps(effective: unknown): Problem[]
  checkConfig(config: unknown): Problem[]
  /** What its lifecycleTemplate leaves of the moves. */
  lifecycle: LifecycleRules
  /** Bytes of JSON that props, config and metadata may each have. */
  bytesMax: number
}

const anything = () => []

/** Kinds without a definition: no schema, no defaults. */
export const factsWithoutDefinition = (bytesMax: number): InstanceFacts => ({
  versionId: null,
  defaultProps: {},
  checkProps: anything,
  checkConfig: anything,
  lifecycle: everyMove,
  bytesMax,
})
