import type { Pool } from 'pg'

/** Columns of runtime.instance; what is left out is as in a plain instance without a definition. */
export type InstanceColumns = { id: string } & Record<string, unknown>

export const instanceId = (index: number): string => `inst-${index.toString(36).padStart(8, '0')}`

/** Puts rows where createInstance would, without its checks, its log and its thousand round trips. */
export async function insertInstances(pool: Pool, rows: readonly InstanceColumns[]): Promise<void> {
  const plain = {
    tenant_id: 't1',
    kind: 'DISPLAY',
    persistence: 'PERSISTENT',
    tier: 'TIMED',
    scope: 'PROJECT',
    project_id: 'proj-1',
    upgrade_strategy: 'PIN',
    owner_id: 'someone',
    visibility: 'PRIVATE',
    lifecycle: 'CREATED',
    desired_lifecycle: 'CREATED',
    presence: 'NEVER',
    conditions: [],
    generation: 1,
    observed_generation: 1,
    revision: 1,
    config: {},
    metadata: {},
    props: {},
    inherited_props: {},
    bindings: [],
    programme: null,
    overrides: [],
    locks: [],
    effective_props: {},
    webhooks: {},
    runtime_type: 'EDGE',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  }
  for (let from = 0; from < rows.length; from += 5000) {
    const batch = rows.slice(from, from + 5000).map((row) => ({ ...plain, ...row }))
    await pool.query(
      'INSERT INTO runtime.instance SELECT * FROM jsonb_populate_recordset(NULL::runtime.instance, $1)',
      [JSON.stringify(batch)],
    )
  }
  await pool.query('VACUUM (ANALYZE) runtime.instance')
}
