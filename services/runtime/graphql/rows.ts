import type { InstanceState, LoggedChange } from '../../../schema/events.ts'

/** One recorded change with the state it led to. */
export type InstanceEventRow = Omit<LoggedChange, 'type'> & { type: LoggedChange['type'] | 'SNAPSHOT' | 'RESYNC'; state: InstanceState }

export type BulkChangeRow = { changeId: string; targeted: number; changed: number }
