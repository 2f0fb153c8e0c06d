import { RELAY_TOPIC, type RelayMessage } from '../../../../schema/events.ts'
import type { Job, JobDeps } from '../job.ts'

const headsMax = 1000
/** Turns until what Redis keeps is looked at: longer than a busy writer takes to get round to it. */
const ripeAfter = 2

/**
 * Tells the bus once more what was committed lately: a writer that died between its commit and its publish has told
 * nobody. Reads the log by transaction, from the horizon of the last turn up to that of this one: below the oldest
 * transaction still running everything is decided, so nothing that commits late is skipped (a serial number would
 * skip it) and nothing is read twice. Readers that know a revision already drop it. Two turns later, when its
 * writer has had the time, what Redis keeps of it is looked at too.
 */
export function relay({ pool, bus, resolved, log }: Pick<JobDeps, 'pool' | 'bus' | 'resolved' | 'log'>): Job {
  let horizon: string | null = null
  const ripening: RelayMessage['heads'][] = []

  async function mend(heads: RelayMessage['heads']): Promise<void> {
    if (!resolved) return
    for (let from = 0; from < heads.length; from += headsMax) {
      // No page depends on it: whoever is opened meanwhile finds that its copy is old, and mends it as well.
      await resolved
        .mend(heads.slice(from, from + headsMax))
        .catch((error: unknown) => log.debug({ err: error }, 'what Redis keeps could not be looked at'))
    }
  }

  return {
    name: 'relay',
    everyMs: 1000,
    async run() {
      const { next, heads } = await readLog(pool, horizon)
      for (let from = 0; from < heads.length; from += headsMax) {
        const message: RelayMessage = { heads: heads.slice(from, from + headsMax) }
        await bus.publish([{ topic: RELAY_TOPIC, payload: JSON.stringify(message) }])
      }
      horizon = next
      ripening.push(heads)
      if (ripening.length > ripeAfter) await mend(ripening.shift() ?? [])
    },
  }
}

type Row = { next: string; instance_id: string | null; revision: number; tenant_id: string }

/** A worker that starts looks a minute back: longer than another one is away unnoticed by the readers' own sweep. */
async function readLog(
  pool: JobDeps['pool'],
  horizon: string | null,
): Promise<{ next: string; heads: RelayMessage['heads'] }> {
  const { rows } = await pool.query<Row>(
    `WITH bounds AS (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS next)
     SELECT b.next::text AS next, e.instance_id, e.tenant_id, max(e.revision) AS revision
     FROM bounds b LEFT JOIN runtime.instance_event e
       ON e.xid < b.next AND ${horizon === null ? "e.at > now() - interval '1 minute'" : 'e.xid >= $1::xid8'}
     GROUP BY b.next, e.instance_id, e.tenant_id`,
    horizon === null ? [] : [horizon],
  )
  const heads = rows.flatMap((row): RelayMessage['heads'] =>
    row.instance_id === null ? [] : [[row.instance_id, row.revision, row.tenant_id]],
  )
  return { next: (rows[0] as Row).next, heads }
}
