import { RunTableDocument, type RunTableQuery } from '../graph/generated.ts'
import { isObject } from '../graph/json-schema.ts'
import { useQuery } from '../graph/use-query.ts'
import { Empty, Failure } from '../ui/controls.tsx'
import { count, figure } from '../ui/format.ts'
import { LineChart } from './line-chart.tsx'

const rowsShown = 1_000

/** Names of the tables and lists among a run's outputs; `runOutput` reads them whole. */
export const tablesIn = (outputs: Record<string, unknown> | null): string[] =>
  Object.entries(outputs ?? {}).flatMap(([name, value]) =>
    Array.isArray(value) ||
    (isObject(value) && ('ref' in value || 'rows' in value || 'table' in value)) ||
    (typeof value === 'string' && name === 'ref')
      ? [name]
      : [],
  )

type Table = NonNullable<RunTableQuery['runOutput']>

/** A table that a run gave: drawn where it is a series, and as rows. */
export function RunOutput({ id, name }: { id: string; name: string }) {
  const { data, error } = useQuery(RunTableDocument, { id, name, first: rowsShown, after: null })
  if (error) return <Failure error={error} />
  if (!data) return <Empty>Loading…</Empty>
  const table = data.runOutput
  if (!table) return <Empty>It is no table.</Empty>
  return (
    <>
      <LineChart table={table} title={name} />
      <Rows table={table} />
      <p className="more soft">
        {count(table.rows.length)} of {count(table.totalCount)} rows
      </p>
    </>
  )
}

function Rows({ table }: { table: Table }) {
  return (
    <div className="scroll tall" tabIndex={0} role="region" aria-label={`Rows of ${table.name}`}>
      <table className="lines">
        <thead>
          <tr>
            {table.columns.map(({ name, type }) => (
              <th key={name} scope="col" title={type}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, 200).map((row, index) => (
            <tr key={index}>
              {table.columns.map(({ name }) => (
                <td key={name} className={typeof row[name] === 'number' ? 'number' : ''}>
                  {shown(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return figure(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
