import type { RunRowFragment } from '../graph/generated.ts'
import { shortDuration } from '../ui/format.ts'

export const runsShown = 40

const ended = new Set<RunRowFragment['status']>(['SUCCEEDED', 'FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED'])

export const hasEnded = ({ status }: Pick<RunRowFragment, 'status'>): boolean => ended.has(status)

/** Milliseconds that a run has taken so far; 0 before it starts. */
export function durationMs({ startedAt, endedAt }: Pick<RunRowFragment, 'startedAt' | 'endedAt'>, now: number): number {
  return startedAt ? Math.max(0, (endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt)) : 0
}

/** Heights of bars in per cent: the longest is 100, and one that took no time can still be seen. */
export function barHeights(durations: readonly number[]): number[] {
  const longest = Math.max(1, ...durations)
  return durations.map((ms) => Math.max(6, Math.round((ms / longest) * 100)))
}

/** One line about a run that says how it went. */
export function runSummary(
  run: Pick<
    RunRowFragment,
    'status' | 'trigger' | 'attempt' | 'startedAt' | 'endedAt' | 'error' | 'blockedBy' | 'progress'
  >,
  now: number,
): string {
  const parts = [run.status.toLowerCase(), run.trigger.toLowerCase()]
  if (run.attempt > 1) parts.push(`attempt ${run.attempt}`)
  if (run.startedAt) parts.push(shortDuration(durationMs(run, now)))
  if (!hasEnded(run) && run.progress !== null) parts.push(`${Math.round(run.progress * 100)} %`)
  const message = run.error?.['message']
  if (typeof message === 'string') parts.push(message)
  const [blocker] = run.blockedBy
  if (run.status === 'BLOCKED' && blocker) parts.push(`waits for ${String(blocker['name'])}`)
  return parts.join(', ')
}
