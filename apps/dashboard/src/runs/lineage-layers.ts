/** Columns of a graph: whatever is made of something stands to the right of it. What goes in a circle ends it. */
export function layersOf(ids: readonly string[], edges: readonly { from: string; to: string }[]): string[][] {
  const column = new Map(ids.map((id) => [id, 0]))
  // At most as many rounds as there are nodes: by then every path without a circle has been walked.
  for (let round = 0; round < ids.length; round += 1) {
    let moved = false
    for (const { from, to } of edges) {
      const [a, b] = [column.get(from), column.get(to)]
      if (a === undefined || b === undefined || from === to || b > a || a + 1 >= ids.length) continue
      column.set(to, a + 1)
      moved = true
    }
    if (!moved) break
  }
  const layers: string[][] = []
  for (const id of ids) (layers[column.get(id)!] ??= []).push(id)
  return Array.from(layers, (layer) => layer ?? []).filter((layer) => layer.length > 0)
}
