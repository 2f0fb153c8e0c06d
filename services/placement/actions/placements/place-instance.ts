import type { Sql } from '../../../../kit/db/pool.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { checkPlacement } from '../../domain/placements/check-placement.ts'
import type { PlacementFields } from '../../domain/placements/placement.ts'
import { placementsOf } from '../../store/placements/placements-of.sql.ts'
import { putPlacement } from '../../store/placements/put-placement.sql.ts'
import { accept } from '../refuse.ts'
import { withZone } from '../zones/time-zone-at.ts'

/** The door for a write that must be atomic with the making of an instance: every call takes the caller's transaction. */
export type PlacementWriter = {
  /** Throws BAD_USER_INPUT with a JSON pointer below `/placement` for each problem; touches nothing. */
  check(fields: PlacementFields): void
  /** Writes the first placement of a new instance and returns it as GraphQL shows it. Checks as `check` does. */
  place(tx: Sql, tenantId: string, instanceId: string, fields: PlacementFields): Promise<JsonObject>
  /** The zone of the place where an instance stands; null where nothing says it. */
  timezoneOf(sql: Sql, tenantId: string, instanceId: string): Promise<string | null>
  /** Where those of the instances stand that stand anywhere, as GraphQL shows it. */
  placementsOf(sql: Sql, tenantId: string, instanceIds: readonly string[]): Promise<Map<string, JsonObject>>
}

export const placementWriter: PlacementWriter = {
  check: (fields) => void accept(checkPlacement(fields)),
  async place(tx, tenantId, instanceId, fields) {
    const placement = withZone(accept(checkPlacement(fields)))
    const { after } = await putPlacement(tx, tenantId, instanceId, placement)
    return after
  },
  timezoneOf: async (sql, tenantId, instanceId) =>
    (await placementsOf(sql, tenantId, [instanceId])).get(instanceId)?.timezone ?? null,
  placementsOf,
}
