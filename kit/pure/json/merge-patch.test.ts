import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepEqualJson, type JsonObject, type JsonValue } from './json.ts'
import { applyMergePatch, diffMergePatch, stripNullMembers } from './merge-patch.ts'

// Few names and values, so that two random documents often have members in common.
const { value: json } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<JsonValue>(null, 0, 1, 'a', true, ''),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', ''), tie('value'), { maxKeys: 4 }),
}))
const document = json.map((value) => stripNullMembers(value))
const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

describe('applyMergePatch', () => {
  it.each<[JsonValue, JsonValue, JsonValue]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('does what RFC 7396, appendix A, says: %j patched with %j', (target, patch, result) => {
    expect(applyMergePatch(freeze(target), freeze(patch))).toEqual(result)
  })

  it('keeps what the patch does not touch as the same reference', () => {
    const target: JsonObject = { touched: { a: 1 }, kept: { b: [1, 2] } }
    const result = applyMergePatch(target, { touched: { a: 2 }, kept: { b: [1, 2] } })
    expect(result['kept']).toBe(target['kept'])
    expect(result['touched']).not.toBe(target['touched'])
  })

  it('returns the target itself for a patch that changes nothing', () => {
    fc.assert(
      fc.property(document, (value) => {
        expect(applyMergePatch(value, structuredClone(value))).toBe(value)
      }),
    )
    const target = { a: { b: 1 } }
    expect(applyMergePatch(target, { a: { c: null }, d: null })).toBe(target)
  })

  it('treats __proto__ and constructor as names like any other', () => {
    const text = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    const patch = JSON.parse(text) as JsonObject
    const result = applyMergePatch({ a: 1 }, patch)
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
    expect(Object.keys(result)).toEqual(['a', '__proto__', 'constructor'])
    expect('polluted' in {}).toBe(false)
    expect(applyMergePatch({}, { constructor: null, toString: null })).toEqual({})
    expect(JSON.stringify(applyMergePatch(result, JSON.parse('{"__proto__":null,"constructor":null}')))).toBe('{"a":1}')
  })

  it('changes neither of its arguments', () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        applyMergePatch(freeze(target), freeze(patch))
        diffMergePatch(freeze(target), freeze(patch))
      }),
    )
  })

  it('leaves no null member outside arrays in a target that had none', () => {
    fc.assert(
      fc.property(document, json, (target, patch) => {
        const result = applyMergePatch(target, patch)
        expect(stripNullMembers(result)).toBe(result)
      }),
    )
  })
})

describe('diffMergePatch', () => {
  it('leads from any document to any other', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const patch = diffMergePatch(before, after)
        const result = patch === undefined ? before : applyMergePatch(before, patch)
        expect(deepEqualJson(result, after)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('is undefined for equal documents and only for them', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(diffMergePatch(before, after) === undefined).toBe(deepEqualJson(before, after))
        expect(diffMergePatch(before, structuredClone(before))).toBeUndefined()
      }),
    )
  })

  it('is minimal: without any one of its members it no longer leads there', () => {
    const withoutOne = (patch: JsonValue | undefined): JsonValue[] => {
      if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return []
      return Object.keys(patch).flatMap((key) => {
        const { [key]: member, ...rest } = patch
        return [rest, ...withoutOne(member).map((smaller) => ({ ...patch, [key]: smaller }))]
      })
    }
    const plain = document.filter((value) => !JSON.stringify(value).includes('__proto__'))
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const patch = diffMergePatch(before, after)
        for (const smaller of withoutOne(patch)) {
          expect(deepEqualJson(applyMergePatch(before, smaller), after)).toBe(false)
        }
      }),
    )
  })

  it.each<[JsonObject, JsonObject, JsonObject | undefined]>([
    [{ a: 1, b: { c: 2, d: 3 } }, { b: { c: 2, d: 4 } }, { a: null, b: { d: 4 } }],
    [{ a: [1, 2] }, { a: [1, 3] }, { a: [1, 3] }],
    [{ a: [{ b: null }] }, { a: [{ b: null }] }, undefined],
    [{ a: 5 }, { a: {} }, { a: {} }],
    [{ a: { b: 1 } }, { a: {} }, { a: { b: null } }],
    [{ a: { b: 1 } }, { a: [] }, { a: [] }],
  ])('of %j and %j is %j', (before, after, patch) => {
    expect(diffMergePatch(before, after)).toEqual(patch)
  })
})

describe('stripNullMembers', () => {
  it('removes null members at any depth, but nothing inside arrays', () => {
    const value = { a: null, b: { c: null, d: [null, { e: null }] } }
    expect(stripNullMembers(value)).toEqual({ b: { d: [null, { e: null }] } })
  })

  it('returns a value without null members as it is', () => {
    const value = { a: [null], b: { c: 1 } }
    expect(stripNullMembers(value)).toBe(value)
  })
})
