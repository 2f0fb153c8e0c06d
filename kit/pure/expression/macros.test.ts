import { describe, expect, it } from 'vitest'
import { evaluateExpression } from './evaluate.ts'
import { frameOf, seriesOf } from './frame.ts'
import { expandMacros } from './macros.ts'
import { parseExpression } from './parse.ts'

function expand(text: string, macros: Record<string, string>) {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return expandMacros(parsed.expression, new Map(Object.entries(macros)))
}

const problem = (text: string, macros: Record<string, string>) => {
  const expanded = expand(text, macros)
  return expanded.ok ? null : expanded.problem
}

describe('a macro in an expression (S1-12)', () => {
  it('is what it stands for, with the values it is called with in place of its inputs', () => {
    const macros = { 'macros/gap': 'fast - slow', 'macros/trend': '@macros/gap(MEAN(price, 2), price) * 2' }
    const expanded = expand('1 + @macros/trend(x + y)', macros)
    if (!expanded.ok) throw new Error(expanded.problem.message)
    expect(expanded.inputs).toEqual(['x', 'y'])
    const frames = new Map([
      ['x', frameOf([1, 2, 4])],
      ['y', frameOf([10, 10, 10])],
    ])
    // ((11 + 12) / 2 - 12) * 2 + 1, ((12 + 14) / 2 - 14) * 2 + 1
    expect(seriesOf(evaluateExpression(expanded.expression, frames, 3))).toEqual([null, 0, -1])
  })

  it('takes values whose names are those of its own inputs', () => {
    const expanded = expand('@m/swap(b, a)', { 'm/swap': 'a - b' })
    if (!expanded.ok) throw new Error(expanded.problem.message)
    const frames = new Map([
      ['a', frameOf([1])],
      ['b', frameOf([5])],
    ])
    expect(seriesOf(evaluateExpression(expanded.expression, frames, 1))).toEqual([4])
  })

  it.each([
    ['1 + @m/none(x)', {}, 4, /no macro @m\/none/],
    ['x + @m/self(x)', { 'm/self': '@m/self(y) + 1' }, 4, /calls itself: @m\/self > @m\/self/],
    ['@m/a(x)', { 'm/a': '@m/b(y)', 'm/b': '@m/c(y)', 'm/c': '@m/a(y)' }, 0, /@m\/a > @m\/b > @m\/c > @m\/a/],
    ['@m/two(x)', { 'm/two': 'a + b' }, 0, /takes 2 values \(a, b\), not 1/],
    ['@m/bad(x)', { 'm/bad': 'MEAN(y' }, 0, /cannot be read at 6/],
    ['1 + @m/bool(x)', { 'm/bool': 'y > 1' }, 2, /takes numbers/],
  ] as [string, Record<string, string>, number, RegExp][])('%s is refused', (text, macros, position, message) => {
    expect(problem(text, macros)).toMatchObject({ position, message: expect.stringMatching(message) as string })
  })

  it('cannot grow without bound', () => {
    const macros = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`m/${n}`, n === 29 ? 'y' : `@m/${n + 1}(y) + @m/${n + 1}(y)`]),
    )
    expect(problem('@m/0(x)', macros)?.message).toMatch(/too large/)
  })
})
