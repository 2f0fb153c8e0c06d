/**
 * What a foreign key points to is there; a loader answers null only for ids from outside. So null here is our bug,
 * and says so instead of travelling on as a null in a field that has none.
 */
export function existing<Row>(row: Row | null, what: string): Row {
  if (row === null) throw new Error(`dangling reference to a ${what}`)
  return row
}
