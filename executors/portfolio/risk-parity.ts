import { times, type Matrix } from './covariance.ts'

const roundsMax = 10_000
const tolerance = 1e-13

/**
 * Weights of which each contributes the same to the variance (equal risk contributions), or the given shares of it:
 * coordinate descent after Griveau-Billion, Richard and Roncalli 2013. Long only, sums to 1. Needs a covariance with
 * positive variances.
 */
export function riskParity(covariance: Matrix, budgets?: readonly number[]): number[] {
  const assets = covariance.length
  const share = budgets ?? new Array<number>(assets).fill(1 / assets)
  const x = covariance.map((row, i) => 1 / Math.sqrt(row[i] as number))
  const risks = times(covariance, x)
  for (let round = 0; round < roundsMax; round++) {
    let moved = 0
    for (let i = 0; i < assets; i++) {
      const row = covariance[i] as number[]
      const variance = row[i] as number
      const before = x[i] as number
      const others = (risks[i] as number) - variance * before
      const now = (-others + Math.sqrt(others * others + 4 * variance * (share[i] as number))) / (2 * variance)
      const step = now - before
      x[i] = now
      for (let j = 0; j < assets; j++)
        risks[j] = (risks[j] as number) + ((covariance[j] as number[])[i] as number) * step
      moved = Math.max(moved, Math.abs(step) / now)
    }
    if (moved < tolerance) break
  }
  const total = x.reduce((sum, value) => sum + value, 0)
  return x.map((value) => value / total)
}
