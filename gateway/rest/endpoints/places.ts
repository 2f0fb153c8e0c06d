import type { Endpoint } from '../endpoint.ts'
import { page } from './examples.ts'

const all = (field: string, operation: string, fragment: string, at: Endpoint['at'], summary: string): Endpoint => ({
  at,
  summary,
  document: `query ${operation}($first: Int = 100, $after: String, $totalCount: Boolean = false) {
    ${field}(first: $first, after: $after) { ${page(fragment)} }
  }`,
  result: field,
  shape: 'page',
  example: { first: 2 },
})

export const placeEndpoints: Endpoint[] = [
  {
    at: 'GET /api/nearby',
    summary: 'The nearest instances with their distances, nearest first; the filter as in GET /api/instances.',
    document: `query FindNearby(
      $lat: Float!, $lng: Float!, $radiusMeters: Float, $filter: InstanceFilter, $first: Int = 20
    ) {
      nearby(lat: $lat, lng: $lng, radiusMeters: $radiusMeters, filter: $filter, first: $first) {
        distanceMeters instance { ...Instance }
      }
    }`,
    parameters: { component_id: 'filter.definitionTypeKey', owner_id: 'filter.ownerId', tags: 'filter.tags.all' },
    result: 'nearby',
    example: { lat: 38.7, lng: -9.14, radiusMeters: 2000, tags: ['covered'] },
  },
  all('locations', 'ListLocations', 'Location', 'GET /api/locations', 'List locations.'),
  {
    at: 'PUT /api/locations/{id}',
    summary: 'Create or replace a location.',
    document: `mutation PutLocation($input: UpsertLocationInput!) {
      upsertLocation(input: $input) { location { ...Location } }
    }`,
    result: 'upsertLocation.location',
    example: { id: 'harbour-road', name: 'Harbour Road', geo: { lat: 38.7, lng: -9.14 } },
  },
  all('zones', 'ListZones', 'Zone', 'GET /api/zones', 'List zones.'),
  {
    at: 'GET /api/zones/{id}',
    summary: 'Get a zone.',
    document: 'query GetZone($id: ID!) { zone(id: $id) { ...Zone } }',
    result: 'zone',
    example: { id: 'harbour' },
  },
  {
    at: 'PUT /api/zones/{id}',
    summary: 'Create or replace a zone: a circle or a polygon.',
    document: 'mutation PutZone($input: UpsertZoneInput!) { upsertZone(input: $input) { changeId zone { ...Zone } } }',
    result: 'upsertZone.zone',
    example: { id: 'harbour', name: 'Harbour', center: { lat: 38.7, lng: -9.14 }, radiusMeters: 2000 },
  },
  {
    at: 'DELETE /api/zones/{id}',
    summary: 'Delete a zone.',
    document: 'mutation DeleteZone($input: DeleteZoneInput!) { deleteZone(input: $input) { id changeId } }',
    result: 'deleteZone',
    example: { id: 'harbour' },
  },
  all('groups', 'ListGroups', 'Group', 'GET /api/groups', 'List groups.'),
  {
    at: 'GET /api/groups/{id}',
    summary: 'Get a group.',
    document: 'query GetGroup($id: ID!) { group(id: $id) { ...Group } }',
    result: 'group',
    example: { id: 'harbour-stops' },
  },
  {
    at: 'PUT /api/groups/{id}',
    summary: 'Create or replace a group: by a filter, or by its members.',
    document: `mutation PutGroup($input: UpsertGroupInput!) {
      upsertGroup(input: $input) { changeId group { ...Group } }
    }`,
    result: 'upsertGroup.group',
    example: { id: 'harbour-stops', name: 'Stops at the harbour', selector: { tags: { all: ['harbour'] } } },
  },
  {
    at: 'DELETE /api/groups/{id}',
    summary: 'Delete a group.',
    document: 'mutation DeleteGroup($input: DeleteGroupInput!) { deleteGroup(input: $input) { id changeId } }',
    result: 'deleteGroup',
    example: { id: 'harbour-stops' },
  },
  {
    at: 'GET /api/kv/{key}',
    summary: 'Get a value that KV bindings follow.',
    document: 'query GetKv($key: String!) { kv(key: $key) { ...KvEntry } }',
    result: 'kv',
    example: { key: 'alerts' },
  },
  {
    at: 'PUT /api/kv/{key}',
    summary: 'Set a value that KV bindings follow. The body is the value; null deletes it.',
    document: 'mutation SetKv($input: SetKvInput!) { setKv(input: $input) { entry { ...KvEntry } } }',
    body: 'value',
    result: 'setKv',
    example: { key: 'alerts', value: { level: 'warning', message: 'Road works' } },
  },
]
