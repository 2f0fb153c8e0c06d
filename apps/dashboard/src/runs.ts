import type { RunFieldsFragment } from '@marquee/sdk'

export const runsShown = 40

const ended = new Set<RunFieldsFragment['status']>(['SUCCEEDED', 'FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED'])

export const hasEnded = ({ status }: Pick<RunFieldsFragment, 'status'>): boolean => ended.has(status)

/** Milliseconds that a run has taken so far; 0 before it starts. */
export function durationMs(
  { startedAt, endedAt }: Pick<RunFieldsFragment, 'startedAt' | 'endedAt'>,
  now: number,
): number {
  return startedAt ? Math.max(0, (endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt)) : 0
}

/** "840 ms", "12.3 s", "4 min 5 s", "2 h 13 min". */
export function shortDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const minutes = Math.floor(ms / 60_000)
  return minutes < 60
    ? `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Heights of bars in per cent: the longest is 100, and one that took no time can still be seen. */
export function barHeights(durations: readonly number[]): number[] {
  const longest = Math.max(1, ...durations)
  return durations.map((ms) => Math.max(6, Math.round((ms / longest) * 100)))
}

/** One line about a run that says how it went. */
export function runSummary(
  run: Pick<
    RunFieldsFragment,
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
