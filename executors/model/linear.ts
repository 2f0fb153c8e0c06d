/** Rows of features, and what belongs to each. Columns are standardised before a fit, so that a penalty means the same for all. */
export type Sample = { features: readonly (readonly number[])[]; target: readonly number[] }

export type LinearModel = {
  means: number[]
  scales: number[]
  coefficients: number[]
  intercept: number
  isLogistic: boolean
}

export type Algorithm = 'ridge' | 'lasso' | 'logistic'

const roundsMax = 5000
const tolerance = 1e-12

/**
 * Fits a linear model to standardised features with an intercept that is not penalised; n is the number of rows.
 * - ridge: the least of |y - Xb|² / n + alpha |b|².
 * - lasso: the least of |y - Xb|² / 2n + alpha |b|₁, by coordinate descent.
 * - logistic: the least of the mean negative log-likelihood of y in {0, 1} + alpha / 2 |b|², by Newton's method.
 */
export function fitLinear({ features, target }: Sample, algorithm: Algorithm, alpha: number): LinearModel {
  const { means, scales, columns } = standardise(features)
  const fitted =
    algorithm === 'ridge'
      ? ridge(columns, target, alpha)
      : algorithm === 'lasso'
        ? lasso(columns, target, alpha)
        : logistic(columns, target, alpha)
  return { means, scales, ...fitted, isLogistic: algorithm === 'logistic' }
}

/** What the model says of one row: a number, or of a logistic one the probability of 1. */
export function predictLinear(model: LinearModel, row: readonly number[]): number {
  let sum = model.intercept
  for (let i = 0; i < row.length; i++)
    sum +=
      (model.coefficients[i] as number) *
      (((row[i] as number) - (model.means[i] as number)) / (model.scales[i] as number))
  return model.isLogistic ? 1 / (1 + Math.exp(-sum)) : sum
}

/** Columns with the mean 0 and the deviation 1 (divided by n); one that does not vary stays 0. */
function standardise(rows: Sample['features']) {
  const n = rows.length
  const means: number[] = []
  const scales: number[] = []
  const columns = (rows[0] ?? []).map((_, i) => {
    const values = Float64Array.from(rows, (row) => row[i] as number)
    const mean = values.reduce((sum, value) => sum + value, 0) / n
    const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n) || 1
    means.push(mean)
    scales.push(scale)
    return values.map((value) => (value - mean) / scale)
  })
  return { means, scales, columns }
}

type Fitted = { coefficients: number[]; intercept: number }

function ridge(columns: readonly Float64Array[], y: readonly number[], alpha: number): Fitted {
  const n = y.length
  const intercept = y.reduce((sum, value) => sum + value, 0) / n
  const gram = columns.map((a, i) => columns.map((b, j) => dot(a, b) / n + (i === j ? alpha : 0)))
  return {
    coefficients: solve(
      gram,
      columns.map((column) => column.reduce((sum, x, t) => sum + x * ((y[t] as number) - intercept), 0) / n),
    ),
    intercept,
  }
}

function lasso(columns: readonly Float64Array[], y: readonly number[], alpha: number): Fitted {
  const n = y.length
  const intercept = y.reduce((sum, value) => sum + value, 0) / n
  const rest = Float64Array.from(y, (value) => value - intercept)
  const coefficients = columns.map(() => 0)
  for (let round = 0; round < roundsMax; round++) {
    let moved = 0
    for (const [i, column] of columns.entries()) {
      const size = dot(column, column) / n
      if (size === 0) continue
      const before = coefficients[i] as number
      const pull = dot(column, rest) / n + size * before
      const now = (Math.sign(pull) * Math.max(0, Math.abs(pull) - alpha)) / size
      if (now === before) continue
      for (let t = 0; t < n; t++) rest[t] = (rest[t] as number) - (now - before) * (column[t] as number)
      coefficients[i] = now
      moved = Math.max(moved, Math.abs(now - before))
    }
    if (moved < tolerance) break
  }
  return { coefficients, intercept }
}

function logistic(columns: readonly Float64Array[], y: readonly number[], alpha: number): Fitted {
  const n = y.length
  const all = [new Float64Array(n).fill(1), ...columns]
  let b = all.map(() => 0)
  for (let round = 0; round < 100; round++) {
    const p = Float64Array.from(
      y,
      (_, t) => 1 / (1 + Math.exp(-all.reduce((sum, column, i) => sum + (column[t] as number) * (b[i] as number), 0))),
    )
    const weights = p.map((value) => value * (1 - value))
    const gradient = all.map(
      (column, i) =>
        column.reduce((sum, x, t) => sum + x * ((p[t] as number) - (y[t] as number)), 0) / n +
        (i === 0 ? 0 : alpha * (b[i] as number)),
    )
    // A little of the identity: without it the matrix is singular where all are told apart for certain.
    const hessian = all.map((a, i) =>
      all.map(
        (c, j) =>
          a.reduce((sum, x, t) => sum + x * (c[t] as number) * (weights[t] as number), 0) / n +
          (i === j ? (i === 0 ? 0 : alpha) + 1e-12 : 0),
      ),
    )
    const step = solve(hessian, gradient)
    b = b.map((value, i) => value - (step[i] as number))
    if (Math.max(...step.map(Math.abs)) < 1e-10) break
  }
  const [intercept = 0, ...coefficients] = b
  return { coefficients, intercept }
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, t) => sum + value * (b[t] as number), 0)

/** Gauss with partial pivoting; what has no weight at all gets none. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number])
  const n = rows.length
  for (let at = 0; at < n; at++) {
    let pivot = at
    for (let i = at + 1; i < n; i++) if (Math.abs(rows[i]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = i
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    const lead = rows[at]![at]!
    if (lead === 0) continue
    for (let i = 0; i < n; i++) {
      if (i === at) continue
      const factor = rows[i]![at]! / lead
      if (factor !== 0) for (let j = at; j <= n; j++) rows[i]![j]! -= factor * rows[at]![j]!
    }
  }
  return rows.map((row, i) => (row[i] === 0 ? 0 : row[n]! / row[i]!))
}
