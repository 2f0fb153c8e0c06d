import type { Sql } from '../../../../kit/db/pool.ts'
import type { DefinitionSource } from '../../ports.ts'
import { downstreamsOf, flowsOfInstances, loadFlows, upstreamsOf } from '../../store/flows/flow-reads.ts'
import { instanceLineage } from '../../store/lineage/instance-lineage.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'

export type LineageNode = { type: 'FLOW' | 'INSTANCE' | 'DEFINITION'; id: string }
/** From what came later to what it came from. */
export type LineageEdge = { from: string; to: string; type: string; role: string | null }
export type Lineage = { nodes: LineageNode[]; edges: LineageEdge[]; truncated: boolean }
export type Direction = 'UP' | 'DOWN' | 'BOTH'

const nodesMax = 1000

const typeOf = (id: string): LineageNode['type'] | null =>
  id.startsWith('flow-') ? 'FLOW' : id.startsWith('inst-') ? 'INSTANCE' : id.startsWith('def-') ? 'DEFINITION' : null

/**
 * What something came from (UP), and what came from it (DOWN): flows over their upstreams, instances and definitions over
 * copies and promotions, each flow with its instance and each instance with its definition. A few statements for each
 * step away, however many nodes stand there; `depth` steps, and never more than a thousand nodes.
 */
export async function traceLineage(
  deps: { pool: Sql; definitions: DefinitionSource },
  tenantId: string,
  id: string,
  direction: Direction,
  depth: number,
): Promise<Lineage> {
  const found = new Map<string, LineageNode>()
  const edges = new Map<string, LineageEdge>()
  let truncated = false
  const see = (nodeId: string): boolean => {
    const type = typeOf(nodeId)
    if (type === null || found.has(nodeId)) return false
    if (found.size >= nodesMax) truncated = true
    else found.set(nodeId, { type, id: nodeId })
    return found.has(nodeId)
  }
  const walk = async (way: 'UP' | 'DOWN') => {
    const walked = new Set<string>()
    let frontier = [id]
    for (let step = 0; step < depth && frontier.length > 0; step++) {
      // What belongs to a node stands at no distance from it.
      const here = [...new Set([...frontier, ...(await belonging(deps, frontier, way))])].filter(
        (node) => !walked.has(node),
      )
      for (const node of here) walked.add(node)
      const steps = await stepsFrom(deps, tenantId, here, way)
      for (const edge of steps) edges.set(JSON.stringify(edge), edge)
      frontier = steps.map(({ from, to }) => (way === 'UP' ? to : from)).filter((next) => !walked.has(next))
      for (const next of [...here, ...frontier]) see(next)
    }
  }
  see(id)
  if (direction !== 'DOWN') await walk('UP')
  if (direction !== 'UP') await walk('DOWN')
  for (const edge of await attachments(deps, [...found.keys()])) {
    see(edge.to)
    edges.set(JSON.stringify(edge), edge)
  }
  const within = [...edges.values()].filter(({ from, to }) => found.has(from) && found.has(to))
  return { nodes: [...found.values()], edges: within, truncated }
}

/** The flows of instances; upwards also what instances were made from. */
async function belonging({ pool }: { pool: Sql }, ids: readonly string[], way: 'UP' | 'DOWN'): Promise<string[]> {
  const instances = ids.filter((id) => typeOf(id) === 'INSTANCE')
  if (instances.length === 0) return []
  const flows = [...(await flowsOfInstances(pool, instances)).values()].flat().map(({ id }) => id)
  const definitions =
    way === 'DOWN'
      ? []
      : [...(await loadStates(pool, instances)).values()].flatMap(({ definitionId }) => definitionId ?? [])
  return [...flows, ...definitions]
}

async function stepsFrom(
  { pool, definitions }: { pool: Sql; definitions: DefinitionSource },
  tenantId: string,
  ids: readonly string[],
  way: 'UP' | 'DOWN',
): Promise<LineageEdge[]> {
  const of = (type: LineageNode['type']) => ids.filter((id) => typeOf(id) === type)
  const flows = of('FLOW')
  const overFlows: LineageEdge[] = []
  if (flows.length > 0 && way === 'UP') {
    for (const [from, refs] of await upstreamsOf(pool, flows))
      for (const { role, flow } of refs) overFlows.push({ from, to: flow.id, type: 'UPSTREAM', role })
  }
  if (flows.length > 0 && way === 'DOWN') {
    const below = new Set([...(await downstreamsOf(pool, flows)).values()].flat().map(({ id }) => id))
    for (const [from, refs] of await upstreamsOf(pool, [...below])) {
      for (const { role, flow } of refs)
        if (flows.includes(flow.id)) overFlows.push({ from, to: flow.id, type: 'UPSTREAM', role })
    }
  }
  const others = [
    ...(await instanceLineage(pool, of('INSTANCE'))),
    ...(await definitions.lineage(tenantId, of('DEFINITION'))),
  ]
  const near = new Set(ids)
  return [
    ...overFlows,
    ...others.filter(({ from, to }) => near.has(way === 'UP' ? from : to)).map((edge) => ({ ...edge, role: null })),
  ]
}

/** Each flow's instance, each instance's definition. */
async function attachments({ pool }: { pool: Sql }, ids: readonly string[]): Promise<LineageEdge[]> {
  const flows = [
    ...(
      await loadFlows(
        pool,
        ids.filter((id) => typeOf(id) === 'FLOW'),
      )
    ).values(),
  ]
  const ofFlows = flows.map(({ id, instanceId }): LineageEdge => ({
    from: id,
    to: instanceId,
    type: 'FLOW_OF',
    role: null,
  }))
  const instances = [
    ...new Set([...ids.filter((id) => typeOf(id) === 'INSTANCE'), ...flows.map(({ instanceId }) => instanceId)]),
  ]
  const states = [...(await loadStates(pool, instances)).values()]
  return [
    ...ofFlows,
    ...states.flatMap(({ id, definitionId }): LineageEdge[] =>
      definitionId === null ? [] : [{ from: id, to: definitionId, type: 'INSTANCE_OF', role: null }],
    ),
  ]
}
