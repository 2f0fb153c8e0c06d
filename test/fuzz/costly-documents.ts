import { anyJson, heavyJson, jsonSchema } from './json-values.ts'
import { times, type Random } from './random.ts'
import { instanceStandIn, scalarValue } from './scalar-values.ts'

export type Body = { query: string; variables: string; operationName: string | null }

const bytesMax = 64_000
const instance = instanceStandIn(0)

/** Documents of at most 64 KB that look for work out of proportion: in the parser, the validator, the executor, the database. */
export function costlyDocument(random: Random): Body {
  const plain = (query: string): Body => ({ query, variables: '{}', operationName: null })
  const count = (bytesOfEach: number) => Math.floor(random.int(bytesMax / 50, bytesMax) / bytesOfEach)
  const depth = random.int(2, 30)
  return random.pick<() => Body>([
    () => plain(`{ ${'{'.repeat(count(2))}`),
    () => plain(`{ ${'a{'.repeat(count(2))}`),
    () => plain(times(count(15), (index) => `query Q${index}{me{tenantId}}`).join(' ')),
    () => plain(`{ ${times(count(25), (index) => `a${index}: me { tenantId }`).join(' ')} }`),
    () => plain(`{ ${'me { tenantId } '.repeat(count(16))} }`),
    () => plain(`{ me { ${'tenantId '.repeat(count(9))} } }`),
    () => plain(`{ me { tenantId ${'@include(if: true) '.repeat(count(19))} } }`),
    () => plain(`{ me ${'@nope '.repeat(count(6))} { tenantId } }`),
    () => plain(`query (${times(count(12), (index) => `$v${index}: Int`).join(', ')}) { me { tenantId } }`),
    () =>
      plain(
        `{ ...F0 } ${times(count(55), (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`).join(' ')}`,
      ),
    () =>
      plain(
        `{ ...F0 } ${times(random.int(5, 25), (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F25 on Query { me { tenantId } }`,
      ),
    () =>
      plain(
        `{ ...A } fragment A on Query { ${times(count(60), (index) => `...F${index}`).join(' ')} } ${times(count(60), (index) => `fragment F${index} on Query { me { tenantId } }`).join(' ')}`,
      ),
    () => plain(`{ ${times(count(40), (index) => `x: instance(id: "${index}") { id }`).join(' ')} }`),
    () =>
      plain(
        `{ instances(first: 200) { nodes { ${'definition { instances(first: 200) { nodes { '.repeat(depth)} id ${'} } }'.repeat(depth)} } } }`,
      ),
    () =>
      plain(
        '{ instances(first: 200) { nodes { history(first: 200) { nodes { patch instance { effectiveProps props } } } } } }',
      ),
    () =>
      plain(
        `{ ${times(random.int(2, 60), (index) => `a${index}: instance(id: "${instanceStandIn(index % 12)}") { history(first: 200) { nodes { patch instance { effectiveProps props } } } }`).join(' ')} }`,
      ),
    () =>
      plain(
        `{ ${times(random.int(2, 300), (index) => `a${index}: instances(first: 200) { totalCount nodes { id effectiveProps placement { tags } definition { title } } }`).join(' ')} }`,
      ),
    () =>
      plain(
        `{ ${times(random.int(2, 300), (index) => `a${index}: instanceTree(rootId: "${instance}") { totalCount }`).join(' ')} }`,
      ),
    () =>
      plain(
        `{ __schema { types { fields { type { ${'fields { type { '.repeat(depth)} name ${'} }'.repeat(depth)} } } } } }`,
      ),
    () =>
      plain(
        `{ ${times(random.int(2, 200), (index) => `a${index}: __schema { types { name fields { name args { name } type { name ofType { name } } } } }`).join(' ')} }`,
      ),
    () =>
      plain(`{ instances(filter: { ids: [${times(count(20), () => `"${instance}"`).join(',')}] }) { totalCount } }`),
    () =>
      plain(
        `{ instances(filter: { propsContain: ${'{a: '.repeat(count(5))}1${'}'.repeat(count(5))} }) { totalCount } }`,
      ),
    () => plain(`{ me { tenantId } } #${'x'.repeat(count(1))}`),
    () => plain(`{ me(a: "${'\\u0041'.repeat(count(6))}") { tenantId } }`),
    () => plain(`{ me(a: ${'['.repeat(count(2))}${']'.repeat(count(2))}) { tenantId } }`),
    () => plain(`{ me(a: ${'9'.repeat(count(1))}) { tenantId } }`),
    () => plain(`{ me(a: """${'\n '.repeat(count(2))}""") { tenantId } }`),
    () =>
      plain(
        `mutation { ${times(random.int(2, 400), (index) => `a${index}: setKv(input: { key: "k${index}", value: ${index} }) { changeId }`).join(' ')} }`,
      ),
    () =>
      plain(
        `{ ${times(random.int(1, 60), (index) => `a${index}: schedulePreview(expression: ${scalarValue(random, 'expression', 'String')}, timezone: "Europe/Berlin", count: 100) { at }`).join(' ')} }`,
      ),
    () =>
      plain(
        `{ ${times(random.int(1, 30), (index) => `a${index}: evaluateExpression(expression: ${scalarValue(random, 'expression', 'String')}, inputs: {a: [1, 2, 3]}) { __typename }`).join(' ')} }`,
      ),
    () => ({
      query: 'query ($f: InstanceFilter!) { instances(filter: $f) { totalCount } }',
      variables: `{"f":{"propsContain":${heavyJson(random, random.int(1000, 60_000))}}}`,
      operationName: null,
    }),
    () => ({
      query: 'mutation ($i: PatchPropsInput!) { patchProps(input: $i) { revision } }',
      variables: `{"i":{"id":"${instance}","patch":${heavyJson(random, random.int(1000, 60_000))}}}`,
      operationName: null,
    }),
    () => ({
      query: 'mutation ($i: ReplacePropsInput!) { replaceProps(input: $i) { revision } }',
      variables: `{"i":{"id":"${instance}","props":${heavyJson(random, random.int(1000, 60_000))}}}`,
      operationName: null,
    }),
    () => ({
      query: 'mutation ($i: CreateInstanceInput!) { createInstance(input: $i) { revision } }',
      variables: `{"i":{"definitionTypeKey":"fuzz/screen","props":${heavyJson(random, random.int(1000, 50_000))},"config":${anyJson(random)},"metadata":${heavyJson(random, 5000)}}}`,
      operationName: null,
    }),
    () => ({
      query: 'mutation ($i: SubmitDefinitionInput!) { submitDefinition(input: $i) { definitionVersion { id } } }',
      variables: `{"i":{"typeKey":"fuzz/s${random.int(0, 40)}","kind":"COMPONENT","version":"1.0.${random.int(0, 20)}","propsSchema":${jsonSchema(random)},"parametersSchema":${jsonSchema(random)},"defaultProps":${heavyJson(random, random.int(100, 20_000))},"tests":[{"name":"a","props":${heavyJson(random, random.int(100, 20_000))},"valid":true}]}}`,
      operationName: null,
    }),
    () => ({
      query: 'mutation ($i: UpsertZoneInput!) { upsertZone(input: $i) { zone { id } } }',
      variables: `{"i":{"id":"fuzz-z","name":"z","polygon":[${times(random.int(3, 1001), () => `[${(random.next() * 360 - 180).toFixed(3)},${(random.next() * 180 - 90).toFixed(3)}]`).join(',')}]}}`,
      operationName: null,
    }),
    () => ({
      query: 'mutation ($i: SetBindingsInput!) { setBindings(input: $i) { revision } }',
      variables: `{"i":{"id":"${instance}","bindings":[${times(random.int(1, 60), (index) => `{"key":"k${index}","source":"STATIC","path":${scalarValue(random, 'path', 'String')}}`).join(',')}]}}`,
      operationName: null,
    }),
  ])()
}

/** `_entities` as a planner asks a subgraph, with representations that no planner would send. */
export function entitiesDocument(random: Random): Body {
  const typename = () =>
    random.pick([
      'Instance',
      'Definition',
      'DefinitionVersion',
      'Project',
      'Principal',
      'Run',
      'Nope',
      '__proto__',
      'Query',
      '',
    ])
  const representation = () =>
    random.pick([
      () => `{"__typename":"${typename()}","id":${scalarValue(random, 'id', 'ID')}}`,
      () => `{"__typename":"${typename()}","id":${anyJson(random)}}`,
      () => `{"__typename":"${typename()}"}`,
      () => anyJson(random),
      () => `{"__typename":${anyJson(random, 1)},"id":"${instance}"}`,
    ])()
  const fields = random.pick([
    '__typename',
    '... on Instance { id }',
    '... on Instance { id placement { tags } }',
    '... on Definition { id title }',
    '... on Instance { definition { title } }',
    '... on Instance { name effectiveProps }',
    '... on Nope { id }',
  ])
  const many = random.chance(0.05) ? random.int(100, 800) : random.int(0, 5)
  return {
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`,
    variables: `{"r":[${times(many, representation).join(',')}]}`,
    operationName: null,
  }
}
