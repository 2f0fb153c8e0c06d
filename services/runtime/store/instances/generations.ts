import type { Sql } from '../../../../kit/db/pool.ts'

export type Generations = { generation: number; observedGeneration: number }

/** How often something was asked of each instance, and up to which asking it was carried out. */
export async function loadGenerations(sql: Sql, ids: readonly string[]): Promise<Map<string, Generations>> {
  const { rows } = await sql.query<Generations & { id: string }>({
    name: 'load-generations',
    text: `SELECT id, generation, observed_generation AS "observedGeneration" FROM runtime.instance WHERE id = ANY($1::text[]) AND deleted_at IS NULL`,
    values: [ids],
  })
  return new Map(rows.map(({ id, ...generations }) => [id, generations]))
}
