import type { Sql } from '../../../kit/db/pool.ts'

/** More than that at once wait for the next turn. */
const dueMax = 5000

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
   AND timeslot_end <= now() LIMIT ${dueMax})`

/**
 * Ids of instances that may have to move by themselves now: unsettled ones, those whose timeslot has begun, and those
 * whose timeslot has ended. Each part reads an index that holds only such rows (migrations 0002 and 0003). What sleeps
 * because an ancestor does waits for that ancestor.
 */
export async function dueInstances(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({ name: 'due-instances', text: dueInstancesSql })
  return rows.map(({ id }) => id)
}

/** Whether this transaction may look after the instance; false while another worker does. */
export async function tryToLookAfter(tx: Sql, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine', [`reconcile:${id}`])
  return (rows[0] as { mine: boolean }).mine
}
