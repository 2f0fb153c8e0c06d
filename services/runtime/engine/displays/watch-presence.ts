import { afterSilence } from '../../domain/displays/presence.ts'
import { markBehind, observations, setPresences, silentSessions } from '../../store/displays/display-sessions.ts'
import type { Job, JobDeps } from '../job.ts'

const batchSize = 10_000
const startMs = 60_000

/**
 * Screens that have fallen silent become STALE, then OFFLINE; those that do not paint what is newest are behind.
 * Observations, not state: no revision and no log row.
 * A worker that has just started gives nobody up (see afterSilence): the silence may be that of the whole installation.
 */
export function watchPresence({ pool, publisher }: JobDeps): Job {
  const startedAt = performance.now()
  return {
    name: 'watch-presence',
    everyMs: 5000,
    async run() {
      const isStarting = performance.now() - startedAt < startMs
      const changed = (await silentSessions(pool, batchSize)).flatMap((session) => {
        const next = afterSilence(session.presence, session.silenceMs, isStarting)
        return next === session.presence ? [] : [{ ...session, next }]
      })
      const silent = changed.length === 0 ? [] : await setPresences(pool, changed)
      const behind = await markBehind(pool, batchSize)
      const instances = new Map([...silent, ...behind].map((instance) => [instance.instanceId, instance]))
      if (instances.size === 0) return
      const seen = await observations(pool, [...instances.keys()])
      publisher.observe(
        [...instances.values()].flatMap((instance, index) => {
          const observation = seen[index]
          return observation ? [{ ...instance, observation, isPresenceNew: true }] : []
        }),
      )
    },
  }
}
