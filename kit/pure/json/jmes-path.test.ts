import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jmesPathProblem, searchJmesPath } from './jmes-path.ts'
import type { JsonValue } from './json.ts'

const timetable: JsonValue = {
  stop: 'Harbour Road',
  next: [
    { line: '42', time: '08:00', delay: 0 },
    { line: '7', time: '08:05', delay: 120 },
    { line: '42', time: '08:12', delay: 0 },
  ],
}

describe('searchJmesPath', () => {
  it.each<[string, JsonValue]>([
    ['stop', 'Harbour Road'],
    ['next[0].time', '08:00'],
    ["next[?line=='42'].time", ['08:00', '08:12']],
    ['next[?delay>`60`] | [0].line', '7'],
    ['next[*].{at: time, line: line} | [-1]', { at: '08:12', line: '42' }],
    ['sort_by(next, &delay)[-1].line', '7'],
    ["join(', ', next[].line)", '42, 7, 42'],
    ['length(next)', 3],
    ['nowhere.at.all', null],
    ['max(map(&length(@), next[].line))', 2],
  ])('%s', (expression, value) => {
    expect(jmesPathProblem(expression)).toBeNull()
    expect(searchJmesPath(expression, timetable)).toEqual({ value })
  })

  it('says what cannot be evaluated', () => {
    expect(searchJmesPath('length(@)', 5)).toEqual({ problem: expect.stringContaining('length') })
    expect(searchJmesPath("to_number('1e999')", null)).toEqual({ value: null })
    expect(
      searchJmesPath(
        '[@,@,@,@,@,@,@,@]',
        Array.from({ length: 50_000 }, () => 1),
      ),
    ).toEqual({ problem: 'makes too large a value' })
  })
})

describe('jmesPathProblem', () => {
  it.each([
    ['', 'cannot be read'],
    ['a[', 'cannot be read'],
    ['a b', 'cannot be read'],
    ['foo(@)', 'calls foo()'],
    ['a.constructor', 'names constructor'],
    ['{"__proto__": a}', 'names __proto__'],
    ['a."toString"', 'names toString'],
    ['a'.repeat(501), 'more than 500'],
    [Array.from({ length: 8 }, () => '[@,@]').join(' | '), 'too much'],
    ['to_string('.repeat(8) + '@' + ')'.repeat(8), 'too much'],
    ['[*].map(&map(&@, `[1,2,3,4,5,6,7,8,9]`), `[1,2,3,4,5,6,7,8,9]`)', 'too much'],
  ])('%s', (expression, message) => {
    expect(jmesPathProblem(expression)).toContain(message)
  })

  it('lets an ordinary table through: thirty columns of each row', () => {
    const columns = Array.from({ length: 30 }, (_, n) => `c${n}: a${n}`).join(', ')
    expect(jmesPathProblem(`rows[?shown].{${columns}}`)).toBeNull()
  })

  it('never throws, and neither does what it lets pass, which is always JSON', () => {
    const pieces = [
      'a',
      '.',
      '[*]',
      '[]',
      '[0]',
      '[?a]',
      '|',
      '@',
      '&a',
      '{x:a}',
      '[@,a]',
      '`1`',
      "'t'",
      'map(',
      'keys(',
      'to_string(',
      ')',
      ',',
      '!',
      '==',
      '||',
      '"a b"',
      '*',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), fc.jsonValue(), (parts, value) => {
        const expression = parts.join('')
        if (jmesPathProblem(expression) !== null) return
        const found = searchJmesPath(expression, value as JsonValue)
        if ('value' in found)
          expect(JSON.parse(JSON.stringify(found.value))).toEqual(JSON.parse(JSON.stringify(found.value ?? null)))
      }),
      { numRuns: 2000 },
    )
  })
})
