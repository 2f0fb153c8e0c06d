import type { MarqueeError } from '../marquee-error.ts'
import type { Connection } from './connection.ts'
import type { Verdict } from './display-state.ts'
import { openFeed, type Feed, type FeedHandlers } from './feed.ts'
import type { KeptState } from './kept-state.ts'

export type RevisionFeedOptions<S, E> = FeedHandlers & {
  document: { toString(): string }
  variables: (since: string | null) => Record<string, unknown>
  read: (data: Record<string, unknown>) => E
  apply: (known: S | null, event: E) => Verdict<S>
  onChange: (state: S, event: E | null) => void
  kept?: KeptState<S>
  /** What to begin with, given what was kept. */
  begin?: (kept: S | null) => S | null
  random: () => number
}

/** Codes that say the viewer may not see it (any more): what was kept must not be shown again. */
const notYours = new Set(['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'])

/** A feed of one thing with revisions: the state it has reached, where to resume, and what to do about a gap. */
export function followRevisions<S extends { cursor: string }, E>(
  connection: Connection,
  { document, variables, read, apply, onChange, kept, begin, random, onState, onError }: RevisionFeedOptions<S, E>,
): Feed {
  const stored = kept?.load() ?? null
  let known: S | null = begin ? begin(stored) : stored
  if (known && known !== stored) kept?.save(known)
  /** False once resuming has led nowhere; the state stays, so that nothing older is ever shown. */
  let resumable = true
  if (known) onChange(known, null)

  const feed = openFeed(connection, {
    document,
    random,
    onState,
    onError(error: MarqueeError) {
      if (notYours.has(error.code)) kept?.forget()
      onError?.(error)
    },
    variables: () => variables(resumable ? (known?.cursor ?? null) : null),
    hasCursor: () => resumable && known !== null,
    forgetCursor: (because) => {
      resumable = false
      // A server that does not know the cursor may count from elsewhere (a restored database): what it says now holds.
      if (because === 'refused') known = null
    },
    onData(data) {
      const event = read(data)
      const verdict = apply(known, event)
      switch (verdict.type) {
        case 'gap':
          return 'resume'
        case 'reset':
          known = null
          return 'continue'
        case 'changed':
          known = verdict.state
          resumable = true
          kept?.save(known)
          onChange(known, event)
          return 'continue'
        case 'ignored':
          return 'continue'
      }
    },
  })
  return {
    get state() {
      return feed.state
    },
    stop() {
      feed.stop()
      kept?.flush()
    },
  }
}
