import { INSTANCE_FEED } from '../../../schema/events.ts'
import type { FeedDefinition } from './definition.ts'
import type { InstanceFeeds } from './instance-log.ts'

/** `displayChanged`: an instance as its screens follow it. Only an instance whose runtime is DURABLE is told whole to a slow one. */
export const displayChanged = (instances: InstanceFeeds): FeedDefinition => ({
  field: 'displayChanged',
  cursorKind: INSTANCE_FEED,
  subjectOf: ({ instanceId }) => instanceId as string,
  open: (subscription) =>
    instances.group(subscription.args['instanceId'] as string, subscription, {
      newestWins: ({ runtime }) => runtime !== 'DURABLE',
    }),
})
