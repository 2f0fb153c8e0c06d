import type { Series } from '../../kit/pure/expression/frame.ts'
import type { JsonObject } from '../../kit/pure/json/json.ts'

/**
 * How signals become target weights:
 * - rising: equal parts of those whose signal rose since the date before (what a price says);
 * - equal: equal parts of those whose score is positive and, long-short, of those whose score is negative, sold short;
 * - proportional: in proportion to the score;
 * - weights: the signal is the weight.
 */
export type Weighting = 'rising' | 'equal' | 'proportional' | 'weights'
export type Direction = 'long-only' | 'long-short'

/** Values by symbol, all over the same dates. */
export type Panel = ReadonlyMap<string, Series>

/** What one pays on top of the costs: `rate` of what is traded, growing with the size of the trade as the model says. */
export type Slippage = { model: 'none' | 'fixed' | 'linear' | 'square-root'; rate: number }

export type BacktestSetting = {
  dates: readonly string[]
  prices: Panel
  primary: Panel
  secondary: readonly Panel[]
  universe: readonly string[]
  benchmark: string | null
  rebalance: 'daily' | 'weekly' | 'monthly'
  weighting: Weighting
  direction: Direction
  /** Share of what is traded. */
  transactionCosts: number
  slippage: Slippage
}

export type Point = { date: string; equity: number; benchmark: number | null }
/** Weights are shares of the equity: what is sold short is negative. */
export type Trade = { date: string; symbol: string; from: number; to: number; cost: number }
export type Exposure = { date: string; gross: number; net: number; cash: number; positions: number }
export type BacktestResult = { curve: Point[]; trades: Trade[]; exposures: Exposure[]; metrics: JsonObject }
