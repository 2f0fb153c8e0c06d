import { INSTANCE_FEED } from '../../../schema/events.ts'
import type { FeedContext, FeedDefinition, Feeds } from './definition.ts'
import { displayChanged } from './display.ts'
import { InstanceFeeds } from './instance-log.ts'
import { presenceEvent } from './live-event.ts'
import { observedIn } from './observation.ts'
import { ScreenWatch } from './screen-watch.ts'

/** `instanceChanged`: an instance whole, with what is observed of its screens; and `displayChanged`, over the same feeds. */
export function instanceFeeds(context: FeedContext): Feeds {
  const instances = new InstanceFeeds(context)
  const { pool } = instances
  const watches = new Map<string, ScreenWatch>()

  const instanceChanged: FeedDefinition = {
    field: 'instanceChanged',
    cursorKind: INSTANCE_FEED,
    subjectOf: ({ id }) => id as string,
    open(subscription) {
      const id = subscription.args['id'] as string
      const onEmpty = () => {
        unfollow()
        if (!watch.isFollowed) watches.delete(id)
        subscription.onEmpty()
      }
      const rules = { unlogged: presenceEvent, resumesWithUnlogged: observedIn(subscription.plan).size > 0 }
      const group = instances.group(id, { ...subscription, onEmpty }, rules)
      const watch = watches.get(id) ?? new ScreenWatch(id, group.feed, context.bus)
      watches.set(id, watch)
      const unfollow = watch.follow()
      return group
    },
  }

  return {
    definitions: [instanceChanged, displayChanged(instances)],
    followed: {
      log: 'instances',
      get size() {
        return pool.size
      },
      ids: () => pool.ids(),
      compare: (heads) => pool.compare(heads),
      relayed: (heads) => {
        for (const [id, revision] of heads) pool.get(id)?.relayed(revision)
      },
      observedIds: () => watches.keys(),
      compareScreens: (id, observation) => watches.get(id)?.compare(observation),
      close: () => pool.close(),
    },
  }
}
