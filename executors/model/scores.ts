import type { JsonObject } from '../../kit/pure/json/json.ts'

export type Scored = { date: string; predicted: number; actual: number }

/**
 * How predictions did. IC is the mean over the dates of the correlation between predicted and actual across symbols
 * (over all rows where there is one a date), rank IC the same of their ranks; AUC how often a row that rose was
 * predicted higher than one that did not.
 */
export function scoresOf(rows: readonly Scored[]): JsonObject {
  const groups = byDate(rows)
  const isPanel = groups.some((group) => group.length > 1)
  const mean = (correlate: (group: readonly Scored[]) => number | null) => {
    const values = (isPanel ? groups : [rows]).flatMap((group) => correlate(group) ?? [])
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  }
  return {
    rows: rows.length,
    dates: groups.length,
    rmse:
      rows.length === 0
        ? null
        : Math.sqrt(rows.reduce((sum, { predicted, actual }) => sum + (predicted - actual) ** 2, 0) / rows.length),
    ic: mean((group) =>
      correlation(
        group.map(({ predicted }) => predicted),
        group.map(({ actual }) => actual),
      ),
    ),
    rank_ic: mean((group) =>
      correlation(ranks(group.map(({ predicted }) => predicted)), ranks(group.map(({ actual }) => actual))),
    ),
    auc: areaUnderCurve(rows),
  }
}

function byDate(rows: readonly Scored[]): Scored[][] {
  const groups = new Map<string, Scored[]>()
  for (const row of rows) groups.set(row.date, [...(groups.get(row.date) ?? []), row])
  return [...groups.values()]
}

export function correlation(a: readonly number[], b: readonly number[]): number | null {
  const n = a.length
  const [middleA, middleB] = [a, b].map((values) => values.reduce((sum, value) => sum + value, 0) / n) as [
    number,
    number,
  ]
  let [aa, ab, bb] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i]! - middleA, b[i]! - middleB]
    aa += x * x
    ab += x * y
    bb += y * y
  }
  return n > 1 && aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null
}

/** From 1; equal ones share the middle. */
export function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!)
  const result = new Array<number>(values.length)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++
    for (let i = from; i <= to; i++) result[order[i]!] = (from + to) / 2 + 1
    from = to + 1
  }
  return result
}

function areaUnderCurve(rows: readonly Scored[]): number | null {
  const positive = rows.filter(({ actual }) => actual > 0).length
  const negative = rows.length - positive
  if (positive === 0 || negative === 0) return null
  const places = ranks(rows.map(({ predicted }) => predicted))
  const sum = rows.reduce((total, { actual }, i) => total + (actual > 0 ? places[i]! : 0), 0)
  return (sum - (positive * (positive + 1)) / 2) / (positive * negative)
}
