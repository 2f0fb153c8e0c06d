import { inputsOf, typeProblem, type Comparison, type Expression, type SyntaxProblem } from './expression.ts'
import { operatorOf, operators, type Operator, type Parameter } from './operators/operators.ts'

export type Parsed = { ok: true; expression: Expression; inputs: string[] } | { ok: false; problem: SyntaxProblem }

export const expressionLengthMax = 2000
const depthMax = 64

type Token = { kind: 'number' | 'name' | 'macro' | 'sign' | 'end'; text: string; position: number }

class Unreadable extends Error {
  readonly problem: SyntaxProblem
  constructor(position: number, message: string, expected?: readonly string[]) {
    super(message)
    this.problem = { position, message, ...(expected ? { expected } : {}) }
  }
}

/**
 * Reads an expression over named series: numbers, names, + - * /, comparisons, parentheses, and calls of operators with
 * series and numbers, such as `MEAN(price, 5) / REF(price, 1) - 1`, or of macros by their type key, such as
 * `@macros/momentum(price)`. Names of operators are read in any case. Answers the tree and the names of its inputs, or
 * the first thing that is wrong.
 */
export function parseExpression(text: string): Parsed {
  try {
    if (text.length > expressionLengthMax)
      throw new Unreadable(expressionLengthMax, `An expression has at most ${expressionLengthMax} characters.`)
    const parser = new Parser(tokensOf(text))
    const expression = parser.whole()
    const problem = typeProblem(expression)
    return problem ? { ok: false, problem } : { ok: true, expression, inputs: inputsOf(expression) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

const tokenShape =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|@(?<macro>[a-z0-9]+(?:[-/][a-z0-9]+)*)|(?<sign>[<>=!]=|[-+*/(),<>]))/y

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  while (text.slice(from).trim() !== '') {
    tokenShape.lastIndex = from
    const found = tokenShape.exec(text)
    const position =
      found === null ? from + text.slice(from).search(/\S/) : tokenShape.lastIndex - found[0].trimStart().length
    if (found === null)
      throw new Unreadable(position, `'${String.fromCodePoint(text.codePointAt(position)!)}' means nothing here.`)
    const kind = (['number', 'name', 'macro', 'sign'] as const).find((each) => found.groups?.[each] !== undefined)!
    tokens.push({ kind, text: found.groups![kind]!, position })
    from = tokenShape.lastIndex
  }
  return [...tokens, { kind: 'end', text: '', position: text.length }]
}

const comparisons: readonly Comparison[] = ['<', '<=', '>', '>=', '==', '!=']

/** Recursive descent: a comparison is made of sums, a sum of products, a product of factors. */
class Parser {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Expression {
    const expression = this.#comparison()
    const { kind, text, position } = this.#peek()
    if (kind !== 'end')
      throw new Unreadable(position, `'${text}' is more than the expression needs.`, [
        '+',
        '-',
        '*',
        '/',
        ...comparisons,
        'the end',
      ])
    return expression
  }

  /** One at most: `a < b < c` would compare what is true with a number. */
  #comparison(): Expression {
    const left = this.#sum()
    const { position } = this.#peek()
    const operator = this.#take(comparisons)
    if (operator === undefined) return left
    this.#goDeeper(position)
    return { type: 'compare', operator, left, right: this.#sum(), position }
  }

  #sum(): Expression {
    return this.#chain(['+', '-'], () => this.#product())
  }

  #product(): Expression {
    return this.#chain(['*', '/'], () => this.#factor())
  }

  #chain(signs: readonly ('+' | '-' | '*' | '/')[], operand: () => Expression): Expression {
    let left = operand()
    for (;;) {
      const { position } = this.#peek()
      const sign = this.#take(signs)
      if (sign === undefined) return left
      left = { type: 'binary', operator: sign, left, right: operand(), position }
      // A long chain is a deep tree, and whoever evaluates it walks down.
      this.#goDeeper(this.#peek().position)
    }
  }

  #factor(): Expression {
    const { kind, text, position } = this.#peek()
    const depth = this.#depth
    this.#goDeeper(position)
    try {
      if (this.#take(['-'])) return { type: 'negate', operand: this.#factor(), position }
      if (this.#take(['('])) {
        const inner = this.#comparison()
        this.#require(')')
        return inner
      }
      this.#next += 1
      if (kind === 'number') return { type: 'number', value: this.#number(text, position) }
      if (kind === 'macro') return this.#macro(text, position)
      if (kind === 'name') return this.#isSign('(') ? this.#call(text, position) : this.#input(text, position)
      throw new Unreadable(
        position,
        kind === 'end' ? 'The expression ends where a value is missing.' : `'${text}' stands where a value is missing.`,
        ['a number', 'the name of an input', 'an operator', '(', '-'],
      )
    } finally {
      this.#depth = Math.max(depth, this.#depth - 1)
    }
  }

  #call(name: string, position: number): Expression {
    const operator = operatorOf(name.toUpperCase())
    if (operator === undefined)
      throw new Unreadable(
        position,
        `There is no operator ${name}.`,
        operators.map((each) => each.name),
      )
    this.#require('(')
    const call = { type: 'call' as const, operator, operands: [] as Expression[], numbers: [] as number[], position }
    for (const [index, parameter] of operator.parameters.entries()) {
      if (index > 0) this.#require(',')
      if (parameter.kind === 'values') call.operands.push(this.#comparison())
      else call.numbers.push(this.#written(operator, parameter))
    }
    this.#require(')')
    return call
  }

  #macro(name: string, position: number): Expression {
    this.#require('(')
    const operands: Expression[] = []
    if (!this.#isSign(')'))
      do operands.push(this.#comparison())
      while (this.#take([',']))
    this.#require(')')
    return { type: 'macro', name, operands, position }
  }

  /** What must stand there as a number: a window that changed with the values could look anywhere. */
  #written({ name }: Operator, parameter: Exclude<Parameter, { kind: 'values' }>): number {
    const { kind, text, position } = this.#peek()
    const { min, max } = parameter
    const isPeriods = parameter.kind === 'periods'
    const expected = [`a ${isPeriods ? 'whole ' : ''}number from ${min} to ${max}`]
    if (text === '-' && isPeriods)
      throw new Unreadable(position, `${name} does not look into the future: periods count backwards.`, expected)
    const value = Number(text)
    if (kind !== 'number' || (isPeriods && !/^\d+$/.test(text)) || value < min || value > max) {
      const what = isPeriods ? 'a number of periods' : `the number ${parameter.name}`
      throw new Unreadable(position, `${name} takes ${what} here, written out, from ${min} to ${max}.`, expected)
    }
    this.#next += 1
    return value
  }

  #number(text: string, position: number): number {
    const value = Number(text)
    if (Number.isFinite(value)) return value
    throw new Unreadable(position, `${text} is larger than numbers are.`)
  }

  #input(name: string, position: number): Expression {
    if (operatorOf(name))
      throw new Unreadable(position, `${name} is an operator and needs a series in parentheses.`, [
        operatorOf(name)!.example,
      ])
    return { type: 'input', name, position }
  }

  #peek = (): Token => this.#tokens[Math.min(this.#next, this.#tokens.length - 1)]!
  #isSign = (sign: string): boolean => this.#peek().kind === 'sign' && this.#peek().text === sign

  #take<const Sign extends string>(signs: readonly Sign[]): Sign | undefined {
    const found = signs.find((sign) => this.#isSign(sign))
    if (found !== undefined) this.#next += 1
    return found
  }

  #require(sign: string): void {
    if (this.#take([sign])) return
    const { kind, text, position } = this.#peek()
    throw new Unreadable(
      position,
      `${kind === 'end' ? 'The expression ends' : `'${text}' stands`} where '${sign}' is missing.`,
      [sign],
    )
  }

  #goDeeper(position: number): void {
    this.#depth += 1
    if (this.#depth > depthMax) throw new Unreadable(position, `An expression is at most ${depthMax} levels deep.`)
  }
}
