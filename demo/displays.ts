import { BUS_STOP_TYPE_KEY } from './bus-stop/definition.ts'
import { exampleProps } from './bus-stop/example-props.ts'
import type { City } from './cities.ts'

/** Tells the displays of the demo from others, so that a start can count them. */
export const DEMO_TAG = 'demo'
/** Part of every idempotency key: raise it when what the demo writes changes. */
export const EDITION = 'demo-1'

export type DisplayInput = ReturnType<typeof displayInput>

/** What createInstance takes for the display of each city, in the order of the cities. */
export function displayInputs(cities: readonly City[]): DisplayInput[] {
  // Names are unique in a project, cities' names are not: the second Valencia says where it is.
  const taken = new Set<string>()
  return cities.map((city) => {
    const short = `${city.name} Central`
    const name = taken.has(short) ? `${short} (${city.slug})` : short
    taken.add(name)
    return displayInput(city, name)
  })
}

function displayInput(city: City, name: string) {
  return {
    kind: 'DISPLAY',
    definitionTypeKey: BUS_STOP_TYPE_KEY,
    name,
    visibility: 'PUBLIC',
    props: exampleProps(city),
    placement: {
      location: city.slug,
      device: `kiosk-${city.slug}`,
      geo: { lat: city.lat, lng: city.lng },
      timezone: city.timezone,
      tags: [`country:${city.country.toLowerCase()}`, `size:${city.sizeClass}`, city.setting, 'bus-stop', DEMO_TAG],
    },
    idempotencyKey: `${EDITION}/display/${city.slug}`,
  }
}
