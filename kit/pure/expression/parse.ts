import { operatorOf, operators, periodsMax, type Operator } from './operators.ts'

export type Expression =
  | { type: 'number'; value: number }
  | { type: 'input'; name: string; position: number }
  | { type: 'negate'; operand: Expression }
  | { type: 'binary'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
  | { type: 'call'; operator: Operator; operand: Expression; periods: number }

/** `position` counts characters from 0; `expected` says what could stand there. */
export type SyntaxProblem = { position: number; message: string; expected?: readonly string[] }
export type Parsed = { ok: true; expression: Expression; inputs: string[] } | { ok: false; problem: SyntaxProblem }

export const expressionLengthMax = 2000
const depthMax = 64

type Token = { kind: 'number' | 'name' | 'sign' | 'end'; text: string; position: number }

class Unreadable extends Error {
  readonly problem: SyntaxProblem
  constructor(position: number, message: string, expected?: readonly string[]) {
    super(message)
    this.problem = { position, message, ...(expected ? { expected } : {}) }
  }
}

/**
 * Reads an expression over named series: numbers, names, + - * /, parentheses and calls of operators with a series and
 * a number of periods, such as `MEAN(price, 5) / REF(price, 1) - 1`. Names of operators are read in any case. Answers
 * the tree and the names of its inputs, or the first thing that is wrong.
 */
export function parseExpression(text: string): Parsed {
  try {
    if (text.length > expressionLengthMax)
      throw new Unreadable(expressionLengthMax, `An expression has at most ${expressionLengthMax} characters.`)
    const parser = new Parser(tokensOf(text))
    const expression = parser.whole()
    return { ok: true, expression, inputs: [...parser.inputs] }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

const tokenShape =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[-+*/(),]))/y

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
    const kind = (['number', 'name', 'sign'] as const).find((each) => found.groups?.[each] !== undefined)!
    tokens.push({ kind, text: found.groups![kind]!, position })
    from = tokenShape.lastIndex
  }
  return [...tokens, { kind: 'end', text: '', position: text.length }]
}

/** Recursive descent: a sum is made of products, a product of factors. */
class Parser {
  readonly inputs = new Set<string>()
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Expression {
    const expression = this.#sum()
    const { kind, text, position } = this.#peek()
    if (kind !== 'end')
      throw new Unreadable(position, `'${text}' is more than the expression needs.`, ['+', '-', '*', '/', 'the end'])
    return expression
  }

  #sum(): Expression {
    return this.#chain(['+', '-'], () => this.#product())
  }

  #product(): Expression {
    return this.#chain(['*', '/'], () => this.#factor())
  }

  #chain(signs: readonly ('+' | '-' | '*' | '/')[], operand: () => Expression): Expression {
    let left = operand()
    for (let sign = this.#take(signs); sign !== undefined; sign = this.#take(signs)) {
      left = { type: 'binary', operator: sign, left, right: operand() }
      // A long chain is a deep tree, and whoever evaluates it walks down.
      this.#goDeeper(this.#peek().position)
    }
    return left
  }

  #factor(): Expression {
    const { kind, text, position } = this.#peek()
    const depth = this.#depth
    this.#goDeeper(position)
    try {
      if (this.#take(['-'])) return { type: 'negate', operand: this.#factor() }
      if (this.#take(['('])) {
        const inner = this.#sum()
        this.#require(')')
        return inner
      }
      this.#next += 1
      if (kind === 'number') return { type: 'number', value: this.#number(text, position) }
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
    const operand = this.#sum()
    const periods = operator.periods === null ? 0 : this.#periods(operator)
    this.#require(')')
    return { type: 'call', operator, operand, periods }
  }

  #periods({ name, periods }: Operator): number {
    this.#require(',')
    const { kind, text, position } = this.#peek()
    const min = periods!.min
    const expected = [`a whole number from ${min} to ${periodsMax}`]
    if (text === '-')
      throw new Unreadable(position, `${name} does not look into the future: periods count backwards.`, expected)
    const value = Number(text)
    if (kind !== 'number' || !/^\d+$/.test(text) || value < min || value > periodsMax) {
      throw new Unreadable(position, `${name} takes a number of periods here, written out.`, expected)
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
    this.inputs.add(name)
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
