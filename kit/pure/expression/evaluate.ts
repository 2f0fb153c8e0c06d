import { assertNever } from '../assert-never.ts'
import { finite, type Series } from './operators.ts'
import type { Expression } from './parse.ts'

/** Values that all windows of an expression look at together, over the whole series: a few seconds of one core. */
export const workMax = 200_000_000

/** How many values an evaluation looks at, roughly; known before it begins. */
export function workOf(expression: Expression, length: number): number {
  switch (expression.type) {
    case 'number':
    case 'input':
      return length
    case 'negate':
      return length + workOf(expression.operand, length)
    case 'binary':
      return length + workOf(expression.left, length) + workOf(expression.right, length)
    case 'call':
      return length * expression.operator.cost(expression.periods) + workOf(expression.operand, length)
    default:
      return assertNever(expression)
  }
}

/**
 * The expression's value at every point of its inputs, which are all `length` long. Null where a value that it needs
 * is null, and where the result is no finite number (a division by zero).
 */
export function evaluateExpression(
  expression: Expression,
  inputs: ReadonlyMap<string, Series>,
  length: number,
): Series {
  switch (expression.type) {
    case 'number':
      return new Array<number>(length).fill(expression.value)
    case 'input':
      return inputs.get(expression.name) ?? new Array<null>(length).fill(null)
    case 'negate':
      return evaluateExpression(expression.operand, inputs, length).map((value) => (value === null ? null : 0 - value))
    case 'binary': {
      const left = evaluateExpression(expression.left, inputs, length)
      const right = evaluateExpression(expression.right, inputs, length)
      return left.map((value, index) => {
        const other = right[index] ?? null
        return value === null || other === null ? null : finite(combine[expression.operator](value, other))
      })
    }
    case 'call':
      return expression.operator.apply(evaluateExpression(expression.operand, inputs, length), expression.periods)
    default:
      return assertNever(expression)
  }
}

const combine = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
} as const
