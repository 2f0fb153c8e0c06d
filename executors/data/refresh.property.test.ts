import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../kit/pure/json/json.ts'
import { executor as preview } from '../builtin/dataset-preview.ts'
import { executor as refresh } from '../builtin/dataset-refresh.ts'
import { testFolders } from './test-input.ts'

const { filesDir, run, remove } = testFolders()
afterAll(remove)

let datasets = 0

type Kind = 'integer' | 'double' | 'text' | 'boolean' | 'date' | 'time' | 'nested'
type Row = Record<string, JsonValue>
const kinds: Readonly<Record<string, Kind>> = {
  id: 'integer',
  n: 'integer',
  x: 'double',
  s: 'text',
  ok: 'boolean',
  d: 'date',
  at: 'time',
  late: 'text',
  m: 'nested',
}
const ids = ['k1', 'k2', '#3', 'é4', 'k,5', 'k"6']

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
const cell: Readonly<Record<Kind, fc.Arbitrary<JsonValue>>> = {
  // Beyond 2^53 a number would be another one: it is written, and comes back, as its digits.
  integer: fc.oneof(fc.integer(), fc.constantFrom('750727362669608961', '-9007199254740993')),
  double: fc.oneof(
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
      .map((x) => (Number.isInteger(x) ? x + 0.5 : x)),
    fc.constantFrom('NaN', 10.75, 0.1),
  ),
  text: fc.constantFrom(
    'plain',
    '007',
    '#1003',
    'a,b',
    'say "x"',
    'two\nlines',
    'Ünï 漢字 😀',
    ' edge ',
    'N/A x',
    '2020-01-01 xx',
    "it's",
    '',
    '10A',
    'null',
    '\\',
  ),
  boolean: fc.boolean(),
  date: day,
  time: day.map((date) => `${date} 15:30:00`),
  nested: fc.constantFrom<JsonValue>({ n: 5 }, [1, 'x', null], { a: { b: [2.5] } }),
}
const cells = (kind: Kind) => fc.option(cell[kind], { freq: 5, nil: null })
const row = fc.record({
  id: fc.constantFrom(...ids),
  n: cells('integer'),
  x: cells('double'),
  s: cells('text'),
  ok: cells('boolean'),
  d: cells('date'),
  at: cells('time'),
  late: cells('text'),
  m: cells('nested'),
})
const step = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 8 }),
  keeps: fc.boolean(),
  widened: fc.boolean(),
  hasLate: fc.boolean(),
  broken: fc.nat({ max: 2 }),
})
const plan = fc.record({
  format: fc.constantFrom('csv' as const, 'json' as const, 'parquet' as const),
  store: fc.constantFrom('store.parquet', 'store.sqlite', 'store.virtual'),
  isKeyed: fc.boolean(),
  newLine: fc.constantFrom('\n', '\r\n'),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
})

/** What a value is shown as; numbers compare as numbers where their column has become text. */
function shown(value: JsonValue | undefined, name: string): string | null {
  if (value === null || value === undefined || (value === 'NaN' && kinds[name] === 'double')) return null
  if (typeof value === 'object') return JSON.stringify(value)
  if (kinds[name] !== 'integer' && kinds[name] !== 'double') return String(value)
  const text = String(value)
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text))
    ? text
    : Number.isFinite(Number(text)) && text !== ''
      ? String(Number(text))
      : text
}
const keyOf = (row: Row, names: readonly string[]) => JSON.stringify(names.map((name) => shown(row[name], name)))

type File = { names: string[]; rows: Row[]; broken: number }

