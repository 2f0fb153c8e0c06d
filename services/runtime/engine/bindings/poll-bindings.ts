import { randomUUID } from 'node:crypto'
import { readSource } from './read-source.ts'
import { recordResult } from './record-result.ts'
import type { Job, JobDeps } from '../job.ts'
import { isAnyBound } from '../../store/bindings/bound-instances.ts'
import {
  dropSource,
  matchOf,
  releaseSource,
  takeDueSources,
  type SharedSource,
} from '../../store/bindings/binding-sources.ts'

const concurrent = 32
const failureSeconds = { base: 2, max: 300 }

/**
 * Asks the addresses that bindings poll, each once per interval however many instances follow it and however many
 * workers run: a due source is taken with a lease (store/binding-sources.ts), asked, and what it said told to all who
 * are bound if it is news. One that answers slowly holds up no other; one that nobody follows any more is forgotten.
 */
export function pollBindings(deps: JobDeps): Job {
  const { pool, log } = deps
  const holder = randomUUID()
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()

  async function poll(source: SharedSource): Promise<void> {
    if (!(await isAnyBound(pool, source.tenantId, matchOf(source)))) return await dropSource(pool, source.id, holder)
    const outcome = await readSource(deps, source, stopping.signal)
    // Cut off by our own end: that says nothing about the source, and the next worker asks at once.
    if (stopping.signal.aborted) return await releaseSource(pool, source.id, holder, 0)
    const learnt = await recordResult(deps, source, holder, outcome)
    if (learnt) await releaseSource(pool, source.id, holder, pauseSeconds(source, learnt.failures))
  }

  return {
    name: 'poll-bindings',
    everyMs: 250,
    async run() {
      const free = concurrent - running.size
      if (free === 0) return
      for (const source of await takeDueSources(pool, holder, ['POLL', 'STATIC'], free)) {
        // What fails here is our database: the lease runs out, and the source is due again.
        const work = poll(source).catch((error: unknown) =>
          log.warn({ err: error, address: source.address }, 'a binding could not be polled'),
        )
        running.add(work)
        void work.finally(() => running.delete(work))
      }
    },
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

/**
 * Until it is due again: the interval, a tenth more or less so that addresses of one host do not come in step; after
 * failures twice as long each time, at least half of that; null for what is asked once per write and has answered.
 */
export function pauseSeconds(
  { strategy, intervalSeconds }: Pick<SharedSource, 'strategy' | 'intervalSeconds'>,
  failures: number,
  random = Math.random,
): number | null {
  const interval = intervalSeconds ?? 0
  if (failures === 0) return strategy === 'STATIC' ? null : interval * (0.9 + 0.2 * random())
  const bound = Math.min(
    Math.max(interval, failureSeconds.max),
    Math.max(interval, failureSeconds.base) * 2 ** Math.min(failures - 1, 20),
  )
  return bound * (0.5 + 0.5 * random())
}
