import type { Zone } from '../../domain/zones/check-zone.ts'
import type { Position } from '../../domain/zones/polygon.ts'

/** What zone rows are read as. */
export type ZoneColumns = {
  id: string
  name: string
  shape: 'CIRCLE' | 'POLYGON'
  center_lat: number | null
  center_lng: number | null
  radius_meters: number | null
  polygon: Position[] | null
  south: number
  west: number
  north: number
  east: number
}

export const zoneColumns =
  'z.id, z.name, z.shape, z.center_lat, z.center_lng, z.radius_meters, z.polygon, z.south, z.west, z.north, z.east'

export function toZone({
  id,
  name,
  shape,
  center_lat: lat,
  center_lng: lng,
  radius_meters,
  polygon,
  south,
  west,
  north,
  east,
}: ZoneColumns): Zone {
  const center = lat === null || lng === null ? null : { lat, lng }
  return { id, name, shape, center, radiusMeters: radius_meters, polygon, bbox: { south, west, north, east } }
}
