import type { Series } from '../../kit/pure/expression/frame.ts'
import type { Panel } from './setting.ts'

export type Split = { symbol: string; date: string; ratio: number }

/** By what a price is divided in the splits that there are; it may move a little on the same day. */
export const commonSplits: readonly number[] = [2, 3, 4, 5, 7, 8, 10, 15, 20, 3 / 2]
export const splitTolerance = 0.03
/** Over a longer time such a change is an ordinary one. */
export const splitDaysMax = 7

/** Prices as if every share had always been what it is after its last split: those before one are divided by its ratio. */
export function adjustForSplits(panel: Panel, dates: readonly string[], splits: readonly Split[]): Panel {
  if (splits.length === 0) return panel
  return new Map(
    [...panel].map(([symbol, series]): [string, Series] => {
      const own = splits.filter((split) => split.symbol === symbol)
      const factor = (date: string) =>
        own.reduce((product, split) => (date.slice(0, 10) < split.date ? product * split.ratio : product), 1)
      return [
        symbol,
        own.length === 0
          ? series
          : series.map((price, t) => (price === null ? null : price / factor(dates[t] as string))),
      ]
    }),
  )
}

/** Whether a price that was `before` and is `now` looks as if the share had been split, or shares been put together. */
export function looksLikeSplit(before: number, now: number): boolean {
  const change = Math.abs(Math.log(before / now))
  return commonSplits.some((by) => Math.abs(change - Math.log(by)) < splitTolerance)
}

/** What to look at before the result is believed. */
export function suspectedSplits(panel: Panel, dates: readonly string[]): string[] {
  return [...panel].flatMap(([symbol, series]) => {
    let last = -1
    return series.flatMap((price, t) => {
      if (price === null || !(price > 0)) return []
      const [before, from] = [last === -1 ? null : series[last], dates[last] ?? '']
      last = t
      const days = (Date.parse((dates[t] as string).slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000
      if (before == null || days > splitDaysMax || !looksLikeSplit(before, price)) return []
      const ratio = before > price ? Math.round((before / price) * 2) / 2 : Number((before / price).toPrecision(2))
      return [
        `The price of ${symbol} goes from ${before} to ${price} on ${dates[t]}, as in a stock split. If it was one, declare it: splits: [{ symbol: "${symbol}", date: "${dates[t]?.slice(0, 10)}", ratio: ${ratio} }].`,
      ]
    })
  })
}
