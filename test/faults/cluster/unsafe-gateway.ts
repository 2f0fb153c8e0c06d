import { InstanceFeed } from '../../../gateway/live/feeds/instance-feed.ts'
import { Listeners } from '../../../kit/bus/listeners.ts'
import { readChange } from '../../../schema/change-message.ts'
import { instanceTopic } from '../../../schema/events.ts'

/*
 * The negative control: a gateway that trusts the bus. Every message counts as the next revision, whatever lies
 * between (the gap check), and a lost connection to the bus or a difference found by the sweep leads to nothing (both
 * end in `catchUp`). What the bus loses stays lost, unless a later change of the same instance paints over it. The
 * checker must find that; one that does not proves nothing about the real gateway.
 */
InstanceFeed.prototype.catchUp = () => Promise.resolve()

const feeds = new Map<string, InstanceFeed>()
const { hold } = InstanceFeed.prototype
InstanceFeed.prototype.hold = function (this: InstanceFeed) {
  feeds.set(instanceTopic(this.id), this)
  return hold.call(this)
}

const { deliver } = Listeners.prototype
Listeners.prototype.deliver = function (this: Listeners<never>, topic: string, payload: string) {
  const feed = feeds.get(topic)
  if (feed && feed.revision !== null) feed.revision = readChange(payload).revision - 1
  deliver.call(this, topic, payload)
}

await import('../../../server/main.ts')
