/** Returns by asset: one list for each, all over the same periods. */
export type Returns = readonly (readonly number[])[]
export type Matrix = number[][]

export const meansOf = (returns: Returns): number[] =>
  returns.map((series) => series.reduce((sum, value) => sum + value, 0) / series.length)

/** As a sample: divided by n - 1. */
export function covarianceOf(returns: Returns): Matrix {
  const centred = centre(returns)
  const n = (centred[0]?.length ?? 0) - 1
  return centred.map((a) => centred.map((b) => dot(a, b) / n))
}

/**
 * The covariance drawn towards a multiple of the identity, as far as the sample warrants (Ledoit and Wolf 2004, "A
 * well-conditioned estimator for large-dimensional covariance matrices"). Never singular unless nothing moves. `share`:
 * how far, from 0 to 1. As in the paper everything is divided by n.
 */
export function ledoitWolf(returns: Returns): { covariance: Matrix; share: number } {
  const centred = centre(returns)
  const assets = centred.length
  const n = centred[0]?.length ?? 0
  const sample = centred.map((a) => centred.map((b) => dot(a, b) / n))
  const level = sample.reduce((sum, row, i) => sum + (row[i] as number), 0) / assets
  let [distance, noise] = [0, 0]
  for (let i = 0; i < assets; i++)
    for (let j = 0; j < assets; j++) {
      const [a, b, s] = [centred[i] as number[], centred[j] as number[], sample[i]![j] as number]
      distance += (s - (i === j ? level : 0)) ** 2
      let squares = 0
      for (let t = 0; t < n; t++) squares += ((a[t] as number) * (b[t] as number)) ** 2
      noise += squares / n - s * s
    }
  const share = distance === 0 ? 0 : Math.max(0, Math.min(1, noise / n / distance))
  return {
    share,
    covariance: sample.map((row, i) => row.map((value, j) => (1 - share) * value + (i === j ? share * level : 0))),
  }
}

const centre = (returns: Returns): number[][] => {
  const means = meansOf(returns)
  return returns.map((series, i) => series.map((value) => value - (means[i] as number)))
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

export const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector))
