/** Values of one quantity over time, oldest first. Null: there is no value; NaN and infinities do not occur. */
export type Series = readonly (number | null)[]

/** How many points of time a frame has, and how many series side by side; null: it is one series (or one number), the same for all. */
export type Shape = { length: number; width: number | null }

/**
 * Numbers over time, of one series or of a panel of series: one after the other, each oldest first, so that
 * what works along time runs through memory. NaN: there is no value. What is true or false is 1 or 0.
 */
export type Frame = Shape & { data: Float64Array }

export const emptyFrame = ({ length, width }: Shape): Frame => ({
  length,
  width,
  data: new Float64Array(length * (width ?? 1)),
})

export function constantFrame(value: number, length: number): Frame {
  const frame = emptyFrame({ length, width: null })
  frame.data.fill(value)
  return frame
}

export const frameOf = (series: Series): Frame => ({
  length: series.length,
  width: null,
  data: Float64Array.from(series, (value) => value ?? NaN),
})

/** One series of a frame. */
export const seriesOf = ({ data, length }: Frame, column = 0): (number | null)[] =>
  Array.from(data.subarray(column * length, (column + 1) * length), (value) => (Number.isNaN(value) ? null : value))

/** The shape of what is made of frames of the same length: a panel as soon as one of them is. */
export function commonShape(frames: readonly Shape[], length: number): Shape {
  const panel = frames.find(({ width }) => width !== null)
  return { length, width: panel?.width ?? null }
}

/** Numbers that JSON cannot hold are no numbers here either: a division by zero gives none. */
export const finite = (value: number): number => (Number.isFinite(value) ? value : NaN)

/** Point by point; a single series stands beside each of a panel. */
export function pointwise(frames: readonly Frame[], length: number, apply: (values: Float64Array) => number): Frame {
  const result = emptyFrame(commonShape(frames, length))
  const values = new Float64Array(frames.length)
  for (let at = 0; at < result.data.length; at++) {
    for (let index = 0; index < frames.length; index++) {
      const frame = frames[index] as Frame
      values[index] = frame.data[frame.width === null ? at % length : at] as number
    }
    result.data[at] = finite(apply(values))
  }
  return result
}

/** Series by series: `apply` fills `to` from the same series of each frame. */
export function seriesWise(
  frames: readonly Frame[],
  length: number,
  apply: (to: Float64Array, ...from: Float64Array[]) => void,
): Frame {
  const result = emptyFrame(commonShape(frames, length))
  for (let start = 0; start < result.data.length; start += length) {
    const from = frames.map(({ data, width }) =>
      width === null ? data.subarray(0, length) : data.subarray(start, start + length),
    )
    apply(result.data.subarray(start, start + length), ...from)
  }
  return result
}
