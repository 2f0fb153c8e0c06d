import type { Pool } from 'pg'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import { toError } from '../../domain/state/refusal.ts'
import {
  countActivities,
  listActivities,
  type ActivityFilter,
  type ActivityPosition,
  type ActivityRow,
} from '../../store/activities/activity-log.ts'

/** Throws UNAUTHENTICATED or FORBIDDEN unless the viewer may audit. */
function assertMayAudit(viewer: Viewer): void {
  const refusal = refuseInTenant(viewer, 'audit.read')
  if (refusal) throw toError(refusal)
}

/** A page of activities, newest first, with one more than `first` where there are more. */
export async function readActivities(
  pool: Pool,
  viewer: Viewer,
  filter: ActivityFilter,
  page: { first: number; after: ActivityPosition | null; withTotal: boolean },
): Promise<{ rows: ActivityRow[]; totalCount: number }> {
  assertMayAudit(viewer)
  const { tenantId } = viewer
  const asked = { first: page.first + 1, after: page.after, order: 'NEWEST' as const }
  const rows = await listActivities(pool, tenantId, filter, asked)
  return { rows, totalCount: page.withTotal ? await countActivities(pool, tenantId, filter) : 0 }
}

const exportRows = 1000

/**
 * All activities that match, oldest first, as lines of JSON. Read in pages, so that neither memory nor a connection is
 * held for the whole log. Throws at once, before the first line, unless the viewer may audit.
 */
export function exportActivities(pool: Pool, viewer: Viewer, filter: ActivityFilter): AsyncIterable<string> {
  assertMayAudit(viewer)
  return lines(pool, viewer.tenantId, filter)
}

async function* lines(pool: Pool, tenantId: string, filter: ActivityFilter): AsyncIterable<string> {
  let after: ActivityPosition | null = null
  for (;;) {
    const rows: ActivityRow[] = await listActivities(pool, tenantId, filter, {
      first: exportRows,
      after,
      order: 'OLDEST',
    })
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    const last = rows.at(-1)
    if (rows.length < exportRows || !last) return
    after = { at: last.at, id: last.id }
  }
}
