import { getNamedType, isInputObjectType, isNonNullType, type GraphQLSchema } from 'graphql'
import { compile, type CompiledOperation, type Parameter, type TrustedOperation } from '../trusted/operation.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** An address as people know it, and the operation of the graph that answers it. */
export type Endpoint = TrustedOperation & {
  /** Method and path, parameters in braces: 'POST /api/instances/{id}/upgrade'. */
  at: `${Method} /${string}`
  summary: string
  /** The parameter that is the whole body. Default: what stands neither in the path nor in the query is a member of the body. */
  body?: string
  /** Of a write: place (`input.filter`) of what stands in the query nevertheless. */
  query?: string
  /** How the answer is changed: a page of a list, or of a tree with children below their parents. */
  shape?: 'page' | 'tree' | 'stream'
  /** The path of what was made, with members of the answer in braces. The status is 201. */
  created?: string
  /** Values by parameter; the OpenAPI document shows them, and a test sends them. */
  example?: Readonly<Record<string, unknown>>
}

export type RestParameter = Parameter & { in: 'path' | 'query' | 'body' }

export type CompiledEndpoint = Omit<Endpoint, 'parameters'> & {
  group: string
  method: Method
  path: string
  operation: CompiledOperation
  parameters: readonly RestParameter[]
  /** Whether its input has them; they come as headers. */
  takes: { idempotencyKey: boolean; expectedRevision: boolean }
}

const headerMembers = ['input.idempotencyKey', 'input.expectedRevision']

export function compileEndpoint(schema: GraphQLSchema, endpoint: Endpoint, group: string): CompiledEndpoint {
  const [method, path] = endpoint.at.split(' ') as [Method, string]
  const operation = compile(schema, endpoint)
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  const placeOf = ({ name, path: place }: Parameter): RestParameter['in'] => {
    if (inPath.has(name)) return 'path'
    const isQuery = method === 'GET' || method === 'DELETE' || place.join('.').startsWith(`${endpoint.query}.`)
    return isQuery ? 'query' : 'body'
  }
  const parameters = operation.parameters
    .filter(({ path: place }) => !headerMembers.includes(place.join('.')))
    .map((parameter) => ({ ...parameter, in: placeOf(parameter) }))
    .flatMap((parameter) => (parameter.in === 'query' ? opened(parameter) : [parameter]))
  for (const name of inPath)
    if (!parameters.some((parameter) => parameter.in === 'path' && parameter.name === name))
      throw new Error(`${endpoint.at}: nothing takes {${name}}`)
  const takes = (member: string) => operation.parameters.some(({ path: place }) => place.join('.') === member)
  return {
    ...endpoint,
    group,
    method,
    path,
    operation: { ...operation, parameters },
    parameters,
    takes: { idempotencyKey: takes('input.idempotencyKey'), expectedRevision: takes('input.expectedRevision') },
  }
}

/** A query string holds no objects: their members are parameters with dots in their names. */
function opened(parameter: RestParameter): RestParameter[] {
  const type = getNamedType(parameter.type)
  if (!isInputObjectType(type)) return [parameter]
  return Object.values(type.getFields()).flatMap((field) =>
    opened({
      ...parameter,
      name: `${parameter.name}.${field.name}`,
      path: [...parameter.path, field.name],
      type: field.type,
      description: field.description ?? '',
      isRequired: parameter.isRequired && isNonNullType(field.type) && field.defaultValue === undefined,
      defaultValue: field.defaultValue,
    }),
  )
}
