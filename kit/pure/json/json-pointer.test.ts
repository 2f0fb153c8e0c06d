import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue as Json } from './json.ts'
import { pointerTokens, setAtPointer, valueAtPointer } from './json-pointer.ts'

const escape = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1')
const malformed = ['', 'a', '#/a', '/a~', '/~2', '/a~/b']

describe('pointerTokens', () => {
  it.each([
    ['/', ['']],
    ['/a', ['a']],
    ['/a/0/b', ['a', '0', 'b']],
    ['/a~1b/~0', ['a/b', '~']],
    ['/~01', ['~1']],
    ['/a//', ['a', '', '']],
  ])('reads %j', (pointer, tokens) => {
    expect(pointerTokens(pointer)).toEqual(tokens)
  })

  it.each(malformed)('is null for %j', (pointer) => {
    expect(pointerTokens(pointer)).toBeNull()
  })

  it('reads back any tokens that were written', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (tokens) => {
        expect(pointerTokens(tokens.map((token) => `/${escape(token)}`).join(''))).toEqual(tokens)
      }),
    )
  })
})

describe('valueAtPointer', () => {
  const value = JSON.parse('{"a":{"b":[1,{"c":null}]},"":0,"x/y":2,"__proto__":{"own":1}}') as Json

  it.each<[string, Json]>([
    ['/a/b/0', 1],
    ['/a/b/1/c', null],
    ['/', 0],
    ['/x~1y', 2],
    ['/__proto__/own', 1],
  ])('finds what stands at %j', (pointer, found) => {
    expect(valueAtPointer(value, pointer)).toBe(found)
  })

  it('is the whole at the empty pointer', () => {
    expect(valueAtPointer(value, '')).toBe(value)
  })

  it.each([
    '/b',
    '/a/b/2',
    '/a/b/00',
    '/a/b/-',
    '/a/b/-1',
    '/a/b/1e0',
    '/a/b/length',
    '/a/b/0/c',
    '/toString',
    '/a/constructor',
    '/__proto__/toString',
  ])('is undefined at %j, where nothing stands', (pointer) => {
    expect(valueAtPointer(value, pointer)).toBeUndefined()
  })

  it.each(malformed.slice(1))('is undefined for %j, which is no pointer', (pointer) => {
    expect(valueAtPointer(value, pointer)).toBeUndefined()
  })
})

describe('setAtPointer', () => {
  it('makes the objects that are missing on the way, and those that a value stands in the way of', () => {
    expect(setAtPointer({ a: 1 }, '/b/c/d', 2)).toEqual({ a: 1, b: { c: { d: 2 } } })
    expect(setAtPointer({ a: 1 }, '/a/b', 2)).toEqual({ a: { b: 2 } })
  })

  it('replaces items of arrays but adds none', () => {
    expect(setAtPointer({ a: [1, { b: 2 }] }, '/a/1/b', 3)).toEqual({ a: [1, { b: 3 }] })
    for (const pointer of ['/a/2', '/a/-', '/a/01', '/a/x', `/a/${'9'.repeat(400)}`])
      expect(setAtPointer({ a: [1, 2] }, pointer, 3)).toEqual({ a: [1, 2] })
  })

  it.each(malformed)('changes nothing for %j, which is no pointer into an object', (pointer) => {
    const object = { a: 1 }
    expect(setAtPointer(object, pointer, 'replaced')).toBe(object)
  })

  it('writes __proto__ as a member like any other', () => {
    const after = setAtPointer({}, '/__proto__/polluted', true)
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype)
    expect(({} as JsonObject)['polluted']).toBeUndefined()
    expect(valueAtPointer(after, '/__proto__/polluted')).toBe(true)
  })

  it('leaves the object it was given as it was, and puts the value where it is found again', () => {
    const object = fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true })
    const pointer = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
      .map((tokens) => `/${tokens.join('/')}`)
    fc.assert(
      fc.property(object, pointer, fc.jsonValue({ maxDepth: 1 }), (given, at, value) => {
        const before = JSON.stringify(given)
        const after = setAtPointer(given as JsonObject, at, value as Json)
        expect(JSON.stringify(given)).toBe(before)
        // A name leads nowhere in an array: that write is dropped.
        if (JSON.stringify(after) !== before) expect(valueAtPointer(after, at)).toEqual(value)
      }),
    )
  })
})
