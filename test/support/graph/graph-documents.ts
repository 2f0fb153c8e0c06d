/** What the parity suite knows of the data it asks about. */
export type Known = {
  id: string
  privateId: string
  childId: string
  typeKey: string
  definitionId: string
  versionId: string
  tag: string
  cursor: string
}

export type Document = {
  query: string
  variables?: object
  operationName?: string
  /** Null is anonymous. */
  key?: null
}

const introspection = `query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name }
  types { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
    inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description } possibleTypes { ...TypeRef } }
  directives { name description locations args { ...InputValue } } } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`

const state = `id kind name visibility scope persistence upgradeStrategy maxVersion config metadata props effectiveProps lifecycle
  desiredLifecycle readiness presence conditions { type } revision cursor url createdAt updatedAt timeslot { start end }`

/** Documents that read. Every mode must answer each with the same bytes. */
export function questions({
  id,
  privateId,
  childId,
  typeKey,
  definitionId,
  versionId,
  tag,
  cursor,
}: Known): Record<string, Document> {
  const list =
    'query ($filter: InstanceFilter, $orderBy: InstanceOrder, $first: Int, $after: String) { instances(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id placement { tags } } } nodes { name definition { title } } } }'
  const one = (fields: string) => ({ query: `query ($id: ID!) { instance(id: $id) { ${fields} } }`, variables: { id } })
  return {
    me: { query: '{ me { tenantId roles principal { id kind displayName email } } }' },
    'me, anonymous': { query: '{ me { tenantId } }', key: null },
    'spaces, three levels and back': {
      query:
        '{ spaces { id name kind owner { displayName } subspaces { name kind projects { name subspace { space { id } } } } } }',
    },
    'all of an instance': one(state),
    'the key only': one('id __typename definition { id __typename } owner { id }'),
    'an instance across three subgraphs': one(
      `${state} placement { location device geo { lat lng } timezone tags } definition { title typeKey latestVersion { version contentHash publishedAt } } definitionVersion { version propsSchema defaultProps } project { name } owner { displayName }`,
    ),
    'there and back': one(
      'definition { instances(first: 2) { nodes { id definition { typeKey instances(first: 1) { totalCount } } placement { tags } } } }',
    ),
    'a parent': {
      query:
        'query ($id: ID!) { instance(id: $id) { parent { id name placement { tags } definition { title } parent { id } } } }',
      variables: { id: childId },
    },
    'a PRIVATE parent, anonymous': {
      query: 'query ($id: ID!) { instance(id: $id) { parent { id } placement { tags } } }',
      variables: { id: childId },
      key: null,
    },
    'history with states': one(
      'history(first: 3) { totalCount pageInfo { hasNextPage endCursor } nodes { type revision patch changeId actorId reason at cursor instance { revision props placement { tags } } } }',
    ),
    'ticks of a schedule over a gap': {
      query:
        '{ schedulePreview(expression: "30 2 * * *", timezone: "Europe/Berlin", from: "2027-03-27T12:00:00.000Z", count: 3) { at local dst } }',
    },
    'flows, their schedules and runs': one(
      'schedule { id } flows { name schedule { expression } } runs(first: 2) { totalCount nodes { id log(first: 1) { nodes { lines } } } }',
    ),
    'no instance': { query: '{ instance(id: "inst-00000000") { id placement { tags } } }' },
    'a PRIVATE instance, anonymous': {
      query: 'query ($id: ID!) { instance(id: $id) { id definition { title } } }',
      variables: { id: privateId },
      key: null,
    },
    'a list': { query: list, variables: { first: 2, orderBy: 'NAME_ASC' } },
    'a list, anonymous': { query: list, key: null },
    'an empty list': { query: list, variables: { filter: { ids: [] } } },
    'a filter over everything': {
      query: list,
      variables: {
        filter: {
          kinds: ['DISPLAY'],
          tags: { all: [tag] },
          near: { lat: 0, lng: 0, radiusMeters: 1e7 },
          within: { south: -90, north: 90, west: -180, east: 180 },
          propsContain: { title: 'Untitled' },
        },
      },
    },
    'a filter as a literal': {
      query: `{ instances(filter: { definitionTypeKey: "${typeKey}", propsContain: { title: "Untitled", n: null } }) { totalCount } }`,
    },
    'default variables': {
      query:
        'query ($first: Int = 1, $order: InstanceOrder = CREATED_ASC) { instances(first: $first, orderBy: $order) { nodes { id } } }',
    },
    nearby: {
      query:
        '{ nearby(lat: 10, lng: 20, first: 3) { distanceMeters instance { id name definition { title } placement { geo { lat lng } } } } }',
    },
    'locations and tags': {
      query:
        '{ locations { totalCount nodes { id name timezone geo { lat } parent { name } } } tags(prefix: "t") { tag count } }',
    },
    'a definition by id': {
      query:
        'query ($id: ID!) { definition(id: $id) { id typeKey kind title description provisioningSource status createdAt project { id name } derivedFrom { id } versions { totalCount edges { cursor node { version status } } } instances { totalCount } } }',
      variables: { id: definitionId },
    },
    'a definition by type key, anonymous': {
      query:
        'query ($t: String!) { definition(typeKey: $t) { title versions { nodes { version } } instances { nodes { id } } } }',
      variables: { t: typeKey },
      key: null,
    },
    definitions: {
      query:
        '{ definitions(filter: { kinds: [COMPONENT], statuses: [PUBLISHED], search: "screen" }) { totalCount pageInfo { hasNextPage } nodes { title latestVersion { version } instances(first: 1) { totalCount nodes { placement { tags } } } } } }',
    },
    'a version': {
      query:
        'query ($id: ID!) { definitionVersion(id: $id) { id version status propsSchema parametersSchema defaultProps codeRef bundleUrl flowTemplates { name } statusAggregationContract lifecycleTemplate childRequirements contentHash definition { typeKey } } }',
      variables: { id: versionId },
    },
    aliases: {
      query: `{ a: instance(id: "${id}") { x: id y: placement { z: tags } } b: instance(id: "${childId}") { x: name y: definition { z: title } } c: me { t: tenantId } }`,
    },
    fragments: {
      query: `query ($id: ID!) { instance(id: $id) { ...A ... on Instance { ...B revision } ... { kind } } } fragment A on Instance { id definition { ...D } } fragment B on Instance { placement { tags } definition { typeKey } } fragment D on Definition { title __typename }`,
      variables: { id },
    },
    'one field asked for twice': one(
      'id definition { title } name definition { typeKey } placement { tags } placement { device }',
    ),
    '@skip and @include': {
      query:
        'query ($id: ID!, $yes: Boolean!, $no: Boolean!) { instance(id: $id) { id @include(if: $yes) name @skip(if: $yes) placement @include(if: $no) { tags } definition @skip(if: $no) { title } } }',
      variables: { id, yes: true, no: false },
    },
    'one operation of two': {
      query: 'query A { me { tenantId } } query B { instances { totalCount } }',
      operationName: 'B',
    },
    'fields of several subgraphs at the root': {
      query: `{ tags { tag } me { tenantId } instances(first: 1) { totalCount } definitions(first: 1) { totalCount } locations { totalCount } __typename }`,
    },
    introspection: { query: introspection },
    'one type': { query: '{ __type(name: "Instance") { name fields { name } } __typename }' },
    'a cursor that goes on': { query: list, variables: { orderBy: 'CREATED_ASC', first: 1, after: cursor } },
  }
}

