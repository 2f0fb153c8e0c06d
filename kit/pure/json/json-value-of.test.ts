import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonValueOf } from './json-value-of.ts'

const name = fc.constantFrom('"', '\\', ':', '', ' ', 'o', '\n', '"a', '\\"', '\\n', '\u0000', '__proto__')
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, -1.5e30, '', '"', 'a\\', '{"\\n":1}'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map(Object.fromEntries),
  ),
}))

describe('jsonValueOf', () => {
  it('reads an escaped name as itself where JSON.parse expects another one', () => {
    jsonValueOf('{"shape-of-this-test":1,"\\\\":1}')
    expect(Object.keys(jsonValueOf('{"shape-of-this-test":1,"\\n":1}') as object)).toEqual(['shape-of-this-test', '\n'])
  })

  it('gives back whatever was written, in any spacing', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const read = jsonValueOf(JSON.stringify(value, null, space))
        expect(Object.is(JSON.stringify(read), JSON.stringify(value)) || JSON.stringify(read)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    '{"\\n":1,}',
    '{"\\n" 1}',
    '{"\\n":}',
    '{"\\n":1}}',
    '{"\\n":1',
    '[{"\\n":1},]',
    '{"\\x":1}',
    '{"\\n":tru}',
    '{"\\n":01}',
    '{"\\n":"',
  ])('refuses %s as JSON.parse does', (text) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    expect(() => jsonValueOf(text)).toThrow(SyntaxError)
  })
})
