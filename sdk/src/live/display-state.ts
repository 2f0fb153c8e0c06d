import { mergePatch, sameJson, type JsonObject } from '../json.ts'
import type { DisplayChangedSubscription, Lifecycle } from '../generated.ts'

export type DisplayEvent = DisplayChangedSubscription['displayChanged']

/** What one screen shows. `props` is the same reference for as long as its content is the same. */
export type DisplayState<P = JsonObject> = {
  revision: number
  cursor: string
  at: string
  props: P
  lifecycle: Lifecycle
  bundleUrl: string | null
  deleted: boolean
}

/**
 * What an event does to what is known. `gap`: something is missing in between, so the feed has to be resumed from its
 * cursor. `reset`: forget what is known, a snapshot follows.
 */
export type Verdict<S> = { type: 'changed'; state: S } | { type: 'ignored' } | { type: 'gap' } | { type: 'reset' }

/** Never answers a state whose revision is lower than the known one. */
export function applyDisplayEvent(known: DisplayState | null, event: DisplayEvent): Verdict<DisplayState> {
  if (event.type === 'RESYNC') return { type: 'reset' }
  if (known && event.revision <= known.revision) return { type: 'ignored' }
  const props = nextProps(known, event)
  if (props === null) return { type: 'gap' }
  return {
    type: 'changed',
    state: {
      revision: event.revision,
      cursor: event.cursor,
      at: event.at,
      props,
      lifecycle: event.lifecycle,
      bundleUrl: event.bundleUrl,
      deleted: event.type === 'DELETED',
    },
  }
}

function nextProps(known: DisplayState | null, event: DisplayEvent): JsonObject | null {
  if (event.effectiveProps) {
    return known && sameJson(known.props, event.effectiveProps) ? known.props : event.effectiveProps
  }
  // A patch says what changed since the revision before, and nothing about any other.
  if (!known || event.revision !== known.revision + 1) return null
  return event.patch ? (mergePatch(known.props, event.patch) as JsonObject) : known.props
}

/** For what a storage gave back: an older version of this code, or somebody else, may have written it. */
export function isDisplayState(value: unknown): value is DisplayState {
  if (typeof value !== 'object' || value === null) return false
  const state = value as Partial<Record<keyof DisplayState, unknown>>
  return (
    Number.isSafeInteger(state.revision) &&
    typeof state.cursor === 'string' &&
    typeof state.at === 'string' &&
    typeof state.props === 'object' &&
    state.props !== null &&
    typeof state.lifecycle === 'string' &&
    (state.bundleUrl === null || typeof state.bundleUrl === 'string') &&
    typeof state.deleted === 'boolean'
  )
}

/**
 * The state to begin with, of the one that was kept here and the one that the page came with. Only a newer one of the
 * same history takes the place of what was shown: of another history nobody can tell which is older, and the feed will.
 */
export function newerState(kept: DisplayState | null, given: DisplayState | null): DisplayState | null {
  if (!kept || !given) return kept ?? given
  const epoch = epochOf(kept.cursor)
  return epoch !== null && epoch === epochOf(given.cursor) && given.revision > kept.revision ? given : kept
}

/** Cursors are the server's business but for this: which history they are of. Null where one does not say. */
function epochOf(cursor: string): string | null {
  try {
    const parts = atob(cursor.replaceAll('-', '+').replaceAll('_', '/')).split(':')
    return parts.length === 3 ? (parts[1] ?? null) : null
  } catch {
    return null
  }
}
