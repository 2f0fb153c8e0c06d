import { identifier, type Column } from './duckdb.ts'

const numeric = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/

/** The columns of rows of two shapes together: what only one has stays, of two types the one that holds both. */
export function mergeColumns(before: readonly Column[], now: readonly Column[]): Column[] {
  const merged = new Map(before.map(({ name, type }) => [name, type]))
  for (const { name, type } of now) {
    const known = merged.get(name)
    merged.set(name, known === undefined || known === type ? type : numeric.test(known) && numeric.test(type) ? 'DOUBLE' : 'VARCHAR')
  }
  return [...merged].map(([name, type]) => ({ name, type }))
}

/** The select list that gives `wanted` from a table that has `present`: null for what is missing. */
export function select(wanted: readonly Column[], present: readonly Column[]): string {
  const names = new Set(present.map(({ name }) => name))
  return wanted.map(({ name, type }) => `CAST(${names.has(name) ? identifier(name) : 'NULL'} AS ${type}) AS ${identifier(name)}`).join(', ')
}
