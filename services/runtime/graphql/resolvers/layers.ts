import { pageSize } from '../../../../kit/graphql/connection.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { clearOverride, lockPath, setOverride, unlockPath } from '../../actions/props/change-layers.ts'
import { reportDisplayState } from '../../actions/displays/report-display-state.ts'
import { explainLayers } from '../../domain/props/explain-prop.ts'
import { mayOn } from '../../domain/access/access.ts'
import { READ } from '../../../../schema/access/permissions.ts'
import { healthOf } from '../../domain/instances/health.ts'
import { pointerTokens, valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import { pathProblem } from '../../domain/props/prop-path.ts'
import { planAt, reasonAt } from '../../domain/programmes/programme-plan.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import type { RuntimeContext } from '../context.ts'
import { readable } from './displays/programmes.ts'
import type { InstanceResolvers, MutationResolvers } from '../generated.ts'
import { payload } from '../payload.ts'

export const layerMutations: Pick<
  MutationResolvers,
  'setOverride' | 'clearOverride' | 'lockPath' | 'unlockPath' | 'reportDisplayState'
> = {
  setOverride: async (_parent, { input }, { runtime, viewer }) =>
    payload(await setOverride(runtime.deps, viewer, input)),
  clearOverride: async (_parent, { input }, { runtime, viewer }) =>
    payload(await clearOverride(runtime.deps, viewer, input)),
  lockPath: async (_parent, { input }, { runtime, viewer }) => payload(await lockPath(runtime.deps, viewer, input)),
  unlockPath: async (_parent, { input }, { runtime, viewer }) => payload(await unlockPath(runtime.deps, viewer, input)),
  reportDisplayState: async (_parent, { input }, { runtime, viewer }) =>
    payload(await reportDisplayState(runtime.deps, viewer, input)),
}

/** Which programme is shown on an instance, until when, and why it won. */
async function whyProgramme(state: InstanceState, context: RuntimeContext) {
  const { runtime } = context
  const plan = await runtime.programmes.plans.load(state.id)
  const now = await runtime.programmes.now()
  const { until } = plan ? planAt(plan, now) : { until: null }
  const found = plan?.programmes.find(({ id }) => id === state.programme?.programmeId) ?? null
  return {
    programme: readable(found, context),
    entry: state.programme?.entry ?? null,
    reason: plan ? reasonAt(plan, now) : null,
    expiresAt: until === null ? null : new Date(until).toISOString(),
  }
}

/** What is answered by more than the instance's row: the log, the definition, the screens. */
export const layerFields: Pick<
  InstanceResolvers,
  'explainProp' | 'presence' | 'shownRevision' | 'displays' | 'conditions' | 'health' | 'hasDisplayKey'
> = {
  explainProp: async (state, { path }, context) => {
    const { runtime } = context
    const problem = pathProblem(path)
    if (problem !== null) {
      throw new AppError('BAD_USER_INPUT', {
        public: `The path ${problem}.`,
        details: { problems: [{ pointer: '/path', message: problem }] },
      })
    }
    const { defaultProps } = await runtime.deps.facts.get(state.resolvedVersionId)
    const layers = explainLayers(state, path, defaultProps).map(async (layer) => {
      const root = layer.layer === 'own' ? 'props' : layer.layer === 'inherited' ? 'inheritedProps' : null
      if (layer.layer === 'programme') return { ...layer, ...(await whyProgramme(state, context)) }
      const tokens = pointerTokens(path) ?? []
      const touch =
        root && (await runtime.touches.load({ instanceId: state.id, revision: state.revision, root, path: tokens }))
      return touch ? { ...layer, writerId: touch.actorId, since: touch.at } : layer
    })
    return { path, value: valueAtPointer(state.effectiveProps, path) ?? null, layers: await Promise.all(layers) }
  },
  presence: async (state, _args, { runtime }) => (await runtime.observations.load(state.id)).presence,
  hasDisplayKey: ({ displayKeyHash }) => displayKeyHash !== null,
  health: async (state, _args, { runtime }) => {
    const { presence, problems } = await runtime.observations.load(state.id)
    return healthOf({ ...state, presence, screenProblems: problems })
  },
  conditions: async (state, _args, { runtime }) => [
    ...state.conditions,
    ...(await runtime.observations.load(state.id)).problems,
  ],
  displays: async (state, args, { runtime, viewer }) => {
    const isKnown = mayOn(viewer, READ, state)
    const first = pageSize(args.first, { fallback: 50 })
    return (await runtime.displays.load({ instanceId: state.id, first })).map(
      ({ device, versionId, userAgent, ...display }) => ({
        ...display,
        device: isKnown && device !== '' ? device : null,
        userAgent: isKnown ? userAgent : null,
        shownVersion: versionId === null ? null : { __typename: 'DefinitionVersion' as const, id: versionId },
      }),
    )
  },
  shownRevision: async (state, _args, { runtime }) => (await runtime.observations.load(state.id)).shownRevision,
}
