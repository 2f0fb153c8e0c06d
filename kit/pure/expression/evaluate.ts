import { assertNever } from '../assert-never.ts'
import { operandsOf, type Comparison, type Expression, type Sign } from './expression.ts'
import { constantFrame, pointwise, type Frame } from './frame.ts'

/** Values that all windows of an expression look at together, over everything: some seconds of one core. */
export const workMax = 2_000_000_000

/** How many values an evaluation looks at, roughly; known before it begins. `points`: of one series, or of a panel. */
export function workOf(expression: Expression, points: number): number {
  const own = expression.type === 'call' ? points * expression.operator.cost(expression.numbers) : points
  return operandsOf(expression).reduce((sum, operand) => sum + workOf(operand, points), own)
}

/**
 * The expression's value at every point of its inputs, which all have `length` points of time. None (NaN) where a value
 * that it needs is missing, and where the result is no finite number (a division by zero). Macros are expanded before.
 */
export function evaluateExpression(expression: Expression, inputs: ReadonlyMap<string, Frame>, length: number): Frame {
  switch (expression.type) {
    case 'number':
      return constantFrame(expression.value, length)
    case 'input':
      return inputs.get(expression.name) ?? constantFrame(NaN, length)
    case 'negate':
      return pointwise([evaluateExpression(expression.operand, inputs, length)], length, ([x]) => 0 - (x as number))
    case 'binary': {
      const [left, right] = both(expression, inputs, length)
      const combine = combined[expression.operator]
      return pointwise([left, right], length, ([a, b]) => combine(a as number, b as number))
    }
    case 'compare': {
      const [left, right] = both(expression, inputs, length)
      const compare = compared[expression.operator]
      return pointwise([left, right], length, ([a, b]) =>
        Number.isNaN(a) || Number.isNaN(b) ? NaN : Number(compare(a as number, b as number)),
      )
    }
    case 'call': {
      const frames = expression.operands.map((operand) => evaluateExpression(operand, inputs, length))
      return expression.operator.apply(frames, expression.numbers, length)
    }
    case 'macro':
      throw new Error(`The macro @${expression.name} was not expanded.`)
    default:
      return assertNever(expression)
  }
}

const both = (
  { left, right }: { left: Expression; right: Expression },
  inputs: ReadonlyMap<string, Frame>,
  length: number,
): [Frame, Frame] => [evaluateExpression(left, inputs, length), evaluateExpression(right, inputs, length)]

type Combine<Result> = (a: number, b: number) => Result

const combined: Readonly<Record<Sign, Combine<number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

const compared: Readonly<Record<Comparison, Combine<boolean>>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}
