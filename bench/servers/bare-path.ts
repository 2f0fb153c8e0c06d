import { createServer, type IncomingMessage } from 'node:http'
import { Redis } from 'ioredis'
import { WebSocketServer, type WebSocket } from 'ws'
import { createPool } from '../../kit/db/pool.ts'
import { createLogger } from '../../kit/log.ts'
import type { InstanceState } from '../../schema/events.ts'
import { loadStates } from '../../services/runtime/store/instances/instance-reads.ts'
import { barePatch } from '../lib/bare-patch.ts'

/*
 * The way of a change with nothing on it: HTTP, the product's own statement through pg, PUBLISH, one channel per
 * instance, ws. Nobody is authorised, nothing is checked, and what is published is the frame itself.
 *   POST /frame  what all frames look like, with %N% for the revision
 *   POST /ids    the instances whose states it should know
 *   POST /patch  { id, destination }
 * A screen says { id } and gets a frame at once, then one for each change.
 */

const pool = createPool(process.env['DATABASE_URL'] ?? '', {
  max: 16,
  name: 'bare-path',
  log: createLogger({ level: 'warn', name: 'bare-path' }),
})
const publisher = new Redis(process.env['REDIS_URL'] ?? '')
const subscriber = new Redis(process.env['REDIS_URL'] ?? '')
const screens = new Map<string, Set<WebSocket>>()
const states = new Map<string, InstanceState>()
const underWay = new Map<string, Promise<number>>()
let frame = ''

subscriber.on('message', (channel: string, payload: string) => {
  for (const socket of screens.get(channel) ?? []) socket.send(payload)
})

const frameOf = (revision: number) => frame.replace('%N%', String(revision))

async function patch(id: string, destination: string): Promise<number> {
  // One after the other where they meet: the statement takes only what builds on the newest revision.
  const before = underWay.get(id)
  const patched = (async () => {
    await before
    return await barePatch(pool, states, id, destination)
  })()
  underWay.set(id, patched)
  const revision = await patched
  if (underWay.get(id) === patched) underWay.delete(id)
  void publisher.publish(id, frameOf(revision))
  return revision
}

async function answer(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString()
  if (request.url === '/frame') {
    frame = body
    return {}
  }
  if (request.url === '/ids') {
    for (const [id, state] of await loadStates(pool, JSON.parse(body) as string[])) states.set(id, state)
    return {}
  }
  const { id, destination } = JSON.parse(body) as { id: string; destination: string }
  return { revision: await patch(id, destination) }
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => {
      const body = JSON.stringify(found)
      response.writeHead(200, { 'content-length': Buffer.byteLength(body) }).end(body)
    },
    (error: unknown) => {
      const body = String(error)
      response.writeHead(500, { 'content-length': Buffer.byteLength(body) }).end(body)
    },
  )
})

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  socket.once('message', (data: Buffer) => {
    const { id } = JSON.parse(data.toString()) as { id: string }
    const known = screens.get(id)
    if (known) known.add(socket)
    else screens.set(id, new Set([socket]))
    void subscriber.subscribe(id).then(() => socket.send(frameOf(states.get(id)?.revision ?? 0)))
    socket.once('close', () => {
      screens.get(id)?.delete(socket)
      if (screens.get(id)?.size === 0 && screens.delete(id)) void subscriber.unsubscribe(id)
    })
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
