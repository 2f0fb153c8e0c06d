import type { Screen, ScreenEntry, ScreenPosition } from './screen-log.ts'

/** One row of the log of changes. `writeId` is the mark that a writer left in what it wrote. */
export type LogRow = { instanceId: string; revision: number; changeId: string; writeId: string | null }

export type Write = {
  id: string
  instanceIds: readonly string[]
  key: string | null
  outcome:
    | { type: 'acknowledged'; changeId: string; revision: number | null }
    /** Nobody told whether it was done: once at most. */
    | { type: 'unknown' }
    /** Answered with a "no" that no fault excuses. */
    | { type: 'refused'; code: string }
}

/** What Postgres says: contents by instance, the hash of revision r at index r - 1. */
export type Truth = ReadonlyMap<string, readonly string[]>

/** What a screen has come to so far; carried from one check to the next. */
export type ScreenMemory = {
  shown: ScreenPosition
  subscriptions: ReadonlyMap<string, { position: number | null; resynced: boolean }>
}

export const newMemory: ScreenMemory = { shown: null, subscriptions: new Map() }

const subscriptionsKept = 8

/**
 * Follows what a screen noted. Wrong are: a revision that goes back, on the wire or on the screen; a change that does
 * not follow the one before it (after `since`, too) without a SNAPSHOT that says so, which `instanceChanged` must
 * announce by RESYNC; a content that its revision never had; a revision that the log does not know; a feed that ended.
 */
export function checkScreen(
  screen: Pick<Screen, 'instanceId' | 'feed'>,
  memory: ScreenMemory,
  entries: readonly ScreenEntry[],
  truth: Truth,
): { memory: ScreenMemory; wrongs: string[] } {
  const contents = truth.get(screen.instanceId) ?? []
  const subscriptions = new Map(memory.subscriptions)
  const wrongs: string[] = []
  let { shown } = memory

  const checkContent = (what: string, revision: number, hash: string | null) => {
    const true_ = contents[revision - 1]
    if (true_ === undefined)
      wrongs.push(`${what} revision ${revision}, which is not in the log (it ends at ${contents.length})`)
    else if (hash !== null && hash !== true_) wrongs.push(`${what} a content that revision ${revision} never had`)
  }

  for (const entry of entries) {
    switch (entry.type) {
      case 'subscribed':
        subscriptions.set(entry.operation, { position: entry.since, resynced: false })
        break
      case 'ended':
        wrongs.push(`was ended by ${entry.code}`)
        break
      case 'shown':
        checkContent('shows', entry.revision, entry.hash)
        if (shown && entry.revision < shown.revision)
          wrongs.push(`went back from revision ${shown.revision} to ${entry.revision}`)
        shown = { revision: entry.revision, hash: entry.hash }
        break
      case 'frame': {
        const { position = null, resynced = false } = subscriptions.get(entry.operation) ?? {}
        checkContent('was sent', entry.revision, entry.hash)
        if (entry.event === 'RESYNC') {
          subscriptions.set(entry.operation, { position, resynced: true })
          break
        }
        const problem = followsOn(screen.feed, position, resynced, entry)
        if (problem) wrongs.push(problem)
        subscriptions.set(entry.operation, { position: entry.revision, resynced: false })
        break
      }
    }
  }
  return { memory: { shown, subscriptions: new Map([...subscriptions].slice(-subscriptionsKept)) }, wrongs }
}

function followsOn(
  feed: Screen['feed'],
  position: number | null,
  resynced: boolean,
  { event, revision }: Extract<ScreenEntry, { type: 'frame' }>,
): string | null {
  if (event === 'SNAPSHOT') {
    if (position === null) return null
    if (revision < position) return `was sent a snapshot of revision ${revision} after revision ${position}`
    if (feed === 'instanceChanged' && !resynced)
      return `was sent a snapshot of revision ${revision} in the middle, without RESYNC`
    return null
  }
  if (position === null) return `was sent ${event} before any snapshot`
  // An observation, not a change: it comes with the revision of the moment.
  if (event === 'PRESENCE' && revision === position) return null
  if (revision <= position) return `was sent revision ${revision} again after revision ${position}`
  return revision === position + 1
    ? null
    : `was sent revision ${revision} after revision ${position}: what lies between is lost`
}

/** At rest a screen shows what Postgres has: `lost` is what the negative control must bring about. */
export function checkAtRest(
  { instanceId }: Pick<Screen, 'instanceId'>,
  position: ScreenPosition,
  truth: Truth,
): string | null {
  const contents = truth.get(instanceId) ?? []
  if (position === null) return `lost: shows nothing of ${instanceId}, which is at revision ${contents.length}`
  if (position.revision !== contents.length)
    return `lost: shows revision ${position.revision} of ${instanceId}, which is at revision ${contents.length}`
  return position.hash === contents.at(-1)
    ? null
    : `lost: shows another content of ${instanceId} than its revision ${position.revision} has`
}

/**
 * Every acknowledged write is in the log exactly once for each of its instances, as it was told to the writer, under
 * its key too; every other one at most once, and a refused one never. `rows` is the whole log, `writes` may be a part.
 */
export function checkWrites(
  writes: readonly Write[],
  rows: ReadonlyMap<string, readonly LogRow[]>,
  changeIdByKey: ReadonlyMap<string, string>,
): string[] {
  const wrongs: string[] = []
  for (const { id, instanceIds, key, outcome } of writes) {
    const found = rows.get(id) ?? []
    for (const instanceId of instanceIds) {
      const mine = found.filter((row) => row.instanceId === instanceId)
      if (mine.length > 1)
        wrongs.push(
          `write ${id} of ${instanceId} is in the log ${mine.length} times (revisions ${mine.map(({ revision }) => revision).join(', ')})`,
        )
      if (outcome.type !== 'acknowledged') continue
      const [row] = mine
      if (!row) wrongs.push(`write ${id} of ${instanceId} was acknowledged and is not in the log`)
      else if (row.changeId !== outcome.changeId)
        wrongs.push(`write ${id} was acknowledged as ${outcome.changeId} and is in the log as ${row.changeId}`)
      else if (outcome.revision !== null && row.revision !== outcome.revision) {
        wrongs.push(
          `write ${id} was acknowledged as revision ${outcome.revision} and is in the log as revision ${row.revision}`,
        )
      }
    }
    const strays = found.filter(({ instanceId }) => !instanceIds.includes(instanceId))
    if (strays.length > 0) wrongs.push(`write ${id} is in the log of ${strays[0]?.instanceId}, which it did not mean`)
    if (outcome.type === 'refused') {
      wrongs.push(`write ${id} was answered with ${outcome.code}${found.length > 0 ? ' and is in the log' : ''}`)
    }
    if (outcome.type === 'acknowledged' && key !== null && changeIdByKey.get(key) !== outcome.changeId) {
      wrongs.push(
        `write ${id} was acknowledged as ${outcome.changeId}; its key stands for ${changeIdByKey.get(key) ?? 'nothing'}`,
      )
    }
  }
  return wrongs
}

/** Revisions follow one another without gaps from `before` on. */
export function checkRevisions(before: number, rows: readonly LogRow[]): string[] {
  return rows.flatMap(({ instanceId, revision }, index) => {
    const expected = before + index + 1
    return revision === expected ? [] : [`the log of ${instanceId} has revision ${revision} where ${expected} belongs`]
  })
}
