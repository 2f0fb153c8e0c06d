import { useEffect, useState } from 'react'
import { setCutOff } from '../graph/connection.ts'
import { FollowRunsDocument, type FollowRunsSubscription, type RunRowFragment } from '../graph/generated.ts'
import { useSession } from '../graph/session.ts'
import { hasEnded } from './run-words.ts'

export type LogLine = { runId: string; text: string }
export type Followed = { runs: ReadonlyMap<string, RunRowFragment>; lines: readonly LogLine[] }

const nothing: Followed = { runs: new Map(), lines: [] }
const linesKept = 2_000

/** One run until it ends, or all of an instance, as they go on. */
export function useRunFeed(of: { id?: string; instanceId?: string }, pause = false): Followed {
  const { live } = useSession()
  const [followed, setFollowed] = useState<Followed>(nothing)
  const key = JSON.stringify(of)
  useEffect(() => {
    setFollowed(nothing)
    if (pause) return
    const who = {}
    let cursor: string | null = null
    const feed = live.subscribe(FollowRunsDocument, () => ({ ...(JSON.parse(key) as typeof of), since: cursor }), {
      onEvent({ runChanged }) {
        cursor = runChanged.cursor
        setFollowed((last) => take(last, runChanged))
      },
      onState: (state) => setCutOff(who, state === 'offline'),
      onError: () => setCutOff(who, false),
    })
    return () => {
      feed.stop()
      setCutOff(who, false)
    }
  }, [live, key, pause])
  return followed
}

function take({ runs, lines }: Followed, event: FollowRunsSubscription['runChanged']): Followed {
  const { run } = event
  return {
    runs: isOlder(run, runs.get(run.id)) ? runs : new Map(runs).set(run.id, run),
    lines:
      event.type === 'LOG'
        ? [...lines, ...event.lines.map((text) => ({ runId: run.id, text }))].slice(-linesKept)
        : lines,
  }
}

/** A run that has ended does not change any more. */
export const isOlder = (run: RunRowFragment, known: RunRowFragment | undefined): boolean =>
  known !== undefined && hasEnded(known) && !hasEnded(run)

/** What was read and what was told since, newest first. */
export function merged(read: readonly RunRowFragment[], told: ReadonlyMap<string, RunRowFragment>): RunRowFragment[] {
  const all = new Map(read.map((run) => [run.id, run]))
  for (const run of told.values()) if (!isOlder(run, all.get(run.id))) all.set(run.id, run)
  return [...all.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
}
