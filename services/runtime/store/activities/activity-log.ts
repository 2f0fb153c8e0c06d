import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import type { Pool } from 'pg'

/** As GraphQL and the export show it. */
export type ActivityRow = {
  id: string
  action: string
  actorId: string | null
  resourceType: string
  resourceId: string
  before: unknown
  after: unknown
  changeId: string
  at: string
}

export type ActivityFilter = {
  actorId?: string | null
  actions?: readonly string[] | null
  resourceType?: string | null
  resourceId?: string | null
  changeId?: string | null
  since?: string | null
  until?: string | null
}

/** The position of an activity in the log: activities of one millisecond are told apart by their ids. */
export type ActivityPosition = { at: string; id: string }

const columns = `a.id, a.action, a.actor_id AS "actorId", a.resource_type AS "resourceType", a.resource_id AS "resourceId",
  a.before, a.after, a.change_id AS "changeId", a.at`

const conditions = {
  actorId: (place: string) => `a.actor_id = ${place}`,
  actions: (place: string) => `a.action = ANY(${place}::text[])`,
  resourceType: (place: string) => `a.resource_type = ${place}`,
  resourceId: (place: string) => `a.resource_id = ${place}`,
  changeId: (place: string) => `a.change_id = ${place}`,
  since: (place: string) => `a.at >= ${place}::timestamptz`,
  until: (place: string) => `a.at < ${place}::timestamptz`,
} satisfies Record<keyof ActivityFilter, (place: string) => string>

/** Only the conditions that are asked for, so that the planner can take the index that fits them. */
function where(tenantId: string, filter: ActivityFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [tenantId]
  const parts = ['a.tenant_id = $1']
  for (const [name, condition] of Object.entries(conditions)) {
    const value = filter[name as keyof ActivityFilter]
    if (value === undefined || value === null) continue
    parts.push(condition(`$${values.push(value)}`))
  }
  return { text: parts.join(' AND '), values }
}

/** Activities behind `after`, in that order. */
export async function listActivities(
  sql: Sql,
  tenantId: string,
  filter: ActivityFilter,
  page: { first: number; after: ActivityPosition | null; order: 'NEWEST' | 'OLDEST' },
): Promise<ActivityRow[]> {
  const { text, values } = where(tenantId, filter)
  const [direction, behind] = page.order === 'NEWEST' ? ['DESC', '<'] : ['ASC', '>']
  const position = page.after
    ? ` AND (a.at, a.id) ${behind} ($${values.push(page.after.at)}::timestamptz, $${values.push(page.after.id)})`
    : ''
  const { rows } = await sql.query<ActivityRow>(
    `SELECT ${columns} FROM runtime.activity a WHERE ${text}${position}
     ORDER BY a.at ${direction}, a.id ${direction} LIMIT $${values.push(page.first)}`,
    values,
  )
  return rows
}

export async function countActivities(sql: Sql, tenantId: string, filter: ActivityFilter): Promise<number> {
  const { text, values } = where(tenantId, filter)
  const { rows } = await sql.query<{ total: number }>(
    `SELECT count(*) AS total FROM runtime.activity a WHERE ${text}`,
    values,
  )
  return (rows[0] as { total: number }).total
}

const pruneRows = 2000

/** Removes what is older, in bounded steps; rows that another worker removes are left to it. */
export async function pruneActivities(pool: Pool, keepDays: number): Promise<void> {
  for (let gone = pruneRows; gone === pruneRows;) {
    gone = await withTransaction(pool, async (tx) => {
      await tx.query(`SELECT set_config('marquee.activity_retention', 'on', true)`)
      const { rowCount } = await tx.query(
        `DELETE FROM runtime.activity a USING (
           SELECT id FROM runtime.activity WHERE at < now() - make_interval(days => $1)
           LIMIT $2 FOR UPDATE SKIP LOCKED) old WHERE a.id = old.id`,
        [keepDays, pruneRows],
      )
      return rowCount ?? 0
    })
  }
}
