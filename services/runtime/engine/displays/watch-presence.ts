import { afterSilence } from '../../domain/displays/presence.ts'
import { observations, setPresences, silentSessions } from '../../store/displays/display-sessions.ts'
import type { Job, JobDeps } from '../job.ts'

const batchSize = 10_000
const startMs = 60_000

/**
 * Screens that have fallen silent become STALE, then OFFLINE. Observations, not state: no revision and no log row.
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
      if (changed.length === 0) return
      const instances = new Map((await setPresences(pool, changed)).map((instance) => [instance.instanceId, instance]))
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
