import type { Placement } from '../../domain/placements/placement.ts'

/** What placement rows are read as. */
export type PlacementColumns = {
  location: string | null
  device_id: string | null
  lat: number | null
  lng: number | null
  timezone: string | null
  tags: string[] | null
}

export function toPlacement(row: PlacementColumns): Placement {
  return {
    location: row.location,
    device: row.device_id,
    geo: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    timezone: row.timezone,
    tags: row.tags ?? [],
  }
}
