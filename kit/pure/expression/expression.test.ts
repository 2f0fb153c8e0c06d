import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateExpression, workOf } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { frameOf, seriesOf, type Frame, type Series } from './frame.ts'
import { operators } from './operators/operators.ts'
import { parseExpression } from './parse.ts'

function evaluate(text: string, inputs: Record<string, Series>): Series {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  const frames = new Map(Object.entries(inputs).map(([name, series]) => [name, frameOf(series)]))
  return seriesOf(evaluateExpression(parsed.expression, frames, Object.values(inputs)[0]?.length ?? 1))
}

const problemOf = (text: string) => {
  const parsed = parseExpression(text)
  return parsed.ok ? null : parsed.problem
}

const x = [1, 2, 4, null, 8, 16]

describe('what the operators mean (S1-11)', () => {
  it.each<[string, Series]>([
    ['REF(x, 0)', x],
    ['REF(x, 2)', [null, null, 1, 2, 4, null]],
    ['DELTA(x, 1)', [null, 1, 2, null, null, 8]],
    ['MEAN(x, 2)', [null, 1.5, 3, null, null, 12]],
    ['SUM(x, 3)', [null, null, 7, null, null, null]],
    ['MIN(x, 2)', [null, 1, 2, null, null, 8]],
    ['MAX(x, 2)', [null, 2, 4, null, null, 16]],
    ['STD(x, 2)', [null, Math.SQRT1_2, Math.SQRT2, null, null, Math.sqrt(32)]],
    ['ABS(-x)', x],
    ['mean(x, 1) - x', [0, 0, 0, null, 0, 0]],
    ['x / (x - 1)', [null, 2, 4 / 3, null, 8 / 7, 16 / 15]],
    ['2 * x + 1', [3, 5, 9, null, 17, 33]],
    ['1 - 2 - 3', [-4]],
    ['-x * -1', x],
    ['DELTA(MEAN(x, 2), 1)', [null, null, 1.5, null, null, null]],
  ])('%s', (text, expected) => {
    const actual = evaluate(text, text.includes('x') ? { x } : {})
    expect(actual).toHaveLength(expected.length)
    actual.forEach((value, index) =>
      value === null || expected[index] == null
        ? expect(value).toBe(expected[index])
        : expect(value).toBeCloseTo(expected[index]!, 12),
    )
  })

  it('give a value for every example in their own documentation', () => {
    const prices = [
      [3, 1, 4, 1, 5, 9, 2, 6, 5, 8],
      [2, 7, 1, 8, 2, 8, 1, 8, 2, 4],
      [1, 1, 2, 3, 5, 8, 13, 21, 34, 55],
    ]
    const price: Frame = { length: 10, width: 3, data: Float64Array.from(prices.flat()) }
    for (const { example, name } of operators) {
      const parsed = parseExpression(example)
      if (!parsed.ok) throw new Error(`${example}: ${parsed.problem.message}`)
      expect(parsed.expression).toMatchObject({ type: 'call', operator: { name } })
      const last = seriesOf(evaluateExpression(parsed.expression, new Map([['price', price]]), 10), 2).at(-1)
      expect(last, example).toEqual(expect.any(Number))
    }
  })
})

describe('what cannot be read is refused with its position', () => {
  it.each([
    ['', 0, /ends where a value/],
    ['x +', 3, /ends where a value/],
    ['x y', 2, /more than/],
    ['MEAN(x)', 6, /','/],
    ['MEAN(x, 0)', 8, /number of periods/],
    ['MEAN(x, 2.5)', 8, /number of periods/],
    ['MEAN(x, y)', 8, /number of periods/],
    ['REF(x, -1)', 7, /future/],
    ['FOO(x, 1)', 0, /no operator FOO/],
    ['1 + MEAN', 4, /is an operator/],
    ['(x', 2, /'\)'/],
    ['QUANTILE(x, 5, 1.5)', 15, /from 0 to 1/],
    ['CORR(x, 3)', 9, /','/],
    ['x > 1 > 2', 6, /more than/],
    ['1 + (x > 2)', 2, /takes numbers as its 2/],
    ['IF(x, 1, 2)', 0, /takes what is true or false/],
    ['NOT(REF(x, 1))', 0, /true or false/],
    ['-(x > 1)', 0, /takes numbers/],
    ['MEAN(x == 1, 3)', 0, /takes numbers/],
    ['@momentum', 9, /'\('/],
    ['x $ 2', 2, /'\$'/],
    ['1e999', 0, /larger/],
    ['(((('.repeat(50), 64, /levels/],
    ['x'.repeat(2001), 2000, /2000/],
  ])('%s', (text, position, message) => {
    expect(problemOf(text)).toMatchObject({ position, message: expect.stringMatching(message) as string })
  })

  it('names the operators there are', () => {
    expect(problemOf('FOO(x, 1)')?.expected).toEqual(operators.map(({ name }) => name))
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseExpression(text)))
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'xMEAN(),+-*/ 12.'), maxLength: 60 }),
        (text) => void parseExpression(text),
      ),
    )
  })
})

