import type { Pool } from 'pg'

const batchRows = 5000

/**
 * Removes what components said that is older than `keepDays`, and of each instance that spoke after `since` all but the
 * newest `kept`, in small batches; rows that another worker removes are left to it.
 */
export async function pruneInteractions(
  pool: Pool,
  { keepDays, kept, since }: { keepDays: number; kept: number; since: Date },
): Promise<void> {
  await inBatches(
    pool,
    `DELETE FROM runtime.interaction_event e USING (
       SELECT id FROM runtime.interaction_event WHERE at < now() - make_interval(days => $1)
       LIMIT $2 FOR UPDATE SKIP LOCKED
     ) old WHERE e.id = old.id`,
    [keepDays],
  )
  await inBatches(
    pool,
    `DELETE FROM runtime.interaction_event e USING (
       SELECT old.id
       FROM (SELECT DISTINCT instance_id FROM runtime.interaction_event WHERE at >= $3) spoke
       CROSS JOIN LATERAL (
         SELECT at, id FROM runtime.interaction_event i WHERE i.instance_id = spoke.instance_id
         ORDER BY at DESC, id DESC OFFSET $1 LIMIT 1) first
       JOIN runtime.interaction_event old
         ON old.instance_id = spoke.instance_id AND (old.at, old.id) <= (first.at, first.id)
       LIMIT $2 FOR UPDATE OF old SKIP LOCKED
     ) surplus WHERE e.id = surplus.id`,
    [kept],
    [since],
  )
}

/**
 * Forgets all but the `kept` screens of each instance that were heard of last, and those that have been silent for
 * `keepDays`; the last one stays, so that an instance that had a screen goes on saying so.
 */
export async function pruneSessions(pool: Pool, { keepDays, kept }: { keepDays: number; kept: number }): Promise<void> {
  await pool.query(
    `DELETE FROM runtime.display_session s USING (
       SELECT instance_id, device_id, last_seen_at,
         row_number() OVER (PARTITION BY instance_id ORDER BY last_seen_at DESC, device_id) AS place
       FROM runtime.display_session
     ) seen
     WHERE s.instance_id = seen.instance_id AND s.device_id = seen.device_id AND s.last_seen_at = seen.last_seen_at
       AND (seen.place > $2
         OR (seen.place > 1 AND s.presence = 'OFFLINE' AND s.last_seen_at < now() - make_interval(days => $1)))`,
    [keepDays, kept],
  )
}

/** `$2` is how many rows one statement removes. */
async function inBatches(pool: Pool, sql: string, before: unknown[], after: unknown[] = []): Promise<void> {
  for (let gone = batchRows; gone === batchRows;)
    gone = (await pool.query(sql, [...before, batchRows, ...after])).rowCount ?? 0
}
