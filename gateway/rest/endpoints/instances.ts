import type { Endpoint } from '../endpoint.ts'
import { archived, listOf, page, stop } from './examples.ts'

const change = (name: string, input: string, shown = 'Instance') =>
  `mutation ${name[0]?.toUpperCase()}${name.slice(1)}($input: ${input}!) {
    ${name}(input: $input) { changeId instance { ...${shown} } }
  }`

const departures = { key: 'departures', source: 'STATIC', path: '["08:12"]' }

export const instanceEndpoints: Endpoint[] = [
  {
    at: 'POST /api/instances',
    summary: 'Create an instance of a published definition.',
    document: change('createInstance', 'CreateInstanceInput'),
    result: 'createInstance.instance',
    created: '/api/instances/{id}',
    example: { definitionTypeKey: 'display/bus-stop', name: 'Harbour Road', props: { title: 'Harbour Road' } },
  },
  {
    at: 'GET /api/instances',
    summary: 'List instances that match every parameter given.',
    document: listOf('ListInstances', 'Instance'),
    parameters: { component_id: 'filter.definitionTypeKey', owner_id: 'filter.ownerId', tags: 'filter.tags.all' },
    result: 'instances',
    shape: 'page',
    example: { component_id: 'display/bus-stop', tags: ['harbour'], first: 2, totalCount: true },
  },
  {
    at: 'GET /api/instances/{id}',
    summary: 'Get an instance. Its ETag is its revision; what changes between revisions is in `/status`.',
    document: 'query GetInstance($id: ID!) { instance(id: $id) { ...Instance } }',
    result: 'instance',
    example: { id: stop },
  },
  {
    at: 'PATCH /api/instances/{id}',
    summary: 'Change the name, config and other settings. `config` and `metadata` are replaced whole.',
    document: change('updateInstance', 'UpdateInstanceInput'),
    result: 'updateInstance.instance',
    example: { id: stop, name: 'Harbour Road, line 42' },
  },
  {
    at: 'DELETE /api/instances/{id}',
    summary: 'Delete an archived or ephemeral instance with all below it.',
    document: 'mutation DeleteInstance($input: TransitionInput!) { deleteInstance(input: $input) { id changeId } }',
    result: 'deleteInstance',
    example: { id: archived },
  },
  {
    at: 'GET /api/instances/{id}/status',
    summary: 'Lifecycle, readiness, presence, conditions and health.',
    document: 'query GetInstanceStatus($id: ID!) { instance(id: $id) { ...InstanceStatus } }',
    result: 'instance',
    example: { id: stop },
  },
  {
    at: 'GET /api/instances/{id}/props',
    summary: 'Its own props, and those that a screen shows.',
    document: 'query GetProps($id: ID!) { instance(id: $id) { ...InstanceProps } }',
    result: 'instance',
    example: { id: stop },
  },
  {
    at: 'PATCH /api/instances/{id}/props',
    summary: 'Change some props by a JSON Merge Patch (RFC 7396): null deletes. Answers all props after it.',
    document: change('patchProps', 'PatchPropsInput', 'InstanceProps'),
    body: 'patch',
    result: 'patchProps.instance',
    example: { id: stop, patch: { title: 'Harbour Road (north)', count: 2 } },
  },
  {
    at: 'PUT /api/instances/{id}/props',
    summary: 'Replace all props.',
    document: change('replaceProps', 'ReplacePropsInput', 'InstanceProps'),
    body: 'props',
    result: 'replaceProps.instance',
    example: { id: stop, props: { title: 'Harbour Road' } },
  },
  {
    at: 'PATCH /api/instances/bulk',
    summary: 'Change some props of all instances that match the query. Needs a parameter that narrows.',
    document: `mutation BulkPatchProps($input: BulkPatchPropsInput!) {
      bulkPatchProps(input: $input) { changeId targeted changed }
    }`,
    parameters: {
      component_id: 'input.filter.definitionTypeKey',
      owner_id: 'input.filter.ownerId',
      tags: 'input.filter.tags.all',
      props: 'input.patch',
    },
    spread: ['input', 'input.filter'],
    query: 'input.filter',
    result: 'bulkPatchProps',
    example: { tags: ['harbour'], props: { level: 'warning' } },
  },
  {
    at: 'GET /api/instances/{id}/bindings',
    summary: 'The props that follow a source, with their last values and errors.',
    document: 'query GetBindings($id: ID!) { instance(id: $id) { ...InstanceBindings } }',
    result: 'instance',
    example: { id: stop },
  },
  {
    at: 'PUT /api/instances/{id}/bindings',
    summary: 'Replace all bindings; the body is their list.',
    document: change('setBindings', 'SetBindingsInput', 'InstanceBindings'),
    body: 'bindings',
    result: 'setBindings.instance',
    example: { id: stop, bindings: [departures] },
  },
  {
    at: 'PUT /api/instances/{id}/placement',
    summary: 'Say where it stands: location, device, coordinates and tags.',
    document: change('setPlacement', 'SetPlacementInput'),
    body: 'placement',
    result: 'setPlacement.instance',
    example: { id: stop, placement: { geo: { lat: 38.7, lng: -9.14 }, tags: ['harbour', 'covered'] } },
  },
  {
    at: 'POST /api/instances/{id}/upgrade',
    summary: 'Move it to another published version of its definition; `dryRun` says what would come of it.',
    document: change('upgradeInstance', 'UpgradeInstanceInput'),
    parameters: { target_version: 'input.targetVersion' },
    result: 'upgradeInstance.instance',
    example: { id: stop, target_version: '1.1.0' },
  },
  {
    at: 'GET /api/instances/{id}/events',
    summary:
      'Follow it as server-sent events: its state, then every change. EventSource resumes by itself with Last-Event-ID.',
    document: `subscription FollowInstance($id: ID!, $since: Cursor) {
      instanceChanged(id: $id, since: $since) { type cursor revision patch changeId actorId reason at instance { ...InstanceFeed } }
    }`,
    result: 'instanceChanged',
    shape: 'stream',
    example: { id: stop },
  },
  {
    at: 'POST /api/instances/{id}/events',
    summary: 'Send an event from its component to webhooks and activities.',
    document: 'mutation EmitEvent($input: EmitInstanceEventInput!) { emitInstanceEvent(input: $input) { changeId } }',
    result: 'emitInstanceEvent',
    example: { id: stop, event: 'pressed', data: { button: 'help' } },
  },
  {
    at: 'GET /api/instances/{id}/history',
    summary: 'Its recorded changes, newest first.',
    document: `query GetHistory($id: ID!, $first: Int = 50, $after: String, $totalCount: Boolean = false) {
      instance(id: $id) { history(first: $first, after: $after) { ${page('InstanceChange')} } }
    }`,
    result: 'instance.history',
    shape: 'page',
    example: { id: stop, first: 2 },
  },
  {
    at: 'GET /api/instances/{id}/explain',
    summary: 'Why a prop has its value: what every layer says about it.',
    document: `query ExplainProp($id: ID!, $path: String!) {
      instance(id: $id) { explainProp(path: $path) { ...PropExplanation } }
    }`,
    result: 'instance.explainProp',
    example: { id: stop, path: '/title' },
  },
  {
    at: 'PUT /api/instances/{id}/overrides',
    summary: 'Put a value above all other layers, for a time or until it is cleared.',
    document: change('setOverride', 'SetOverrideInput', 'InstanceProps'),
    result: 'setOverride.instance',
    example: { id: stop, path: '/title', value: 'Closed today', ttlSeconds: 3600 },
  },
  {
    at: 'DELETE /api/instances/{id}/overrides',
    summary: 'Clear the override of a path.',
    document: change('clearOverride', 'PropPathInput', 'InstanceProps'),
    result: 'clearOverride.instance',
    example: { id: stop, path: '/title' },
  },
  {
    at: 'PUT /api/instances/{id}/locks',
    summary: 'Keep AI principals from changing a path.',
    document: change('lockPath', 'LockPathInput', 'InstanceProps'),
    result: 'lockPath.instance',
    example: { id: stop, path: '/count', ttlSeconds: 3600 },
  },
  {
    at: 'DELETE /api/instances/{id}/locks',
    summary: 'Take a lock away.',
    document: change('unlockPath', 'PropPathInput', 'InstanceProps'),
    result: 'unlockPath.instance',
    example: { id: stop, path: '/count' },
  },
]
