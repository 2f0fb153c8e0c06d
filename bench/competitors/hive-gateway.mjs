import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createGatewayRuntime, getGraphQLWSOptions } from '@graphql-hive/gateway-runtime'
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'

/*
 * Hive Gateway over subgraphs that run already, its subscriptions served as its documentation says: graphql-ws in front,
 * one execution per client and event, other subgraphs' fields fetched over HTTP.
 *   SUPERGRAPH     file of the composed schema
 *   SUBGRAPHS      JSON, address by name
 *   AUTHORIZATION  what the subgraphs are told
 *   PLANNER        rust: the one of @graphql-hive/router-runtime; else what the gateway comes with
 * POST /event says what the runtime subgraph would tell each subscription: { data: { field: event } }. It is handed
 * over in this process, so that nothing is spent on a connection to the subgraph.
 */

const addresses = JSON.parse(process.env.SUBGRAPHS)
const supergraph = Object.entries(addresses).reduce(
  (sdl, [name, url]) => sdl.replace(new RegExp(`(name: "${name}", url: )"[^"]*"`), `$1"${url}/graphql"`),
  readFileSync(process.env.SUPERGRAPH, 'utf8'),
)

// A chain of promises: each client follows it at its own pace and skips nothing.
let newest = { text: '{}', next: Promise.withResolvers() }

function publish(text) {
  const event = { text, next: Promise.withResolvers() }
  newest.next.resolve(event)
  newest = event
}

async function* follow() {
  // Parsed for each, as what comes over a connection is; the gateway also lays what it fetches into this very object.
  for (let event = newest; ; event = await event.next.promise) yield JSON.parse(event.text)
}

const events = {
  onSubgraphExecute({ executionRequest, setExecutor }) {
    const operation = executionRequest.document.definitions.find(({ kind }) => kind === 'OperationDefinition')
    // Not the request's operationType: the planner says 'subscription' of the entity queries that follow an event, too.
    if (operation.operation === 'subscription') setExecutor(() => follow())
  },
}

const gateway = createGatewayRuntime({
  supergraph,
  ...(process.env.PLANNER === 'rust' ? { unifiedGraphHandler } : {}),
  plugins: () => [events],
  propagateHeaders: { fromClientToSubgraphs: () => ({ authorization: process.env.AUTHORIZATION }) },
  logging: false,
  landingPage: false,
  graphiql: false,
})

const server = createServer((request, response) => {
  if (request.url !== '/event') return gateway(request, response)
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString()
    publish(text)
    response.end(JSON.stringify({ revision: Number(/"revision":(\d+)/.exec(text)?.[1] ?? 0) }))
  })
})
const sockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false })
useServer(
  getGraphQLWSOptions(gateway, ({ extra }) => ({ req: extra.request, socket: extra.socket })),
  sockets,
)
// A socket's first operation does not wait for the schema, as an HTTP request does.
await gateway.getSchema()
server.listen(0, '127.0.0.1', 4096, () => process.stdout.write(`"url":"http://127.0.0.1:${server.address().port}"\n`))
process.on('SIGTERM', () => process.exit(0))
