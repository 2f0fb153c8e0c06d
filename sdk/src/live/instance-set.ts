import type { InstancesChangedSubscription } from '../generated.ts'

export type InstanceSetEvent = InstancesChangedSubscription['instancesChanged']
export type InstanceOfSet = NonNullable<InstanceSetEvent['instance']>
/** An event of `instancesChanged`, with the instance as the document has asked for it. */
export type SetEvent<T> = Pick<InstanceSetEvent, 'change' | 'cursor'> & { instance: T | null }
export type InstancesChanged<T> = { instancesChanged: SetEvent<T> }

/**
 * What matches a live query. Changed in place, because the first snapshot may be thousands of events. During a
 * RESYNC the old members stay visible, and those that did not come again leave when it has caught up.
 */
export type InstanceSet<T = InstanceOfSet> = {
  readonly items: ReadonlyMap<string, T>
  /** All that matched at the start is here. */
  readonly caughtUp: boolean
  /** Null until caught up: a set that was cut off half way has to start again. */
  readonly cursor: string | null
  /** Whether anything a reader can see is different now. */
  apply(event: SetEvent<T>): boolean
  /** The feed starts again from nothing. */
  restart(): void
}

export function createInstanceSet<T extends { id: string; revision: number } = InstanceOfSet>(): InstanceSet<T> {
  const items = new Map<string, T>()
  let seen = new Set<string>()
  let cursor: string | null = null

  function put(instance: T): boolean {
    if (cursor === null) seen.add(instance.id)
    const known = items.get(instance.id)
    if (known && instance.revision < known.revision) return false
    items.set(instance.id, instance)
    return true
  }

  function restart(): void {
    cursor = null
    seen = new Set()
  }

  return {
    items,
    get caughtUp() {
      return cursor !== null
    },
    get cursor() {
      return cursor
    },
    apply(event) {
      if (event.change === 'RESYNC') {
        restart()
        return false
      }
      if (event.change === 'CAUGHT_UP') {
        if (cursor === null) for (const id of items.keys()) if (!seen.has(id)) items.delete(id)
        seen = new Set()
        cursor = event.cursor
        return true
      }
      if (cursor !== null) cursor = event.cursor
      if (!event.instance) return false
      if (event.change !== 'LEAVE') return put(event.instance)
      seen.delete(event.instance.id)
      return items.delete(event.instance.id)
    },
    restart,
  }
}
