import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import { attentionWords, attentions, stateOf, type Row } from '../fleet/row-state.ts'
import { go, instanceAddress, Link, withParams } from '../shell/router.tsx'
import { Button } from '../ui/controls.tsx'
import { count } from '../ui/format.ts'
import { clustersOf, zoomedAt, type Cluster, type View } from './clusters.ts'
import { drawMap, radiusOf } from './draw-map.ts'
import { placeOf, size } from './world.ts'

type Place = { row: Row; rank: number }
type MapProps = { rows: readonly Row[]; now: number; open: string | null }

const cellPx = 44
const listed = 200

/** The same rows, where they stand. A cluster has the colour of the worst in it; it opens as one zooms into it. */
export default function FleetMap({ rows, now, open }: MapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useSize(canvas)
  const base = Math.max(box.width / size.width, box.height / size.height / 1.6) || 1
  const [view, setView] = useState<View>({ k: 1, x: 0, y: 0 })
  const [chosen, setChosen] = useState<readonly Row[] | null>(null)
  const placed = useMemo(
    () =>
      rows.flatMap((row) => {
        const at = row.placement?.geo && placeOf(row.placement.geo)
        return at ? [{ at, item: { row, rank: attentions.indexOf(stateOf(row, now).attention) } }] : []
      }),
    [rows, now],
  )
  const clusters = useMemo(() => visibleClusters(placed, view, base, box), [placed, view, base, box])
  useEffect(() => {
    if (canvas.current && box.width > 0)
      drawMap(canvas.current, {
        view,
        base,
        box,
        clusters: clusters.map(lookOf),
        open: clusters.findIndex(({ items }) => items.some(({ row }) => row.id === open)),
      })
  }, [clusters, view, base, box, open])
  const drag = useDrag(view, setView, (x, y) => {
    const hit = clusters.find(
      (cluster) => Math.hypot(cluster.x - x, cluster.y - y) <= radiusOf(cluster.items.length) + 4,
    )
    const [only] = hit?.items ?? []
    if (!hit || !only) return setChosen(null)
    if (hit.items.length === 1) return go(instanceAddress(only.row.id))
    setChosen(hit.items.map(({ row }) => row))
    if (view.k < 60) setView(zoomedAt(view, 2.5, x, y))
  })
  useWheel(canvas, setView)
  const zoom = (factor: number) => setView(zoomedAt(view, factor, box.width / 2, box.height / 2))
  const without = rows.length - placed.length
  return (
    <div className="map">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${count(placed.length)} instances on a map of the world`}
        {...drag}
      />
      <div className="map-tools">
        <Button aria-label="Zoom in" onClick={() => zoom(1.6)}>
          +
        </Button>
        <Button aria-label="Zoom out" onClick={() => zoom(1 / 1.6)}>
          −
        </Button>
        <Button onClick={() => setView({ k: 1, x: 0, y: 0 })}>World</Button>
      </div>
      {without > 0 && <p className="map-note">{count(without)} have no position</p>}
      {chosen && (
        <div className="map-list">
          <header>
            <b>{count(chosen.length)} here</b>
            <Button tone="quiet" aria-label="Close the list" onClick={() => setChosen(null)}>
              ×
            </Button>
          </header>
          <ul>
            {chosen.slice(0, listed).map((row) => (
              <li key={row.id}>
                <span className={`dot ${attentionWords[stateOf(row, now).attention].tone}`} aria-hidden="true" />{' '}
                <Link to={instanceAddress(row.id)} dir="auto">
                  {row.name ?? row.id}
                </Link>
              </li>
            ))}
            {chosen.length > listed && (
              <li>
                <Link to={withParams({ view: null })}>{count(chosen.length - listed)} more in the table</Link>
              </li>
            )}
          </ul>
        </div>
      )}
    </div>
  )
}

type Box = { width: number; height: number }

function visibleClusters(
  placed: readonly { at: [number, number]; item: Place }[],
  view: View,
  base: number,
  box: Box,
): Cluster<Place>[] {
  const scale = base * view.k
  const points = placed
    .map(({ at: [x, y], item }) => ({ x: x * scale + view.x, y: y * scale + view.y, item }))
    .filter(({ x, y }) => x > -cellPx && y > -cellPx && x < box.width + cellPx && y < box.height + cellPx)
  return clustersOf(points, cellPx)
}

const lookOf = ({ x, y, items }: Cluster<Place>) => {
  const worst = Math.min(...items.slice(0, 5_000).map(({ rank }) => rank))
  return { x, y, count: items.length, tone: attentionWords[attentions[worst]!].tone }
}

function useSize(canvas: React.RefObject<HTMLCanvasElement | null>): Box {
  const [box, setBox] = useState<Box>({ width: 0, height: 0 })
  useEffect(() => {
    const watch = new ResizeObserver(
      ([entry]) => entry && setBox({ width: entry.contentRect.width, height: entry.contentRect.height }),
    )
    if (canvas.current) watch.observe(canvas.current)
    return () => watch.disconnect()
  }, [canvas])
  return box
}

/** The wheel would scroll the page: React's own listeners may not stop it. */
function useWheel(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  setView: (change: (view: View) => View) => void,
): void {
  useEffect(() => {
    const node = canvas.current
    const listen = (event: WheelEvent): void => {
      event.preventDefault()
      setView((view) => zoomedAt(view, Math.exp(-event.deltaY / 300), event.offsetX, event.offsetY))
    }
    node?.addEventListener('wheel', listen, { passive: false })
    return () => node?.removeEventListener('wheel', listen)
  }, [canvas, setView])
}

function useDrag(view: View, setView: (view: View) => void, onTap: (x: number, y: number) => void) {
  const from = useRef<{ x: number; y: number; view: View; moved: boolean } | null>(null)
  const at = (event: PointerEvent) => ({ x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY })
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { ...at(event), view, moved: false }
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
      const start = from.current
      if (!start) return
      const { x, y } = at(event)
      if (Math.hypot(x - start.x, y - start.y) > 4) start.moved = true
      if (start.moved) setView({ ...start.view, x: start.view.x + x - start.x, y: start.view.y + y - start.y })
    },
    onPointerUp(event: PointerEvent<HTMLCanvasElement>) {
      const { x, y } = at(event)
      if (from.current && !from.current.moved) onTap(x, y)
      from.current = null
    },
  }
}
