import { describe, expect, it } from 'vitest'
import { checkZone, type ZoneFields } from './check-zone.ts'

const circle = { id: 'depot', name: ' Depot ', center: { lat: 10, lng: 20 }, radiusMeters: 1000 }
const pointers = (fields: ZoneFields) => {
  const checked = checkZone(fields)
  return checked.ok ? [] : checked.problems.map(({ pointer }) => pointer)
}

describe('a zone', () => {
  it('is a circle with a box around it', () => {
    const checked = checkZone(circle)
    expect(checked).toMatchObject({
      ok: true,
      value: { outline: null, zone: { name: 'Depot', shape: 'CIRCLE', center: { lat: 10, lng: 20 }, polygon: null } },
    })
    const { bbox } = (checked as Extract<typeof checked, { ok: true }>).value.zone
    expect(bbox.north - bbox.south).toBeCloseTo(0.018, 4)
  })

  it('has a box that crosses the antimeridian and holds the pole where the circle does', () => {
    const boxOf = (lat: number, lng: number, radiusMeters: number) => {
      const checked = checkZone({ ...circle, center: { lat, lng }, radiusMeters })
      return checked.ok ? checked.value.zone.bbox : null
    }
    const fiji = boxOf(-17, 179.9, 100_000)
    expect([fiji?.west, fiji?.east].map((degrees) => Math.round(degrees ?? 0))).toEqual([179, -179])
    expect(boxOf(89.9, 0, 100_000)).toMatchObject({ west: -180, north: 90, east: 180 })
  })

  it('is a polygon', () => {
    expect(
      checkZone({
        id: 'a',
        name: 'A',
        polygon: [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      }),
    ).toMatchObject({ ok: true, value: { zone: { shape: 'POLYGON', center: null, radiusMeters: null } } })
  })

  it('takes a center next to zero for zero', () => {
    expect(checkZone({ ...circle, center: { lat: 5e-324, lng: -0 } })).toMatchObject({
      ok: true,
      value: { zone: { center: { lat: 0, lng: 0 } } },
    })
  })

  it.each<[string, ZoneFields, string[]]>([
    ['nothing of either', { id: 'a', name: 'A' }, ['']],
    ['a circle without a radius', { id: 'a', name: 'A', center: { lat: 0, lng: 0 } }, ['/radiusMeters']],
    ['a circle without a center', { id: 'a', name: 'A', radiusMeters: 1 }, ['/center']],
    ['no radius to speak of', { ...circle, radiusMeters: 0 }, ['/radiusMeters']],
    ['more than the earth', { ...circle, radiusMeters: 20_015_115 }, ['/radiusMeters']],
    [
      'both',
      {
        ...circle,
        polygon: [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      },
      ['/center', '/radiusMeters'],
    ],
    [
      'everything at once',
      { id: 'A', name: '', center: { lat: 91, lng: 181 }, radiusMeters: -1 },
      ['/id', '/name', '/center/lat', '/center/lng', '/radiusMeters'],
    ],
    ['a polygon that is none', { id: 'a', name: 'A', polygon: [[0, 0]] }, ['/polygon']],
  ])('is refused with a pointer: %s', (_, fields, expected) => {
    expect(pointers(fields)).toEqual(expected)
  })
})