describe('an expression', () => {
  /** Asks for one value at a time, from the end: shares nothing with the evaluation by whole series. */
  const at = (expression: Expression, series: Record<string, Series>, t: number): number | null => {
    const value = (e: Expression, time: number) => (time < 0 ? null : at(e, series, time))
    const finite = (n: number) => (Number.isFinite(n) ? n : null)
    switch (expression.type) {
      case 'number':
        return expression.value
      case 'input':
        return series[expression.name]?.[t] ?? null
      case 'negate': {
        const v = value(expression.operand, t)
        return v === null ? null : -v + 0
      }
      case 'binary': {
        const a = value(expression.left, t)
        const b = value(expression.right, t)
        if (a === null || b === null) return null
        return finite({ '+': a + b, '-': a - b, '*': a * b, '/': a / b }[expression.operator])
      }
      case 'compare':
      case 'macro':
        throw new Error('is not made here')
      case 'call': {
        const [operand] = expression.operands as [Expression]
        const [periods = 0] = expression.numbers
        const { name } = expression.operator
        if (name === 'ABS') return ((v) => (v === null ? null : Math.abs(v)))(value(operand, t))
        if (name === 'REF') return value(operand, t - periods)
        if (name === 'DELTA') {
          const [now, before] = [value(operand, t), value(operand, t - periods)]
          return now === null || before === null ? null : finite(now - before)
        }
        const window = []
        for (let back = periods - 1; back >= 0; back--) window.push(value(operand, t - back))
        if (window.includes(null)) return null
        const numbers = window as number[]
        let total = 0
        for (const n of numbers) total += n
        if (name === 'SUM') return finite(total)
        if (name === 'MEAN') return finite(total / periods)
        const sorted = [...numbers].sort((a, b) => a - b)
        if (name === 'MIN') return sorted[0]!
        if (name === 'MAX') return sorted.at(-1)!
        let squares = 0
        for (const n of numbers) squares += (n - total / periods) ** 2
        return finite(Math.sqrt(squares / (periods - 1)))
      }
    }
  }

  /** What `at` knows; the others are compared with pandas, in operators.oracle.test.ts. */
  const defined = ['REF', 'DELTA', 'ABS', 'MEAN', 'SUM', 'MIN', 'MAX', 'STD']
  const { tree: text } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', 'b', '2', '0.5'),
      fc
        .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
        .map(([l, sign, r]) => `(${l} ${sign} ${r})`),
      tie('tree').map((inner) => `-${inner}`),
      fc
        .tuple(fc.constantFrom(...defined), tie('tree'), fc.integer({ min: 2, max: 5 }))
        .map(([name, inner, n]) => `${name}(${inner}${name === 'ABS' ? '' : `, ${n}`})`),
    ),
  }))
  const values = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: 12, maxLength: 12 })

  it('gives at every point what its definition gives, composed in any way', () => {
    fc.assert(
      fc.property(text, values, values, (text, a, b) => {
        const parsed = parseExpression(text)
        if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`)
        const frames = new Map([
          ['a', frameOf(a)],
          ['b', frameOf(b)],
        ])
        const actual = seriesOf(evaluateExpression(parsed.expression, frames, a.length))
        actual.forEach((value, t) => {
          const expected = at(parsed.expression, { a, b }, t)
          if (expected === null || value === null) expect(value, `${text} at ${t}`).toBe(expected)
          else
            expect(Math.abs(value - expected), `${text} at ${t}`).toBeLessThanOrEqual(
              1e-9 * Math.max(1, Math.abs(expected)),
            )
        })
      }),
    )
  })

  it('tells the names of its inputs once each, and its cost before it is run', () => {
    const parsed = parseExpression('MEAN(a, 100) + a / b')
    expect(parsed).toMatchObject({ ok: true, inputs: ['a', 'b'] })
    expect(parsed.ok && workOf(parsed.expression, 10)).toBeGreaterThan(1000)
  })
})
