import { suspensionOf } from '../../../domain/schedules/schedule-plan.ts'
import { previewSchedule } from '../../../actions/schedules/schedule-preview.ts'
import { clearSchedule, setSchedule, setScheduleEnabled } from '../../../actions/schedules/set-schedule.ts'
import type { RuntimePart } from '../../context.ts'
import type {
  FlowResolvers,
  InstanceResolvers,
  MutationResolvers,
  QueryResolvers,
  ScheduleResolvers,
} from '../../generated.ts'
import type { ScheduleRow } from '../../rows.ts'

export const scheduleMutations: Pick<MutationResolvers, 'setSchedule' | 'setScheduleEnabled' | 'clearSchedule'> = {
  setSchedule: (_parent, { input }, { runtime, viewer }) => setSchedule(runtime.deps, viewer, input),
  setScheduleEnabled: (_parent, { input }, { runtime, viewer }) => setScheduleEnabled(runtime.deps, viewer, input),
  clearSchedule: (_parent, { input }, { runtime, viewer }) => clearSchedule(runtime.deps, viewer, input),
}

export const scheduleQueries: Pick<QueryResolvers, 'schedulePreview'> = {
  schedulePreview: (_parent, args, { runtime }) => previewSchedule(runtime.deps, args),
}

export const flowSchedule: Pick<FlowResolvers, 'schedule'> = {
  schedule: ({ id }, _args, { runtime }) => runtime.flows.schedules.load(id),
}

export const scheduleFields: Pick<InstanceResolvers, 'schedule'> = {
  schedule: async ({ id }, _args, { runtime }) => {
    const flows = await runtime.flows.ofInstance.load(id)
    return flows.length === 1 && flows[0] ? await runtime.flows.schedules.load(flows[0].id) : null
  },
}

async function suspension(
  { instanceId, enabled }: ScheduleRow,
  runtime: RuntimePart['runtime'],
): Promise<string | null> {
  const instance = enabled ? await runtime.instances.load(instanceId) : null
  return instance && suspensionOf(instance.lifecycle)
}

export const schedule: ScheduleResolvers = {
  suspendedBecause: (row, _args, { runtime }) => suspension(row, runtime),
  nextTickAt: async (row, _args, { runtime }) => ((await suspension(row, runtime)) === null ? row.nextTickAt : null),
}
