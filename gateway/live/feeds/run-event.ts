import { encodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import {
  RUN_FEED,
  type RunChange,
  type RunEventType,
  type RunFeedSlice,
  type RunState,
} from '../../../schema/events.ts'

/** An event of a feed of runs, as selections read it: what happened, and the run that it led to. */
export type RunLiveEvent = {
  type: RunEventType | 'SNAPSHOT' | 'RESYNC'
  /** Of the instance's newest event: one run's events are some of its instance's. */
  position: number
  epoch: string
  cursor: string
  at: string
  /** Of LOG: what the executor wrote. */
  lines: string[]
  readers: readonly string[]
  run: RunState
}

const cursorOf = (epoch: string, position: number) => encodeCursor({ kind: RUN_FEED, epoch, position })

export function fromRunChange({ type, position, epoch, at, body, readers, run }: RunChange): RunLiveEvent {
  const lines = Array.isArray(body['lines']) ? (body['lines'] as string[]) : []
  return { type, position, epoch, cursor: cursorOf(epoch, position), at, lines, readers, run }
}

/**
 * RESYNC and a SNAPSHOT of each run; nothing where there are no runs. Only the last one's cursor can be resumed from:
 * who is cut off in the middle starts over.
 */
export function restartEvents({ epoch, position, readers, runs }: RunFeedSlice): RunLiveEvent[] {
  const cutOff = cursorOf('snapshot', 0)
  const snapshots = runs.map((run, index): RunLiveEvent => {
    const cursor = index === runs.length - 1 ? cursorOf(epoch, position) : cutOff
    const at = run.endedAt ?? run.startedAt ?? run.createdAt
    return { type: 'SNAPSHOT', position, epoch, cursor, at, lines: [], readers, run }
  })
  const [first] = snapshots
  return first ? [{ ...first, type: 'RESYNC', cursor: cutOff }, ...snapshots] : []
}

/** An end never changes: nothing follows on it in the feed of one run. */
export const isEnd = ({ run }: RunLiveEvent): boolean => run.endedAt !== null
