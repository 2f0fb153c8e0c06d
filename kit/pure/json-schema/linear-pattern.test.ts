import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearPattern } from './linear-pattern.ts'

describe('linearPattern', () => {
  it('answers as RegExp with the u flag does, for any pattern that it takes', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '-',
      '\\d',
      '\\w',
      '\\s',
      '\\S',
      '\\W',
      '.',
      '\\.',
      '\\b',
      '[a-c]',
      '[^b]',
      '[\\s\\S]',
      '[\\w-]',
      '[[x]',
      '[]',
      '[^]',
      '[\\b]',
      '\\u00e9',
      '\\u{1F600}',
      '\\ud83d\\ude00',
      '[\\u{1F600}-\\u{1F610}]',
      '\\p{L}',
      '\\P{L}',
      '\\p{Letter}',
      '\\p{Script=Greek}',
      '\\cJ',
      '\\0',
      '\\x41',
      '\\t',
      '\\v',
      '\\/',
      '\\[',
      '[.]',
      '[\\]a]',
      'é',
      '😀',
    )
    const pattern = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.tuple(tie('any'), tie('any')).map(([a, b]) => a + b),
        fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie('any'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?'))
          .map(([a, times]) => `(?<n>${a})${times}`.replace('?<n>', '')),
      ),
    })).any
    const anchored = fc
      .tuple(pattern, fc.boolean(), fc.boolean())
      .map(([body, start, end]) => `${start ? '^' : ''}${body}${end ? '$' : ''}`)
    const text = fc
      .array(
        fc.constantFrom(
          'a',
          'b',
          'c',
          'A',
          '1',
          '-',
          '.',
          ' ',
          '\n',
          '\r',
          '\u2028',
          '\u00a0',
          '\u000b',
          '\ufeff',
          'é',
          'Ω',
          '😀',
          '_',
          '[',
          ']',
          '\0',
          '\b',
        ),
        { maxLength: 8 },
      )
      .map((all) => all.join(''))
    fc.assert(
      fc.property(anchored, text, (source, given) => {
        expect(linearPattern(source).test(given), `/${source}/u`).toBe(new RegExp(source, 'u').test(given))
      }),
      { numRuns: 500 },
    )
  })

  it('takes patterns that make RegExp backtrack without end', () => {
    expect(linearPattern('^(a+)+$').test(`${'a'.repeat(50_000)}!`)).toBe(false)
    expect(linearPattern('(x+x+)+y').test('x'.repeat(50_000))).toBe(false)
    expect(linearPattern('^(?:a?){40}a{40}$').test('a'.repeat(40))).toBe(true)
  })

  it.each([['(?=a)b'], ['(?<!a)b'], ['(a)\\1'], ['(?<n>a)\\k<n>'], ['a{1001}'], ['(']])(
    'refuses %s with a reason',
    (source) => {
      expect(() => linearPattern(source)).toThrow(/^(cannot be matched in linear time|is no regular expression)/)
    },
  )

  it('says how large its program is', () => {
    expect(linearPattern('a{500}').size).toBeGreaterThan(500)
    expect(linearPattern('^a$').size).toBeLessThan(20)
  })
})