/** Documents that are refused, with what must be said of them. */
export function mistakes({ id, typeKey, definitionId }: Known): Record<string, Document> {
  const patch =
    'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision instance { placement { tags } } } }'
  const create =
    'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id definition { title } } } }'
  return {
    'a syntax error': { query: '{ instances {' },
    'an empty document': { query: '' },
    'unknown fields': { query: '{ instances { nodes { nope placement { nope } } } }' },
    'a missing argument': { query: '{ instance { id } }' },
    'an unknown fragment': { query: '{ me { ...Nope } }' },
    'too deep': {
      query: `{ instances { nodes ${'{ definition { instances { nodes '.repeat(8)} { id } ${'} } }'.repeat(8)} } }`,
    },
    'a schedule that never comes': {
      query:
        '{ schedulePreview(expression: "0 0 30 2 *", timezone: "Mars/Phobos", from: "2027-01-01T00:00:00.000Z") { at } }',
    },
    'a schedule for an instance without flows': {
      query: 'mutation ($input: SetScheduleInput!) { setSchedule(input: $input) { flow { id } } }',
      variables: { input: { instanceId: id, expression: '@daily' } },
    },
    'no such operation': { query: 'query A { me { tenantId } }', operationName: 'B' },
    'a missing variable': { query: 'query ($id: ID!) { instance(id: $id) { id } }' },
    'variables of the wrong type': {
      query: 'query ($first: Int, $f: InstanceFilter) { instances(first: $first, filter: $f) { totalCount } }',
      variables: { first: 'x', f: { nope: 1, tags: [] } },
    },
    'first: 0': { query: '{ instances(first: 0) { totalCount } }' },
    'first: 0, aliased, beside what works': {
      query: '{ fine: me { tenantId } wrong: instances(first: 0) { totalCount } }',
    },
    'a broken cursor': { query: '{ instances(after: "x") { totalCount } }' },
    'a broken cursor inside': {
      query: `query ($id: ID!) { it: instance(id: $id) { id past: history(after: "x") { totalCount } } }`,
      variables: { id },
    },
    'a broken cursor inside a definition': {
      query: `{ d: definition(id: "${definitionId}") { title all: instances(after: "x") { totalCount } } }`,
    },
    'a filter that is wrong': {
      query: '{ instances(filter: { ids: ["x"], near: { lat: 91, lng: 0, radiusMeters: -1 } }) { totalCount } }',
    },
    'a point off the earth': { query: '{ around: nearby(lat: 91, lng: 0) { instance { id } } }' },
    'a definition asked for by nothing': { query: '{ definition { id } }' },
    'a write without a key': { query: patch, variables: { input: { id, patch: { title: 'x' } } }, key: null },
    'a write to what is not there': { query: patch, variables: { input: { id: 'inst-00000000', patch: {} } } },
    'props that break the schema': { query: patch, variables: { input: { id, patch: { title: 5, level: 'x' } } } },
    'a stale revision': { query: patch, variables: { input: { id, patch: { title: 'x' }, expectedRevision: 99 } } },
    '__proto__ in a variable': {
      query: 'mutation ($p: JSONObject!) { patchProps(input: { id: "inst-00000000", patch: $p }) { revision } }',
      variables: JSON.parse('{"p":{"__proto__":{}}}') as object,
    },
    '__proto__ as a literal': {
      query: `mutation { patchProps(input: { id: "${id}", patch: { __proto__: 1 } }) { revision } }`,
    },
    'a version that is none, as a variable': {
      query: create,
      variables: { input: { definitionTypeKey: typeKey, definitionVersion: 'x' } },
    },
    'a version that is none, as a literal': {
      query: `mutation { createInstance(input: { definitionTypeKey: "${typeKey}", definitionVersion: "x" }) { revision } }`,
    },
    'an unknown definition': { query: create, variables: { input: { definitionTypeKey: 'no/such' } } },
    'a placement off the earth': {
      query: create,
      variables: { input: { definitionTypeKey: typeKey, placement: { geo: { lat: 91, lng: 0 } } } },
    },
    'a wrong placement': {
      query: 'mutation ($i: SetPlacementInput!) { setPlacement(input: $i) { revision } }',
      variables: { i: { id, placement: { tags: [''] } } },
    },
    'a wrong definition': {
      query: 'mutation ($i: SubmitDefinitionInput!) { submitDefinition(input: $i) { definitionVersion { id } } }',
      variables: { i: { typeKey: 'No Key', kind: 'COMPONENT', version: '1', propsSchema: { type: 'x' } } },
    },
    'an empty bulk filter': {
      query: 'mutation { bulkPatchProps(input: { filter: {}, patch: { a: 1 } }) { changed } }',
    },
    'a subscription over HTTP': { query: 'subscription { instanceChanged(id: "inst-00000000") { type } }' },
  }
}
