import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../../../../kit/errors/app-error.ts'
import { isEmptyFilter, parseInstanceFilter } from './instance-filter.ts'

function problemsOf(input: unknown): { pointer: string; message: string }[] {
  try {
    parseInstanceFilter(input)
    return []
  } catch (error) {
    if (!isAppError(error) || error.code !== 'BAD_USER_INPUT') throw error
    return error.details?.['problems'] as { pointer: string; message: string }[]
  }
}

const pointersOf = (input: unknown) => problemsOf(input).map(({ pointer }) => pointer)
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) })

describe('parseInstanceFilter', () => {
  it('keeps what narrows, and each listed value once', () => {
    const filter = {
      ids: ['inst-0000000a', 'inst-0000000a'],
      kinds: ['DISPLAY'],
      definitionTypeKey: 'display/bus-stop',
      ownerId: '',
      nameContains: '100%',
      propsContain: { route: '42' },
      tags: { all: ['a', 'a'], any: ['b'], none: ['c'] },
      near: { lat: -90, lng: 180, radiusMeters: 0 },
      within: { south: -18, west: 179, north: -17, east: -179 },
    }
    expect(parseInstanceFilter(filter)).toEqual({
      ...filter,
      ids: ['inst-0000000a'],
      tags: { ...filter.tags, all: ['a'] },
    })
  })

  it.each([
    [undefined],
    [null],
    [{}],
    [{ ids: null, near: null }],
    [{ nameContains: '' }],
    [{ propsContain: {} }],
    [{ tags: {} }],
    [{ tags: { all: [], none: [], any: null } }],
  ])('finds nothing that narrows in %j', (input) => {
    expect(isEmptyFilter(parseInstanceFilter(input))).toBe(true)
  })

  it.each([[{ ids: [] }], [{ kinds: [] }], [{ scopes: [] }], [{ lifecycles: [] }], [{ tags: { any: [] } }]])(
    'takes %j for a filter that lets nothing through, not for an empty one',
    (input) => {
      const spec = parseInstanceFilter(input)
      expect(spec).toEqual(input)
      expect(isEmptyFilter(spec)).toBe(false)
    },
  )

  it('reports every problem with its pointer', () => {
    const filter = {
      ids: ['inst-0000000a', 'INST-1', 7],
      kinds: ['display'],
      lifecycles: 'ACTIVE',
      ownerId: 5,
      nameContains: 'a\0',
      tags: { all: ['ok', '\ud800'], any: Array.from({ length: 101 }, String), 'a/b': [] },
      near: { lat: 91, lng: -181, radiusMeters: -1 },
      within: { south: 2, west: 0, north: 1, east: Infinity },
      mood: 'good',
    }
    expect(pointersOf(filter)).toEqual([
      '/ids/1',
      '/ids/2',
      '/kinds/0',
      '/lifecycles',
      '/ownerId',
      '/nameContains',
      '/tags/all/1',
      '/tags/any',
      '/tags/a~1b',
      '/near/lat',
      '/near/lng',
      '/near/radiusMeters',
      '/within/east',
      '/mood',
    ])
  })

  it.each([
    [[], ''],
    ['x', ''],
    [{ near: {} }, '/near'],
    [{ near: { lat: NaN, lng: 0, radiusMeters: 1 } }, '/near/lat'],
    [{ near: { lat: 0, lng: 0, radiusMeters: Infinity } }, '/near/radiusMeters'],
    [{ near: [] }, '/near'],
    [{ within: { south: 2, west: 0, north: 1, east: 0 } }, '/within'],
    [{ within: { south: 0, west: 0, north: 90.1, east: 0 } }, '/within'],
    [{ within: { south: 0, west: 0, north: 1 } }, '/within'],
    [{ tags: [] }, '/tags'],
    [{ location: 'x'.repeat(201) }, '/location'],
    [{ propsContain: [] }, '/propsContain'],
    [{ propsContain: { a: ['\0'] } }, '/propsContain'],
    [{ propsContain: { '\ud800': 1 } }, '/propsContain'],
    [{ propsContain: { a: Infinity } }, '/propsContain'],
    [{ propsContain: deep(33) }, '/propsContain'],
    [{ propsContain: { a: 'ü'.repeat(8192) } }, '/propsContain'],
    [{ ids: Array.from({ length: 10_001 }, () => 'inst-0000000a') }, '/ids'],
    [{ constructor: 1 }, '/constructor'],
  ])('refuses %j', (input, pointer) => {
    expect(pointersOf(input)).toEqual([pointer])
  })

  it('takes ten thousand ids', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `inst-${String(index).padStart(8, '0')}`)
    expect(parseInstanceFilter({ ids }).ids).toEqual(ids)
  })

  it('answers anything at all with a filter or with problems', () => {
    const members = ['ids', 'kinds', 'nameContains', 'propsContain', 'tags', 'near', 'within', 'location']
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...members), fc.anything()), (input) => {
        const problems = problemsOf(input)
        for (const { pointer } of problems) expect(members).toContain(pointer.split('/')[1])
      }),
      { numRuns: 500 },
    )
  })
})
