import type { Sql } from '../../../../kit/db/pool.ts'

/** More than that at once wait for the next turn. */
const dueMax = 5000

const hasRunItsLastSql = `EXISTS (SELECT 1 FROM runtime.run r WHERE r.instance_id = i.id AND r.status IN ('SUCCEEDED', 'FAILED', 'CRASHED'))
   AND NOT EXISTS (SELECT 1 FROM runtime.run r WHERE r.instance_id = i.id AND r.status IN ('SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING'))
   AND NOT EXISTS (SELECT 1 FROM runtime.schedule s WHERE s.instance_id = i.id AND s.enabled AND s.next_tick_at IS NOT NULL)`

/** For those who want to see its plan. */
export const dueInstancesSql = `
(SELECT id FROM runtime.instance
 WHERE lifecycle <> desired_lifecycle AND deleted_at IS NULL
   AND NOT (paused_by_ancestor_id IS NOT NULL AND desired_lifecycle = 'ACTIVE') LIMIT ${dueMax})
UNION
(SELECT id FROM runtime.instance
 WHERE lifecycle = 'CREATED' AND timeslot_start IS NOT NULL AND deleted_at IS NULL
   AND timeslot_start <= now() AND timeslot_end > now() LIMIT ${dueMax})
UNION
(SELECT id FROM runtime.instance
 WHERE timeslot_end IS NOT NULL AND deleted_at IS NULL
   AND (lifecycle IN ('ACTIVE', 'PAUSED') OR (persistence = 'EPHEMERAL' AND lifecycle <> 'ARCHIVED'))
   AND timeslot_end <= now() LIMIT ${dueMax})
UNION
(SELECT i.id FROM runtime.instance i
 WHERE i.persistence = 'EPHEMERAL' AND i.readiness IS NOT NULL AND i.lifecycle <> 'ARCHIVED' AND i.deleted_at IS NULL
   AND ${hasRunItsLastSql} LIMIT ${dueMax})`

/** Whether no run is to be expected any more: one has been carried out, none is open, and no schedule will make another. */
export async function hasRunItsLast(sql: Sql, id: string): Promise<boolean> {
  const { rows } = await sql.query<{ has: boolean }>({
    name: 'has-run-its-last',
    text: `SELECT ${hasRunItsLastSql} AS has FROM runtime.instance i WHERE i.id = $1`,
    values: [id],
  })
  return rows[0]?.has === true
}

/**
 * Ids of instances that may have to move by themselves now: unsettled ones, those whose timeslot has begun, those whose
 * timeslot has ended, and EPHEMERAL ones that have run their last. Each part reads an index that holds only such rows (migrations 0002, 0003 and 0014). What sleeps
 * because an ancestor does waits for that ancestor.
 */
export async function dueInstances(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({ name: 'due-instances', text: dueInstancesSql })
  return rows.map(({ id }) => id)
}

/** Whether this transaction may look after the instance; false while another worker does. */
export async function tryToLookAfter(tx: Sql, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ mine: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine',
    [`reconcile:${id}`],
  )
  return (rows[0] as { mine: boolean }).mine
}
