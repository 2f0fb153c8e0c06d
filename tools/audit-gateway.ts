import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition'
import { parse, print, validate, type EnumTypeDefinitionNode } from 'graphql'
import { distributedGraph, type Subgraph } from '../gateway/distributed-graph.ts'
import { anonymousViewer } from '../kit/graphql/viewer/viewer.ts'

/*
 * The planner of distributed mode over the supergraph of one test of the federation gateway audit, for its run script:
 * `node tools/audit-gateway.ts TEST`. CONTRIBUTING.md says how to run the whole audit.
 */

const [, , test = '', auditUrl = 'http://127.0.0.1:4200', port = '4000'] = process.argv
const supergraphSdl = await (await fetch(`${auditUrl}/${test}/supergraph`)).text()
const document = parse(supergraphSdl)
const names = document.definitions.find(
  (node): node is EnumTypeDefinitionNode => node.kind === 'EnumTypeDefinition' && node.name.value === 'join__Graph',
)
const clients = new Map(
  (names?.values ?? []).map(({ name, directives }) => {
    const argument = directives?.[0]?.arguments?.find((given) => given.name.value === 'url')?.value
    if (argument?.kind !== 'StringValue') throw new Error(`${name.value} has no url`)
    return [name.value.toLowerCase(), subgraphAt(argument.value)] as const
  }),
)
const graph = await distributedGraph({
  supergraphSdl,
  apiSdl: print(transformSupergraphToPublicSchema(document)),
  clients,
})

function subgraphAt(url: string): Subgraph {
  return {
    async post(_path, body, headers) {
      const method = 'POST'
      const response = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, body })
      return await response.json()
    },
    ready: async () => true,
    close: async () => {},
  }
}

async function answer(body: string): Promise<object> {
  const { query, variables, operationName } = JSON.parse(body) as {
    query: string
    variables?: Record<string, unknown>
    operationName?: string
  }
  const asked = parse(query)
  const errors = validate(graph.schema, asked)
  if (errors.length > 0) return { errors }
  const caller = { viewer: anonymousViewer('audit'), authorization: null, requestId: 'audit' }
  return await graph.execute({ document: asked, variables, operationName, caller })
}

const server = createServer((request, response) => {
  if (request.url === '/health') return void response.end('OK')
  text(request)
    .then(answer)
    .catch((error: unknown) => ({ errors: [{ message: String(error) }] }))
    .then((result) => response.setHeader('content-type', 'application/json').end(JSON.stringify(result)))
    .catch(() => response.destroy())
})
server.on('error', (error) => {
  console.error(error.message)
  process.exitCode = 1
})
server.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/graphql`))
