import type { FeedPosition } from '../../../kit/pure/ids/feed-cursor.ts'
import { readChange } from '../../../schema/change-message.ts'
import { instanceTopic, type FeedSlice } from '../../../schema/events.ts'
import { FeedPool } from '../feed/feed-pool.ts'
import type { Log, Slice } from '../feed/log.ts'
import type { GroupRules, SubscriberGroup } from '../feed/subscriber-group.ts'
import type { FeedContext, Subscription } from './definition.ts'
import { fromChange, restartEvents, type LiveEvent } from './live-event.ts'

/** Positions are revisions. */
export function instanceLog({ bus, reader }: Pick<FeedContext, 'bus' | 'reader'>, instanceId: string): Log<LiveEvent> {
  return {
    id: instanceId,
    follow: ({ event, onResync }) =>
      bus.subscribe(instanceTopic(instanceId), {
        message: (payload) => event(fromChange(readChange(payload))),
        onResync,
      }),
    read: async (since: FeedPosition | null) =>
      sliceOf(
        await reader.read({ instanceId, since: since && { epoch: since.epoch, revision: since.position } }),
        since !== null,
      ),
  }
}

/** The reader answers all who asked the same with one slice: its events are made, and rendered, once for all of them. */
const slices = new WeakMap<FeedSlice, Slice<LiveEvent>>()

function sliceOf(read: FeedSlice, isSince: boolean): Slice<LiveEvent> {
  const known = slices.get(read)
  if (known) return known
  const { head, epoch, resync, changes } = read
  const slice: Slice<LiveEvent> = {
    ...{ epoch, resync, position: head?.state.revision ?? 0, readers: head?.readers ?? null },
    ...{ changes: isSince && !resync ? changes.map(fromChange) : [], restart: restartEvents(read), hasEnded: false },
  }
  slices.set(read, slice)
  return slice
}

/** Instances that somebody follows, whole or as screens do: one feed each. */
export class InstanceFeeds {
  readonly pool = new FeedPool<LiveEvent>()
  readonly #context: FeedContext

  constructor(context: FeedContext) {
    this.#context = context
  }

  group(id: string, subscription: Subscription, rules: Partial<GroupRules<LiveEvent>>): SubscriberGroup<LiveEvent> {
    const { viewer, renderer, format, onEmpty } = subscription
    return this.pool.group(id, () => instanceLog(this.#context, id), {
      rules: {
        notFound: 'There is no such instance, or it is not yours to see.',
        isLast: ({ type }) => type === 'DELETED',
        ...rules,
      },
      ...{ viewer, format, onEmpty, renderer: renderer<LiveEvent>(({ state }) => state.id) },
    })
  }
}
