import { LineageOfDocument, type LineageOfQuery } from '../graph/generated.ts'
import { useQuery } from '../graph/use-query.ts'
import { go } from '../shell/router.tsx'
import { words } from '../ui/format.ts'
import { layersOf } from './lineage-layers.ts'

type Node = NonNullable<LineageOfQuery['lineage']>['nodes'][number]

const box = { width: 170, height: 44, gapX: 56, gapY: 12 }

/** What its results come from and what is made of them, from left to right. */
export function Lineage({ id }: { id: string }) {
  const { data } = useQuery(LineageOfDocument, { id })
  const lineage = data?.lineage
  if (!lineage || lineage.nodes.length < 2) return null
  const layers = layersOf(
    lineage.nodes.map((node) => node.id),
    // Edges lead from what was made to what it was made of; people read the other way.
    lineage.edges.map(({ from, to }) => ({ from: to, to: from })),
  )
  const place = new Map(
    layers.flatMap((ids, column) =>
      ids.map(
        (node, line) => [node, { x: column * (box.width + box.gapX), y: line * (box.height + box.gapY) }] as const,
      ),
    ),
  )
  const width = layers.length * (box.width + box.gapX) - box.gapX
  const height = Math.max(...layers.map((ids) => ids.length)) * (box.height + box.gapY)
  return (
    <section aria-label="Lineage">
      <h3>Lineage</h3>
      <div className="scroll" tabIndex={0} role="region" aria-label="Lineage graph">
        <svg className="lineage" width={width} height={height} viewBox={`-1 -1 ${width + 2} ${height + 2}`}>
          {lineage.edges.map(({ from, to, type, role }) => {
            const [a, b] = [place.get(to), place.get(from)]
            if (!a || !b) return null
            const [x1, y1, x2, y2] = [a.x + box.width, a.y + box.height / 2, b.x, b.y + box.height / 2]
            return (
              <path key={from + to + type + role} d={`M${x1},${y1} C${x1 + 28},${y1} ${x2 - 28},${y2} ${x2},${y2}`}>
                <title>{role ?? words(type)}</title>
              </path>
            )
          })}
          {lineage.nodes.map((node) => {
            const at = place.get(node.id)!
            return (
              <Box key={node.id} node={node} x={at.x} y={at.y} isThis={node.id === id || ofInstance(node) === id} />
            )
          })}
        </svg>
      </div>
      {lineage.truncated && <p className="hint">There is more of it.</p>}
    </section>
  )
}

const ofInstance = (node: Node): string | undefined => node.flow?.instance.id ?? node.instance?.id

function Box({ node, x, y, isThis }: { node: Node; x: number; y: number; isThis: boolean }) {
  const thing = node.flow?.instance ?? node.instance
  const title = thing?.name ?? thing?.id ?? node.definition?.title ?? node.definition?.typeKey ?? node.id
  const below = node.flow ? `${node.flow.name}, ${words(node.flow.status)}` : thing ? words(thing.kind) : 'definition'
  const target = thing ? `/instances/${thing.id}` : node.definition ? `/definitions/${node.definition.id}` : null
  return (
    <g
      className={isThis ? 'node this' : 'node'}
      transform={`translate(${x},${y})`}
      role="link"
      tabIndex={0}
      onClick={() => target && go(target)}
      onKeyDown={(event) => event.key === 'Enter' && target && go(target)}
    >
      <rect width={box.width} height={box.height} rx={6} />
      <text x={10} y={18}>
        {title.length > 22 ? `${title.slice(0, 21)}…` : title}
      </text>
      <text x={10} y={34} className="below">
        {below}
      </text>
    </g>
  )
}
