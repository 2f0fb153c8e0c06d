import { useMemo, useState } from 'react'
import { figure } from '../ui/format.ts'
import { drawingOf, ticksBetween } from './series.ts'

type Table = Parameters<typeof drawingOf>[0]

const [width, height] = [720, 240]
const margin = { left: 56, right: 12, top: 10, bottom: 24 }

/** The numbers of a table over its dates. Pointing at it says what they were. */
export function LineChart({ table, title }: { table: Table; title: string }) {
  const drawing = useMemo(() => drawingOf(table), [table])
  const [at, setAt] = useState<number | null>(null)
  if (!drawing) return null
  const points = drawing.series.flatMap((line) => line.points)
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
  const [low, high] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
  const x = (value: number) =>
    margin.left + ((value - left) / (right - left || 1)) * (width - margin.left - margin.right)
  const y = (value: number) =>
    height - margin.bottom - ((value - low) / (high - low || 1)) * (height - margin.top - margin.bottom)
  const day = (value: number) => new Date(value).toISOString().slice(0, 10)
  return (
    <figure className="line-chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}: ${drawing.series.map(({ name, points: own }) => `${name} from ${figure(own[0]!.y)} to ${figure(own.at(-1)!.y)}`).join(', ')}`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const share = ((event.clientX - box.left) / box.width) * width
          setAt(left + ((share - margin.left) / (width - margin.left - margin.right)) * (right - left))
        }}
        onPointerLeave={() => setAt(null)}
      >
        {ticksBetween(low, high, 4).map((tick) => (
          <g key={tick} className="tick">
            <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
            <text x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
              {figure(tick)}
            </text>
          </g>
        ))}
        {[left, (left + right) / 2, right].map((tick, index) => (
          <text
            key={index}
            className="tick"
            x={x(tick)}
            y={height - 6}
            textAnchor={(['start', 'middle', 'end'] as const)[index]}
          >
            {day(tick)}
          </text>
        ))}
        {drawing.series.map(({ name, points: own }, index) => (
          <polyline
            key={name}
            className={`line line-${index}`}
            points={own.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ')}
          />
        ))}
        {at !== null && <line className="cursor" x1={x(at)} x2={x(at)} y1={margin.top} y2={height - margin.bottom} />}
      </svg>
      <figcaption>
        {at !== null && at >= left && at <= right && <span className="soft">{day(at)} </span>}
        {drawing.series.map(({ name, points: own }, index) => (
          <span key={name} className="legend">
            <i className={`swatch line-${index}`} aria-hidden="true" /> {name} <b>{figure(nearest(own, at).y)}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function nearest(points: readonly { x: number; y: number }[], at: number | null): { x: number; y: number } {
  if (at === null) return points.at(-1)!
  return points.reduce((best, point) => (Math.abs(point.x - at) < Math.abs(best.x - at) ? point : best))
}
