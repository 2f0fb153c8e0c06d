import { RELAY_TOPIC, type RelayMessage } from '../../../../schema/events.ts'
import type { Job, JobDeps } from '../background.ts'

const rowsMax = 5000

/**
 * Tells the bus once more what was committed lately: a writer that died between its commit and its publish has told
 * nobody. Reads the log in commit-safe order (global_seq, below the oldest transaction still running, or a change that
 * commits late would be skipped); readers that know a revision already drop it.
 */
export function relay({ pool, bus }: JobDeps): Job {
  let position: number | null = null
  return {
    name: 'relay',
    everyMs: 1000,
    async run() {
      // A worker that starts looks a minute back: longer than any other one was away unnoticed by the readers' sweep.
      position ??= await firstPosition(pool)
      for (;;) {
        const rows = await readLog(pool, position)
        const last = rows.at(-1)
        if (!last) return
        const newest = new Map(rows.map((row) => [row.instance_id, row]))
        const message: RelayMessage = { heads: [...newest.values()].map((row) => [row.instance_id, row.revision, row.tenant_id]) }
        await bus.publish([{ topic: RELAY_TOPIC, payload: JSON.stringify(message) }])
        position = last.seq
        if (rows.length < rowsMax) return
      }
    },
  }
}

type Row = { instance_id: string; tenant_id: string; revision: number; seq: number }

async function readLog(pool: JobDeps['pool'], after: number): Promise<Row[]> {
  const { rows } = await pool.query<Row>({
    name: 'relay',
    text: `SELECT instance_id, tenant_id, revision, global_seq AS seq FROM runtime.instance_event
           WHERE global_seq > $1 AND xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY global_seq LIMIT ${rowsMax}`,
    values: [after],
  })
  return rows
}

async function firstPosition(pool: JobDeps['pool']): Promise<number> {
  const { rows } = await pool.query<{ seq: number | null }>(
    `SELECT min(global_seq) - 1 AS seq FROM runtime.instance_event WHERE at > now() - interval '1 minute'`,
  )
  if (rows[0]?.seq != null) return rows[0].seq
  const newest = await pool.query<{ seq: number | null }>('SELECT max(global_seq) AS seq FROM runtime.instance_event')
  return newest.rows[0]?.seq ?? 0
}
