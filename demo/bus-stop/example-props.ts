import type { City } from '../cities.ts'
import { seededRandom, seedOf } from '../seeded.ts'
import { ownMember } from '../../kit/pure/json/json.ts'

export type Departure = { line: string; destination: string; dueMinutes: number; platform?: string }

export type ExampleProps = {
  stopName: string
  route: string
  destination: string
  departures: Departure[]
  alert?: { level: 'info' | 'warning'; message: string }
  language: string
}

const ROUTE = '42'
const OTHER_LINES = ['3', '7', '11', '18', '26', '55', '101', '200', 'X9', 'N1']
const DEPARTURES = 9

/** The languages that the display has words for, where most people read one of them. */
const LANGUAGES: Record<string, string> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  FR: 'fr',
  SN: 'fr',
  CI: 'fr',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  CO: 'es',
  PE: 'es',
  CL: 'es',
  VE: 'es',
  EC: 'es',
  GT: 'es',
  CU: 'es',
  BO: 'es',
  DO: 'es',
  UY: 'es',
  PY: 'es',
  IT: 'it',
  PT: 'pt',
  BR: 'pt',
  AO: 'pt',
  MZ: 'pt',
}

const PLACES: Record<string, string[]> = {
  en: [
    'Airport',
    'Central Station',
    'University',
    'Harbour',
    'Old Town',
    'Stadium',
    'Botanical Garden',
    'City Hospital',
    'Museum Quarter',
  ],
  de: [
    'Flughafen',
    'Hauptbahnhof',
    'Universität',
    'Hafen',
    'Altstadt',
    'Stadion',
    'Botanischer Garten',
    'Klinikum',
    'Museumsviertel',
  ],
  fr: [
    'Aéroport',
    'Gare centrale',
    'Université',
    'Port',
    'Vieille ville',
    'Stade',
    'Jardin botanique',
    'Hôpital',
    'Musées',
  ],
  es: [
    'Aeropuerto',
    'Estación Central',
    'Universidad',
    'Puerto',
    'Casco Antiguo',
    'Estadio',
    'Jardín Botánico',
    'Hospital',
    'Museos',
  ],
  it: [
    'Aeroporto',
    'Stazione Centrale',
    'Università',
    'Porto',
    'Centro storico',
    'Stadio',
    'Orto Botanico',
    'Ospedale',
    'Musei',
  ],
  pt: [
    'Aeroporto',
    'Estação Central',
    'Universidade',
    'Porto',
    'Centro Histórico',
    'Estádio',
    'Jardim Botânico',
    'Hospital',
    'Museus',
  ],
}

const ALERTS: { level: 'info' | 'warning'; message: string }[] = [
  { level: 'info', message: 'Night service runs every 20 minutes until 05:00.' },
  { level: 'warning', message: 'Road works ahead: allow ten more minutes.' },
]

/** Plausible props for the stop of a city; the same for the same city. About one English stop in eight has an alert. */
export function exampleProps(city: City): ExampleProps {
  const random = seededRandom(seedOf(city.slug))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const language = ownMember(LANGUAGES, city.country) ?? 'en'
  const places = ownMember(PLACES, language)!
  const destination = pick(places)
  // A line goes to one place all day, and stops at one platform.
  const offset = Math.floor(random() * OTHER_LINES.length)
  const lines = [0, 3, 7].map((step) => ({
    line: OTHER_LINES[(offset + step) % OTHER_LINES.length]!,
    destination: pick(places),
    platform: pick(['A', 'B', 'C', 'D']),
  }))
  const main = { line: ROUTE, destination, platform: 'A' }

  let dueMinutes = Math.floor(random() * 4)
  const departures = Array.from({ length: DEPARTURES }, (_, index): Departure => {
    const line = index % 3 === 0 ? main : pick(lines)
    const departure = { ...line, dueMinutes }
    dueMinutes += 2 + Math.floor(random() * 7)
    return departure
  })
  const alert = language === 'en' && random() < 1 / 8 ? pick(ALERTS) : undefined
  return { stopName: `${city.name} Central`, route: ROUTE, destination, departures, ...(alert && { alert }), language }
}
