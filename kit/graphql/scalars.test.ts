import { parseValue } from 'graphql'
import { describe, expect, it } from 'vitest'
import { scalars } from './scalars.ts'

const fromVariable = (name: string, value: unknown) => scalars[name]!.parseValue(value)
const fromLiteral = (name: string, text: string, variables: Record<string, unknown> = {}) =>
  scalars[name]!.parseLiteral(parseValue(text), variables)

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })

describe('JSON', () => {
  it('reads literals and variables alike', () => {
    const value = { a: [1, 2.5, 'x', true, null], b: { c: {} } }
    expect(fromLiteral('JSON', '{ a: [1, 2.5, "x", true, null], b: { c: {} } }')).toEqual(value)
    expect(fromVariable('JSON', value)).toEqual(value)
    expect(fromVariable('JSON', 'text')).toBe('text')
  })

  it('fills variables inside a literal in; an absent one leaves its member out', () => {
    expect(fromLiteral('JSON', '{ a: $a, b: $b, c: [$b] }', { a: 1 })).toEqual({ a: 1, c: [null] })
  })

  it('refuses names that could change a prototype, however they come', () => {
    expect(() => fromVariable('JSON', JSON.parse('{ "a": [{ "__proto__": 1 }] }'))).toThrow('/a/0/__proto__')
    expect(() => fromLiteral('JSONObject', '{ __proto__: { polluted: true } }')).toThrow('/__proto__')
    expect(() => fromLiteral('JSONObject', '{ constructor: 1 }')).toThrow('/constructor')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('takes 32 levels and refuses the 33rd', () => {
    expect(fromVariable('JSON', nested(32))).toEqual(nested(32))
    expect(() => fromVariable('JSON', nested(33))).toThrow('32 levels')
    expect(() => fromLiteral('JSON', '['.repeat(40) + ']'.repeat(40))).toThrow('32 levels')
  })

  it('refuses what the database cannot store', () => {
    expect(() => fromVariable('JSON', { a: 'x\0y' })).toThrow('U+0000')
    expect(() => fromVariable('JSON', { 'x\0': 1 })).toThrow('U+0000')
    expect(() => fromVariable('JSON', ['\ud800'])).toThrow('surrogate')
    expect(() => fromLiteral('JSON', '1e999')).toThrow('64-bit float')
  })
})

describe('JSONObject', () => {
  it.each([[[]], ['text'], [null], [1]])('refuses %j', (value) => {
    expect(() => fromVariable('JSONObject', value)).toThrow('JSON object')
  })
})

describe('DateTime', () => {
  it.each([
    ['2026-11-21T10:51:58Z', '2026-11-21T10:51:58.000Z'],
    ['2026-11-21T10:51:58.123456+02:00', '2026-11-21T08:51:58.123Z'],
    ['2024-02-29t00:00:00z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s as UTC with milliseconds', (text, instant) => {
    expect(fromVariable('DateTime', text)).toBe(instant)
    expect(fromLiteral('DateTime', JSON.stringify(text))).toBe(instant)
  })

  it.each([
    '2026-11-21',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T10:51:58',
    'now',
    '',
  ])('refuses %j', (text) => {
    expect(() => fromVariable('DateTime', text)).toThrow('RFC 3339')
  })

  it('refuses numbers and writes strings as they are', () => {
    expect(() => fromVariable('DateTime', 1)).toThrow('string')
    expect(() => fromLiteral('DateTime', '1')).toThrow('string')
    expect(scalars['DateTime']!.serialize('2026-11-21T10:51:58.123Z')).toBe('2026-11-21T10:51:58.123Z')
  })
})

describe('SemVer', () => {
  it.each([
    ['v1', '1.0.0'],
    ['1', '1.0.0'],
    ['v1.0', '1.0.0'],
    ['2.1.0-beta.1', '2.1.0-beta.1'],
  ])('reads %s as %s', (text, version) => {
    expect(fromVariable('SemVer', text)).toBe(version)
  })

  it('says what is wrong with anything else', () => {
    expect(() => fromVariable('SemVer', 'latest')).toThrow("'latest' is not a semantic version.")
  })
})
