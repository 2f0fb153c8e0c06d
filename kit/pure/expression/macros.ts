import { assertNever } from '../assert-never.ts'
import { inputsOf, operandsOf, typeProblem, type Expression, type SyntaxProblem } from './expression.ts'
import { parseExpression, type Parsed } from './parse.ts'

/** Saved expressions by type key. Their inputs take values in the order in which the expression names them. */
export type Macros = ReadonlyMap<string, string>

/** What a macro that calls macros may become: each may call another twice, and so on. */
const nodesMax = 5000
const depthMax = 200

class Refused extends Error {
  readonly problem: SyntaxProblem
  constructor(position: number, message: string, expected?: readonly string[]) {
    super(message)
    this.problem = { position, message, ...(expected ? { expected } : {}) }
  }
}

/**
 * The expression with every call of a macro replaced by what the macro is, its inputs by the values that it was called
 * with. Refuses macros that are unknown or call themselves, by whatever way, and what becomes too large.
 */
export function expandMacros(expression: Expression, macros: Macros): Parsed {
  let nodes = 0

  function expand(each: Expression, open: readonly string[], at: number, depth: number): Expression {
    if (++nodes > nodesMax || depth > depthMax)
      throw new Refused(at, `The expression becomes too large when its macros are expanded.`)
    const inner = (operand: Expression) => expand(operand, open, at, depth + 1)
    switch (each.type) {
      case 'number':
      case 'input':
        return each
      case 'negate':
        return { ...each, operand: inner(each.operand) }
      case 'binary':
      case 'compare':
        return { ...each, left: inner(each.left), right: inner(each.right) }
      case 'call':
        return { ...each, operands: each.operands.map(inner) }
      case 'macro': {
        const { name } = each
        if (open.includes(name))
          throw new Refused(
            at,
            `The macro @${name} calls itself: ${[...open, name].map((one) => `@${one}`).join(' > ')}.`,
          )
        const body = bodyOf(name, macros, at)
        const inputs = inputsOf(body)
        if (inputs.length !== each.operands.length)
          throw new Refused(
            at,
            `@${name} takes ${inputs.length} value${inputs.length === 1 ? '' : 's'} (${inputs.join(', ')}), not ${each.operands.length}.`,
          )
        const given = new Map(inputs.map((input, index) => [input, inner(each.operands[index] as Expression)]))
        return replace(expand(body, [...open, name], at, depth + 1), given)
      }
    }
  }

  function replace(each: Expression, given: ReadonlyMap<string, Expression>): Expression {
    if (++nodes > nodesMax) throw new Refused(0, `The expression becomes too large when its macros are expanded.`)
    switch (each.type) {
      case 'input':
        return given.get(each.name) ?? each
      case 'negate':
        return { ...each, operand: replace(each.operand, given) }
      case 'binary':
      case 'compare':
        return { ...each, left: replace(each.left, given), right: replace(each.right, given) }
      case 'call':
        return { ...each, operands: each.operands.map((operand) => replace(operand, given)) }
      case 'number':
      case 'macro':
        return each
      default:
        return assertNever(each)
    }
  }

  try {
    const expanded = expandTop(expression, expand)
    const problem = typeProblem(expanded)
    return problem ? { ok: false, problem } : { ok: true, expression: expanded, inputs: inputsOf(expanded) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

function bodyOf(name: string, macros: Macros, at: number): Expression {
  const text = macros.get(name)
  if (text === undefined) throw new Refused(at, `There is no macro @${name}.`, [...macros.keys()])
  const parsed = parseExpression(text)
  if (parsed.ok) return parsed.expression
  throw new Refused(at, `The macro @${name} cannot be read at ${parsed.problem.position}: ${parsed.problem.message}`)
}

/** Problems are told at the place where the user's own text calls the macro that has them. */
function expandTop(
  expression: Expression,
  expand: (each: Expression, open: readonly string[], at: number, depth: number) => Expression,
): Expression {
  const walk = (each: Expression): Expression => {
    if (each.type === 'macro') return expand(each, [], each.position, 0)
    if (operandsOf(each).length === 0) return each
    if (each.type === 'negate') return { ...each, operand: walk(each.operand) }
    if (each.type === 'call') return { ...each, operands: each.operands.map(walk) }
    if (each.type === 'binary' || each.type === 'compare')
      return { ...each, left: walk(each.left), right: walk(each.right) }
    return each
  }
  return walk(expression)
}
