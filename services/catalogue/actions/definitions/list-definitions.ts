import { AppError } from '../../../../kit/errors/app-error.ts'
import { connection, type Connection } from '../../../../kit/graphql/connection.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import type { DefinitionRow } from '../../domain/definitions/definition.ts'
import { badInput } from '../../errors.ts'
import type { CatalogueDb } from '../../store/client.ts'
import {
  definitionPage,
  type DefinitionPosition,
  type DefinitionQuery,
  type Reading,
} from '../../store/definitions/definition-reads.ts'

const orderName = 'definitions-newest'
const searchLengthMax = 200

/** One page of definitions, newest first. BAD_USER_INPUT for a cursor that is not one of ours. */
export async function listDefinitions(
  db: CatalogueDb,
  reading: Reading,
  query: DefinitionQuery,
  page: { first: number; after: string | null },
): Promise<Connection<DefinitionRow>> {
  const search = query.search?.trim() || null
  if (search !== null && search.length > searchLengthMax)
    throw badInput('/filter/search', `is longer than ${searchLengthMax} characters`)
  const after = page.after === null ? null : position(page.after)
  const { rows, totalCount } = await definitionPage(db, reading, { ...query, search }, { after, limit: page.first + 1 })
  const cursorOf = ({ createdAt, id }: DefinitionRow) => encodePageCursor(orderName, [createdAt, id])
  return connection(rows, { first: page.first, after: page.after, totalCount, cursorOf })
}

function position(cursor: string): DefinitionPosition {
  const [createdAt, id, ...more] = decodePageCursor(cursor, orderName) ?? []
  const fits = typeof createdAt === 'string' && typeof id === 'string' && more.length === 0
  if (!fits || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(createdAt) || Number.isNaN(Date.parse(createdAt)))
    throw brokenCursor()
  return { createdAt, id }
}

export function brokenCursor(): AppError {
  return new AppError('BAD_USER_INPUT', { public: "'after' is no cursor of this list." })
}
