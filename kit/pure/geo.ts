/**
 * Mean radius of the earth (IUGG R1). Distances are great-circle on a sphere: within 0.6 % of the ellipsoid. The
 * Postgres extension earthdistance uses 6,378,168 m, 0.11 % more: multiply its distances by earthdistanceToMeters,
 * and radii given to it by the inverse, so that all our figures agree.
 */
export const earthRadiusMeters = 6_371_008.8
export const earthdistanceToMeters = earthRadiusMeters / 6_378_168

export type GeoPoint = { lat: number; lng: number }
/** Degrees. A Bounds may cross the antimeridian (west > east). */
export type Bounds = { south: number; west: number; north: number; east: number }
/** A Bounds that does not cross it (west <= east): two BETWEENs in SQL. */
export type Box = Bounds

const radians = Math.PI / 180
/** A tenth of a millimetre: rounding must never leave out a point that lies exactly on the circle. */
const marginDegrees = 1e-9

export function validPoint({ lat, lng }: GeoPoint): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180
}

export function validBounds({ south, west, north, east }: Bounds): boolean {
  return south <= north && validPoint({ lat: south, lng: west }) && validPoint({ lat: north, lng: east })
}

/** Great-circle distance (haversine, which stays exact for points close together). */
export function distanceMeters(from: GeoPoint, to: GeoPoint): number {
  const sinLat = Math.sin(((to.lat - from.lat) * radians) / 2)
  const sinLng = Math.sin(((to.lng - from.lng) * radians) / 2)
  const h = sinLat * sinLat + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * sinLng * sinLng
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * One or two boxes that hold every point within the radius, and some more in the corners: a filter for an index, to
 * be followed by the distance. A circle around a pole is a cap over all longitudes.
 */
export function boundingBoxes(lat: number, lng: number, radiusMeters: number): Box[] {
  const angle = radiusMeters / earthRadiusMeters
  const south = lat - angle / radians - marginDegrees
  const north = lat + angle / radians + marginDegrees
  if (south <= -90 || north >= 90) {
    return [{ south: Math.max(-90, south), west: -180, north: Math.min(90, north), east: 180 }]
  }
  const sine = Math.sin(angle) / Math.cos(lat * radians)
  if (sine >= 1) return [{ south, west: -180, north, east: 180 }]
  const halfWidth = Math.asin(sine) / radians + marginDegrees
  const west = lng - halfWidth
  const east = lng + halfWidth
  if (west < -180) return split({ south, west: west + 360, north, east })
  if (east > 180) return split({ south, west, north, east: east - 360 })
  return [{ south, west, north, east }]
}

/**
 * The boxes whose union is the bounds: two when they cross the antimeridian. Bounds that end at 180 also hold what is
 * stored at -180 (the same meridian) and the other way round; bounds that reach a pole hold it at any longitude.
 */
export function boundsToBoxes(bounds: Bounds): Box[] {
  const { south, west, north, east } = bounds
  const boxes = west > east ? split(bounds) : [bounds]
  if (west <= east && east - west < 360) {
    if (east === 180) boxes.push({ south, west: -180, north, east: -180 })
    if (west === -180) boxes.push({ south, west: 180, north, east: 180 })
  }
  if (north === 90) boxes.push({ south: 90, west: -180, north: 90, east: 180 })
  if (south === -90) boxes.push({ south: -90, west: -180, north: -90, east: 180 })
  return boxes
}

export function boxContains(box: Box, { lat, lng }: GeoPoint): boolean {
  return box.south <= lat && lat <= box.north && box.west <= lng && lng <= box.east
}

function split({ south, west, north, east }: Bounds): Box[] {
  return [
    { south, west, north, east: 180 },
    { south, west: -180, north, east },
  ]
}
