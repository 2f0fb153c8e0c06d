import { describe, expect, it } from 'vitest'
import { mayMatch } from './may-match.ts'
import { blankState } from '../testing/test-log.ts'

describe('mayMatch', () => {
  const state = blankState('inst-0000000a', { lifecycle: 'ACTIVE', parentId: 'inst-0000000b', readiness: null })

  it.each([
    [{}, true],
    [{ kinds: null, parentId: null }, true],
    [{ kinds: [] }, false],
    [{ kinds: ['DISPLAY', 'DATASET'], lifecycles: ['ACTIVE'], ids: [state.id] }, true],
    [{ kinds: ['DISPLAY'], lifecycles: ['PAUSED'] }, false],
    [{ ids: ['inst-0000000b'] }, false],
    [{ readiness: ['READY'] }, false],
    [{ parentId: 'inst-0000000b' }, true],
    [{ parentId: 'inst-0000000c' }, false],
    [{ projectId: 'p' }, false],
    [{ tags: { any: [] }, nameContains: 'x', propsContain: { a: 1 } }, true],
  ])('says of %j: %s', (filter, expected) => {
    expect(mayMatch(filter, { state, place: 'unknown' })).toBe(expected)
  })

  const place = { location: 'Quay', deviceId: 'd', lat: 10, lng: 179.9, tags: ['a', 'b'] }
  it.each([
    [{ location: 'Quay', device: 'd', tags: { all: ['a', 'b'], any: ['x', 'b'], none: ['y'] } }, true],
    [{ location: 'quay' }, false],
    [{ device: 'e' }, false],
    [{ tags: { all: ['a', 'x'] } }, false],
    [{ tags: { any: [] } }, false],
    [{ tags: { none: ['b'] } }, false],
    [{ tags: { all: [], any: null, none: null }, location: null, near: null, within: null }, true],
    [{ near: { lat: 10, lng: -179.9, radiusMeters: 50_000 } }, true],
    [{ near: { lat: 10, lng: -170, radiusMeters: 50_000 } }, false],
    [{ within: { south: 9, north: 11, west: 179, east: -179 } }, true],
    [{ within: { south: 11, north: 12, west: 179, east: -179 } }, false],
  ])('says of %j, where it is placed: %s', (filter, expected) => {
    expect(mayMatch(filter, { state, place })).toBe(expected)
  })

  it('says of who is placed nowhere that nothing but a lack of tags can match', () => {
    const filters = [
      { location: 'x' },
      { device: 'x' },
      { tags: { any: ['a'] } },
      { within: { south: -90, north: 90, west: -180, east: 180 } },
      { tags: { none: ['a'] } },
    ]
    expect(filters.map((filter) => mayMatch(filter, { state, place: null }))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })
})
