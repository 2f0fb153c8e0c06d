import { connection, type Connection } from '../../../../kit/graphql/connection.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import type { ConfigKind, ConfigResourceRow } from '../../domain/config/config-resource.ts'
import type { CatalogueDb } from '../../store/client.ts'
import { configResourcePage } from '../../store/config/config-resources.ts'
import { brokenCursor } from '../definitions/list-definitions.ts'

const orderName = 'config-by-key'

/** One page by kind and key. BAD_USER_INPUT for a cursor that is not one of ours. */
export async function listConfigResources(
  db: CatalogueDb,
  query: { tenantId: string; kind: ConfigKind | null },
  { first, after }: { first: number; after: string | null },
): Promise<Connection<ConfigResourceRow>> {
  const { rows, totalCount } = await configResourcePage(db, query, {
    after: after === null ? null : position(after),
    limit: first + 1,
  })
  return connection(rows, {
    first,
    after,
    totalCount,
    cursorOf: ({ kind, key }) => encodePageCursor(orderName, [kind, key]),
  })
}

function position(cursor: string): { kind: string; key: string } {
  const [kind, key, ...more] = decodePageCursor(cursor, orderName) ?? []
  if (typeof kind !== 'string' || typeof key !== 'string' || more.length > 0) throw brokenCursor()
  return { kind, key }
}
