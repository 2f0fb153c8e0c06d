import type { InstanceFilter } from '@marquee/sdk'

/*
 * What the fleet is narrowed by, as the address says it: one member of the query for each member of InstanceFilter.
 */

export type FilterField = {
  /** Its name in the address. */
  name: string
  label: string
  /** Values to choose from, several at once; without them a text. */
  values?: readonly string[]
  /** Where suggestions come from. */
  choices?: 'tags' | 'zones' | 'groups' | 'locations' | 'definitions'
  hint?: string
  read: (text: string) => InstanceFilter | string
}

const list = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)
const among = <K extends 'kinds' | 'lifecycles' | 'readiness' | 'presence' | 'scopes'>(
  key: K,
  values: readonly string[],
) => ({
  values,
  read: (text: string): InstanceFilter | string => {
    const chosen = list(text)
    const wrong = chosen.find((value) => !values.includes(value))
    return wrong === undefined ? { [key]: chosen } : `${wrong} is none of ${values.join(', ')}.`
  },
})

export const filterFields: readonly FilterField[] = [
  { name: 'name', label: 'Name', hint: 'Part of the name', read: (text) => ({ nameContains: text }) },
  {
    name: 'tag',
    label: 'All tags',
    choices: 'tags',
    hint: 'Tags with commas between',
    read: (text) => ({ tags: { all: list(text) } }),
  },
  {
    name: 'anytag',
    label: 'Any tag',
    choices: 'tags',
    hint: 'Tags with commas between',
    read: (text) => ({ tags: { any: list(text) } }),
  },
  {
    name: 'notag',
    label: 'No tag',
    choices: 'tags',
    hint: 'Tags with commas between',
    read: (text) => ({ tags: { none: list(text) } }),
  },
  {
    name: 'definition',
    label: 'Definition',
    choices: 'definitions',
    hint: 'Its type key',
    read: (text) => ({ definitionTypeKey: text }),
  },
  {
    name: 'kind',
    label: 'Kind',
    ...among('kinds', [
      'DISPLAY',
      'DATASET',
      'PIPELINE',
      'STORE',
      'ACCESSOR',
      'SIGNAL',
      'EXPERIMENT',
      'MODEL',
      'PORTFOLIO_OPTIMIZER',
      'BACKTEST',
      'SESSION',
      'SESSION_PART',
      'POD',
      'HOST',
      'JOB',
      'REPORT',
      'HOPPER',
    ]),
  },
  {
    name: 'lifecycle',
    label: 'Lifecycle',
    ...among('lifecycles', ['CREATED', 'ACTIVE', 'PAUSED', 'STOPPED', 'ARCHIVED']),
  },
  { name: 'presence', label: 'Presence', ...among('presence', ['NEVER', 'ONLINE', 'STALE', 'OFFLINE']) },
  { name: 'readiness', label: 'Readiness', ...among('readiness', ['ERROR', 'STALE', 'RUNNING', 'READY']) },
  { name: 'scope', label: 'Scope', ...among('scopes', ['GLOBAL', 'PROJECT', 'ORCHESTRATION']) },
  { name: 'zone', label: 'Zone', choices: 'zones', read: (text) => ({ zoneId: text }) },
  { name: 'group', label: 'Group', choices: 'groups', read: (text) => ({ groupId: text }) },
  { name: 'location', label: 'Location', choices: 'locations', read: (text) => ({ location: text }) },
  { name: 'device', label: 'Device', read: (text) => ({ device: text }) },
  { name: 'props', label: 'Props contain', hint: '{"theme": "dark"}', read: readProps },
  { name: 'near', label: 'Near', hint: 'latitude, longitude, metres', read: readNear },
  { name: 'within', label: 'Within', hint: 'south, west, north, east', read: readWithin },
  { name: 'owner', label: 'Owner', hint: 'Id of a principal', read: (text) => ({ ownerId: text }) },
  { name: 'project', label: 'Project', hint: 'Id of a project', read: (text) => ({ projectId: text }) },
  { name: 'parent', label: 'Parent', hint: 'Id of an instance', read: (text) => ({ parentId: text }) },
  { name: 'exact', label: 'Exact name', read: (text) => ({ name: text }) },
  { name: 'id', label: 'Ids', hint: 'inst-… with commas between', read: (text) => ({ ids: list(text) }) },
]

export type ReadFilter = {
  filter: InstanceFilter
  /** By the name of a field: why what stands there is no filter. The field is left out of `filter` then. */
  problems: Record<string, string>
}

/** The filter that an address asks for. */
export function readFilter(params: URLSearchParams): ReadFilter {
  const filter: InstanceFilter = {}
  const problems: Record<string, string> = {}
  for (const { name, read } of filterFields) {
    const text = params.get(name)?.trim() ?? ''
    if (text === '') continue
    const part = read(text)
    if (typeof part === 'string') problems[name] = part
    else Object.assign(filter, part, part.tags && { tags: { ...filter.tags, ...part.tags } })
  }
  return { filter, problems }
}

function readProps(text: string): InstanceFilter | string {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { propsContain: value as Record<string, unknown> }
  } catch {
    // Half typed, most of the time.
  }
  return 'A JSON object, such as {"theme": "dark"}.'
}

function readNear(text: string): InstanceFilter | string {
  const [lat, lng, radiusMeters, ...more] = list(text).map(Number)
  const isPoint = lat !== undefined && lng !== undefined && radiusMeters !== undefined && more.length === 0
  return isPoint && [lat, lng, radiusMeters].every(Number.isFinite)
    ? { near: { lat, lng, radiusMeters } }
    : 'Three numbers: latitude, longitude, metres.'
}

function readWithin(text: string): InstanceFilter | string {
  const [south, west, north, east, ...more] = list(text).map(Number)
  const isBox = south !== undefined && west !== undefined && north !== undefined && east !== undefined
  return isBox && more.length === 0 && [south, west, north, east].every(Number.isFinite)
    ? { within: { south, west, north, east } }
    : 'Four numbers: south, west, north, east.'
}
