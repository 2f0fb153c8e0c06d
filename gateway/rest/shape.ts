type Row = Record<string, unknown>
export type Connection = {
  nodes: readonly Row[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount?: number
}
export type Page = { items: readonly Row[]; nextCursor: string | null; totalCount?: number }

export function pageOf({ nodes, pageInfo, totalCount }: Connection): Page {
  return {
    items: nodes,
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    ...(totalCount === undefined ? {} : { totalCount }),
  }
}

/** Rows that come parents first, each with its `children`. Those whose parent is on another page stand at the top. */
export function nested(rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row['id'], { ...row, children: [] as Row[] }]))
  const top: Row[] = []
  for (const row of byId.values()) {
    const parent = byId.get((row as { parent?: { id?: unknown } | null }).parent?.id)
    if (parent) parent.children.push(row)
    else top.push(row)
  }
  return top
}
