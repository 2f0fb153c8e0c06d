import type { GraphQLFormattedError } from 'graphql'
import type { Bus } from '../../../kit/bus/bus.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { Limits } from '../../../kit/limits.ts'
import type { FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import type { Membership, Sink } from '../feed/sink.ts'
import type { Followed } from '../feed/sweep.ts'
import type { FeedReader } from '../reading/feed-reader.ts'
import type { FeedSource } from '../reading/feed-source.ts'
import type { RunSource } from '../reading/run-source.ts'
import type { Plan } from '../rendering/plan.ts'
import type { Renderer } from '../rendering/renderer.ts'

/** What a feed is told by, and where it reads. */
export type FeedContext = { bus: Bus; source: FeedSource & RunSource; reader: FeedReader; limits: Limits }

/** What subscribers with the same answers asked for. */
export type Subscription = {
  plan: Plan
  args: Record<string, unknown>
  viewer: Viewer
  /** `subjectId`: of what is fetched for an event, null where nothing is. */
  renderer<Event extends object>(subjectId: (event: Event) => string | null): Renderer<Event>
  format(error: unknown): GraphQLFormattedError
  /** The last subscriber has left. */
  onEmpty(): void
}

/** One field of Subscription. */
export type FeedDefinition = {
  field: string
  /** Kind of the cursors that `since` takes. */
  cursorKind: string
  /** Whose log `since` is a position in, where each subject has its own. */
  subjectOf?(args: Record<string, unknown>): string
  /** The group of those with the same answers. Throws BAD_USER_INPUT for arguments that name no subject. */
  open(subscription: Subscription): { join(sink: Sink, since: FeedPosition | null): Membership }
}

/** Fields that follow the same things, and what they follow. */
export type Feeds = { definitions: readonly FeedDefinition[]; followed: Followed }
