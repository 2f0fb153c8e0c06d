import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { distributedGraph } from '../../gateway/distributed-graph.ts'
import type { Caller } from '../../gateway/graph.ts'
import { readDocument } from '../../gateway/documents/read-document.ts'
import { SubgraphClient } from '../../gateway/subgraph-client.ts'
import { defaultLimits } from '../../kit/limits.ts'
import { formatError } from '../../kit/graphql/format-error.ts'
import { createLogger } from '../../kit/log.ts'
import { apiSdl, subgraphNames, supergraphSdl } from '../../schema/load.ts'
import { DocumentWriter, type Operation } from './documents.ts'
import { createRandom } from './random.ts'

const seed = Number(process.env.TEST_SEED ?? 20_261_129)
const documentsMax = 1500
const log = createLogger({ level: 'silent', name: 'planner' })
const schema = buildSchema(apiSdl())
const caller: Caller = { viewer: {} as Caller['viewer'], authorization: null, requestId: 'r-1' }
// Nobody listens there: a plan is made, and its first request fails as one to a subgraph that is away.
const clients = new Map(subgraphNames.map((name) => [name, new SubgraphClient(name, ['http://127.0.0.1:9'])]))
const graph = await distributedGraph({ supergraphSdl: supergraphSdl(), apiSdl: apiSdl(), clients })

async function codesOf(query: string, variables: Record<string, unknown>): Promise<string[]> {
  const { data, errors = [] } = await graph.execute({ document: parse(query), variables, caller })
  if (errors.length === 0 && data === null) return ['no answer']
  return errors.map((error) =>
    String(formatError(error, { service: 'gateway', log, requestId: 'r-1' }).extensions?.['code']),
  )
}

describe('the planner', () => {
  it('has a plan for every valid document', { timeout: 120_000 }, async () => {
    const unplanned: unknown[] = []
    let planned = 0
    for (let index = 0; index < documentsMax; index++) {
      const random = createRandom(seed, index)
      const { query, variables } = new DocumentWriter(schema, random).write(
        random.pick<Operation>(['query', 'query', 'query', 'mutation']),
      )
      let values: Record<string, unknown>
      try {
        values = JSON.parse(variables) as Record<string, unknown>
        if (validate(schema, readDocument(query, defaultLimits)).length > 0) continue
      } catch {
        continue
      }
      planned++
      const codes = await codesOf(query, values)
      if (codes.some((code) => code !== 'UNAVAILABLE' && code !== 'BAD_USER_INPUT'))
        unplanned.push({ seed, index, codes, query, variables })
    }
    expect(unplanned).toEqual([])
    expect(planned).toBeGreaterThan(documentsMax / 10)
  })

  it.each([
    ['{ me @include(if: false) { tenantId } }', {}],
    ['query ($v: Boolean!) { me @include(if: $v) @skip(if: true) { tenantId } }', { v: true }],
    [
      'query ($v: Boolean!) { ... @skip(if: $v) { me { tenantId } } ...F } fragment F on Query { ...G @skip(if: true) } fragment G on Query { me { tenantId } }',
      { v: true },
    ],
    ['mutation { deleteGroup(input: { id: "x" }) @skip(if: true) { changeId } }', {}],
  ])('an operation of which nothing is left asks nobody: %s', async (query, variables) => {
    const { data, errors } = await graph.execute({ document: parse(query), variables, caller })
    expect({ data, errors }).toEqual({ data: {}, errors: undefined })
  })

  it('introspection beside other fields is answered with them, in the order of the document', async () => {
    const query = `query ($v: Boolean!) {
      a: __typename ... { __schema { queryType { name } } } ...T d: me @skip(if: $v) { tenantId }
      none: __type(name: "Nothing") { name } __type(name: "Query") @skip(if: $v) { name }
    } fragment T on Query { b: __typename c: __type(name: "Viewer") { name } }`
    const { data, errors } = await graph.execute({ document: parse(query), variables: { v: true }, caller })
    expect(errors).toBeUndefined()
    expect(JSON.stringify(data)).toBe(
      '{"a":"Query","__schema":{"queryType":{"name":"Query"}},"b":"Query","c":{"name":"Viewer"},"none":null}',
    )
  })
})
