import type { Unsubscribe } from '../../../../kit/bus/bus.ts'
import { headsTopic, type HeadsMessage } from '../../../../schema/events.ts'
import { followedInstances } from '../../store/bindings/bound-instances.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import type { Job, JobDeps } from '../job.ts'
import { goneError } from './read-source.ts'
import { propagate } from './propagate.ts'
import { parseOwnJson } from '../../../../kit/pure/json/parse-json.ts'

type Followed = { tenantId: string; told: number | null | undefined }

/**
 * Tells instances that follow another one live (source DO, strategy DURABLE) what that one shows now. The bus says at
 * once which instances moved on; every turn compares all that are followed with what has been told, because the bus may
 * lose, a binding may be new, and a worker that starts has told nothing. Telling twice changes nothing.
 */
export function followInstances(deps: JobDeps): Job {
  const { pool, bus, log } = deps
  /** `told`: the revision that followers know of; undefined for none yet, null for one that is gone. */
  const followed = new Map<string, Followed>()
  const subscriptions = new Map<string, Unsubscribe>()
  const due = new Set<string>()
  let telling: Promise<void> | null = null

  async function tellDue(): Promise<void> {
    while (due.size > 0) {
      const ids = [...due].slice(0, 100)
      for (const id of ids) due.delete(id)
      const states = await loadStates(pool, ids)
      for (const id of ids) {
        const entry = followed.get(id)
        if (!entry) continue
        const found = states.get(id)
        const state = found?.tenantId === entry.tenantId ? found : undefined
        await propagate(deps, {
          tenantId: entry.tenantId,
          match: { source: 'DO', strategy: 'DURABLE', address: id },
          known: state ? { value: state.effectiveProps } : { error: goneError(id) },
          reason: `follows ${id}`,
        })
        entry.told = state?.revision ?? null
      }
    }
  }

  const tell = (): Promise<void> => (telling ??= tellDue().finally(() => (telling = null)))

  function moved({ heads }: HeadsMessage): void {
    for (const [id, revision] of heads) {
      const entry = followed.get(id)
      if (entry && entry.told !== revision) due.add(id)
    }
    // What fails now is found by the next turn.
    if (due.size > 0) void tell().catch((error: unknown) => log.debug({ err: error }, 'followers will be told later'))
  }

  return {
    name: 'follow-instances',
    everyMs: 2000,
    async run() {
      const found = await followedInstances(pool)
      const ids = new Set(found.map(({ id }) => id))
      for (const id of followed.keys()) if (!ids.has(id)) followed.delete(id)
      for (const { id, tenantId, revision } of found) {
        if (!subscriptions.has(tenantId)) {
          const message = (payload: string) => moved(parseOwnJson(payload) as HeadsMessage)
          subscriptions.set(tenantId, await bus.subscribe(headsTopic(tenantId), { message, onResync: () => {} }))
        }
        const entry = followed.get(id) ?? { tenantId, told: undefined }
        followed.set(id, entry)
        if (entry.told !== revision) due.add(id)
      }
      await tell()
    },
    async stop() {
      for (const unsubscribe of subscriptions.values()) await unsubscribe()
      await telling?.catch(() => {})
    },
  }
}
