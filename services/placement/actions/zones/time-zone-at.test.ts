import { expect, it } from 'vitest'
import { isTimezone } from '../../../../kit/pure/time/time-zone.ts'
import { withZone, zoneAt } from './time-zone-at.ts'

it.each([
  ['Tokyo', 35.6895, 139.6917, 'Asia/Tokyo'],
  ['Lisbon', 38.7167, -9.1333, 'Europe/Lisbon'],
  ['Kathmandu', 27.7017, 85.3206, 'Asia/Kathmandu'],
])('tells the zone of %s from its coordinates', (_, lat, lng, zone) => {
  expect(zoneAt({ lat, lng })).toBe(zone)
})

it('tells a zone that every clock knows for any point on earth, poles and antimeridian included', () => {
  for (let lat = -90; lat <= 90; lat += 15) {
    for (let lng = -180; lng <= 180; lng += 15) expect(zoneAt({ lat, lng })).toSatisfy(isTimezone)
  }
})

it('leaves a given zone alone and invents none without coordinates', () => {
  const geo = { lat: 35.6895, lng: 139.6917 }
  expect(withZone({ geo, timezone: 'UTC' }).timezone).toBe('UTC')
  expect(withZone({ geo, timezone: null }).timezone).toBe('Asia/Tokyo')
  expect(withZone({ geo: null, timezone: null }).timezone).toBeNull()
})
