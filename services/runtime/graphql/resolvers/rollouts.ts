import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { countVerdicts, planUpgrade } from '../../actions/rollouts/plan-upgrade.ts'
import { changeRollout, readRollout, readRollouts } from '../../actions/rollouts/rollouts.ts'
import { startRollout } from '../../actions/rollouts/start-rollout.ts'
import { instancesOf } from '../../store/rollouts/rollout-instances.ts'
import { countsOf } from '../../store/rollouts/rollouts.ts'
import type {
  MutationResolvers,
  QueryResolvers,
  RolloutInstanceResolvers,
  RolloutResolvers,
  UpgradePlanResolvers,
  UpgradeVerdict,
} from '../generated.ts'

const orders = { plan: 'planned', rollouts: 'rollouts', instances: 'rollout-instances' } as const

export const rolloutQueries: Pick<QueryResolvers, 'planUpgrade' | 'rollout' | 'rollouts'> = {
  planUpgrade: (_parent, args, { runtime, viewer }) => planUpgrade(runtime.deps, viewer, args),
  rollout: (_parent, { id }, { runtime, viewer }) => readRollout(runtime.deps, viewer, id),
  rollouts: async (_parent, { filter, ...args }, { runtime, viewer }) => {
    const first = pageSize(args.first, { fallback: 50 })
    const [createdAt, id] = args.after == null ? [] : textsOf(args.after, orders.rollouts, 2)
    const after = createdAt === undefined || id === undefined ? null : ([createdAt, id] as const)
    const rows = await readRollouts(runtime.deps, viewer, { filter: filter ?? {}, first: first + 1, after })
    const cursorOf = (row: (typeof rows)[number]) => encodePageCursor(orders.rollouts, [row.createdAt, row.id])
    return connection(rows, { first, after: args.after ?? null, totalCount: 0, cursorOf })
  },
}

export const rolloutMutations: Pick<
  MutationResolvers,
  'startRollout' | 'pauseRollout' | 'resumeRollout' | 'abortRollout'
> = {
  startRollout: async (_parent, { input }, { runtime, viewer }) => ({
    rollout: await startRollout(runtime.deps, viewer, input),
  }),
  pauseRollout: async (_parent, { input }, { runtime, viewer }) => ({
    rollout: await changeRollout(runtime.deps, viewer, 'pauseRollout', input),
  }),
  resumeRollout: async (_parent, { input }, { runtime, viewer }) => ({
    rollout: await changeRollout(runtime.deps, viewer, 'resumeRollout', input),
  }),
  abortRollout: async (_parent, { input }, { runtime, viewer }) => ({
    rollout: await changeRollout(runtime.deps, viewer, 'abortRollout', input),
  }),
}

export const upgradePlan: UpgradePlanResolvers = {
  toVersion: ({ version }) => version.version,
  total: ({ instances }) => instances.length,
  counts: ({ instances }) =>
    Object.entries(countVerdicts(instances))
      .filter(([, count]) => count > 0)
      .map(([verdict, count]) => ({ verdict: verdict as UpgradeVerdict, count })),
  instances: async ({ instances }, args, { runtime }) => {
    const first = pageSize(args.first, { fallback: 50 })
    const [after = ''] = args.after == null ? [] : textsOf(args.after, orders.plan, 1)
    const all = instances.filter(({ verdict }) => args.verdict == null || verdict === args.verdict)
    const rows = all.filter(({ id }) => id > after).slice(0, first + 1)
    const cursorOf = ({ id }: { id: string }) => encodePageCursor(orders.plan, [id])
    const page = connection(rows, { first, after: args.after ?? null, totalCount: all.length, cursorOf })
    const loaded = await Promise.all(page.nodes.map(({ id }) => runtime.instances.load(id)))
    const nodes = page.nodes.map((row, index) => ({ ...row, instance: loaded[index] as InstanceState }))
    // One that was deleted this moment is left out.
    return { ...page, nodes: nodes.filter(({ instance }) => instance !== null) }
  },
}

export const rollout: RolloutResolvers = {
  definition: ({ definitionId: id }) => ({ __typename: 'Definition', id }),
  wave: ({ wave }) => wave + 1,
  waves: async (row, _args, { runtime }) => {
    const waves = Map.groupBy(await countsOf(runtime.deps.pool, row), ({ wave }) => wave)
    return [...waves].map(([wave, counts]) => ({
      number: wave + 1,
      size: counts.reduce((total, { count }) => total + count, 0),
      counts,
    }))
  },
  instances: async (row, args, { runtime }) => {
    const first = pageSize(args.first, { fallback: 50 })
    const [after = null] = args.after == null ? [] : textsOf(args.after, orders.instances, 1)
    const rows = await instancesOf(runtime.deps.pool, row, {
      statuses: args.statuses ?? null,
      first: first + 1,
      after,
    })
    const cursorOf = ({ instanceId }: (typeof rows)[number]) => encodePageCursor(orders.instances, [instanceId])
    return connection(rows, { first, after: args.after ?? null, totalCount: 0, cursorOf })
  },
}

export const rolloutInstance: RolloutInstanceResolvers = {
  instance: ({ instanceId }, _args, { runtime }) => runtime.instances.load(instanceId),
  wave: ({ wave }) => wave + 1,
}

function textsOf(after: string, order: string, count: number): string[] {
  const keys = decodePageCursor(after, order) ?? []
  if (keys.length === count && keys.every((key) => typeof key === 'string')) return keys as string[]
  throw new AppError('BAD_USER_INPUT', {
    public: 'The cursor is not one of this list.',
    details: { problems: [{ pointer: '/after', message: 'is not a cursor of this list' }] },
  })
}
