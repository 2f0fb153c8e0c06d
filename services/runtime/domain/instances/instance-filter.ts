import { AppError } from '../../../../kit/errors/app-error.ts'
import { validBounds, validPoint, type Bounds } from '../../../../kit/pure/geo.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import { isJsonObject, jsonDepth, pointerToken } from '../../../../kit/pure/json/json.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { JsonObject } from '../../../../schema/events.ts'

/**
 * An InstanceFilter that was checked. All members that are present must hold; one that would let everything through
 * (null, `nameContains: ""`, `tags: {all: []}`, `propsContain: {}`) is not present. An empty list of allowed values
 * (`ids: []`, `kinds: []`, `tags: {any: []}`) lets nothing through: "one of these" where there are none. That is what
 * a caller whose list came out empty means, above all the one who is about to change all that match.
 */
export type InstanceFilterSpec = {
  ids?: string[]
  kinds?: string[]
  definitionTypeKey?: string
  ownerId?: string
  projectId?: string
  scopes?: string[]
  lifecycles?: string[]
  readiness?: string[]
  presence?: string[]
  parentId?: string
  name?: string
  nameContains?: string
  propsContain?: JsonObject
  location?: string
  device?: string
  tags?: TagsSpec
  near?: { lat: number; lng: number; radiusMeters: number }
  within?: Bounds
  zoneId?: string
  groupId?: string
}

export type TagsSpec = { all?: string[]; any?: string[]; none?: string[] }

const limits = { ids: 10_000, words: 50, tags: 100, text: 200, propsBytes: 16_384, propsDepth: 32 }

/** Null and undefined mean no filter. BAD_USER_INPUT with every problem and its JSON pointer in details.problems[]. */
export function parseInstanceFilter(input: unknown): InstanceFilterSpec {
  const { spec, problems } = readInstanceFilter(input)
  if (problems.length > 0) {
    const [first] = problems as [Problem]
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    throw new AppError('BAD_USER_INPUT', {
      public: `filter${first.pointer}: ${first.message}${more}`,
      details: { problems },
    })
  }
  return spec
}

/** What can be read of the filter, and everything that is wrong with it. */
export function readInstanceFilter(input: unknown): { spec: InstanceFilterSpec; problems: Problem[] } {
  const problems: Problem[] = []
  const spec = readMembers(input ?? {}, '', filterMembers, problems)
  return { spec, problems }
}

/** Whether nothing narrows: everything the viewer may list matches. Never true of a filter that matches nothing. */
export function isEmptyFilter(spec: InstanceFilterSpec): boolean {
  return Object.keys(spec).length === 0
}

type Report = (message: string, below?: string) => undefined
/** The checked value; undefined where it would let everything through, and where it was reported. */
type Read<T> = (value: unknown, report: Report) => T | undefined
type Readers<S> = { [K in keyof S]-?: Read<NonNullable<S[K]>> }

const filterMembers: Readers<InstanceFilterSpec> = {
  ids: list(limits.ids, (text) => (matchesId('inst', 8, text) ? null : "is not 'inst-' and 8 characters of base 36")),
  kinds: list(limits.words, wordProblem),
  definitionTypeKey: readText,
  ownerId: readText,
  projectId: readText,
  scopes: list(limits.words, wordProblem),
  lifecycles: list(limits.words, wordProblem),
  readiness: list(limits.words, wordProblem),
  presence: list(limits.words, wordProblem),
  parentId: readText,
  name: (value, report) => readText(value, report)?.trim().normalize('NFC'),
  nameContains: (value, report) => readText(value, report) || undefined,
  propsContain: readProps,
  location: readText,
  device: readText,
  tags: (value, report) => {
    const tags = list(limits.tags, textProblem)
    const some: Read<string[]> = (items, to) => narrowing(tags(items, to))
    const spec = nested<TagsSpec>({ all: some, any: tags, none: some })(value, report)
    return spec && Object.keys(spec).length > 0 ? spec : undefined
  },
  near: readNear,
  within: readWithin,
  zoneId: readText,
  groupId: readText,
}

