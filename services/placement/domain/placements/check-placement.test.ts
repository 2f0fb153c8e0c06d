import { describe, expect, it } from 'vitest'
import { checkPlacement, checkSearch } from './check-placement.ts'
import type { PlacementFields } from './placement.ts'

const pointersOf = (fields: PlacementFields) => {
  const checked = checkPlacement(fields)
  return checked.ok ? [] : checked.problems.map((problem) => problem.pointer)
}

describe('checkPlacement', () => {
  it('reads absent members and null alike as none', () => {
    const nothing = { ok: true, value: { location: null, device: null, geo: null, timezone: null, tags: [] } }
    expect(checkPlacement({})).toEqual(nothing)
    expect(checkPlacement({ location: null, device: null, geo: null, timezone: null, tags: null })).toEqual(nothing)
  })

  it('keeps what fits, tidied', () => {
    expect(
      checkPlacement({
        location: 'pt/lisboa_1.b-2',
        device: ' kiosk-7 ',
        geo: { lat: -0, lng: 180 },
        timezone: 'Europe/Lisbon',
        tags: [' rain', 'Bus', 'bus', 'rain '],
      }),
    ).toStrictEqual({
      ok: true,
      value: {
        location: 'pt/lisboa_1.b-2',
        device: 'kiosk-7',
        geo: { lat: 0, lng: 180 },
        timezone: 'Europe/Lisbon',
        tags: ['Bus', 'bus', 'rain'],
      },
    })
  })

  it('reports every problem at once, each with its JSON pointer', () => {
    expect(
      pointersOf({
        location: 'No Slug',
        device: 'x'.repeat(121),
        geo: { lat: 91, lng: Number.NaN },
        timezone: 'Mars/Olympus',
        tags: ['fine', 'a,b', ' '],
      }),
    ).toEqual([
      '/placement/location',
      '/placement/device',
      '/placement/geo/lat',
      '/placement/geo/lng',
      '/placement/timezone',
      '/placement/tags/1',
      '/placement/tags/2',
    ])
  })

  it.each([
    [90, 180, true],
    [-90, -180, true],
    [90.000001, 0, false],
    [0, -180.1, false],
    [Number.POSITIVE_INFINITY, 0, false],
  ])('takes latitude %d and longitude %d: %s', (lat, lng, fits) => {
    expect(checkPlacement({ geo: { lat, lng } }).ok).toBe(fits)
  })

  it.each([
    ['jp-tokyo', true],
    ['0', true],
    ['a'.repeat(120), true],
    ['a'.repeat(121), false],
    ['', false],
    ['-a', false],
    ['Tokyo', false],
    ['a b', false],
    ['a\n', false],
  ])('takes %j as a location: %s', (location, fits) => {
    expect(checkPlacement({ location }).ok).toBe(fits)
  })

  it.each([
    ['Asia/Tokyo', true],
    ['UTC', true],
    ['Etc/GMT+5', true],
    ['America/Argentina/Buenos_Aires', true],
    ['+02:00', false],
    ['', false],
    ['Europe/Nowhere', false],
    ['Europe/Lisbon\0', false],
  ])('takes %j as a time zone: %s', (timezone, fits) => {
    expect(checkPlacement({ timezone }).ok).toBe(fits)
  })

  it.each(['', '   ', 'a\u0000b', 'a\ud800'])('refuses %j as a device', (device) => {
    expect(pointersOf({ device })).toEqual(['/placement/device'])
  })
})

describe('checkSearch', () => {
  it('takes the whole earth and a radius of nothing', () => {
    expect(checkSearch({ lat: -90, lng: 180, radiusMeters: null })).toEqual([])
    expect(checkSearch({ lat: 0, lng: 0, radiusMeters: 0 })).toEqual([])
  })

  it('refuses points off the earth and radii that are none', () => {
    const pointers = checkSearch({ lat: 91, lng: Number.NaN, radiusMeters: -1 }).map((problem) => problem.pointer)
    expect(pointers).toEqual(['/lat', '/lng', '/radiusMeters'])
    expect(checkSearch({ lat: 0, lng: 0, radiusMeters: Number.NaN })).toHaveLength(1)
  })
})
