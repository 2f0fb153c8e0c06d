import { connection, pageSize } from '../../../../../kit/graphql/connection.ts'
import { AppError } from '../../../../../kit/errors/app-error.ts'
import { decodePageCursor, encodePageCursor } from '../../../../../kit/pure/ids/page-cursor.ts'
import { notFound } from '../../../engine/changes/change-request.ts'
import { createProgramme, deleteProgramme, updateProgramme } from '../../../actions/programmes/change-programme.ts'
import { listedNodes, mayReadProgramme } from '../../../actions/programmes/may-programme.ts'
import { previewProgramme, segmentRow } from '../../../actions/programmes/read-programmes.ts'
import { planAt, segments } from '../../../domain/programmes/programme-plan.ts'
import { listProgrammes, programmesById } from '../../../store/programmes/programmes.ts'
import type { RuntimeContext } from '../../context.ts'
import type {
  InstanceProgrammeResolvers,
  InstanceResolvers,
  MutationResolvers,
  ProgrammeEntryResolvers,
  ProgrammeResolvers,
  ProgrammeSegmentResolvers,
  QueryResolvers,
} from '../../generated.ts'
import type { ProgrammeRow } from '../../rows.ts'

const nameOrder = 'programmes'
const dayMs = 86_400_000

export const programmeMutations: Pick<MutationResolvers, 'createProgramme' | 'updateProgramme' | 'deleteProgramme'> = {
  createProgramme: (_parent, { input }, { runtime, viewer }) => createProgramme(runtime.deps, viewer, input),
  updateProgramme: (_parent, { input }, { runtime, viewer }) => updateProgramme(runtime.deps, viewer, input),
  deleteProgramme: (_parent, { input }, { runtime, viewer }) => deleteProgramme(runtime.deps, viewer, input),
}

export const programmeQueries: Pick<QueryResolvers, 'programme' | 'programmes' | 'programmePreview'> = {
  programme: async (_parent, { id }, context) => {
    const found = id.includes('\0') ? undefined : (await programmesById(context.runtime.deps.pool, [id])).get(id)
    return readable(found ?? null, context)
  },
  programmes: async (_parent, { filter, ...args }, { runtime, viewer }) => {
    const first = pageSize(args.first, { fallback: 50 })
    const afterName = args.after == null ? null : namePosition(args.after, nameOrder)
    const { rows, totalCount } = await listProgrammes(runtime.deps.pool, {
      tenantId: viewer.tenantId,
      nodes: listedNodes(viewer),
      name: filter?.name ?? null,
      instanceId: filter?.instanceId ?? null,
      ...{ first, afterName },
    })
    const cursorOf = ({ name }: ProgrammeRow) => encodePageCursor(nameOrder, [name])
    return connection(rows, { first, totalCount, cursorOf, after: args.after ?? null })
  },
  programmePreview: async (_parent, { instanceId, from, hours }, { runtime, viewer }) => {
    const state = await runtime.instances.load(instanceId)
    if (!state) throw notFound(instanceId)
    return previewProgramme(runtime.deps, viewer, state, { from: from ?? null, hours: hours ?? 24 })
  },
}

/** Where a page of a list in the order of names goes on. */
export function namePosition(after: string, order: string): string {
  const [name] = decodePageCursor(after, order) ?? []
  if (typeof name === 'string') return name
  throw new AppError('BAD_USER_INPUT', { public: 'The cursor is not one of this list.' })
}

/** A programme, where the viewer may read it. */
export const readable = (programme: ProgrammeRow | null, { viewer }: Pick<RuntimeContext, 'viewer'>) =>
  programme && mayReadProgramme(viewer, programme) ? programme : null

export const programmeFields: Pick<InstanceResolvers, 'programme'> = {
  programme: async (state, _args, { runtime }) => {
    const plan = await runtime.programmes.plans.load(state.id)
    if (!plan) return null
    const now = await runtime.programmes.now()
    const { until } = planAt(plan, now)
    const layer = state.programme ?? null
    const [next] = until === null ? [] : segments(plan, until, until + 32 * dayMs)
    return {
      programme: plan.programmes.find(({ id }) => id === layer?.programmeId) ?? null,
      entry: layer?.entry ?? null,
      item: layer?.item ?? null,
      since: layer?.since ?? null,
      until: until === null ? null : new Date(until).toISOString(),
      blockedBecause: layer?.blocked ?? null,
      next: next ? segmentRow(next, null) : null,
    }
  },
}

export const programme: ProgrammeResolvers = {
  instance: ({ instanceId }, _args, { runtime }) => (instanceId === null ? null : runtime.instances.load(instanceId)),
  targetCount: ({ id }, _args, { runtime }) => runtime.programmes.targets.load(id),
}

export const programmeEntry: ProgrammeEntryResolvers = {
  exceptCalendars: ({ exceptCalendarIds }) => exceptCalendarIds,
}

export const programmeSegment: ProgrammeSegmentResolvers = {
  programme: (segment, _args, context) => readable(segment.programme, context),
}

export const instanceProgramme: InstanceProgrammeResolvers = {
  programme: (shown, _args, context) => readable(shown.programme, context),
}
