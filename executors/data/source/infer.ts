import { ExecutorError } from '../../executor-error.ts'
import { identifier, type DuckDb } from '../stores/duckdb.ts'
import { beyondDoubles, hasZone, plainlyOf, type Reading } from './readings.ts'

/** What a column's texts may turn out to be, by what the file says of them: CSV nothing, JSON that it is a number. */
export type Candidates = 'ANY' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'MIXED' | 'NESTED' | 'STATED'

const order: Readonly<Record<Candidates, readonly string[]>> = {
  ANY: ['BOOLEAN', 'BIGINT', 'DECIMAL(38,0)', 'DOUBLE', 'DATE', 'TIMESTAMP'],
  NUMBER: ['BIGINT', 'DECIMAL(38,0)', 'DOUBLE'],
  BOOLEAN: ['BOOLEAN'],
  DATE: ['DATE', 'TIMESTAMP'],
  MIXED: [],
  NESTED: [],
  STATED: [],
}
const sampleRows = 1000

type Inferred = Reading & { isEmpty?: true; warning?: string }

/**
 * The type of each column of texts in the table `raw`, of the whole of it: a type counts only where every value is
 * written as one. A sample of the first rows rules most types out, it never settles one.
 */
export async function inferTypes(
  db: DuckDb,
  columns: ReadonlyMap<string, Candidates>,
  decimal: string,
): Promise<Map<string, Inferred>> {
  const inferred = new Map<string, Inferred>()
  const sample = await countFitting(
    db,
    `(SELECT * FROM raw ORDER BY _row LIMIT ${sampleRows})`,
    [...columns].map(([name, candidates]) => [name, order[candidates]]),
    decimal,
  )
  const open = [...columns].map(([name, candidates]): [string, string[]] => {
    const { given, fitting } = sample.get(name) as Counts
    // Most values being numbers, the others are worth a word even where they rule the type out.
    return [
      name,
      order[candidates].filter(
        (type) => fitting.get(type) === given || (type === 'DOUBLE' && (fitting.get(type) ?? 0) * 2 > given),
      ),
    ]
  })
  const counts = await countFitting(db, 'raw', open, decimal)
  for (const [name, candidates] of columns) {
    const settled = await settle(db, name, counts.get(name) as Counts, decimal)
    inferred.set(name, candidates === 'NESTED' && !settled.isEmpty ? { type: 'JSON' } : settled)
  }
  return inferred
}

type Counts = { given: number; fitting: Map<string, number>; tooWide: number; zoned: number; numbers: number }

async function countFitting(
  db: DuckDb,
  from: string,
  wanted: readonly (readonly [string, readonly string[]])[],
  decimal: string,
): Promise<Map<string, Counts>> {
  if (wanted.length === 0) return new Map()
  const list = wanted.flatMap(([name, types], index) => {
    const text = identifier(name)
    const count = (condition: string, as: string) => `count(*) FILTER (WHERE ${text} <> '' AND ${condition}) AS ${as}`
    return [
      count('true', `n${index}`),
      ...types.map((type, each) => count(plainlyOf(text, type, decimal), `n${index}_${each}`)),
      ...(types.includes('DOUBLE') ? [count(beyondDoubles(text), `n${index}_wide`)] : []),
      ...(types.includes('TIMESTAMP') ? [count(hasZone(text), `n${index}_zone`)] : []),
    ]
  })
  const [row = {}] = await db.rows(`SELECT ${list.join(', ')} FROM ${from}`)
  const at = (key: string) => Number(row[key] ?? 0)
  return new Map(
    wanted.map(([name, types], index) => {
      const fitting = new Map(types.map((type, each) => [type, at(`n${index}_${each}`)]))
      return [
        name,
        {
          given: at(`n${index}`),
          fitting,
          tooWide: at(`n${index}_wide`),
          zoned: at(`n${index}_zone`),
          numbers: fitting.get('DOUBLE') ?? 0,
        },
      ]
    }),
  )
}

async function settle(
  db: DuckDb,
  name: string,
  { given, fitting, tooWide, zoned, numbers }: Counts,
  decimal: string,
): Promise<Inferred> {
  if (given === 0) return { type: 'VARCHAR', isEmpty: true }
  const type = [...fitting].find(([, count]) => count === given)?.[0]
  if (type === 'DOUBLE' && tooWide > 0) {
    return {
      type: 'VARCHAR',
      warning: `The column ${name} is text: it holds fractions beside whole numbers beyond 2^53, which a double would round. Declare DOUBLE or DECIMAL(p,s) in columns to have numbers.`,
    }
  }
  if (type === 'TIMESTAMP' && zoned > 0 && zoned < given) {
    return {
      type: 'VARCHAR',
      warning: `The column ${name} is text: ${zoned} of its ${given} times name a zone, the others none. Declare TIMESTAMP in columns to read those as UTC.`,
    }
  }
  if (type !== undefined) return { type }
  if (numbers * 2 <= given) return { type: 'VARCHAR' }
  const text = identifier(name)
  const [first] = await db.rows(
    `SELECT _row, ${text} AS value FROM raw WHERE ${text} <> '' AND NOT coalesce(${plainlyOf(text, 'DOUBLE', decimal)}, false) ORDER BY _row LIMIT 1`,
  )
  return {
    type: 'VARCHAR',
    warning: `The column ${name} is text: ${numbers} of its ${given} values are numbers, but row ${String(first?.['_row'])} has ${JSON.stringify(first?.['value'])}. Say in nullValues what stands for nothing, or declare its type in columns.`,
  }
}

/** Columns are told apart whatever their case, in DuckDB and in SQLite alike. */
export function refuseDoubled(names: readonly string[], where: string): void {
  const seen = new Map<string, string>()
  for (const [index, name] of names.entries()) {
    const folded = name.toLowerCase()
    if (name === '')
      throw new ExecutorError(
        'SOURCE_FAILED',
        `Column ${index + 1} of ${where} has no name. Name it, or say header: false and name all in columns.`,
      )
    if (folded === '_part' || folded === '_row')
      throw new ExecutorError('SOURCE_FAILED', `A column cannot be called ${name}.`)
    const other = seen.get(folded)
    if (other !== undefined)
      throw new ExecutorError(
        'SOURCE_FAILED',
        `The column ${name} stands twice in ${where}${other === name ? '' : ` (as ${other} and ${name}, which differ only in case)`}.`,
        { details: { columns: [other, name] } },
      )
    seen.set(folded, name)
  }
}
