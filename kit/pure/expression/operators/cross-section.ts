import { emptyFrame, finite, commonShape, type Frame } from '../frame.ts'
import { operator, values, type Operator } from './operator.ts'
import { quantileOf, variance } from './rolling.ts'

/** What becomes of the values that a panel has on one date, those that are missing left out. */
type Across = (present: Float64Array, others: readonly Float64Array[], number: number) => Float64Array

/** Date by date; a series whose value is missing on a date stays so, and the others go on without it. */
function across(frames: readonly Frame[], length: number, number: number, apply: Across): Frame {
  const result = emptyFrame(commonShape(frames, length))
  result.data.fill(NaN)
  const width = result.width ?? 1
  const columns = new Int32Array(width)
  const buffers = frames.map(() => new Float64Array(width))
  const at = ({ data, width: own }: Frame, column: number, t: number) =>
    data[own === null ? t : column * length + t] as number
  for (let t = 0; t < length; t++) {
    let count = 0
    for (let column = 0; column < width; column++) {
      if (frames.some((frame) => Number.isNaN(at(frame, column, t)))) continue
      for (const [index, frame] of frames.entries()) buffers[index]![count] = at(frame, column, t)
      columns[count++] = column
    }
    if (count === 0) continue
    const [present, ...others] = buffers.map((buffer) => buffer.subarray(0, count))
    const values = apply(present as Float64Array, others, number)
    for (let index = 0; index < count; index++)
      result.data[(columns[index] as number) * length + t] = finite(values[index] as number)
  }
  return result
}

const crossSection = (
  given: Pick<Operator, 'name' | 'title' | 'description' | 'semantics'> & Partial<Operator> & { across: Across },
): Operator => {
  const { across: apply, ...rest } = given
  return operator({
    isCrossSection: true,
    cost: () => 8,
    ...rest,
    apply: (frames, [number = 0], length) => across(frames, length, number, apply),
  })
}

/** Counted from the first one, so that the mean of values which are all the same is that value. */
function meanOf(values: Float64Array): number {
  const first = values[0] as number
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length
}

function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number))
  const result = new Float64Array(values.length)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to++
    for (let index = from; index <= to; index++) result[order[index] as number] = ((from + to) / 2 + 1) / values.length
    from = to + 1
  }
  return result
}

/** What is left of x where the part that goes with y (and a constant) is taken away. */
function residuals(x: Float64Array, y: Float64Array): Float64Array {
  const [meanX, meanY] = [meanOf(x), meanOf(y)]
  let [xy, yy] = [0, 0]
  for (let index = 0; index < x.length; index++) {
    const dy = (y[index] as number) - meanY
    xy += ((x[index] as number) - meanX) * dy
    yy += dy * dy
  }
  const slope = yy === 0 ? 0 : xy / yy
  return x.map((value, index) => value - meanX - slope * ((y[index] as number) - meanY))
}

export const crossSectionOperators: readonly Operator[] = [
  crossSection({
    name: 'CSRANK',
    title: 'Rank across symbols',
    description:
      'CSRANK(x) is the place of a symbol among all on the same date, as a share: from 1/count for the least to 1; equal ones share the middle. Null where x is null, which counts for no place.',
    semantics: 'pandas: panel.rank(axis=1, pct=True). Qlib: CSRank.',
    across: ranks,
  }),
  crossSection({
    name: 'CSZSCORE',
    title: 'Standard score across symbols',
    description:
      'CSZSCORE(x) is x less the mean of all symbols on the same date, divided by their standard deviation (count - 1); null where x is null, and where all are the same.',
    semantics: 'pandas: panel.sub(panel.mean(axis=1), axis=0).div(panel.std(axis=1), axis=0). Qlib: CSZScoreNorm.',
    across: (x) => {
      const [middle, deviation] = [meanOf(x), Math.sqrt(variance(x, 0, x.length))]
      return x.map((value) => (value - middle) / deviation)
    },
  }),
  crossSection({
    name: 'DEMEAN',
    title: 'Less the mean across symbols',
    description: 'DEMEAN(x) is x less the mean of all symbols on the same date; null where x is null.',
    semantics: 'pandas: panel.sub(panel.mean(axis=1), axis=0).',
    across: (x) => {
      const middle = meanOf(x)
      return x.map((value) => value - middle)
    },
  }),
  crossSection({
    name: 'NEUTRALIZE',
    title: 'Less what goes with another quantity',
    description:
      'NEUTRALIZE(x, y) is what is left of x on each date when a constant and its linear part in y, over all symbols, are taken away; null where x or y is null.',
    semantics: 'numpy: the residuals of np.linalg.lstsq([1, y], x), date by date.',
    parameters: [values('x'), values('y')],
    example: 'NEUTRALIZE(price, DELTA(price, 1))',
    across: (x, [y]) => residuals(x, y as Float64Array),
  }),
  crossSection({
    name: 'WINSORIZE',
    title: 'Extremes drawn in',
    description:
      'WINSORIZE(x, p) is x, but at least the quantile p and at most the quantile 1 - p of all symbols on the same date; null where x is null.',
    semantics: 'pandas: panel.clip(panel.quantile(p, axis=1), panel.quantile(1 - p, axis=1), axis=0).',
    parameters: [values(), { kind: 'number', name: 'p', min: 0, max: 0.5, description: 'From 0 to 0.5.' }],
    example: 'WINSORIZE(price, 0.05)',
    across: (x, _others, p) => {
      const sorted = x.slice().sort()
      const [low, high] = [quantileOf(sorted, p), quantileOf(sorted, 1 - p)]
      return x.map((value) => Math.min(high, Math.max(low, value)))
    },
  }),
  crossSection({
    name: 'SCALE',
    title: 'Sizes that sum to one',
    description:
      'SCALE(x) is x divided by the sum of the absolute values of all symbols on the same date; null where x is null, and where that sum is 0.',
    semantics: 'pandas: panel.div(panel.abs().sum(axis=1), axis=0).',
    across: (x) => {
      const total = x.reduce((sum, value) => sum + Math.abs(value), 0)
      return x.map((value) => value / total)
    },
  }),
]
