import { InstanceTreeDocument, type InstanceTreeQuery } from '../graph/generated.ts'
import { useQuery } from '../graph/use-query.ts'
import { instanceAddress, Link } from '../shell/router.tsx'
import { Empty, Failure, StateWord } from '../ui/controls.tsx'
import { count, words } from '../ui/format.ts'
import type { Instance } from './use-instance.ts'

type Node = InstanceTreeQuery['instanceTree']['nodes'][number]

/** What it is part of, and what is part of it. */
export function TreeTab({ instance }: { instance: Instance }) {
  const { data, error } = useQuery(InstanceTreeDocument, { id: instance.id, after: null }, { topic: instance.id })
  if (!data) return error ? <Failure error={error} /> : <Empty>Loading…</Empty>
  const { nodes, totalCount } = data.instanceTree
  const below = new Map<string, Node[]>()
  for (const node of nodes) if (node.parent) below.set(node.parent.id, [...(below.get(node.parent.id) ?? []), node])
  const root = nodes.find(({ id }) => id === instance.id)
  return (
    <>
      {(data.instance?.ancestors.length ?? 0) > 0 && (
        <p className="crumbs">
          {data.instance!.ancestors.toReversed().map(({ id, name }) => (
            <span key={id}>
              <Link to={instanceAddress(id, 'tree')} dir="auto">
                {name ?? id}
              </Link>{' '}
              ›{' '}
            </span>
          ))}
          <b dir="auto">{instance.name ?? instance.id}</b>
        </p>
      )}
      {root && <Branch node={root} below={below} depth={0} />}
      {nodes.length < totalCount && (
        <p className="hint">
          The first {count(nodes.length)} of {count(totalCount)}.
        </p>
      )}
      {totalCount <= 1 && <Empty>Nothing is below it.</Empty>}
    </>
  )
}

function Branch({ node, below, depth }: { node: Node; below: ReadonlyMap<string, Node[]>; depth: number }) {
  const children = below.get(node.id) ?? []
  const line = (
    <>
      {depth === 0 ? (
        <b dir="auto">{node.name ?? node.id}</b>
      ) : (
        <Link to={instanceAddress(node.id, 'tree')} dir="auto">
          {node.name ?? node.id}
        </Link>
      )}{' '}
      <span className="soft">{words(node.kind)}</span> <StateWord value={node.lifecycle} />
      {node.readiness && <StateWord value={node.readiness} />}
    </>
  )
  if (children.length === 0) return <div className="leaf">{line}</div>
  return (
    <details className="branch" open={depth < 2}>
      <summary>{line}</summary>
      <div>
        {children.map((child) => (
          <Branch key={child.id} node={child} below={below} depth={depth + 1} />
        ))}
      </div>
    </details>
  )
}
