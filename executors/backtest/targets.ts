import type { Direction, Panel, Weighting } from './setting.ts'

type Wanted = {
  universe: readonly string[]
  primary: Panel
  secondary: readonly Panel[]
  weighting: Weighting
  direction: Direction
}

/** The target weights of a date, by what the signals say up to it; null: they have not said anything yet. What has no price is not held. */
export function targetsAt(wanted: Wanted, prices: Panel, t: number): Map<string, number> | null {
  const held = wanted.universe.filter(
    (symbol) => (prices.get(symbol)?.[t] ?? null) !== null && isAllowed(wanted.secondary, symbol, t),
  )
  if (wanted.weighting === 'rising') {
    const rising = held.filter((symbol) => (change(wanted.primary, symbol, t) ?? 0) > 0)
    return new Map(rising.map((symbol) => [symbol, 1 / rising.length]))
  }
  const said = lastSaid(wanted.primary, t)
  if (said === null) return null
  const scores = held.flatMap((symbol): [string, number][] => {
    const value = wanted.primary.get(symbol)?.[said] ?? null
    return value === null || value === 0 || (value < 0 && wanted.direction === 'long-only') ? [] : [[symbol, value]]
  })
  if (wanted.weighting === 'weights') return new Map(scores)
  const sizes =
    wanted.weighting === 'equal' ? scores.map(([symbol, v]): [string, number] => [symbol, Math.sign(v)]) : scores
  const gross = sizes.reduce((sum, [, size]) => sum + Math.abs(size), 0)
  return new Map(sizes.map(([symbol, size]) => [symbol, size / gross]))
}

/** The last date, not after this one, on which the signal said something of anybody: whoever it did not name then is not held. */
function lastSaid(panel: Panel, t: number): number | null {
  for (let at = t; at >= 0; at--) for (const series of panel.values()) if ((series[at] ?? null) !== null) return at
  return null
}

function change(panel: Panel, symbol: string, t: number): number | null {
  const [before, now] = [panel.get(symbol)?.[t - 1] ?? null, panel.get(symbol)?.[t] ?? null]
  return before === null || now === null ? null : now - before
}

/** No secondary signal of it fell since the date before. */
const isAllowed = (secondary: readonly Panel[], symbol: string, t: number): boolean =>
  secondary.every((panel) => (change(panel, symbol, t) ?? 0) >= 0)
