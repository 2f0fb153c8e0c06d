import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepsNumber, parseJson, parseOwnJson, type JsonBounds } from './parse-json.ts'

const bounds: JsonBounds = { depth: 8, nodes: 50, bytes: 10_000 }
const refusal = (source: string | Uint8Array, limits = bounds) => {
  const parsed = parseJson(source, limits)
  return parsed.ok ? null : parsed.refusal
}

describe('parseJson', () => {
  it('reads exactly what JSON.parse reads, of any document within the bounds', () => {
    const wide = { depth: 100, nodes: 1e6, bytes: 1e6 }
    const json = fc.jsonValue({ maxDepth: 6 })
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseJson(text, wide)).toStrictEqual({ ok: true, value: JSON.parse(text) as unknown })
        expect(parseJson(Buffer.from(text.toWellFormed()), wide).ok).toBe(true)
      }),
    )
  })

  it('agrees with JSON.parse about what is no JSON', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\\"',
      '"a"',
      '1',
      '-',
      'e',
      '.',
      'null',
      'true',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const wide = { depth: 100, nodes: 1e6, bytes: 1e6 }
        let expected: unknown
        try {
          expected = { ok: true, value: JSON.parse(text) as unknown }
        } catch {
          expected = { ok: false, refusal: { reason: 'SYNTAX', pointer: '', message: 'must be JSON' } }
        }
        expect(parseJson(text, wide)).toStrictEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes its depth and no more, wherever the nesting stands', () => {
    const nested = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)
    expect(refusal(nested(8))).toBeNull()
    expect(refusal(nested(9))).toMatchObject({ reason: 'DEPTH', pointer: '/a'.repeat(8) })
    expect(refusal(`[1,{"x":"[[[[[[[[[","y/~":${'['.repeat(9)}`)).toMatchObject({
      reason: 'DEPTH',
      pointer: '/1/y~1~0/0/0/0/0/0/0',
    })
    expect(refusal('['.repeat(1_000_000), { ...bounds, bytes: 1e7 })).toMatchObject({ reason: 'DEPTH' })
  })

  it('takes its nodes and no more', () => {
    expect(refusal(`[${Array(49).fill(0).join(',')}]`)).toBeNull()
    expect(refusal(`{"a":[${Array(60).fill(0).join(',')}]}`)).toMatchObject({
      reason: 'NODES',
      pointer: expect.stringMatching(/^\/a\/4\d$/) as unknown,
    })
  })

  it('counts bytes, not characters, and refuses bytes that are not UTF-8', () => {
    expect(refusal('"éé"', { ...bounds, bytes: 6 })).toBeNull()
    expect(refusal('"éé"', { ...bounds, bytes: 5 })).toMatchObject({ reason: 'BYTES' })
    expect(refusal(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({
      reason: 'SYNTAX',
      message: 'must be JSON in UTF-8',
    })
  })

  it.each([
    ['{"a":[0,750727362669608961]}', '/a/1'],
    ['{"\\"a":{"b":-9007199254740993}}', '/"a/b'],
    ['1e400', ''],
    ['-1e400', ''],
    ['1e-400', ''],
    ['1152921504606846976', ''],
    ['9007199254740993.0', ''],
    ['9.007199254740993e15', ''],
  ])('refuses the number in %s, which would become another', (text, pointer) => {
    expect(refusal(text)).toMatchObject({ reason: 'NUMBER', pointer })
    expect(parseJson(text, bounds, 'NEAREST').ok).toBe(true)
  })

  it.each([
    '9007199254740991',
    '-9007199254740992',
    '1e300',
    '1E+21',
    '1152921504606847000',
    '0.1',
    '0.10000000000000001',
    '-0',
    '0e5',
    '0.0000000000000000000',
    '5e-324',
  ])('keeps %s', (text) => {
    expect(refusal(text)).toBeNull()
    expect(keepsNumber(text)).toBe(true)
  })

  it('keeps an integer when JavaScript writes the same one back, and refuses every other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (integer) => {
        const isKept =
          BigInt(JSON.stringify(Number(integer)).includes('e') ? Number(integer) : JSON.stringify(Number(integer))) ===
          integer
        // 1e+21 and above are written with an exponent, whose digits are fewer than the double's own.
        fc.pre(Math.abs(Number(integer)) < 1e21)
        expect(refusal(String(integer)) === null).toBe(isKept)
      }),
    )
  })

  it('keeps every double as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(refusal(JSON.stringify(value))).toBeNull()
      }),
    )
  })
})

describe('parseOwnJson', () => {
  it('reads what we write and throws for what nobody of us wrote', () => {
    expect(parseOwnJson('{"a":[750727362669608961]}')).toEqual({ a: [750727362669608960] })
    expect(() => parseOwnJson('{')).toThrow(SyntaxError)
    expect(() => parseOwnJson('['.repeat(300) + ']'.repeat(300))).toThrow(RangeError)
  })
})
