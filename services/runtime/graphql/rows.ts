import type { Convergence } from '../store/displays/convergence.ts'
import type { BindingState, FlowState, InstanceState, LoggedChange, RunState } from '../../../schema/events.ts'
import type { PropLayer } from '../domain/props/explain-prop.ts'
import type { ProgrammeEntry } from '../domain/programmes/programme.ts'
import type { Reason } from '../domain/programmes/programme-plan.ts'
import type { SegmentRow } from '../actions/programmes/read-programmes.ts'
import type { ProgrammeRecord } from '../store/programmes/programmes.ts'
import type { RunLogEntry } from '../store/runs/run-feed.ts'
import type { ScheduleRecord } from '../store/schedules/schedules.ts'

/** One recorded change with the state it led to. */
export type InstanceEventRow = Omit<LoggedChange, 'type'> & {
  type: LoggedChange['type'] | 'SNAPSHOT' | 'RESYNC'
  state: InstanceState
}

/** `BindingState` is the name of an enum in the graph. */
export type BindingRow = BindingState

export type BulkChangeRow = { changeId: string; targeted: number; changed: number }

export type ConvergenceRow = Convergence & { changeId: string }

export type FlowRow = FlowState

export type UpstreamRefRow = { role: string; flow: FlowRow }

export type RunRow = RunState

/** A page of a run's log is read back from its instance's log of runs. */
export type RunLogRow = RunLogEntry

export type ScheduleRow = ScheduleRecord

export type LineageNodeRow = { type: 'FLOW' | 'INSTANCE' | 'DEFINITION'; id: string }

export type ProgrammeRow = ProgrammeRecord

export type ProgrammeEntryRow = ProgrammeEntry

export type ProgrammeSegmentRow = SegmentRow

export type InstanceProgrammeRow = {
  programme: ProgrammeRow | null
  entry: string | null
  item: number | null
  since: string | null
  until: string | null
  blockedBecause: string | null
  next: ProgrammeSegmentRow | null
}

/** A layer of a programme says which one, and why it won. */
export type PropLayerRow = PropLayer & {
  programme?: ProgrammeRow | null
  entry?: string | null
  reason?: Reason | null
}
