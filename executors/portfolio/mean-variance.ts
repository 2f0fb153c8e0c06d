import { solveQP } from 'quadprog'
import { dot, times, type Matrix } from './covariance.ts'

export type Objective =
  /** The least variance of all that earn at least so much, a period. */
  | { kind: 'target-return'; target: number }
  /** The most of return - aversion / 2 * variance. */
  | { kind: 'risk-aversion'; aversion: number }
  /** The most return over the risk-free rate for its deviation. */
  | { kind: 'max-sharpe'; riskFree: number }
  | { kind: 'min-variance' }

export type Limits = {
  /** Of every weight. */
  min: number
  max: number
  /** Of the sum of some weights. */
  groups: readonly { members: readonly number[]; min: number; max: number }[]
  /** The most that the weights may differ, in all, from those held before; null: any. */
  turnover: { max: number; before: readonly number[] } | null
}

export type Optimum = { ok: true; weights: number[] } | { ok: false; message: string }

/** `row . x >= bound`, or equal. */
type Constraint = { row: number[]; bound: number; isEqual?: boolean }

/** What weights below it are: dust of the solver. */
const dust = 1e-9

/**
 * The fully invested portfolio (weights sum to 1) that is best by the objective within the limits: a convex quadratic
 * program, solved exactly. `means` and `covariance` are of one period; the covariance must be positive definite, which
 * a shrunken one is. What cannot be met, or only by a singular covariance, is answered with a message.
 */
export function meanVariance(
  means: readonly number[],
  covariance: Matrix,
  objective: Objective,
  limits: Limits,
): Optimum {
  const n = means.length
  const isScaled = objective.kind === 'max-sharpe'
  // The Sharpe ratio does not change when all weights are scaled, so the excess return is fixed at 1 and the sum left free.
  const excess = means.map((mean) => mean - (isScaled ? objective.riskFree : 0))
  if (isScaled && !(Math.max(...excess) > 0))
    return {
      ok: false,
      message: 'no asset has earned more than the risk-free rate: there is no portfolio with the most of it',
    }
  const traded = limits.turnover === null ? 0 : n
  const wide = (row: readonly number[]) => [...row, ...new Array<number>(traded).fill(0)]
  const ones = new Array<number>(n).fill(1)
  /** A bound on weights, as one on what is solved for: weights times their sum where that is free. */
  const bounded = (row: readonly number[], bound: number): Constraint =>
    isScaled ? { row: wide(row.map((value) => value - bound)), bound: 0 } : { row: wide(row), bound }
  const unit = (i: number, value = 1) => ones.map((_, j) => (i === j ? value : 0))

  const constraints: Constraint[] = [
    isScaled ? { row: wide(excess), bound: 1, isEqual: true } : { row: wide(ones), bound: 1, isEqual: true },
  ]
  if (objective.kind === 'target-return') constraints.push({ row: wide(means), bound: objective.target })
  for (let i = 0; i < n; i++) constraints.push(bounded(unit(i), limits.min), negated(bounded, unit(i), limits.max))
  for (const { members, min, max } of limits.groups) {
    const row = ones.map((_, i) => (members.includes(i) ? 1 : 0))
    constraints.push(bounded(row, min), negated(bounded, row, max))
  }
  if (limits.turnover) constraints.push(...turnoverOf(n, limits.turnover, isScaled))

  const scale = Math.max(...covariance.map((row, i) => row[i] as number))
  const D = Array.from({ length: n + traded }, (_, i) =>
    Array.from({ length: n + traded }, (_unused, j) =>
      i < n && j < n ? (covariance[i]![j] as number) / scale : i === j ? 1e-9 : 0,
    ),
  )
  const aversion = objective.kind === 'risk-aversion' ? objective.aversion * scale : 0
  const d = wide(objective.kind === 'risk-aversion' ? means.map((mean) => mean / aversion) : means.map(() => 0))
  const found = solve(D, d, constraints)
  if (found === null)
    return { ok: false, message: 'no weights fit all limits, or the covariance is singular: shrink it' }
  const x = found.slice(0, n)
  const total = x.reduce((sum, value) => sum + value, 0)
  const weights = x.map((value) => value / total).map((value) => (Math.abs(value) < dust ? 0 : value))
  const sum = weights.reduce((all, value) => all + value, 0)
  return { ok: true, weights: weights.map((value) => value / sum) }
}

const negated = (
  bounded: (row: readonly number[], bound: number) => Constraint,
  row: readonly number[],
  max: number,
): Constraint => {
  const { row: own, bound } = bounded(row, max)
  return { row: own.map((value) => 0 - value), bound: 0 - bound }
}

/** A further unknown for each weight, at least as large as what it moves either way; together at most so much. */
function turnoverOf(n: number, { max, before }: NonNullable<Limits['turnover']>, isScaled: boolean): Constraint[] {
  const constraints: Constraint[] = []
  for (let i = 0; i < n; i++)
    for (const sign of [1, -1]) {
      const held = before[i] as number
      const row = Array.from({ length: 2 * n }, (_, j) =>
        j === n + i ? 1 : j < n ? (j === i ? sign : 0) - (isScaled ? sign * held : 0) : 0,
      )
      constraints.push({ row, bound: isScaled ? 0 : sign * held })
    }
  constraints.push({
    row: Array.from({ length: 2 * n }, (_, j) => (j >= n ? -1 : isScaled ? max : 0)),
    bound: isScaled ? 0 : -max,
  })
  return constraints
}

/** The least of x'Dx / 2 - d'x under the constraints; null where there is none. */
function solve(D: Matrix, d: readonly number[], constraints: readonly Constraint[]): number[] | null {
  const ordered = [...constraints.filter(({ isEqual }) => isEqual), ...constraints.filter(({ isEqual }) => !isEqual)]
  const fromOne = (list: readonly number[]) => [0, ...list]
  const columns = D.map((_, j) => fromOne(ordered.map(({ row }) => row[j] as number)))
  const { solution, message } = solveQP(
    [[], ...D.map(fromOne)],
    fromOne(d),
    [[], ...columns],
    fromOne(ordered.map(({ bound }) => bound)),
    ordered.filter(({ isEqual }) => isEqual).length,
  )
  const x = solution.slice(1)
  const isMet = ordered.every(({ row, bound }) => dot(row, x) >= bound - 1e-6 * Math.max(1, Math.abs(bound)))
  return message === '' && x.every(Number.isFinite) && isMet ? x : null
}

export const portfolioVariance = (weights: readonly number[], covariance: Matrix): number =>
  dot(weights, times(covariance, weights))
