import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }

/* The world in one unit square, drawn once; a view is a scale and a shift of it. */

const topology = world as unknown as Parameters<typeof feature>[0]
export const size = { width: 1000, height: 487 }

const projection = geoEqualEarth().fitSize([size.width, size.height], { type: 'Sphere' })
const draw = geoPath(projection)
const countries = topology.objects['countries'] as NonNullable<Parameters<typeof mesh>[1]>
const path = (what: Parameters<typeof draw>[0]): Path2D => new Path2D(draw(what) ?? '')

export const land = path(feature(topology, countries))
export const borders = path(mesh(topology, countries, (a, b) => a !== b))
export const lines = path(geoGraticule10())
export const sphere = path({ type: 'Sphere' })

/** Where a place is in the square; null where the projection has none. */
export const placeOf = ({ lat, lng }: { lat: number; lng: number }): [number, number] | null => projection([lng, lat])
