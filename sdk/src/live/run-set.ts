import type { RunChangedSubscription } from '../generated.ts'

export type RunEvent = RunChangedSubscription['runChanged']
export type RunOfSet = RunEvent['run']

/** The runs that a feed has told of, by id; changed in place. */
export type RunSet = {
  readonly items: ReadonlyMap<string, RunOfSet>
  /** Null until the first event: there is nothing to resume. */
  readonly cursor: string | null
  apply(event: RunEvent): void
  /** The feed starts again from nothing; what is known stays until it is told anew. */
  restart(): void
}

/** Terminal states never change: an older word about a run that has ended is not believed. */
const ended = new Set<RunOfSet['status']>(['SUCCEEDED', 'FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED'])

export function createRunSet(): RunSet {
  const items = new Map<string, RunOfSet>()
  let cursor: string | null = null
  return {
    items,
    get cursor() {
      return cursor
    },
    apply({ run, cursor: next }) {
      cursor = next
      const known = items.get(run.id)
      if (!known || !ended.has(known.status) || ended.has(run.status)) items.set(run.id, run)
    },
    restart() {
      cursor = null
    },
  }
}
