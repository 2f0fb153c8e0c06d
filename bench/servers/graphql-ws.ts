import { createServer } from 'node:http'
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { apiSdl } from '../../schema/load.ts'

/*
 * What a federated gateway does today: graphql-ws's own server over the product's API, which executes each client's
 * operation for each event. POST /event takes a whole frame of the product and makes its data the event, so nothing is
 * fetched and nothing is authorised: the baseline is better off than any real server.
 */

type Event = { data: object; next: PromiseWithResolvers<Event> }

// A chain of promises: each client follows it at its own pace and skips nothing.
let newest: Event = { data: {}, next: Promise.withResolvers() }

function publish(data: object): void {
  const event: Event = { data, next: Promise.withResolvers() }
  newest.next.resolve(event)
  newest = event
}

async function* follow() {
  for (let event = newest; ; event = await event.next.promise) yield event.data
}

const schema = buildSchema(apiSdl())
for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) field.subscribe = follow

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
useServer({ schema }, sockets)

type Frame = { payload: { data: Record<string, { revision: number }> } }

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { payload } = JSON.parse(Buffer.concat(chunks).toString()) as Frame
    publish(payload.data)
    response.end(JSON.stringify({ revision: Object.values(payload.data)[0]?.revision ?? 0 }))
  })
})
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request))
})
server.listen(0, '127.0.0.1', 4096, () => {
  const address = server.address()
  if (address !== null && typeof address === 'object')
    process.stdout.write(`"url":"http://127.0.0.1:${address.port}"\n`)
})
