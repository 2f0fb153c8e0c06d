import type { Logger } from '../../../kit/log.ts'
import type { RuntimeDeps } from '../actions/deps.ts'
import { pruneLog } from './jobs/prune-log.ts'
import { relay } from './jobs/relay.ts'

/**
 * Something that is due again and again. Any number of processes run it at the same time: a job finds what is due by a
 * query, takes it with a guarded write or a row lock, and may be killed anywhere.
 */
export type Job = { name: string; everyMs: number; run(): Promise<void> }

export type JobDeps = RuntimeDeps & { logRetentionDays: number }

/** All background work of the runtime; a line for each. */
const jobs: ((deps: JobDeps) => Job)[] = [relay, pruneLog]

/** Runs every job at its pace, never twice at once in this process. Returns what stops them, the running ones awaited. */
export function startBackground(deps: JobDeps): () => Promise<void> {
  const loops = jobs.map((make) => loop(make(deps), deps.log))
  return async () => {
    await Promise.all(loops.map((stop) => stop()))
  }
}

function loop({ name, everyMs, run }: Job, log: Logger): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let failing = false
  const turn = async () => {
    try {
      await run()
      if (failing) log.info({ job: name }, 'a background job works again')
      failing = false
    } catch (error) {
      // Said once: what is wrong for an hour is one fact.
      if (!failing && !stopped) log.warn({ err: error, job: name }, 'a background job failed; it will try again')
      failing = true
    }
    // Spread, so that the same job in many processes does not come in step.
    if (!stopped) timer = setTimeout(() => (running = turn()), everyMs * (0.8 + Math.random() * 0.4))
  }
  running = turn()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
