export type MapPoint<T> = { x: number; y: number; item: T }
export type Cluster<T> = { x: number; y: number; items: T[] }

/** Points that would lie on one another, taken together: one for each square of the grid, where their middle is. */
export function clustersOf<T>(points: readonly MapPoint<T>[], cellSize: number): Cluster<T>[] {
  const cells = new Map<string, Cluster<T>>()
  for (const { x, y, item } of points) {
    const key = `${Math.floor(x / cellSize)} ${Math.floor(y / cellSize)}`
    const cell = cells.get(key) ?? { x: 0, y: 0, items: [] }
    const count = cell.items.push(item)
    cell.x += (x - cell.x) / count
    cell.y += (y - cell.y) / count
    cells.set(key, cell)
  }
  return [...cells.values()]
}

export type View = { k: number; x: number; y: number }

/** Brings a point of the canvas nearer by `factor`, and leaves it where it is. */
export function zoomedAt(view: View, factor: number, x: number, y: number): View {
  const k = Math.min(400, Math.max(1, view.k * factor))
  const by = k / view.k
  return { k, x: x - (x - view.x) * by, y: y - (y - view.y) * by }
}
