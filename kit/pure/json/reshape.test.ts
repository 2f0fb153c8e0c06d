import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from './json.ts'
import { checkReshape, reshape, type ReshapeStep } from './reshape.ts'

describe('reshape', () => {
  it.each<[string, JsonObject, ReshapeStep[], JsonObject]>([
    ['renames', { a: 1 }, [{ op: 'rename', from: '/a', to: '/b' }], { b: 1 }],
    ['renames into what it was', { a: 1 }, [{ op: 'rename', from: '/a', to: '/a/b' }], { a: { b: 1 } }],
    ['renames over what is there', { a: 1, b: 2 }, [{ op: 'rename', from: '/a', to: '/b' }], { b: 1 }],
    ['renames nothing', { b: 2 }, [{ op: 'rename', from: '/a', to: '/b' }], { b: 2 }],
    ['keeps what has no place', { a: 1, l: [] }, [{ op: 'rename', from: '/a', to: '/l/3' }], { a: 1, l: [] }],
    ['sets where nothing is', { a: 1 }, [{ op: 'default', path: '/b/c', value: [1] }], { a: 1, b: { c: [1] } }],
    ['leaves what is there', { a: 1 }, [{ op: 'default', path: '/a', value: 2 }], { a: 1 }],
    ['sets', { a: 1 }, [{ op: 'set', path: '/a', value: 2 }], { a: 2 }],
    ['drops', { a: { b: 1, c: 2 } }, [{ op: 'drop', path: '/a/b' }], { a: { c: 2 } }],
    ['keeps items', { a: [1, 2] }, [{ op: 'drop', path: '/a/0' }], { a: [1, 2] }],
    ['enters arrays', { a: [{ b: 1 }] }, [{ op: 'rename', from: '/a/0/b', to: '/a/0/c' }], { a: [{ c: 1 }] }],
  ])('%s', (_title, object, steps, expected) => {
    const before = structuredClone(object)
    expect(reshape(object, steps)).toEqual(expected)
    expect(object).toEqual(before)
  })

  it('answers the object itself where nothing changes, and undoes a rename by its reverse', () => {
    const word = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.dictionary(word, fc.integer()), word, (object, name) => {
        const away: ReshapeStep[] = [{ op: 'rename', from: `/${name}`, to: '/elsewhere' }]
        const back: ReshapeStep[] = [{ op: 'rename', from: '/elsewhere', to: `/${name}` }]
        expect(reshape(reshape(object, away), back)).toEqual(object)
        if (!Object.hasOwn(object, name)) expect(reshape(object, away)).toBe(object)
      }),
    )
  })
})

describe('checkReshape', () => {
  it('names every member that is wrong', () => {
    const pointers = (steps: unknown[]) => checkReshape(steps).map(({ pointer }) => pointer)
    expect(pointers([{ op: 'rename', from: '/a', to: '/b' }])).toEqual([])
    expect(pointers([7, { op: 'move' }, { op: 'drop', path: 'a' }, { op: 'drop', path: '/a', value: 1 }])).toEqual([
      '/0',
      '/1/op',
      '/2/path',
      '/3/value',
    ])
    expect(pointers([{ op: 'set', path: '/a' }])).toEqual(['/0/value'])
    expect(pointers([{ op: 'set', path: '/a', value: { b: null } }])).toEqual(['/0/value'])
  })
})
