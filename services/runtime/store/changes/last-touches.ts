import type { Sql } from '../../../../kit/db/pool.ts'
import { lastTouchesSql } from './last-touches.sql.ts'

/** A place in a member of the state document, at a revision of the instance. */
export type TouchQuery = {
  instanceId: string
  revision: number
  root: 'props' | 'inheritedProps'
  path: readonly string[]
}

export type Touch = { actorId: string | null; at: string }

const revisionsMax = 1000

/** Who last wrote each place, in the order asked; null where the log no longer says. One statement for all. */
export async function lastTouches(sql: Sql, queries: readonly TouchQuery[]): Promise<(Touch | null)[]> {
  if (queries.length === 0) return []
  const { rows } = await sql.query<{ position: number; actor_id: string | null; at: string }>({
    name: 'last-touches',
    text: lastTouchesSql,
    values: [JSON.stringify(queries.map((query, position) => ({ position, ...query }))), revisionsMax],
  })
  const touches: (Touch | null)[] = queries.map(() => null)
  for (const { position, actor_id, at } of rows) touches[position] = { actorId: actor_id, at }
  return touches
}
