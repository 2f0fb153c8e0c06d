import type { Sql } from '../../../../kit/db/pool.ts'
import type { CalendarDate } from '../../../../kit/pure/time/read-calendar.ts'

export type CalendarRecord = {
  id: string
  tenantId: string
  name: string
  dates: CalendarDate[]
  revision: number
  createdAt: string
  updatedAt: string
}

const columns = `c.id, c.tenant_id AS "tenantId", c.name, c.dates, c.revision, c.created_at AS "createdAt", c.updated_at AS "updatedAt"`

/** Under its row's lock where `forUpdate`. */
export async function findCalendar(
  sql: Sql,
  tenantId: string,
  id: string,
  { forUpdate = false } = {},
): Promise<CalendarRecord | null> {
  const { rows } = await sql.query<CalendarRecord>({
    name: forUpdate ? 'lock-calendar' : 'find-calendar',
    text: `SELECT ${columns} FROM runtime.calendar c WHERE c.tenant_id = $1 AND c.id = $2${forUpdate ? ' FOR UPDATE' : ''}`,
    values: [tenantId, id],
  })
  return rows[0] ?? null
}

/** In the order of their names; one more than `first` where more follow, and how many there are. */
export async function listCalendars(
  sql: Sql,
  {
    tenantId,
    name,
    first,
    afterName,
  }: { tenantId: string; name: string | null; first: number; afterName: string | null },
): Promise<{ rows: CalendarRecord[]; totalCount: number }> {
  const { rows } = await sql.query<CalendarRecord & { total: number }>({
    name: 'list-calendars',
    text: `
      WITH found AS (SELECT c.* FROM runtime.calendar c WHERE c.tenant_id = $1 AND ($2::text IS NULL OR c.name = $2))
      SELECT ${columns}, (SELECT count(*)::int FROM found) AS total FROM found c
      WHERE $3::text IS NULL OR c.name COLLATE "C" > $3 ORDER BY c.name COLLATE "C" LIMIT $4`,
    values: [tenantId, name, afterName, first + 1],
  })
  return { rows: rows.map(({ total: _total, ...row }) => row), totalCount: rows[0]?.total ?? 0 }
}

/** Makes it or makes it another; null where its name is another one's. */
export async function putCalendar(
  tx: Sql,
  { id, tenantId, name, dates }: Pick<CalendarRecord, 'id' | 'tenantId' | 'name' | 'dates'>,
): Promise<CalendarRecord | null> {
  const { rows } = await tx.query<CalendarRecord>({
    name: 'put-calendar',
    text: `
      INSERT INTO runtime.calendar AS c (id, tenant_id, name, dates)
      SELECT $1, $2, $3, $4::jsonb WHERE NOT EXISTS (
        SELECT FROM runtime.calendar o WHERE o.tenant_id = $2 AND o.name = $3 AND o.id <> $1)
      ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, dates = EXCLUDED.dates, revision = c.revision + 1, updated_at = now()
      RETURNING ${columns}`,
    values: [id, tenantId, name, JSON.stringify(dates)],
  })
  return rows[0] ?? null
}

export async function removeCalendar(tx: Sql, id: string): Promise<void> {
  await tx.query({ name: 'remove-calendar', text: 'DELETE FROM runtime.calendar WHERE id = $1', values: [id] })
}

/** The programmes whose entries name it. */
export async function programmesWithCalendar(
  sql: Sql,
  tenantId: string,
  id: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string }>({
    name: 'programmes-with-calendar',
    text: 'SELECT p.id, p.name FROM runtime.programme p WHERE p.tenant_id = $1 AND $2 = ANY(p.calendar_ids) ORDER BY p.name',
    values: [tenantId, id],
  })
  return rows
}
