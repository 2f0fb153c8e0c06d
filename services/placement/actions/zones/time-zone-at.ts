import tzLookup from '@photostructure/tz-lookup'
import type { Geo } from '../../domain/placements/placement.ts'

/** The IANA zone at a point, from a table of about 70 KB: right in towns, within some kilometres along borders. */
export function zoneAt({ lat, lng }: Geo): string {
  return tzLookup(lat, lng)
}

/** The same thing with the time zone that its coordinates tell, unless it has one. */
export function withZone<T extends { geo: Geo | null; timezone: string | null }>(thing: T): T {
  return thing.timezone !== null || thing.geo === null ? thing : { ...thing, timezone: zoneAt(thing.geo) }
}
