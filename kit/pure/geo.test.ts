import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundingBoxes, boundsToBoxes, boxContains, distanceMeters } from './geo.ts'
import { earthRadiusMeters, validBounds, validPoint } from './geo.ts'

const lat = fc.double({ min: -90, max: 90, noNaN: true })
const lng = fc.double({ min: -180, max: 180, noNaN: true })
const inAny = (boxes: ReturnType<typeof boundingBoxes>, point: { lat: number; lng: number }) =>
  boxes.some((box) => boxContains(box, point))

describe('distanceMeters', () => {
  const quarter = (Math.PI / 2) * earthRadiusMeters
  it.each([
    ['one degree of a meridian', { lat: 0, lng: 0 }, { lat: 1, lng: 0 }, quarter / 90],
    ['a quarter of the equator', { lat: 0, lng: 45 }, { lat: 0, lng: 135 }, quarter],
    ['pole to pole', { lat: 90, lng: 17 }, { lat: -90, lng: -140 }, 2 * quarter],
    ['the same pole under two longitudes', { lat: 90, lng: 0 }, { lat: 90, lng: 90 }, 0],
    ['across the antimeridian', { lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 }, quarter / 90],
    ['antipodes', { lat: 12, lng: 34 }, { lat: -12, lng: -146 }, 2 * quarter],
    ['Paris to Berlin', { lat: 48.8566, lng: 2.3522 }, { lat: 52.52, lng: 13.405 }, 877_460],
  ])('knows %s', (_, from, to, meters) => {
    expect(Math.abs(distanceMeters(from, to) - meters)).toBeLessThan(Math.max(0.01, meters * 1e-4))
    expect(distanceMeters(to, from)).toBeCloseTo(distanceMeters(from, to), 3)
  })
})

describe('boundingBoxes', () => {
  it('misses no point within the radius, anywhere on earth', () => {
    const nearTheLine = fc.oneof(fc.double({ min: 179, max: 180, noNaN: true }), fc.constantFrom(180, -180))
    const place = fc.record({ lat, lng: fc.oneof(lng, nearTheLine) })
    const reach = fc.double({ min: 1, max: 2, noNaN: true })
    fc.assert(
      fc.property(place, place, reach, (center, point, factor) => {
        const radius = distanceMeters(center, point) * factor
        return inAny(boundingBoxes(center.lat, center.lng, radius), point)
      }),
      { numRuns: 5000 },
    )
  })

  it('never crosses the antimeridian within one box, and never leaves the earth', () => {
    fc.assert(
      fc.property(lat, lng, fc.double({ min: 0, max: 25e6, noNaN: true }), (latitude, longitude, radius) => {
        const boxes = boundingBoxes(latitude, longitude, radius)
        expect(boxes.length).toBeLessThanOrEqual(2)
        for (const box of boxes) {
          expect(validBounds(box)).toBe(true)
          expect(box.west).toBeLessThanOrEqual(box.east)
        }
      }),
    )
  })

  it('is close to the circle: 100 km around a town is no more than a few degrees', () => {
    const [box] = boundingBoxes(48.8566, 2.3522, 100_000)
    expect(box?.south).toBeCloseTo(47.957, 2)
    expect(box?.north).toBeCloseTo(49.756, 2)
    expect(box?.west).toBeCloseTo(0.985, 2)
    expect(box?.east).toBeCloseTo(3.719, 2)
  })

  it('is two boxes at the antimeridian and a cap at the pole', () => {
    const suva = boundingBoxes(-18.14, 178.44, 300_000)
    expect(suva).toHaveLength(2)
    expect(inAny(suva, { lat: -18.1, lng: -179.2 })).toBe(true)
    expect(inAny(suva, { lat: -18.1, lng: 0 })).toBe(false)
    const north = boundingBoxes(89.9, 10, 50_000)
    expect(north).toHaveLength(1)
    expect(inAny(north, { lat: 89.95, lng: -170 })).toBe(true)
    expect(inAny(north, { lat: 89, lng: 10 })).toBe(false)
  })
})

describe('bounds', () => {
  it.each([
    [{ south: -10, west: 170, north: 10, east: -170 }, true],
    [{ south: -90, west: -180, north: 90, east: 180 }, true],
    [{ south: 10, west: 0, north: -10, east: 1 }, false],
    [{ south: 0, west: -181, north: 1, east: 0 }, false],
    [{ south: 0, west: 0, north: 91, east: 1 }, false],
    [{ south: Number.NaN, west: 0, north: 1, east: 1 }, false],
    [{ south: 0, west: 0, north: Infinity, east: 1 }, false],
  ])('%j are valid: %s', (bounds, valid) => {
    expect(validBounds(bounds)).toBe(valid)
  })

  it('holds across the antimeridian, at its two longitudes and at the poles', () => {
    const pacific = boundsToBoxes({ south: -10, west: 170, north: 10, east: -170 })
    expect(pacific).toHaveLength(2)
    expect(inAny(pacific, { lat: 0, lng: 175 }) && inAny(pacific, { lat: 0, lng: -175 })).toBe(true)
    expect(inAny(pacific, { lat: 0, lng: 0 })).toBe(false)
    expect(inAny(boundsToBoxes({ south: 0, west: 170, north: 1, east: 180 }), { lat: 0.5, lng: -180 })).toBe(true)
    expect(inAny(boundsToBoxes({ south: 0, west: -180, north: 1, east: 0 }), { lat: 0.5, lng: 180 })).toBe(true)
    expect(inAny(boundsToBoxes({ south: 80, west: 0, north: 90, east: 1 }), { lat: 90, lng: -77 })).toBe(true)
    expect(boundsToBoxes({ south: 0, west: 0, north: 1, east: 1 })).toHaveLength(1)
    expect(boundsToBoxes({ south: -1, west: -180, north: 1, east: 180 })).toHaveLength(1)
  })

  it('refuses points that are nowhere', () => {
    expect(validPoint({ lat: 91, lng: 0 })).toBe(false)
    expect(validPoint({ lat: 0, lng: Number.NaN })).toBe(false)
    expect(validPoint({ lat: -90, lng: 180 })).toBe(true)
  })
})
