import { getNullableType, isListType, type GraphQLSchema } from 'graphql'
import { errorCodes } from '../../kit/errors/app-error.ts'
import {
  described,
  inputSchema,
  present,
  resultSchema,
  withDefault,
  type JsonSchema,
  type Schemas,
} from '../trusted/json-schema.ts'
import type { CompiledEndpoint, RestParameter } from './endpoint.ts'
import { problemType } from './problem.ts'

const description = `Every endpoint is an operation of the graph (its operationId) at an address: the same rules, access, budgets and errors. \
Names and values are the graph's. Where the path begins with /api/instances, /api/v1/instances is the same, and the other way round.`

/** OpenAPI 3.1 of the endpoints: what they take from the SDL, what they answer from their documents. */
export function openApiDocument(schema: GraphQLSchema, endpoints: readonly CompiledEndpoint[]): JsonSchema {
  const schemas: Schemas = { found: new Map([['Problem', problem]]), ref: (name) => `#/components/schemas/${name}` }
  const paths: Record<string, JsonSchema> = {}
  for (const endpoint of endpoints)
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(schema, endpoint, schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Marquee over REST',
      version: '1.0.0',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server' }],
    security: [{ bearer: [] }, {}],
    tags: [...new Set(endpoints.map(({ group }) => group))].map((name) => ({
      name,
      description: `Endpoints of the group ${name}.`,
    })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The admin key, a token or a display key; without one only what is public is there.',
        },
      },
      responses: {
        Problem: {
          description: 'Refused; `code` says why.',
          content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: Object.fromEntries([...schemas.found].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

const text = { type: 'string' }

const problem: JsonSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  properties: {
    type: { ...text, format: 'uri' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    instance: text,
    code: { ...text, enum: Object.keys(errorCodes) },
    service: text,
    retryable: { type: 'boolean', description: 'Whether the same request may succeed later.' },
    requestId: text,
    details: { type: 'object', additionalProperties: true },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'service', 'retryable', 'requestId'],
}

function operationOf(schema: GraphQLSchema, endpoint: CompiledEndpoint, schemas: Schemas): JsonSchema {
  const { operation, summary, group, created, shape, method } = endpoint
  const answer = answerOf(schema, endpoint, schemas)
  const hasETag = method === 'GET' && shape === undefined && 'revision' in propertiesOf(answer, schemas)
  const type = shape === 'stream' ? 'text/event-stream' : 'application/json'
  const body = bodyOf(endpoint, schemas)
  return {
    operationId: operation.name,
    summary: summary.split(/[.:;] /)[0]?.replace(/\.$/, ''),
    description: summary,
    tags: [group],
    parameters: [
      ...endpoint.parameters.filter((each) => each.in !== 'body').map((each) => parameterOf(endpoint, each, schemas)),
      ...headersOf(endpoint, hasETag),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: {
      [created === undefined ? '200' : '201']: {
        description: created === undefined ? 'Done.' : 'Made; `Location` says where it is.',
        ...headersTold({ hasETag, isPage: shape === 'page' || shape === 'tree', isMade: created !== undefined }),
        content: { [type]: { schema: answer } },
      },
      ...(hasETag ? { 304: { description: 'It is at the revision of If-None-Match.' } } : {}),
      '4XX': { $ref: '#/components/responses/Problem' },
      '5XX': { $ref: '#/components/responses/Problem' },
    },
  }
}

const propertiesOf = (answer: JsonSchema, { found, ref }: Schemas): object =>
  ([...found].find(([name]) => ref(name) === answer['$ref'])?.[1] ?? answer)['properties'] ?? {}

function answerOf(schema: GraphQLSchema, { operation, shape }: CompiledEndpoint, schemas: Schemas): JsonSchema {
  const answer = resultSchema(schema, operation, schemas)
  if (shape !== 'page' && shape !== 'tree') return answer
  const { nodes } = answer['properties'] as { nodes: { items: JsonSchema } }
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: shape === 'tree' ? treeNode(nodes.items, schemas) : nodes.items },
      nextCursor: {
        type: ['string', 'null'],
        description: 'Send it as `after` for the next page; null: there is none.',
      },
      totalCount: { type: 'integer', description: 'With `totalCount=true`.' },
    },
    required: ['items', 'nextCursor'],
    additionalProperties: false,
  }
}

function treeNode(row: JsonSchema, schemas: Schemas): JsonSchema {
  const node = { $ref: schemas.ref('InstanceTree') }
  const { properties, required } = schemas.found.get('InstanceRow') as { properties: object; required: string[] }
  schemas.found.delete('InstanceRow')
  schemas.found.set('InstanceTree', {
    type: 'object',
    properties: { ...properties, children: { type: 'array', items: node } },
    required: [...required, 'children'],
    additionalProperties: false,
  })
  return '$ref' in row ? node : row
}

/** In a query string: lists with commas, and leaving out says what null says. */
function parameterOf(endpoint: CompiledEndpoint, parameter: RestParameter, schemas: Schemas): JsonSchema {
  const { name, type, isRequired, defaultValue } = parameter
  const example = endpoint.example?.[name]
  const isList = isListType(getNullableType(type))
  return {
    name,
    in: parameter.in,
    required: parameter.in === 'path' || isRequired,
    ...described(parameter.description),
    schema: { ...present(type, schemas), ...withDefault(defaultValue) },
    ...(isList ? { style: 'form', explode: false } : {}),
    ...(example === undefined ? {} : { example }),
  }
}

const header = (name: string, say: string): JsonSchema => ({
  name,
  in: 'header',
  required: false,
  description: say,
  schema: text,
})

function headersOf({ takes, shape }: CompiledEndpoint, hasETag: boolean): JsonSchema[] {
  return [
    ...(takes.idempotencyKey
      ? [
          header(
            'Idempotency-Key',
            'A repeated request with the same key changes nothing and answers as the first did.',
          ),
        ]
      : []),
    ...(takes.expectedRevision ? [header('If-Match', 'The ETag that it must have; 412 if it has another.')] : []),
    ...(hasETag ? [header('If-None-Match', 'ETags that you have; 304 if it has one of them.')] : []),
    ...(shape === 'stream' ? [header('Last-Event-ID', 'The id of the last event: resumes after it.')] : []),
  ]
}

function headersTold(has: { hasETag: boolean; isPage: boolean; isMade: boolean }): { headers?: JsonSchema } {
  const headers = {
    ...(has.hasETag ? { ETag: { description: 'The revision, in quotes.', schema: text } } : {}),
    ...(has.isPage ? { Link: { description: 'The next page, rel="next".', schema: text } } : {}),
    ...(has.isMade ? { Location: { description: 'Where it is.', schema: text } } : {}),
  }
  return Object.keys(headers).length > 0 ? { headers } : {}
}

function bodyOf(endpoint: CompiledEndpoint, schemas: Schemas): JsonSchema | undefined {
  const members = endpoint.parameters.filter((each) => each.in === 'body')
  if (members.length === 0) return undefined
  const { example: given = {} } = endpoint
  const [only] = members as [RestParameter]
  if (endpoint.body !== undefined) {
    const schema = { ...inputSchema(only.type, schemas), ...described(only.description) }
    return bodyContent(endpoint, true, schema, given[endpoint.body])
  }
  const required = members.flatMap(({ name, isRequired }) => (isRequired ? [name] : []))
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(
      members.map(({ name, type, description: say, defaultValue }) => [
        name,
        { ...inputSchema(type, schemas), ...described(say), ...withDefault(defaultValue) },
      ]),
    ),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
  const names = new Set(members.map(({ name }) => name))
  const example = Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)))
  return bodyContent(endpoint, required.length > 0, schema, example)
}

function bodyContent(
  { method }: CompiledEndpoint,
  required: boolean,
  schema: JsonSchema,
  example: unknown,
): JsonSchema {
  const media = { schema, example }
  const isMergePatch = method === 'PATCH'
  return {
    required,
    content: { 'application/json': media, ...(isMergePatch ? { 'application/merge-patch+json': media } : {}) },
  }
}
