import path from 'node:path'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { isJsonObject } from '../../../../kit/pure/json/json.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import type { JsonObject, RunState } from '../../../../schema/events.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { outputsOf } from '../../engine/runs/run-input.ts'

/** What the rows of a dataset are called among the outputs of the run that stored them. */
const rowsName = 'rows'
const pageOrder = 'run-output'
const exportTimeoutMs = 10 * 60_000

export const exportFormats = {
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
} as const
export type ExportFormat = keyof typeof exportFormats
export const isExportFormat = (value: unknown): value is ExportFormat =>
  typeof value === 'string' && Object.hasOwn(exportFormats, value)

export type RunOutputPage = {
  name: string
  columns: { name: string; type: string }[]
  rows: JsonObject[]
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  url: string | null
}

/** A table that a run keeps in a file, or a list that stands in its outputs. */
type Found = { kind: 'TABLE'; ref: string } | { kind: 'LIST'; rows: JsonObject[] }

/**
 * A page of a table that a run gave, whole. The caller has seen that the viewer may read the run. Throws BAD_USER_INPUT
 * for a name that the run gave nothing under, CONDITION_FAILED for rows that were deleted since.
 */
export async function readRunOutput(
  deps: RuntimeDeps,
  run: RunState,
  { name, first, after }: { name: string; first: number; after: string | null },
): Promise<RunOutputPage> {
  const found = await findOutput(deps, run, name)
  const offset = offsetOf(after)
  const page =
    found.kind === 'LIST'
      ? { columns: [], rows: found.rows.slice(offset, offset + first), total: found.rows.length }
      : await pageOfTable(deps, run, { ref: found.ref, offset, first })
  const end = offset + page.rows.length
  const cursor = (position: number) => encodePageCursor(pageOrder, [position])
  return {
    name,
    columns: page.columns,
    rows: page.rows,
    totalCount: page.total,
    pageInfo: {
      hasNextPage: end < page.total,
      hasPreviousPage: offset > 0,
      startCursor: page.rows.length === 0 ? null : cursor(offset + 1),
      endCursor: page.rows.length === 0 ? null : cursor(end),
    },
    url: found.kind === 'TABLE' ? `/runs/${run.id}/outputs/${name}` : null,
  }
}

async function pageOfTable(
  deps: RuntimeDeps,
  { instanceId }: RunState,
  { ref, offset, first }: { ref: string; offset: number; first: number },
): Promise<{ columns: RunOutputPage['columns']; rows: JsonObject[]; total: number }> {
  const question = { codeRef: 'dataset.preview', instanceId, previous: { ref }, parameters: { limit: first, offset } }
  return (await deps.executorQueries.ask(question)) as unknown as Awaited<ReturnType<typeof pageOfTable>>
}

/** A table of a run as one file: where it is, and a tag that is the same as long as its bytes are. */
export async function exportRunOutput(
  deps: RuntimeDeps,
  run: RunState,
  { name, format }: { name: string; format: ExportFormat },
): Promise<{ file: string; etag: string; contentType: string; fileName: string }> {
  const found = await findOutput(deps, run, name)
  if (found.kind === 'LIST')
    throw refuse(
      '/name',
      `is a list that stands in the outputs: read it with runOutput(id: "${run.id}", name: "${name}")`,
    )
  const { file } = await deps.executorQueries.ask({
    codeRef: 'table.export',
    instanceId: run.instanceId,
    previous: { ref: found.ref },
    parameters: { format },
    timeoutMs: exportTimeoutMs,
  })
  return {
    file: path.join(deps.dataDir, file as string),
    etag: `"${path.basename(found.ref, '.json')}.${format}"`,
    contentType: exportFormats[format],
    fileName: `${run.id}-${name}.${format}`,
  }
}

async function findOutput({ pool }: RuntimeDeps, run: RunState, name: string): Promise<Found> {
  const outputs = (await outputsOf(pool, [run.id])).get(run.id) ?? {}
  const tables = isJsonObject(outputs['tables']) ? outputs['tables'] : {}
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined
  if (isJsonObject(table) && typeof table['ref'] === 'string') return { kind: 'TABLE', ref: table['ref'] }
  const hasRows = typeof outputs['ref'] === 'string' && Object.keys(tables).length === 0
  if (name === rowsName && hasRows) return { kind: 'TABLE', ref: outputs['ref'] as string }
  const list = Object.hasOwn(outputs, name) ? outputs[name] : undefined
  if (Array.isArray(list))
    return { kind: 'LIST', rows: list.map((row): JsonObject => (isJsonObject(row) ? row : { value: row })) }
  const known = [
    ...Object.keys(tables),
    ...(hasRows ? [rowsName] : []),
    ...Object.keys(outputs).filter((key) => Array.isArray(outputs[key]) && !Object.hasOwn(tables, key)),
  ]
  throw refuse(
    '/name',
    known.length === 0
      ? `names nothing: the run is ${run.status} and gave no table`
      : `must be one of ${known.join(', ')}`,
  )
}

function offsetOf(after: string | null): number {
  if (after === null) return 0
  const [offset, ...more] = decodePageCursor(after, pageOrder) ?? []
  if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0 && more.length === 0) return offset
  throw refuse('/after', 'is not a cursor of this list')
}

const refuse = (pointer: string, message: string) =>
  new AppError('BAD_USER_INPUT', {
    public: `${pointer} ${message}.`,
    details: { problems: [{ pointer, message }] },
  })
