export type Series = { name: string; points: { x: number; y: number }[] }
export type Drawing = { series: Series[]; isTime: boolean } | null

type Table = { columns: readonly { name: string }[]; rows: readonly Record<string, unknown>[] }

const seriesMax = 8

/**
 * What can be drawn of a table: its numbers over its dates. Where a row names what it is about (a symbol with a weight),
 * each name is a line of its own. Null where there are fewer than two points.
 */
export function drawingOf({ columns, rows }: Table): Drawing {
  const names = columns.map(({ name }) => name)
  const timeName = names.find((name) => rows.length > 0 && rows.every((row) => timeOf(row[name]) !== null))
  const numeric = names.filter((name) => name !== timeName && rows.some((row) => typeof row[name] === 'number'))
  if (timeName === undefined || numeric.length === 0) return null
  const nameOf = names.find((name) => name !== timeName && rows.every((row) => typeof row[name] === 'string'))
  const lines = new Map<string, Series>()
  for (const row of rows)
    for (const name of nameOf === undefined ? numeric : numeric.slice(0, 1)) {
      const y = row[name]
      if (typeof y !== 'number' || !Number.isFinite(y)) continue
      const key = nameOf === undefined ? name : String(row[nameOf])
      const line = lines.get(key) ?? { name: key, points: [] }
      line.points.push({ x: timeOf(row[timeName])!, y })
      lines.set(key, line)
    }
  const series = [...lines.values()].filter(({ points }) => points.length > 1)
  for (const { points } of series) points.sort((a, b) => a.x - b.x)
  // The lines that reach furthest from nothing tell most.
  const reach = ({ points }: Series): number => Math.max(...points.map(({ y }) => Math.abs(y)))
  return series.length === 0
    ? null
    : { series: series.sort((a, b) => reach(b) - reach(a)).slice(0, seriesMax), isTime: true }
}

function timeOf(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : at
}

/** Round numbers between two ends, about `wanted` of them. */
export function ticksBetween(low: number, high: number, wanted: number): number[] {
  if (!(high > low)) return [low]
  const raw = (high - low) / wanted
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= raw)!
  const first = Math.ceil(low / step) * step
  return Array.from({ length: Math.floor((high - first) / step + 1e-9) + 1 }, (_, index) => first + index * step)
}
