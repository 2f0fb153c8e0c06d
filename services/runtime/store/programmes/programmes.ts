import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import type { Programme } from '../../domain/programmes/programme.ts'

/** `instanceId` or `filter`: exactly one is not null. */
export type ProgrammeRecord = Programme & {
  tenantId: string
  instanceId: string | null
  filter: JsonObject | null
  /** Where a filter reaches at most; null: the whole tenant. */
  nodes: string[] | null
  calendarIds: string[]
  revision: number
  createdAt: string
  updatedAt: string
}

const columns = `p.id, p.tenant_id AS "tenantId", p.name, p.instance_id AS "instanceId", p.filter,
  CASE WHEN p.whole_tenant THEN NULL ELSE p.nodes END AS nodes, p.timezone, p.entries, p.calendar_ids AS "calendarIds",
  p.revision, p.created_at AS "createdAt", p.updated_at AS "updatedAt"`

export async function programmesById(sql: Sql, ids: readonly string[]): Promise<Map<string, ProgrammeRecord>> {
  const { rows } = await sql.query<ProgrammeRecord>({
    name: 'programmes-by-id',
    text: `SELECT ${columns} FROM runtime.programme p WHERE p.id = ANY($1::text[])`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Under its row's lock, so that of two writers the second decides on what the first left. */
export async function lockProgramme(tx: Sql, tenantId: string, id: string): Promise<ProgrammeRecord | null> {
  const { rows } = await tx.query<ProgrammeRecord>({
    name: 'lock-programme',
    text: `SELECT ${columns} FROM runtime.programme p WHERE p.tenant_id = $1 AND p.id = $2 FOR UPDATE`,
    values: [tenantId, id],
  })
  return rows[0] ?? null
}

export type ProgrammeList = {
  tenantId: string
  /** Of programmes whose reach has one of them; null: all. */
  nodes: readonly string[] | null
  name: string | null
  instanceId: string | null
  first: number
  afterName: string | null
}

/** In the order of their names; one more than `first` where more follow, and how many there are. */
export async function listProgrammes(
  sql: Sql,
  { tenantId, nodes, name, instanceId, first, afterName }: ProgrammeList,
): Promise<{ rows: ProgrammeRecord[]; totalCount: number }> {
  const { rows } = await sql.query<ProgrammeRecord & { total: number }>({
    name: 'list-programmes',
    text: `
      WITH found AS (
        SELECT p.* FROM runtime.programme p
        WHERE p.tenant_id = $1 AND ($2::text[] IS NULL OR NOT p.whole_tenant AND p.nodes && $2)
          AND ($3::text IS NULL OR p.name = $3)
          AND ($4::text IS NULL OR EXISTS (
            SELECT FROM runtime.programme_target t WHERE t.programme_id = p.id AND t.instance_id = $4))
      )
      SELECT ${columns}, (SELECT count(*)::int FROM found) AS total FROM found p
      WHERE $5::text IS NULL OR p.name COLLATE "C" > $5 ORDER BY p.name COLLATE "C" LIMIT $6`,
    values: [tenantId, nodes, name, instanceId, afterName, first + 1],
  })
  return { rows: rows.map(({ total: _total, ...row }) => row), totalCount: rows[0]?.total ?? 0 }
}

/** Makes it or makes it another; false where its name is another one's. */
export async function putProgramme(
  tx: Sql,
  programme: Omit<ProgrammeRecord, 'revision' | 'createdAt' | 'updatedAt'>,
): Promise<ProgrammeRecord | null> {
  const { id, tenantId, name, instanceId, filter, nodes, timezone, entries, calendarIds } = programme
  const taken = await tx.query({
    name: 'programme-name-taken',
    text: `SELECT FROM runtime.programme WHERE tenant_id = $1 AND name = $2 AND id <> $3`,
    values: [tenantId, name, id],
  })
  if (taken.rowCount) return null
  const { rows } = await tx.query<ProgrammeRecord>({
    name: 'put-programme',
    text: `
      INSERT INTO runtime.programme AS p (id, tenant_id, name, instance_id, filter, nodes, whole_tenant, timezone, entries, calendar_ids)
      VALUES ($1, $2, $3, $4, $5::jsonb, COALESCE($6::text[], '{}'), $6::text[] IS NULL, $7, $8::jsonb, $9::text[])
      ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, instance_id = EXCLUDED.instance_id, filter = EXCLUDED.filter,
        nodes = EXCLUDED.nodes, whole_tenant = EXCLUDED.whole_tenant, timezone = EXCLUDED.timezone,
        entries = EXCLUDED.entries, calendar_ids = EXCLUDED.calendar_ids, revision = p.revision + 1, updated_at = now()
      RETURNING ${columns}`,
    values: [
      ...[id, tenantId, name, instanceId, filter && JSON.stringify(filter), nodes, timezone],
      ...[JSON.stringify(entries), calendarIds],
    ],
  })
  return rows[0] ?? null
}

/** With its targets. */
export async function removeProgramme(tx: Sql, id: string): Promise<void> {
  await tx.query({ name: 'remove-programme', text: 'DELETE FROM runtime.programme WHERE id = $1', values: [id] })
}

/** What programmes need to know of them: dates by calendar. */
export async function calendarDates(
  sql: Sql,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql.query<{ id: string; dates: { date: string }[] }>({
    name: 'calendar-dates',
    text: 'SELECT c.id, c.dates FROM runtime.calendar c WHERE c.tenant_id = $1 AND c.id = ANY($2::text[])',
    values: [tenantId, ids],
  })
  return new Map(rows.map(({ id, dates }) => [id, new Set(dates.map(({ date }) => date))]))
}