function csvOf({ names, rows, broken }: File, newLine: string): string {
  const field = (value: JsonValue | undefined) =>
    value === null || value === undefined
      ? ''
      : /[",\r\n]|^$/.test(String(value))
        ? `"${String(value).replaceAll('"', '""')}"`
        : String(value)
  const lines = rows.map((row) => names.map((name) => field(row[name])).join(','))
  // Ragged, too short, and with a stray quote: none of them is a row.
  const wrong = ['k1,1,2', 'k1,1,2,3,4,5,6,7,8,9,10,11,12', names.map(() => 'a"b').join(',')].slice(0, broken)
  return [names.join(','), ...lines.slice(0, 1), ...wrong, ...lines.slice(1)].join(newLine) + newLine
}

function jsonOf({ names, rows }: File): string {
  const value = (name: string, each: JsonValue | undefined) =>
    kinds[name] === 'integer' && typeof each === 'string' && /^-?\d+$/.test(each)
      ? each
      : JSON.stringify(each === 'NaN' && kinds[name] === 'double' ? null : (each ?? null))
  return rows
    .map((row) => `{${names.map((name) => `${JSON.stringify(name)}:${value(name, row[name])}`).join(',')}}`)
    .join('\n')
}

async function writeParquet(file: string, { names, rows }: File, widened: boolean): Promise<void> {
  const types: Record<Kind, string> = {
    integer: widened ? 'VARCHAR' : 'BIGINT',
    double: 'DOUBLE',
    text: 'VARCHAR',
    boolean: 'BOOLEAN',
    date: 'DATE',
    time: 'TIMESTAMP',
    nested: 'JSON',
  }
  const type = (name: string) => (name === 'id' ? 'VARCHAR' : types[kinds[name] as Kind])
  const text = (value: JsonValue | undefined) =>
    value === null || value === undefined
      ? 'NULL'
      : `'${(typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll("'", "''")}'`
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE t (${names.map((name) => `"${name}" ${type(name)}`).join(', ')})`)
  for (const row of rows)
    await connection.run(`INSERT INTO t VALUES (${names.map((name) => text(row[name])).join(', ')})`)
  await connection.run(`COPY t TO '${file}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
}

/** A plain model of what a dataset holds. */
class Model {
  rows: Row[] = []
  readonly isKeyed: boolean
  constructor(isKeyed: boolean) {
    this.isKeyed = isKeyed
  }

  take(given: readonly Row[], names: readonly string[]): number {
    let added = 0
    if (this.isKeyed) {
      for (const row of new Map(given.map((row) => [row['id'], row])).values()) {
        const at = this.rows.findIndex((known) => known['id'] === row['id'])
        if (at !== -1 && keyOf(this.rows[at] as Row, names) === keyOf(row, names)) continue
        added += 1
        if (at !== -1) this.rows.splice(at, 1)
        this.rows.push(row)
      }
      return added
    }
    const left = new Map<string, number>()
    for (const known of this.rows) left.set(keyOf(known, names), (left.get(keyOf(known, names)) ?? 0) + 1)
    for (const row of given) {
      const count = left.get(keyOf(row, names)) ?? 0
      left.set(keyOf(row, names), count - 1)
      if (count > 0) continue
      added += 1
      this.rows.push(row)
    }
    return added
  }
}

describe('a dataset that is refreshed', () => {
  it('holds every cell as its files gave it, whatever the format, the store and the steps', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ format, store, isKeyed, newLine, steps }) => {
        const instanceId = `inst-${++datasets}`
        // A name that would be a pattern, were it one.
        const name = `${instanceId}[1].${format}`
        const model = new Model(isKeyed)
        const config = { path: name, rejectedMax: 100, ...(isKeyed ? { key: ['id'] } : {}) }
        const components = [{ role: 'STORE', instanceId: 'inst-store', codeRef: store, config: {} }]
        let [previous, before, isWide, hasLate]: [JsonObject | null, Row[], boolean, boolean] = [null, [], false, false]
        for (const step of steps) {
          isWide ||= step.widened
          hasLate ||= step.hasLate
          const names = Object.keys(kinds).filter(
            (each) => (each !== 'late' || step.hasLate) && (each !== 'm' || format !== 'csv'),
          )
          // Files hold what they held, in another order, and more; or something else altogether.
          const rows = [...(step.rows as Row[]), ...(step.keeps ? before : [])].map((row): Row =>
            Object.fromEntries(names.map((each) => [each, row[each] ?? null])),
          )
          if (step.widened) (rows[0] as Row)['n'] = '10A'
          before = rows
          const file: File = { names, rows, broken: format === 'csv' ? step.broken : 0 }
          if (format === 'parquet')
            await writeParquet(
              path.join(filesDir, name),
              file,
              rows.some(({ n }) => typeof n === 'string'),
            )
          else writeFileSync(path.join(filesDir, name), format === 'csv' ? csvOf(file, newLine) : jsonOf(file))
          if (store === 'store.virtual') model.rows = []
          const all = Object.keys(kinds).filter(
            (each) =>
              (each !== 'late' || (store === 'store.virtual' ? step.hasLate : hasLate)) &&
              (each !== 'm' || format !== 'csv'),
          )
          const added = model.take(rows, all)
          const outputs: JsonObject = await run(refresh, { config, components, previous }, instanceId)
          if (store !== 'store.virtual') expect(outputs['rows_added']).toBe(added)
          expect(outputs['rows_rejected']).toBe(file.broken)
          const { rows: found, total } = await run(
            preview,
            { previous: outputs, parameters: { limit: 1000 } },
            instanceId,
          )
          expect(total).toBe(model.rows.length)
          expect((found as Row[]).map((each) => keyOf(each, all)).sort()).toEqual(
            model.rows.map((each) => keyOf(each, all)).sort(),
          )
          // Nothing is new in a file that is read again.
          const again: JsonObject = await run(refresh, { config, components, previous: outputs }, instanceId)
          expect(again['rows_added']).toBe(0)
          previous = again
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12), interruptAfterTimeLimit: 240_000 },
    )
  }, 300_000)
})
