import { emptyFrame, frameOf, type Frame } from '../../../kit/pure/expression/frame.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../kit/pure/json/json.ts'
import { ExecutorError } from '../../executor-error.ts'
import type { ExecutorInput, Upstream } from '../../executor.ts'
import { foldersOf } from './accessors.ts'
import { isDaily, loadPoints } from './points.ts'
import type { DuckDb } from '../stores/duckdb.ts'
import { withDuckDb } from '../stores/session.ts'
import { readVersion, symbolColumnOfVersion } from '../stores/version.ts'

/** Named frames over the same points of time; `dates` is null where they were given as bare numbers. `symbols`: the columns of panels. */
export type Inputs = {
  frames: Map<string, Frame>
  dates: string[] | null
  symbols: string[]
  length: number
}

/** A column of an upstream dataset: `{ "role": "input", "column": "price", "where": { "symbol": "MSFT" } }`. */
type ColumnInput = { role: string; column: string; where: Record<string, JsonValue>; bySymbol: boolean }

/** Rows of one input, and cells of a panel, that are read into memory as numbers. */
const pointsMax = 4_000_000

export const isPanelInput = (given: JsonValue | undefined): boolean => isJsonObject(given) && given['bySymbol'] === true

/**
 * The inputs of an expression: lists of numbers, all of the same length, or columns of upstream datasets, brought
 * together by date (and by symbol, where one is a panel): where one has no row, its value is missing. Not a mixture,
 * since bare numbers have no dates.
 */
export async function readInputs(input: ExecutorInput, names: readonly string[], given: JsonObject): Promise<Inputs> {
  const unused = Object.keys(given).find((name) => !names.includes(name))
  if (unused !== undefined) throw bad(unused, 'is no input of the expression')
  const wanted = names.map((name) => [name, Object.hasOwn(given, name) ? given[name] : undefined] as const)
  if (wanted.every(([, value]) => Array.isArray(value))) return bare(wanted as [string, JsonValue[]][])
  const columns = wanted.map(([name, value]): [string, ColumnInput] => [name, columnInput(name, value)])
  const sources = columns.map(([name, asked]) => ({ name, asked, upstream: upstreamOf(name, asked, input.upstreams) }))
  const versions = await Promise.all(
    sources.map(async (source) => ({
      ...source,
      ...(await readVersion(input.dataDir, source.upstream.outputs)),
      filesDir: input.filesDir,
    })),
  )
  // Where one is of days the others must be: a time is none of them.
  const byDay = versions.some(({ version }) => isDaily(version))
  return await withDuckDb(input, foldersOf(versions), async (db, tempDir) => {
    const loaded: Loaded[] = []
    for (const [index, { name, asked, upstream: _upstream, ...stored }] of versions.entries()) {
      const { column, where, bySymbol } = asked
      if (bySymbol && symbolColumnOfVersion(stored.version) === null)
        throw bad(name, 'has no column that tells symbols apart: name it in symbolColumn of the dataset')
      const points = await loadPoints(
        db,
        { ...stored, name: `input_${index}`, tempDir },
        { column, request: { where }, bySymbol, byDay, max: pointsMax, fail: (message) => bad(name, message) },
      )
      loaded.push({ name, points, isPanel: bySymbol })
    }
    return await together(db, loaded)
  })
}

type Loaded = { name: string; points: string; isPanel: boolean }

/** Points in tables as frames over the same dates, and symbols. */
async function together(db: DuckDb, loaded: readonly Loaded[]): Promise<Inputs> {
  const dates = await axis(db, 'date', loaded)
  const panels = loaded.filter(({ isPanel }) => isPanel)
  const symbols = panels.length === 0 ? [] : await axis(db, 'symbol', panels)
  const length = dates.length
  if (length * symbols.length > pointsMax)
    throw new ExecutorError(
      'BAD_CONFIG',
      `${length} dates and ${symbols.length} symbols are more than ${pointsMax} values: narrow the inputs by 'where', or the dataset by its symbols or start_date.`,
    )
  const frames = new Map<string, Frame>()
  for (const { name, points, isPanel } of loaded) {
    const frame = emptyFrame({ length, width: isPanel ? symbols.length : null })
    frame.data.fill(NaN)
    const symbol = isPanel ? 'JOIN axis_symbol USING (symbol)' : ''
    const [at = [], values = []] = await db.numbers(
      `SELECT ${isPanel ? `symbol_at::DOUBLE * ${length} + ` : ''}date_at::DOUBLE, value FROM ${points} JOIN axis_date USING (date) ${symbol} WHERE value IS NOT NULL AND isfinite(value)`,
    )
    for (let index = 0; index < at.length; index++) frame.data[at[index] as number] = values[index] as number
    frames.set(name, frame)
  }
  return { frames, dates, symbols, length }
}

/** What the points of several tables have as dates or symbols, sorted, and a table of where each stands. Text of one format sorts as the dates do. */
async function axis(db: DuckDb, of: 'date' | 'symbol', loaded: readonly Loaded[]): Promise<string[]> {
  const all = loaded.map(({ points }) => `SELECT DISTINCT ${of} FROM ${points}`).join(' UNION ')
  await db.run(
    `CREATE TEMP TABLE axis_${of} AS SELECT ${of}, row_number() OVER (ORDER BY ${of}) - 1 AS ${of}_at FROM (${all})`,
  )
  return (await db.rows(`SELECT ${of} FROM axis_${of} ORDER BY ${of}_at`)).map((row) => String(row[of]))
}

function bare(wanted: readonly [string, JsonValue[]][]): Inputs {
  const length = wanted[0]?.[1].length ?? 1
  const frames = new Map<string, Frame>()
  for (const [name, values] of wanted) {
    if (values.length !== length) throw bad(name, `has ${values.length} values where ${wanted[0]?.[0]} has ${length}`)
    const wrong = values.findIndex((value) => value !== null && typeof value !== 'number')
    if (wrong !== -1) throw bad(`${name}/${wrong}`, 'must be a number or null')
    frames.set(name, frameOf(values as (number | null)[]))
  }
  return { frames, dates: null, symbols: [], length }
}

function columnInput(name: string, value: JsonValue | undefined): ColumnInput {
  if (value === undefined) throw bad(name, 'is missing: the expression names it')
  if (!isJsonObject(value))
    throw bad(name, 'must be a list of numbers, or say which column of which upstream it is (all inputs the same way)')
  const { role = 'input', column = name, where = {}, bySymbol = false, ...others } = value
  const [other] = Object.keys(others)
  if (other !== undefined)
    throw bad(`${name}/${other}`, 'is not allowed here: an input has role, column, where and bySymbol')
  if (typeof role !== 'string') throw bad(`${name}/role`, 'must be a text')
  if (typeof column !== 'string') throw bad(`${name}/column`, 'must be the name of a column')
  if (!isJsonObject(where)) throw bad(`${name}/where`, 'must be an object of columns and values')
  if (typeof bySymbol !== 'boolean') throw bad(`${name}/bySymbol`, 'must be true or false')
  return { role, column, where, bySymbol }
}

function upstreamOf(name: string, { role }: ColumnInput, upstreams: readonly Upstream[]): Upstream {
  const [found, another] = upstreams.filter((upstream) => upstream.role === role)
  if (found === undefined) throw bad(name, `needs an upstream in the role '${role}'`)
  if (another !== undefined) throw bad(name, `finds several upstreams in the role '${role}'`)
  return found
}

const bad = (name: string, message: string, cause?: unknown) =>
  new ExecutorError('BAD_CONFIG', `The input ${name} ${message}.`, { details: { pointer: `/inputs/${name}` }, cause })
