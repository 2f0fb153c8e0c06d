import { assertNever } from '../assert-never.ts'
import type { Operator, ValueType } from './operators/operators.ts'

export type Sign = '+' | '-' | '*' | '/'
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!='

export type Expression =
  | { type: 'number'; value: number }
  | { type: 'input'; name: string; position: number }
  | { type: 'negate'; operand: Expression; position: number }
  | { type: 'binary'; operator: Sign; left: Expression; right: Expression; position: number }
  | { type: 'compare'; operator: Comparison; left: Expression; right: Expression; position: number }
  | { type: 'call'; operator: Operator; operands: Expression[]; numbers: number[]; position: number }
  /** A saved expression by its type key, called with values for its inputs; expanded before anything is evaluated. */
  | { type: 'macro'; name: string; operands: Expression[]; position: number }

/** `position` counts characters from 0; `expected` says what could stand there. */
export type SyntaxProblem = { position: number; message: string; expected?: readonly string[] }

export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'number':
    case 'input':
      return []
    case 'negate':
      return [expression.operand]
    case 'binary':
    case 'compare':
      return [expression.left, expression.right]
    case 'call':
    case 'macro':
      return expression.operands
    default:
      return assertNever(expression)
  }
}

/** What an expression gives; a macro is taken for a number until it is expanded. */
export function typeOf(expression: Expression): ValueType {
  if (expression.type === 'compare') return 'boolean'
  if (expression.type !== 'call') return 'number'
  const { operator, operands } = expression
  return operator.result === 'operand' ? typeOf(operands[0] as Expression) : operator.result
}

const words: Record<ValueType, string> = { number: 'numbers', boolean: 'what is true or false, such as x > 1' }

/** The first place that takes numbers and finds what is true or false, or the other way round; null: there is none. */
export function typeProblem(expression: Expression): SyntaxProblem | null {
  for (const operand of operandsOf(expression)) {
    const problem = typeProblem(operand)
    if (problem) return problem
  }
  if (expression.type === 'number' || expression.type === 'input' || expression.type === 'macro') return null
  const { position } = expression
  const wanted =
    expression.type === 'call'
      ? expression.operator.parameters.flatMap((parameter) => (parameter.kind === 'values' ? [parameter.type] : []))
      : operandsOf(expression).map(() => 'number' as const)
  const wrong = operandsOf(expression).findIndex((operand, index) => {
    const type = wanted[index] ?? 'any'
    return type !== 'any' && typeOf(operand) !== type
  })
  if (wrong === -1) return null
  const name =
    expression.type === 'call' ? expression.operator.name : expression.type === 'negate' ? '-' : expression.operator
  const type = wanted[wrong] as ValueType
  return { position, message: `${name} takes ${words[type]} as its ${wrong === 0 ? 'first' : `${wrong + 1}.`} value.` }
}

/** The first operator across symbols that is given none but single series; `isPanel` says what each input is. */
export function panelProblem(expression: Expression, isPanel: (input: string) => boolean): SyntaxProblem | null {
  for (const operand of operandsOf(expression)) {
    const problem = panelProblem(operand, isPanel)
    if (problem) return problem
  }
  if (expression.type !== 'call' || !expression.operator.isCrossSection || hasPanel(expression, isPanel)) return null
  return {
    position: expression.position,
    message: `${expression.operator.name} compares symbols with each other: it needs an input of all symbols (bySymbol: true).`,
  }
}

export const hasPanel = (expression: Expression, isPanel: (input: string) => boolean): boolean =>
  expression.type === 'input'
    ? isPanel(expression.name)
    : operandsOf(expression).some((operand) => hasPanel(operand, isPanel))

/** The names of the inputs, once each, in the order in which they are read. */
export function inputsOf(expression: Expression): string[] {
  const names = new Set<string>()
  const walk = (each: Expression) => {
    if (each.type === 'input') names.add(each.name)
    for (const operand of operandsOf(each)) walk(operand)
  }
  walk(expression)
  return [...names]
}

/** The macros that it calls itself, once each. */
export function macrosOf(expression: Expression): string[] {
  const names = new Set<string>()
  const walk = (each: Expression) => {
    if (each.type === 'macro') names.add(each.name)
    for (const operand of operandsOf(each)) walk(operand)
  }
  walk(expression)
  return [...names]
}
