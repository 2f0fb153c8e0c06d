import type { Pool } from 'pg'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { boundsToBoxes, boxContains, distanceMeters } from '../../../kit/pure/geo.ts'
import { deepEqualJson, isJsonObject, type JsonValue } from '../../../kit/pure/json/json.ts'
import type { InstanceFilterSpec } from '../../../services/runtime/domain/instances/instance-filter.ts'

/** What the search does, said once more in the plainest way: a loop over all rows. */
export type Sample = {
  id: string
  tenant_id: string
  kind: string
  definition_id: string | null
  definition_type_key: string | null
  scope: string
  project_id: string | null
  owner_id: string
  visibility: string
  parent_id: string | null
  lifecycle: string
  name: string | null
  effective_props: { [key: string]: JsonValue }
  created_at: string
  updated_at: string
  deleted_at: string | null
  placement: {
    location: string | null
    device_id: string | null
    lat: number | null
    lng: number | null
    tags: string[]
  } | null
}

export const tagNames = [
  'bus-stop',
  'indoor',
  'outdoor',
  'rare',
  'country:jp',
  'country:fr',
  'size:mega',
  'a b',
  'Ünicode',
  '%',
]

/** A small generator of our own (mulberry32): the same rows in every run, without a seed to carry around. */
export function randomSource(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(items: readonly T[]) => items[Math.floor(next() * items.length)] as T
  return { next, pick }
}

/** Towns at awkward places: both sides of the antimeridian, the poles, and one crowd. */
const centers = [
  [1e-200, -1e-200],
  [48.85, 2.35],
  [35.68, 139.69],
  [-18.14, 178.44],
  [-17.8, -179.9],
  [89.9, 10],
  [-90, 0],
  [0, 180],
  [0, -180],
  [0, 0],
] as const

export function makeSamples(count: number): Sample[] {
  const { next, pick } = randomSource(7)
  const epoch = Date.parse('2026-01-01T00:00:00Z')
  const stamp = () => new Date(epoch + Math.floor(next() * 5000) * 60_000).toISOString()
  return Array.from({ length: count }, (_, index): Sample => {
    const scope = pick(['PROJECT', 'PROJECT', 'ORCHESTRATION'])
    const created_at = stamp()
    return {
      id: idOf(index),
      tenant_id: next() < 0.95 ? 't1' : 't2',
      kind: pick(['DISPLAY', 'DISPLAY', 'DISPLAY', 'SIGNAL', 'DATASET']),
      definition_id: pick(['def-a', 'def-b', null]),
      definition_type_key: pick(['display/bus-stop', 'display/menu', 'display/clock', null]),
      scope,
      project_id: pick(['proj-1', 'proj-2']),
      owner_id: pick(['owner-1', 'owner-2', 'owner-3']),
      visibility: pick(['PUBLIC', 'PUBLIC', 'UNLISTED', 'PRIVATE']),
      parent_id: index > 100 && next() < 0.1 ? idOf(index % 5) : null,
      lifecycle: pick(['CREATED', 'ACTIVE', 'ACTIVE', 'PAUSED', 'ARCHIVED']),
      name: next() < 0.2 ? null : `${pick(['Stop', 'stop', 'Halte', '100% Stop_', 'É\\Gare'])} ${index}`,
      effective_props: { route: String(index % 50), theme: { dark: index % 2 === 0, tags: [index % 3, 'x'] } },
      created_at,
      updated_at: next() < 0.5 ? created_at : stamp(),
      deleted_at: next() < 0.03 ? stamp() : null,
      placement: next() < 0.1 ? null : place(next, pick),
    }
  })
}

export const idOf = (index: number) => `inst-${index.toString(36).padStart(8, '0')}`

function place(next: () => number, pick: <T>(items: readonly T[]) => T): Sample['placement'] {
  const [lat, lng] = pick(centers)
  const spread = pick([0, 0.01, 1, 20])
  const geo =
    next() < 0.1 ? null : { lat: clamp(lat + (next() - 0.5) * spread, 90), lng: wrap(lng + (next() - 0.5) * spread) }
  return {
    location: next() < 0.3 ? null : `town-${Math.floor(next() * 300)}`,
    device_id: next() < 0.5 ? null : `kiosk-${Math.floor(next() * 5000)}`,
    lat: geo?.lat ?? null,
    lng: geo?.lng ?? null,
    tags: tagNames.filter((tag) => next() < (tag === 'rare' ? 0.002 : 0.25)),
  }
}

