import type { JsonObject } from '../../kit/pure/json/json.ts'
import { accessRows, checkRequest, foldersOf, readRequest } from '../data/series/accessors.ts'
import { withDuckDb } from '../data/stores/session.ts'
import { componentOf } from '../data/stores/stores.ts'
import { readVersion } from '../data/stores/version.ts'
import { checked } from '../checked.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor } from '../executor.ts'

export const previewRowsMax = 1000
const previewRows = 100
/** Below what the outputs of a run may have. */
const bytesMax = 200 * 1024

const parametersOf = checked<JsonObject>({
  type: 'object',
  // What each must be is said by readRequest, in words of its own.
  properties: { columns: {}, where: {}, from: {}, to: {}, asOf: {}, limit: {}, offset: {} },
  additionalProperties: false,
})

/**
 * Some rows of a dataset through its accessor, of the version that `previous` refers to. `parameters` is the request:
 * columns, where, from, to, asOf, limit, offset.
 */
export const executor: Executor = {
  codeRef: 'dataset.preview',
  outputsSchema: {
    type: 'object',
    properties: {
      columns: { type: 'array' },
      rows: { type: 'array' },
      total: { type: 'integer' },
      isTruncated: { type: 'boolean' },
    },
    required: ['columns', 'rows', 'total', 'isTruncated'],
  },
  async run(input) {
    const { previous, dataDir } = input
    const parameters = parametersOf(input.parameters)
    const accessor = componentOf(input.components, 'ACCESSOR', 'accessor.simple')
    const request = readRequest(parameters)
    checkRequest(accessor, request)
    const limit = wholeNumber(parameters, 'limit', previewRows, previewRowsMax)
    const offset = wholeNumber(parameters, 'offset', 0, Number.MAX_SAFE_INTEGER)
    if (previous === null) throw new ExecutorError('BAD_CONFIG', 'The dataset has no rows yet: refresh it first.')
    const stored = { ...(await readVersion(dataDir, previous)), filesDir: input.filesDir }
    const outputs = await withDuckDb(input, foldersOf([stored]), async (db, tempDir) => {
      await accessRows(db, { ...stored, request, name: 'asked', tempDir })
      const total = Number((await db.rows('SELECT count(*) AS n FROM asked'))[0]?.['n'])
      const found = await db.rows(`SELECT * FROM asked LIMIT ${limit} OFFSET ${offset}`)
      const rows = fitting(found)
      return { columns: await db.columns('asked'), rows, total, isTruncated: rows.length < found.length }
    }).finally(async () => {
      // An old one may be deleted while it is read. Its name goes first, so what is still named was whole.
      await readVersion(dataDir, previous)
    })
    return { outputs }
  },
}

function wholeNumber(given: JsonObject, name: string, fallback: number, max: number): number {
  const value = given[name] ?? fallback
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= max) return value
  throw new ExecutorError('BAD_CONFIG', `/${name} must be a whole number from 0 to ${max}.`, {
    details: { pointer: `/${name}`, max },
  })
}

/** As many rows as an answer has room for. */
function fitting(rows: JsonObject[]): JsonObject[] {
  let bytes = 0
  const end = rows.findIndex((row) => (bytes += Buffer.byteLength(JSON.stringify(row)) + 1) > bytesMax)
  return end === -1 ? rows : rows.slice(0, end)
}
