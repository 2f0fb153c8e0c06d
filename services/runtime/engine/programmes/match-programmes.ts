import type { Unsubscribe } from '../../../../kit/bus/bus.ts'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { parseOwnJson } from '../../../../kit/pure/json/parse-json.ts'
import { headsTopic, namedSetsTopic, type HeadsMessage } from '../../../../schema/events.ts'
import type { Job, JobDeps } from '../job.ts'
import {
  filterProgrammes,
  forgetMatches,
  setTargets,
  takeUnmatched,
  type FilterProgramme,
} from '../../store/programmes/programme-targets.ts'
import { matchTargets } from './match-targets.ts'
import { wakeProgrammes } from './wake-programmes.ts'

/** Members of the state that no filter of a programme asks for: most changes are of these. */
const withoutMatter = new Set([
  ...['props', 'effectiveProps', 'inheritedProps', 'bindings', 'programme', 'overrides', 'locks'],
  ...['conditions', 'readiness', 'presence', 'metadata', 'webhooks', 'config'],
])
/** What the bus lost is found by a look at all that each filter matches, every so often. */
const sweepSeconds = 60

type Deps = Pick<JobDeps, 'pool' | 'bus' | 'log'>

/**
 * Keeps the targets of programmes whose target is a filter: the bus says which instances another look is due for, and
 * when a zone or a group is another.
 */
export function matchProgrammes(deps: Deps): Job {
  const { pool, bus, log } = deps
  const subscriptions = new Map<string, Unsubscribe[]>()
  const due = new Map<string, Set<string>>()
  let looking: Promise<void> | null = null

  async function lookDue(): Promise<void> {
    if (due.size === 0) return
    const programmes = await filterProgrammes(pool)
    for (const [tenantId, found] of due) {
      due.delete(tenantId)
      const ids = [...found]
      for (const programme of programmes.filter((one) => one.tenantId === tenantId)) {
        const matching = await matchTargets(pool, programme, ids)
        await withTransaction(pool, (tx) => setTargets(tx, programme, matching, ids))
      }
    }
    wakeProgrammes(deps)
  }

  const later = (error: unknown) => log.debug({ err: error }, 'targets of programmes will be looked up later')
  const look = () => (looking ??= lookDue().finally(() => (looking = null)))

  function moved(tenantId: string, { heads }: HeadsMessage): void {
    const matter = heads.filter(([, , , members]) => !members?.every((member) => withoutMatter.has(member)))
    if (matter.length === 0) return
    const ids = due.get(tenantId) ?? new Set()
    for (const [id] of matter) ids.add(id)
    due.set(tenantId, ids)
    void look().catch(later)
  }

  async function follow(programmes: readonly FilterProgramme[]): Promise<void> {
    const tenants = new Set(programmes.map(({ tenantId }) => tenantId))
    for (const tenantId of tenants) {
      if (subscriptions.has(tenantId)) continue
      const renew = (which: 'ALL' | 'NAMED_SETS') => () => void forgetMatches(pool, tenantId, which).catch(later)
      subscriptions.set(tenantId, [
        await bus.subscribe(headsTopic(tenantId), {
          message: (payload) => moved(tenantId, parseOwnJson(payload) as HeadsMessage),
          onResync: renew('ALL'),
        }),
        await bus.subscribe(namedSetsTopic(tenantId), { message: renew('NAMED_SETS'), onResync: renew('NAMED_SETS') }),
      ])
      // What changed before the subscription was live is found by a look at all.
      await forgetMatches(pool, tenantId, 'ALL')
    }
  }

  return {
    name: 'match-programmes',
    everyMs: 1000,
    async run() {
      await follow(await filterProgrammes(pool))
      while (
        await withTransaction(pool, async (tx) => {
          const programme = await takeUnmatched(tx, sweepSeconds)
          return programme && (await setTargets(tx, programme, await matchTargets(tx, programme)), true)
        })
      )
        wakeProgrammes(deps)
      await look()
    },
    async stop() {
      await Promise.all([...subscriptions.values()].flat().map((leave) => leave()))
      await looking?.catch(() => {})
    },
  }
}
