import { pruneActivities } from '../../store/activities/activity-log.ts'
import type { Job, JobDeps } from '../job.ts'

const batchRows = 2000
const kept = 100

/**
 * Removes log rows that are older than the retention and not among the newest 100 of their instance, in small batches;
 * skips rows that another worker is removing. A cursor from before that gets RESYNC and a snapshot. Keys of
 * idempotent writes go after a day. What happened to runs goes with the retention alone: the runs themselves stay. Activities have a retention of their own.
 */
export function pruneLog({ pool, logRetentionDays, activityRetentionDays }: JobDeps): Job {
  return {
    name: 'prune-log',
    everyMs: 60_000,
    async run() {
      for (;;) {
        const { rowCount } = await pool.query(
          `DELETE FROM runtime.instance_event e USING (
             SELECT old.instance_id, old.revision FROM runtime.instance_event old
             LEFT JOIN runtime.instance i ON i.id = old.instance_id
             WHERE old.at < now() - make_interval(days => $1)
               AND (i.id IS NULL OR old.revision <= i.revision - $2)
             LIMIT $3 FOR UPDATE OF old SKIP LOCKED
           ) gone WHERE e.instance_id = gone.instance_id AND e.revision = gone.revision`,
          [logRetentionDays, kept, batchRows],
        )
        if ((rowCount ?? 0) < batchRows) break
      }
      for (;;) {
        const { rowCount } = await pool.query(
          `DELETE FROM runtime.run_event e USING (
             SELECT old.instance_id, old.position FROM runtime.run_event old
             WHERE old.at < now() - make_interval(days => $1) LIMIT $2 FOR UPDATE SKIP LOCKED
           ) gone WHERE e.instance_id = gone.instance_id AND e.position = gone.position`,
          [logRetentionDays, batchRows],
        )
        if ((rowCount ?? 0) < batchRows) break
      }
      if (activityRetentionDays > 0) await pruneActivities(pool, activityRetentionDays)
      await pool.query(`DELETE FROM runtime.idempotency WHERE created_at < now() - interval '1 day'`)
    },
  }
}
