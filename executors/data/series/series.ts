import type { Series } from '../../../kit/pure/expression/operators.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../kit/pure/json/json.ts'
import { ExecutorError } from '../../executor-error.ts'
import type { ExecutorInput, Upstream } from '../../executor.ts'
import { foldersOf } from './accessors.ts'
import { isDaily, readPoints } from './points.ts'
import { withDuckDb } from '../stores/session.ts'
import { readVersion } from '../stores/version.ts'

/** Named series over the same points; `dates` is null where the series were given as bare numbers. */
export type Inputs = { series: Map<string, Series>; dates: string[] | null; length: number }

/** A column of an upstream dataset: `{ "role": "input", "column": "price", "where": { "symbol": "MSFT" } }`. */
type ColumnInput = { role: string; column: string; where: Record<string, JsonValue> }

/** Rows that are read into memory as numbers. */
const pointsMax = 1_000_000

/**
 * The inputs of an expression: lists of numbers, all of the same length, or columns of upstream datasets, brought
 * together by date: where one has no row, its value is null. Not a mixture, since bare numbers have no dates.
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
    const byDate = new Map<string, (number | null)[]>()
    for (const [index, { name, asked, upstream: _upstream, ...stored }] of versions.entries()) {
      const { column, where } = asked
      const points = await readPoints(
        db,
        { ...stored, name: `input_${index}`, tempDir },
        {
          column,
          request: { where },
          bySymbol: false,
          byDay,
          max: pointsMax,
          fail: (message) => bad(name, message),
        },
      )
      for (const { date, value } of points) {
        const at = byDate.get(date) ?? new Array<number | null>(versions.length).fill(null)
        at[index] = value
        byDate.set(date, at)
      }
    }
    // Text of one format sorts as the dates do.
    const dates = [...byDate.keys()].sort()
    const series = new Map(
      versions.map(({ name }, index) => [name, dates.map((date) => byDate.get(date)?.[index] ?? null)]),
    )
    return { series, dates, length: dates.length }
  })
}

function bare(wanted: readonly [string, JsonValue[]][]): Inputs {
  const length = wanted[0]?.[1].length ?? 1
  const series = new Map<string, Series>()
  for (const [name, values] of wanted) {
    if (values.length !== length) throw bad(name, `has ${values.length} values where ${wanted[0]?.[0]} has ${length}`)
    const wrong = values.findIndex((value) => value !== null && typeof value !== 'number')
    if (wrong !== -1) throw bad(`${name}/${wrong}`, 'must be a number or null')
    series.set(name, values as (number | null)[])
  }
  return { series, dates: null, length }
}

function columnInput(name: string, value: JsonValue | undefined): ColumnInput {
  if (value === undefined) throw bad(name, 'is missing: the expression names it')
  if (!isJsonObject(value))
    throw bad(name, 'must be a list of numbers, or say which column of which upstream it is (all inputs the same way)')
  const { role = 'input', column = name, where = {}, ...others } = value
  const [other] = Object.keys(others)
  if (other !== undefined) throw bad(`${name}/${other}`, 'is not allowed here: an input has role, column and where')
  if (typeof role !== 'string') throw bad(`${name}/role`, 'must be a text')
  if (typeof column !== 'string') throw bad(`${name}/column`, 'must be the name of a column')
  if (!isJsonObject(where)) throw bad(`${name}/where`, 'must be an object of columns and values')
  return { role, column, where }
}

function upstreamOf(name: string, { role }: ColumnInput, upstreams: readonly Upstream[]): Upstream {
  const [found, another] = upstreams.filter((upstream) => upstream.role === role)
  if (found === undefined) throw bad(name, `needs an upstream in the role '${role}'`)
  if (another !== undefined) throw bad(name, `finds several upstreams in the role '${role}'`)
  return found
}

const bad = (name: string, message: string, cause?: unknown) =>
  new ExecutorError('BAD_CONFIG', `The input ${name} ${message}.`, { details: { pointer: `/inputs/${name}` }, cause })
