import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { withScopeDefaults } from './scope-config.ts'

type Holder = Pick<InstanceState, 'scope' | 'config'>

const delegationOf = ({ scope, config }: Holder): JsonObject =>
  (withScopeDefaults(scope, config)['delegation'] ?? {}) as JsonObject

/** Whether a HOPPER hands work on to narrower ones, by its config. */
export const handsOn = (holder: Holder): boolean => delegationOf(holder)['enabled'] !== false

/** What may be put below its project's HOPPER unasked: a HOPPER of scope ORCHESTRATION for which nobody has chosen a place. */
export const seeksProject = ({ kind, scope, parentId }: Pick<InstanceState, 'kind' | 'scope' | 'parentId'>): boolean =>
  kind === 'HOPPER' && scope === 'ORCHESTRATION' && parentId === null

/** Whether this GLOBAL one brings work to its project's instance, and makes one where there is none (S3-24). */
export const makesProjectInstances = (global: Pick<InstanceState, 'kind' | 'lifecycle'> & Holder): boolean =>
  global.kind === 'HOPPER' &&
  isAtHand(global) &&
  handsOn(global) &&
  delegationOf(global)['auto_create_project_instances'] === true

/** What is STOPPED is not started again: it gets no more work. */
export const isAtHand = ({ lifecycle }: Pick<InstanceState, 'lifecycle'>): boolean =>
  lifecycle !== 'STOPPED' && lifecycle !== 'ARCHIVED'
