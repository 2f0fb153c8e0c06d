import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import type { ChildRequirement } from '../tree/child-requirements.ts'
import type { FlowTemplate } from '../flows/flow-template.ts'
import { noHooks, type Hooks } from '../lifecycle/hooks.ts'
import { everyMove, type LifecycleRules } from '../lifecycle/lifecycle.ts'

/** What rules need to know of the definition version that an instance follows; schemas are compiled. */
export type InstanceFacts = {
  versionId: string | null
  /** Its number. */
  version: string | null
  defaultProps: JsonObject
  checkProps(effective: unknown): Problem[]
  checkConfig(config: unknown): Problem[]
  /** What its lifecycleTemplate leaves of the moves. */
  lifecycle: LifecycleRules
  /** Whom it asks before a move and tells after one. */
  hooks: Hooks
  /** The flows that its definition gives it; a kind has its own (domain/kinds.ts) where there are none. */
  flowTemplates: readonly FlowTemplate[]
  codeRef: string | null
  /** The roles that its children may and must fill. */
  childRequirements: readonly ChildRequirement[]
  /** How readiness is aggregated from the flows. */
  statusContract: JsonObject
  /** Bytes of JSON that props, config and metadata may each have. */
  bytesMax: number
}

const anything = () => []

/** Kinds without a definition: no schema, no defaults. */
export const factsWithoutDefinition = (bytesMax: number): InstanceFacts => ({
  versionId: null,
  version: null,
  defaultProps: {},
  checkProps: anything,
  checkConfig: anything,
  lifecycle: everyMove,
  hooks: noHooks,
  childRequirements: [],
  flowTemplates: [],
  codeRef: null,
  statusContract: {},
  bytesMax,
})
