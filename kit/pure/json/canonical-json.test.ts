import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { sha256Hex } from '../ids/hash.ts'

describe('canonicalJson', () => {
  it('writes equal values as equal texts, whatever the order of their members', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: 'é' })).toBe('{"a":"é","b":[1,{"c":2,"d":1}]}')
    const reversed = (_: string, value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(canonicalJson(JSON.parse(text, reversed))).toBe(canonicalJson(JSON.parse(text)))
      }),
    )
  })

  it('writes what parses back to the same value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(JSON.stringify(JSON.parse(text))))
      }),
    )
  })

  it('treats undefined and dates as JSON.stringify does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined], c: new Date(0) })).toBe(
      '{"b":[null],"c":"1970-01-01T00:00:00.000Z"}',
    )
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
  })
})

describe('sha256Hex', () => {
  it('agrees with the published test vectors', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256Hex(new TextEncoder().encode('é'))).toBe(sha256Hex('é'))
  })
})
