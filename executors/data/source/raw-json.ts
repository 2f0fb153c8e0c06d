import type { Rejected } from './csv-scan.ts'
import { ExecutorError } from '../../executor-error.ts'
import { count, identifier, literal, pathLiteral, type DuckDb } from '../stores/duckdb.ts'
import { refuseDoubled, type Candidates } from './infer.ts'
import { columnsMax, headOf, noLines, rejectedShown, type Raw, type SourceFile } from './raw.ts'
import type { SourceConfig } from './source-config.ts'
import { tooManyRows } from './source-limits.ts'

/**
 * A list of objects, or one object after the other. Numbers keep their digits on the way; what holds lists or objects is
 * a column of JSON.
 */
export async function readJson(db: DuckDb, { file }: SourceFile, { nullValues = [] }: SourceConfig): Promise<Raw> {
  const format = (await headOf(file)).trimStart().startsWith('[') ? 'array' : 'unstructured'
  await db.run(
    `CREATE TEMP TABLE given AS SELECT row_number() OVER () AS _row, json FROM read_json_objects(${pathLiteral(file)}, format = ${literal(format)}, maximum_object_size = 16777216, compression = 'uncompressed') LIMIT ${db.sources.rowsMax + 1}`,
  )
  if ((await count(db, 'given')) > db.sources.rowsMax) throw tooManyRows(db.sources)
  const isRow = "json_type(json) = 'OBJECT'"
  const [counted] = await db.rows(`SELECT count(*) AS n FROM given WHERE NOT ${isRow}`)
  const wrong = await db.rows(
    `SELECT _row, CAST(json AS VARCHAR)[:200] AS value FROM given WHERE NOT ${isRow} ORDER BY _row LIMIT ${rejectedShown}`,
  )
  const columns = await spread(db, isRow, nullValues)
  await db.run('DROP TABLE given')
  const rejected = wrong.map((row): Rejected => ({
    line: null,
    row: Number(row['_row']),
    column: null,
    value: String(row['value']),
    message: 'is no object',
  }))
  return { columns, stated: new Map(), rejected, rejectedCount: Number(counted?.['n'] ?? 0), lineOf: noLines }
}

/** The members of all rows as columns, in the order in which they first stand. */
async function spread(db: DuckDb, isRow: string, nullValues: readonly string[]): Promise<Map<string, Candidates>> {
  const keys = await db.rows(
    `SELECT k, min(_row) AS r, min(i) AS i FROM (SELECT _row, unnest(json_keys(json)) AS k, generate_subscripts(json_keys(json), 1) AS i FROM given WHERE ${isRow})
     GROUP BY k ORDER BY r, i LIMIT ${columnsMax + 1}`,
  )
  const names = keys.map(({ k }) => String(k))
  if (names.length > columnsMax)
    throw new ExecutorError('SOURCE_FAILED', `The rows have more than ${columnsMax} members: is it a list of rows?`)
  refuseDoubled(names, 'the rows')
  if (names.length === 0) {
    await db.run(`CREATE TEMP TABLE raw AS SELECT _row FROM given WHERE ${isRow}`)
    return new Map()
  }
  const shape = literal(JSON.stringify(Object.fromEntries(names.map((name) => [name, 'JSON']))))
  await db.run(`CREATE TEMP TABLE members AS SELECT _row, from_json(json, ${shape}) AS t FROM given WHERE ${isRow}`)
  const member = (name: string) => `struct_extract(t, ${literal(name)})`
  const [kinds = {}] = await db.rows(
    `SELECT ${names.map((name, index) => `list(DISTINCT json_type(${member(name)})) AS k${index}`).join(', ')} FROM members`,
  )
  const columns = new Map(
    names.map((name, index) => [name, candidatesOf((kinds[`k${index}`] as (string | null)[] | null) ?? [])]),
  )
  const texts = names.map((name) => {
    const json = member(name)
    const string = `(${json} ->> '$')`
    const given =
      nullValues.length === 0
        ? string
        : `CASE WHEN ${string} IN (${nullValues.map(literal).join(', ')}) THEN NULL ELSE ${string} END`
    const text = columns.get(name) === 'NESTED' ? '' : `WHEN json_type(${json}) = 'VARCHAR' THEN ${given}`
    return `CASE WHEN json_type(${json}) = 'NULL' THEN NULL ${text} ELSE CAST(${json} AS VARCHAR) END AS ${identifier(name)}`
  })
  await db.run(`CREATE TEMP TABLE raw AS SELECT _row, ${texts.join(', ')} FROM members`)
  await db.run('DROP TABLE members')
  return columns
}

/** By the kinds of JSON values that a column holds. A text is never a number, however it looks. */
function candidatesOf(kinds: readonly (string | null)[]): Candidates {
  const kind = new Set(
    kinds
      .filter((each) => each !== null && each !== 'NULL')
      .map((each) =>
        each === 'VARCHAR' || each === 'BOOLEAN' || each === 'OBJECT' || each === 'ARRAY' ? each : 'NUMBER',
      ),
  )
  if (kind.has('OBJECT') || kind.has('ARRAY')) return 'NESTED'
  if (kind.size !== 1) return 'MIXED'
  const [only] = kind
  return only === 'NUMBER' ? 'NUMBER' : only === 'BOOLEAN' ? 'BOOLEAN' : 'DATE'
}