function readMembers<S>(input: unknown, pointer: string, readers: Readers<S>, problems: Problem[]): Partial<S> {
  const spec: Partial<S> = {}
  if (!isJsonObject(input)) {
    problems.push({ pointer, message: 'is not an object' })
    return spec
  }
  for (const [key, value] of Object.entries(input)) {
    const at = pointer + pointerToken(key)
    const report: Report = (message, below = '') => void problems.push({ pointer: at + below, message })
    if (!Object.hasOwn(readers, key)) report('is not known')
    else if (value !== null && value !== undefined) {
      const member = key as keyof S
      const read = readers[member](value, report)
      if (read !== undefined) spec[member] = read
    }
  }
  return spec
}

function nested<S>(readers: Readers<S>): Read<Partial<S>> {
  return (value, report) => {
    const problems: Problem[] = []
    const spec = readMembers(value, '', readers, problems)
    for (const { pointer, message } of problems) report(message, pointer)
    return problems.length === 0 ? spec : undefined
  }
}

const narrowing = (items: string[] | undefined) => (items && items.length > 0 ? items : undefined)

/** Distinct texts, in the order given. */
function list(itemsMax: number, problemOf: (text: string) => string | null): Read<string[]> {
  return (value, report) => {
    if (!Array.isArray(value)) return report('is not a list')
    if (value.length > itemsMax) return report(`has ${value.length} items; at most ${itemsMax} are allowed`)
    let failed = false
    value.forEach((item: unknown, index) => {
      const problem = typeof item === 'string' ? problemOf(item) : 'is not a text'
      if (problem !== null) report(problem, `/${index}`)
      failed ||= problem !== null
    })
    return failed ? undefined : [...new Set(value as string[])]
  }
}

function readText(value: unknown, report: Report): string | undefined {
  const problem = typeof value === 'string' ? textProblem(value) : 'is not a text'
  return problem === null ? (value as string) : report(problem)
}

function textProblem(text: string): string | null {
  if (text.length > limits.text) return `has ${text.length} characters; at most ${limits.text} are allowed`
  return isStorable(text) ? null : 'has characters that no stored text can have'
}

function wordProblem(text: string): string | null {
  return /^[A-Z][A-Z0-9_]{0,39}$/.test(text) ? null : 'is not the name of an enum value'
}

/** What Postgres takes as text and as JSON: a comparison with anything else would be an error there. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function readProps(value: unknown, report: Report): JsonObject | undefined {
  if (!isJsonObject(value)) return report('is not an object')
  if (jsonDepth(value, limits.propsDepth) > limits.propsDepth)
    return report(`is nested deeper than ${limits.propsDepth} levels`)
  let valid = true
  // Well-formed texts are written without escapes for surrogates, so that the length is the one Postgres would see.
  const text = JSON.stringify(value, (key, member: unknown) => {
    valid &&= isStorable(key) && (typeof member !== 'string' || isStorable(member))
    valid &&= typeof member !== 'number' || Number.isFinite(member)
    return member
  })
  if (!valid) return report('has numbers or characters that no stored JSON can have')
  if (Buffer.byteLength(text) > limits.propsBytes) return report(`has more than ${limits.propsBytes} bytes`)
  return Object.keys(value).length > 0 ? (value as JsonObject) : undefined
}

type Near = NonNullable<InstanceFilterSpec['near']>

function readNear(value: unknown, report: Report): Near | undefined {
  const near = nested<Near>({ lat: readNumber, lng: readNumber, radiusMeters: readNumber })(value, report)
  if (near === undefined) return undefined
  const { lat, lng, radiusMeters } = near
  if (lat === undefined || lng === undefined || radiusMeters === undefined)
    return report('needs lat, lng and radiusMeters')
  if (!validPoint({ lat, lng: 0 })) report('is not between -90 and 90', '/lat')
  if (!validPoint({ lat: 0, lng })) report('is not between -180 and 180', '/lng')
  if (!(radiusMeters >= 0)) report('is negative', '/radiusMeters')
  return { lat, lng, radiusMeters }
}

function readWithin(value: unknown, report: Report): Bounds | undefined {
  const sides = { south: readNumber, west: readNumber, north: readNumber, east: readNumber }
  const bounds = nested<Bounds>(sides)(value, report)
  if (bounds === undefined) return undefined
  const { south, west, north, east } = bounds
  if (south === undefined || west === undefined || north === undefined || east === undefined) {
    return report('needs south, west, north and east')
  }
  const found = { south, west, north, east }
  if (south > north) return report('has its south north of its north')
  return validBounds(found) ? found : report('reaches beyond 90 degrees of latitude or 180 of longitude')
}

function readNumber(value: unknown, report: Report): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : report('is not a finite number')
}
