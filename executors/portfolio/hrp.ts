import { dot, times, type Matrix } from './covariance.ts'

type Link = { left: number; right: number; size: number }

/**
 * Hierarchical risk parity (López de Prado 2016): assets are clustered by their correlation (single linkage over the
 * distance sqrt((1 - correlation) / 2)), put in the order of the tree, and the weight is divided from the whole list
 * down to single assets, in halves, by the inverse of the variance of each half. Long only, sums to 1; no inverse of
 * the covariance is needed, so it may be singular.
 */
export function hierarchicalRiskParity(covariance: Matrix): number[] {
  const order = leavesOf(singleLinkage(distancesOf(covariance)), covariance.length)
  const weights = new Array<number>(covariance.length).fill(1)
  const open = [order]
  for (let list = open.pop(); list !== undefined; list = open.pop()) {
    if (list.length < 2) continue
    const half = Math.floor(list.length / 2)
    const [left, right] = [list.slice(0, half), list.slice(half)]
    const [a, b] = [varianceOf(covariance, left), varianceOf(covariance, right)]
    const share = a + b === 0 ? 0.5 : 1 - a / (a + b)
    for (const i of left) weights[i]! *= share
    for (const i of right) weights[i]! *= 1 - share
    open.push(left, right)
  }
  return weights
}

function distancesOf(covariance: Matrix): Matrix {
  const deviations = covariance.map((row, i) => Math.sqrt(row[i] as number))
  return covariance.map((row, i) =>
    row.map((value, j) => {
      const correlation = value / ((deviations[i] as number) * (deviations[j] as number))
      return i === j ? 0 : Math.sqrt(Math.max(0, (1 - Math.max(-1, Math.min(1, correlation))) / 2))
    }),
  )
}

/** The variance of a group held by the inverse variances of its members. */
function varianceOf(covariance: Matrix, group: readonly number[]): number {
  const inverse = group.map((i) => 1 / ((covariance[i] as number[])[i] as number))
  const total = inverse.reduce((sum, value) => sum + value, 0)
  const weights = inverse.map((value) => value / total)
  const inner = group.map((i) => group.map((j) => (covariance[i] as number[])[j] as number))
  return dot(weights, times(inner, weights))
}

/** The minimum spanning tree (Prim), its edges put together from the shortest on: the n-th link makes cluster assets + n. */
function singleLinkage(distances: Matrix): Link[] {
  const n = distances.length
  const nearest = new Array<number>(n).fill(Infinity)
  const from = new Array<number>(n).fill(0)
  const isIn = new Array<boolean>(n).fill(false)
  const edges: { a: number; b: number; distance: number }[] = []
  for (let current = 0; ;) {
    isIn[current] = true
    let next = -1
    for (let i = 0; i < n; i++) {
      if (isIn[i]) continue
      const distance = distances[current]![i] as number
      if (distance < (nearest[i] as number)) [nearest[i], from[i]] = [distance, current]
      if (next === -1 || (nearest[i] as number) < (nearest[next] as number)) next = i
    }
    if (next === -1) break
    edges.push({ a: from[next] as number, b: next, distance: nearest[next] as number })
    current = next
  }
  edges.sort((one, other) => one.distance - other.distance)
  const cluster = Array.from({ length: n }, (_, i) => i)
  const sizes = new Map(cluster.map((i) => [i, 1]))
  return edges.map(({ a, b }, index): Link => {
    const [one, other] = [cluster[a] as number, cluster[b] as number]
    const size = (sizes.get(one) ?? 0) + (sizes.get(other) ?? 0)
    for (let i = 0; i < n; i++) if (cluster[i] === one || cluster[i] === other) cluster[i] = n + index
    sizes.set(n + index, size)
    return { left: Math.min(one, other), right: Math.max(one, other), size }
  })
}

/** The assets in the order in which the tree names them, the older cluster of each pair first. */
function leavesOf(links: readonly Link[], n: number): number[] {
  const leaves: number[] = []
  const open = [n + links.length - 1]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const link = id < n ? undefined : links[id - n]
    if (link) open.push(link.right, link.left)
    else leaves.push(id)
  }
  return leaves
}
