import type { Convergence } from '../store/displays/convergence.ts'
import type { BindingState, FlowState, InstanceState, LoggedChange, RunState } from '../../../schema/events.ts'
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
