import { describe, expect, it } from 'vitest'
import { deepEqualJson, findUnsafeKey, jsonDepth } from './json.ts'

describe('findUnsafeKey', () => {
  it.each<[string, string | null]>([
    ['{"a":{"b":[1,{"c":2}]}}', null],
    ['{"__proto__":1}', '/__proto__'],
    ['{"a":[0,{"constructor":{}}]}', '/a/1/constructor'],
    ['{"a/b":{"m~n":{"prototype":null}}}', '/a~1b/m~0n/prototype'],
    ['["__proto__","constructor"]', null],
    ['"__proto__"', null],
  ])('in %s finds %j', (text, pointer) => {
    expect(findUnsafeKey(JSON.parse(text))).toBe(pointer)
  })
})

describe('jsonDepth', () => {
  it.each([
    ['1', 0],
    ['[]', 1],
    ['{"a":[{"b":1}],"c":2}', 3],
  ])('of %s is %i', (text, depth) => {
    expect(jsonDepth(JSON.parse(text), 10)).toBe(depth)
  })

  it('stops looking one level below the bound, however deep the value is', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(jsonDepth(deep, 32)).toBe(33)
    expect(findUnsafeKey(deep)).toBeNull()
  })
})

describe('deepEqualJson', () => {
  it('ignores the order of members, but not the order of items', () => {
    expect(deepEqualJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
    expect(deepEqualJson([1, 2], [2, 1])).toBe(false)
  })

  it('tells apart what looks alike', () => {
    expect(deepEqualJson([], {})).toBe(false)
    expect(deepEqualJson({ a: 1 }, { b: 1 })).toBe(false)
    expect(deepEqualJson({ constructor: 1 }, { other: 1 })).toBe(false)
    expect(deepEqualJson(null, undefined)).toBe(false)
    expect(deepEqualJson(0, '0')).toBe(false)
  })
})