const clamp = (value: number, max: number) => Math.max(-max, Math.min(max, value))
const wrap = (lng: number) => (lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng)

/** Straight into the tables: 20,000 created one by one would be minutes. */
export async function insertSamples(pool: Pool, samples: readonly Sample[]): Promise<void> {
  const fixed = {
    persistence: 'PERSISTENT',
    tier: 'TIMED',
    upgrade_strategy: 'PIN',
    desired_lifecycle: 'CREATED',
    presence: 'NEVER',
    conditions: [],
    generation: 1,
    observed_generation: 0,
    revision: 1,
    config: {},
    metadata: {},
    props: {},
    webhooks: {},
    runtime_type: 'EDGE',
    inherited_props: {},
    bindings: [],
    overrides: [],
    locks: [],
  }
  const rows = samples.map(({ placement: _placement, ...row }) => ({ ...fixed, ...row }))
  await pool.query('INSERT INTO runtime.instance SELECT * FROM jsonb_populate_recordset(NULL::runtime.instance, $1)', [
    JSON.stringify(rows),
  ])
  const placements = samples.flatMap(({ id, tenant_id, placement }) =>
    placement ? [{ instance_id: id, tenant_id, ...placement, created_at: 'now', updated_at: 'now' }] : [],
  )
  await pool.query(
    'INSERT INTO placement.placement SELECT * FROM jsonb_populate_recordset(NULL::placement.placement, $1)',
    [JSON.stringify(placements)],
  )
  // Not only ANALYZE: GIN indexes look dear to the planner until vacuum has merged what was inserted last.
  await pool.query('VACUUM (ANALYZE) runtime.instance, placement.placement')
}

export function listedTo(viewer: Viewer, sample: Sample): boolean {
  if (sample.tenant_id !== viewer.tenantId || sample.deleted_at !== null) return false
  return viewer.isAdmin || sample.visibility === 'PUBLIC'
}

export function matches({ placement, ...row }: Sample, filter: InstanceFilterSpec): boolean {
  const { tags, near, within } = filter
  const among = (values: string[] | undefined, value: string) => values?.includes(value) ?? true
  const equal = (wanted: string | undefined, value: string | null | undefined) =>
    wanted === undefined || wanted === value
  const point = placement?.lat != null && placement.lng != null ? { lat: placement.lat, lng: placement.lng } : null
  const own = placement?.tags ?? []
  return (
    among(filter.ids, row.id) &&
    among(filter.kinds, row.kind) &&
    among(filter.scopes, row.scope) &&
    among(filter.lifecycles, row.lifecycle) &&
    equal(filter.definitionTypeKey, row.definition_type_key) &&
    equal(filter.ownerId, row.owner_id) &&
    equal(filter.projectId, row.project_id) &&
    equal(filter.parentId, row.parent_id) &&
    equal(filter.location, placement?.location) &&
    equal(filter.device, placement?.device_id) &&
    equal(filter.name, row.name) &&
    (filter.nameContains === undefined ||
      (row.name?.toLowerCase().includes(filter.nameContains.toLowerCase()) ?? false)) &&
    (filter.propsContain === undefined || contains(row.effective_props, filter.propsContain)) &&
    (tags?.all?.every((tag) => own.includes(tag)) ?? true) &&
    (tags?.any?.some((tag) => own.includes(tag)) ?? true) &&
    !(tags?.none?.some((tag) => own.includes(tag)) ?? false) &&
    (near === undefined || (point !== null && distanceMeters(near, point) <= near.radiusMeters)) &&
    (within === undefined || (point !== null && boundsToBoxes(within).some((box) => boxContains(box, point))))
  )
}

/** Postgres' @> for what the tests ask. */
function contains(value: JsonValue, part: JsonValue): boolean {
  if (Array.isArray(part)) return Array.isArray(value) && part.every((item) => value.some((own) => contains(own, item)))
  if (!isJsonObject(part)) return deepEqualJson(value, part)
  return (
    isJsonObject(value) &&
    Object.entries(part).every(([key, item]) => Object.hasOwn(value, key) && contains(value[key] as JsonValue, item))
  )
}
