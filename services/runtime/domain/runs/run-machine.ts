import type { RunStatus } from '../../../../schema/enums.ts'

/** What happens to a run (model R22). */
export const runSteps = [
  'QUEUE',
  'BLOCK',
  'START',
  'REQUEST_CANCEL',
  'SUCCEED',
  'FAIL',
  'CANCEL',
  'CRASH',
  'SKIP',
] as const
export type RunStep = (typeof runSteps)[number]

type Row = Record<RunStep, RunStatus | null>

const nothing: Row = {
  QUEUE: null,
  BLOCK: null,
  START: null,
  REQUEST_CANCEL: null,
  SUCCEED: null,
  FAIL: null,
  CANCEL: null,
  CRASH: null,
  SKIP: null,
}

/** What has not started ends at once when somebody wants it to. */
const waiting: Row = {
  ...nothing,
  QUEUE: 'QUEUED',
  BLOCK: 'BLOCKED',
  START: 'RUNNING',
  REQUEST_CANCEL: 'CANCELLED',
  CANCEL: 'CANCELLED',
  SKIP: 'SKIPPED',
}

/**
 * Where each step leads from each status; null: it changes nothing. What comes late (a completion after a cancellation, a
 * heartbeat after a crash) is no error: it finds a run that has ended, and an end never changes. A new status or step does
 * not compile until its cells are filled.
 */
export const runMoves: Record<RunStatus, Row> = {
  SCHEDULED: waiting,
  QUEUED: { ...waiting, QUEUE: null },
  // Its blockers are asked again before it is queued, so it never starts from here.
  BLOCKED: { ...waiting, START: null },
  RUNNING: {
    ...nothing,
    REQUEST_CANCEL: 'RUNNING',
    SUCCEED: 'SUCCEEDED',
    FAIL: 'FAILED',
    CANCEL: 'CANCELLED',
    CRASH: 'CRASHED',
  },
  SUCCEEDED: nothing,
  FAILED: nothing,
  CANCELLED: nothing,
  CRASHED: nothing,
  SKIPPED: nothing,
}

export const runStatuses = Object.keys(runMoves) as RunStatus[]

export const openStatuses: readonly RunStatus[] = ['SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING']

export const hasEnded = (status: RunStatus): boolean => !openStatuses.includes(status)
