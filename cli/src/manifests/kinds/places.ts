import {
  GroupDocument,
  GroupsDocument,
  LocationsDocument,
  UpsertGroupDocument,
  UpsertLocationDocument,
  UpsertZoneDocument,
  ZoneDocument,
  ZonesDocument,
  type GroupFieldsFragment,
  type LocationFieldsFragment,
  type UpsertGroupInput,
  type UpsertLocationInput,
  type UpsertZoneInput,
  type ZoneFieldsFragment,
} from '@marquee/sdk'
import { everyPage } from '../../find.ts'
import { newKey } from '../../session.ts'
import type { Kind } from '../kind.ts'
import type { Json, Manifest } from '../manifest.ts'
import type { World } from '../world.ts'
import { filled, upserted } from './upserted.ts'

/** The slug is the name of the manifest; what people read is the title. */
const title = (spec: Json, { metadata }: Manifest) => (typeof spec.title === 'string' ? spec.title : metadata.name)

const locationSpec = ({ name, geo, timezone, parent }: LocationFieldsFragment): Json =>
  filled({ title: name, geo, timezone, parent: parent?.id })

const readLocations = (world: World) =>
  everyPage(async (after) => (await world.client.query(LocationsDocument, { first: 200, after })).locations)

export const location: Kind = upserted<LocationFieldsFragment>({
  name: 'Location',
  members: ['title', 'geo', 'timezone', 'parent'],
  needs: ({ parent }) => (typeof parent === 'string' ? [parent] : []),
  specOf: locationSpec,
  // The graph has no query for one location.
  read: async (world, { metadata }) => (await readLocations(world)).find(({ id }) => id === metadata.name) ?? null,
  readAll: readLocations,
  async write({ client }, manifest, spec) {
    const input = {
      id: manifest.metadata.name,
      name: title(spec, manifest),
      geo: spec.geo,
      timezone: spec.timezone,
      parentId: spec.parent,
    }
    await client.mutate(UpsertLocationDocument, { input: input as UpsertLocationInput })
  },
})

const zoneSpec = ({ name, center, radiusMeters, polygon }: ZoneFieldsFragment): Json =>
  filled({ title: name, center, radiusMeters, polygon })

export const zone: Kind = upserted<ZoneFieldsFragment>({
  name: 'Zone',
  members: ['title', 'center', 'radiusMeters', 'polygon'],
  specOf: zoneSpec,
  read: async ({ client }, { metadata }) => (await client.query(ZoneDocument, { id: metadata.name })).zone,
  readAll: ({ client }) => everyPage(async (after) => (await client.query(ZonesDocument, { first: 200, after })).zones),
  async write({ client }, manifest, spec) {
    const { center, radiusMeters, polygon } = spec
    const input = {
      id: manifest.metadata.name,
      name: title(spec, manifest),
      center,
      radiusMeters,
      polygon,
      idempotencyKey: newKey(),
    }
    await client.mutate(UpsertZoneDocument, { input: input as UpsertZoneInput })
  },
})

const groupSpec = ({ name, selector, memberIds, parent }: GroupFieldsFragment): Json =>
  filled({ title: name, selector, members: memberIds && [...memberIds].sort(), parent: parent?.id })

export const group: Kind = upserted<GroupFieldsFragment>({
  name: 'Group',
  members: ['title', 'selector', 'members', 'parent'],
  needs: ({ parent, selector }) =>
    [parent, (selector as { groupId?: unknown } | undefined)?.groupId].filter((name) => typeof name === 'string'),
  specOf: groupSpec,
  comparable: (spec) =>
    Array.isArray(spec.members) ? { ...spec, members: [...(spec.members as string[])].sort() } : spec,
  read: async ({ client }, { metadata }) => (await client.query(GroupDocument, { id: metadata.name })).group,
  readAll: ({ client }) =>
    everyPage(async (after) => (await client.query(GroupsDocument, { first: 200, after })).groups),
  async write({ client }, manifest, spec) {
    const input = {
      id: manifest.metadata.name,
      name: title(spec, manifest),
      selector: spec.selector,
      memberIds: spec.members,
      parentId: spec.parent,
      idempotencyKey: newKey(),
    }
    await client.mutate(UpsertGroupDocument, { input: input as UpsertGroupInput })
  },
})
