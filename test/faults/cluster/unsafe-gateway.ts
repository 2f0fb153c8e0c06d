import { Feed } from '../../../gateway/live/feed/feed.ts'
import type { LiveEvent } from '../../../gateway/live/feeds/live-event.ts'
import { RunLog } from '../../../gateway/live/feeds/run.ts'
import { Listeners } from '../../../kit/bus/listeners.ts'
import { readChange } from '../../../schema/change-message.ts'
import { instanceTopic } from '../../../schema/events.ts'

/*
 * The negative control: a gateway that trusts the bus. Every message counts as the next revision, whatever lies
 * between (the gap check), and a lost connection to the bus or a difference found by the sweep leads to nothing (both
 * end in `catchUp`). What the bus loses stays lost, unless a later change of the same instance paints over it. The
 * checker must find that; one that does not proves nothing about the real gateway.
 */
Feed.prototype.catchUp = () => Promise.resolve()

const feeds = new Map<string, Feed<LiveEvent>>()
const { hold } = Feed.prototype
Feed.prototype.hold = function (this: Feed<LiveEvent>) {
  // A feed of runs has the id of its instance, and another topic.
  if (!(this.log instanceof RunLog)) feeds.set(instanceTopic(this.log.id as string), this)
  return hold.call(this)
}

const { deliver } = Listeners.prototype
Listeners.prototype.deliver = function (this: Listeners<never>, topic: string, payload: string) {
  const feed = feeds.get(topic)
  if (feed && feed.position !== null) feed.position = readChange(payload).revision - 1
  deliver.call(this, topic, payload)
}

await import('../../../server/main.ts')
