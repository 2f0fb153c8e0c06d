import { describe, expect, it } from 'vitest'
import { mergePatch, sameJson } from './json.ts'

describe('mergePatch', () => {
  it('keeps the references of what does not change, and the state itself when nothing does', () => {
    const target = { a: { b: [1] }, c: 2 }
    const next = mergePatch(target, { c: 3 }) as typeof target
    expect(next.a).toBe(target.a)
    expect(mergePatch(target, { a: { b: [1] }, absent: null })).toBe(target)
    expect(target).toEqual({ a: { b: [1] }, c: 2 })
  })

  it('treats __proto__ as a name like any other', () => {
    const next = mergePatch({}, JSON.parse('{"__proto__":{"polluted":1}}')) as object
    expect(Object.keys(next)).toEqual(['__proto__'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('sameJson', () => {
  it('does not mind the order of members and does mind that of items', () => {
    expect(sameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
    expect(sameJson([1, 2], [2, 1])).toBe(false)
    expect(sameJson({ a: undefined }, { b: undefined })).toBe(false)
  })
})
