import type { Unsubscribe } from '../../../kit/bus/bus.ts'
import type { FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'

/** An event of a log, as feeds and groups see it. SNAPSHOT and RESYNC tell the present and are in no log. */
export type LogEvent = Readonly<FeedPosition> & {
  readonly type: string
  /** Scopes of those who may be told. */
  readonly readers: readonly string[]
  /** Tells something new of the present state under its position; no log holds it. */
  readonly isEphemeral?: boolean
}

/** What a log answers: its present, and what led there from the position asked for. */
export type Slice<Event> = FeedPosition & {
  /** Who may be told the present; null where there is no such subject. */
  readers: readonly string[] | null
  /** The log does not lead from the position asked for to the present. */
  resync: boolean
  /** Oldest first, after the position asked for; empty where none was asked for, or `resync`. */
  changes: readonly Event[]
  /** RESYNC, and after it the present as SNAPSHOT; at least where no position was asked for, or `resync`. */
  restart: readonly Event[]
  /** Nothing will follow. */
  hasEnded: boolean
}

export type LogListener<Event> = {
  event(event: Event): void
  /** Something may have been missed. */
  onResync(): void
}

/** The log of one subject. */
export type Log<Event> = {
  /** Its name in the sweep's question for newest positions; null while it is not known. */
  readonly id: string | null
  /** Resolves when nothing that happens afterwards is missed; null where there is nothing to follow. */
  follow(listener: LogListener<Event>): Promise<Unsubscribe | null>
  read(since: FeedPosition | null): Promise<Slice<Event>>
  /** False for events that only count: the log is of more than the subject. */
  concerns?(event: Event): boolean
}
