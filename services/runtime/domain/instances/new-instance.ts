import type {
  DefinitionKind,
  InstanceKind,
  InstanceRuntime,
  Persistence,
  Scope,
  UpgradeStrategy,
  Visibility,
} from '../../../../schema/enums.ts'
import { stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { aggregateReadiness } from '../flows/aggregate-readiness.ts'
import { planFlows } from '../flows/flow-plan.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { kindOf } from './kinds.ts'
import { layerProps } from '../props/layer-props.ts'
import { tooLarge } from '../state/payload-size.ts'
import { refuse, type Refusal } from '../state/refusal.ts'
import { configOf, configProblems } from './scope-config.ts'

/** What a new instance starts from; everything is already resolved and well formed. */
export type Blueprint = {
  id: string
  tenantId: string
  kind: InstanceKind
  persistence: Persistence
  scope: Scope
  projectId: string | null
  definition: { id: string; typeKey: string; kind: DefinitionKind; versionId: string; bundleUrl: string | null } | null
  upgradeStrategy: UpgradeStrategy
  maxVersion: string | null
  runtime: InstanceRuntime
  name: string | null
  ownerId: string
  visibility: Visibility
  parentId: string | null
  props: JsonObject
  config: JsonObject
  metadata: JsonObject
  webhooks: JsonObject
  timeslot: { start: string; end: string } | null
  now: string
}

/** The first state of an instance, at revision 1, or why there can be none. */
export function newInstance(
  blueprint: Blueprint,
  facts: InstanceFacts,
): { ok: true; state: InstanceState } | { ok: false; refusal: Refusal } {
  const { definition, timeslot, now, ...rest } = blueprint
  const kind = kindOf(blueprint.kind)
  const { definitionKinds: wanted, tier } = kind
  if (wanted !== null && !definition) {
    return refuse('BAD_USER_INPUT', `A ${blueprint.kind} is made from a definition: give its type key.`, {
      problems: [{ pointer: '/definitionTypeKey', message: 'is required' }],
    })
  }
  if (definition && !wanted?.includes(definition.kind)) {
    return refuse('NOT_INSTANTIABLE', `A ${blueprint.kind} cannot be made from a ${definition.kind} definition.`, {
      definitionKind: definition.kind,
      allowed: wanted ?? [],
    })
  }
  if (blueprint.scope === 'GLOBAL' && blueprint.kind !== 'HOPPER') {
    return refuse(
      'SCOPE_VIOLATION',
      `A ${blueprint.kind} cannot be GLOBAL: a tenant has one GLOBAL instance, a HOPPER.`,
      {
        problems: [{ pointer: '/scope', message: 'may be GLOBAL for a HOPPER only' }],
      },
    )
  }
  if (timeslot && tier === 'UNTIMED')
    return refuse('UNTIMED_INSTANCE', `A ${blueprint.kind} has no timeslot of its own.`)
  const props = stripNullMembers(blueprint.props)
  const config = configOf(rest, stripNullMembers(rest.config))
  const effectiveProps = layerProps({
    defaults: facts.defaultProps,
    inherited: {},
    own: props,
    bindings: [],
    programme: null,
    overrides: [],
  })
  for (const [what, value] of [
    ['props', effectiveProps],
    ['config', config],
    ['metadata', rest.metadata],
  ] as const) {
    const large = tooLarge(what, value, facts.bytesMax)
    if (large) return large
  }
  const problems = [
    ...facts.checkProps(effectiveProps).map((problem) => ({ ...problem, pointer: `/props${problem.pointer}` })),
    ...(facts.lifecycle.ok ? [] : facts.lifecycle.problems).map((problem) => ({
      ...problem,
      pointer: `/lifecycleTemplate${problem.pointer}`,
    })),
    ...configProblems(rest, config, facts),
  ]
  if (problems.length > 0)
    return refuse('SCHEMA_VIOLATION', 'Props or config do not fit the definition, or it cannot be followed.', {
      problems,
    })
  return {
    ok: true,
    state: {
      ...rest,
      tier,
      props,
      effectiveProps,
      config,
      metadata: stripNullMembers(rest.metadata),
      definitionId: definition?.id ?? null,
      definitionTypeKey: definition?.typeKey ?? null,
      resolvedVersionId: definition?.versionId ?? null,
      bundleUrl: definition?.bundleUrl ?? null,
      lifecycle: 'CREATED',
      desiredLifecycle: 'CREATED',
      displayKeyHash: null,
      pausedByAncestorId: null,
      inheritedProps: {},
      bindings: [],
      programme: null,
      overrides: [],
      locks: [],
      startedAt: null,
      stoppedAt: null,
      archivedAt: null,
      readiness: aggregateReadiness(
        planFlows(blueprint.kind, facts).map(() => 'STALE'),
        facts.statusContract,
      ),
      presence: 'NEVER',
      conditions: [],
      timeslotStart: timeslot?.start ?? null,
      timeslotEnd: timeslot?.end ?? null,
      createdAt: now,
      updatedAt: now,
      revision: 1,
    },
  }
}
