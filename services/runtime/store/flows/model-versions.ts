import type { Sql } from '../../../../kit/db/pool.ts'
import type { ModelStage } from '../../../../schema/enums.ts'

/** What a training run has made. Only its stage ever changes. */
export type ModelVersionRow = {
  id: string
  tenantId: string
  instanceId: string
  flowId: string
  runId: string
  number: number
  /** SHA-256 of the artifact. */
  sha256: string
  stage: ModelStage | null
  stagedAt: string | null
  stagedBy: string | null
  createdAt: string
}

const columns = `m.id, m.tenant_id AS "tenantId", m.instance_id AS "instanceId", m.flow_id AS "flowId",
  m.run_id AS "runId", m.number, m.sha256, m.stage, m.staged_at AS "stagedAt", m.staged_by AS "stagedBy",
  m.created_at AS "createdAt"`

export type NewModelVersion = Pick<ModelVersionRow, 'id' | 'tenantId' | 'instanceId' | 'flowId' | 'runId' | 'sha256'>

/** The caller has locked the instances, so that nobody else takes a number. */
export async function insertModelVersions(tx: Sql, rows: readonly NewModelVersion[]): Promise<void> {
  for (const { id, tenantId, instanceId, flowId, runId, sha256 } of rows) {
    await tx.query(
      `INSERT INTO runtime.model_version (id, tenant_id, instance_id, flow_id, run_id, sha256, number)
       SELECT $1, $2, $3, $4, $5, $6, COALESCE(max(number), 0) + 1 FROM runtime.model_version WHERE flow_id = $4`,
      [id, tenantId, instanceId, flowId, runId, sha256],
    )
  }
}

/** The newest versions of each instance, newest first, at most `first` of each. */
export async function modelVersionsOf(
  sql: Sql,
  queries: readonly { instanceId: string; first: number }[],
): Promise<ModelVersionRow[][]> {
  const { rows } = await sql.query<ModelVersionRow & { ordinal: number }>({
    name: 'model-versions-of-instances',
    text: `SELECT q.ordinal::int AS ordinal, ${columns}
      FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS q(instance_id, first, ordinal)
      CROSS JOIN LATERAL (
        SELECT * FROM runtime.model_version v WHERE v.instance_id = q.instance_id
        ORDER BY v.created_at DESC, v.number DESC LIMIT q.first
      ) m ORDER BY q.ordinal, m.created_at DESC, m.number DESC`,
    values: [queries.map(({ instanceId }) => instanceId), queries.map(({ first }) => first)],
  })
  const lists = queries.map((): ModelVersionRow[] => [])
  for (const { ordinal, ...row } of rows) lists[ordinal - 1]?.push(row)
  return lists
}

/** By the run that made it. */
export async function modelVersionsOfRuns(sql: Sql, runIds: readonly string[]): Promise<Map<string, ModelVersionRow>> {
  const { rows } = await sql.query<ModelVersionRow>({
    name: 'model-versions-of-runs',
    text: `SELECT ${columns} FROM runtime.model_version m WHERE m.run_id = ANY($1::text[])`,
    values: [runIds],
  })
  return new Map(rows.map((row) => [row.runId, row]))
}

/** The version of a flow that stands in that stage; null: none. */
export async function versionInStage(tx: Sql, flowId: string, stage: ModelStage): Promise<ModelVersionRow | null> {
  const { rows } = await tx.query<ModelVersionRow>(
    `SELECT ${columns} FROM runtime.model_version m WHERE m.flow_id = $1 AND m.stage = $2`,
    [flowId, stage],
  )
  return rows[0] ?? null
}

/** Whoever stood in that stage leaves it. The caller has locked the instance. */
export async function stageVersion(
  tx: Sql,
  { id, flowId, stage, at, by }: { id: string; flowId: string; stage: ModelStage | null; at: Date; by: string | null },
): Promise<void> {
  if (stage !== null)
    await tx.query(
      'UPDATE runtime.model_version SET stage = NULL, staged_at = $3, staged_by = $4 WHERE flow_id = $1 AND stage = $2',
      [flowId, stage, at, by],
    )
  await tx.query('UPDATE runtime.model_version SET stage = $2, staged_at = $3, staged_by = $4 WHERE id = $1', [
    id,
    stage,
    at,
    by,
  ])
}
