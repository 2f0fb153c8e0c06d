import type pg from 'pg'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { checkLocation, type Location, type LocationFields } from '../../domain/locations/check-location.ts'
import type { ActivitySink } from '../../ports.ts'
import { ancestorsOf } from '../../store/locations/ancestors-of.sql.ts'
import { locationsOf } from '../../store/locations/locations-of.sql.ts'
import { lockLocations } from '../../store/locations/lock-locations.sql.ts'
import { putLocation } from '../../store/locations/put-location.sql.ts'
import { refuseInTenant } from '../../domain/access/may-write.ts'
import { accept, assertMay, refuseProblems } from '../refuse.ts'
import { withZone } from '../zones/time-zone-at.ts'

/**
 * Makes a location or replaces what is known of it. An equal one is left alone and leaves no activity. Placements keep
 * the time zone that they were told when they were written. Throws CYCLE where it would lie in itself.
 */
export async function upsertLocation(
  deps: { pool: pg.Pool; activities: ActivitySink },
  viewer: Viewer,
  fields: LocationFields,
): Promise<Location> {
  assertMay(refuseInTenant(viewer, 'upsertLocation'))
  const location = withZone(accept(checkLocation(fields)))
  const { tenantId, principalId: actorId } = viewer
  return withTransaction(deps.pool, async (tx) => {
    await lockLocations(tx, tenantId)
    const before = (await locationsOf(tx, tenantId, [location.id])).get(location.id) ?? null
    if (before !== null && canonicalJson(before) === canonicalJson(location)) return before
    if (location.parentId !== null) {
      const ancestors = await ancestorsOf(tx, tenantId, location.parentId)
      if (location.parentId === location.id || ancestors.includes(location.id)) {
        throw new AppError('CYCLE', { public: `The location ${location.id} would lie in itself.` })
      }
      if (ancestors.length === 0) refuseProblems([{ pointer: '/parentId', message: 'must be the id of a location' }])
    }
    await putLocation(tx, tenantId, location)
    await deps.activities.record(tx, {
      tenantId,
      actorId,
      action: before === null ? 'location.created' : 'location.changed',
      resourceType: 'location',
      resourceId: location.id,
      before,
      after: location,
      changeId: newId('chg', 16),
    })
    return location
  })
}
