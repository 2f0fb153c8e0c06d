import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster/cluster.ts'
import type { Fault } from './fault-plan.ts'

/**
 * Does a fault and undoes it. Resolves when it is healed, which is not yet when all have recovered, with what went
 * wrong in doing so; null where this machine cannot do it. `beforeHealing` is called while it lasts.
 */
export async function strike(cluster: Cluster, fault: Fault, beforeHealing: () => void): Promise<string[] | null> {
  const { redis, parts, links, shiftClock } = cluster
  switch (fault.type) {
    case 'kill': {
      const part = parts.get(fault.part)!
      await part.kill()
      await sleep(fault.downMs)
      beforeHealing()
      await part.start()
      return []
    }
    case 'freeze': {
      const frozen = fault.part === 'redis' ? redis : parts.get(fault.part)!
      frozen.signal('SIGSTOP')
      await sleep(fault.holdMs)
      beforeHealing()
      frozen.signal('SIGCONT')
      return []
    }
    case 'redis-kill':
      await redis.kill()
      await sleep(fault.downMs)
      beforeHealing()
      await redis.start()
      return []
    case 'redis-flush':
      await redis.command('FLUSHALL')
      return []
    case 'redis-drop':
      await redis.command('CLIENT', 'KILL', 'TYPE', fault.clients)
      return []
    case 'postgres-kill': {
      const killed = cluster.postgresPid()
      process.kill(killed, 'SIGKILL')
      // What runs it starts it again on the same port; the change of its process says when.
      while (cluster.postgresPid() === killed) await sleep(50)
      return []
    }
    case 'link':
      for (const link of fault.links) links.get(link)!.trouble(fault.trouble)
      await sleep(fault.holdMs)
      beforeHealing()
      for (const link of fault.links) links.get(link)!.heal()
      return []
    case 'clock':
      if (!shiftClock) return null
      await shiftClock(fault.part, fault.shiftSeconds)
      await sleep(fault.holdMs)
      beforeHealing()
      await shiftClock(fault.part, 0)
      return []
    case 'rolling-restart': {
      const slow: string[] = []
      for (const part of parts.values()) {
        if (!(await part.stop())) slow.push(`${part.name} did not end within 20 s of SIGTERM`)
        await part.start()
      }
      return slow
    }
  }
}
