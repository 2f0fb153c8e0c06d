import { InstanceFeed } from '../../gateway/live/instance-feed.ts'

/*
 * The negative control: a gateway that trusts the bus. A gap between two revisions, a lost connection to the bus and a
 * difference found by the sweep all end in `catchUp`, which here does nothing, so what the bus loses stays lost. The
 * checker must find that; a checker that does not proves nothing about the real gateway.
 */
InstanceFeed.prototype.catchUp = () => Promise.resolve()

await import('../../server/main.ts')
