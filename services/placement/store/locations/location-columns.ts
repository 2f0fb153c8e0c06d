import type { Location } from '../../domain/locations/check-location.ts'

/** What location rows are read as. */
export type LocationColumns = {
  id: string
  name: string
  parent_id: string | null
  lat: number | null
  lng: number | null
  timezone: string | null
}

export const locationColumns = 'l.id, l.name, l.parent_id, l.lat, l.lng, l.timezone'

export function toLocation(row: LocationColumns): Location {
  return {
    id: row.id,
    name: row.name,
    geo: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    timezone: row.timezone,
    parentId: row.parent_id,
  }
}
