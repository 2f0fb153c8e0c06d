import { once } from 'node:events'
import { createServer } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { SharedPayload } from '../rendering/shared-payload.ts'
import { StreamConnection } from './stream-connection.ts'
import { streamFormats, streamTypes, type StreamType } from './stream-format.ts'

const large = new SharedPayload(JSON.stringify({ data: { text: 'x'.repeat(2 ** 20) } }))

let stop = async () => {}
afterEach(() => stop())

/** A stream to a client that reads only when it is told to. */
async function open(type: StreamType) {
  const events: string[] = []
  const opened = Promise.withResolvers<StreamConnection>()
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': streamFormats[type].contentType })
    const connection = new StreamConnection(response, streamFormats[type], () => events.push('end'))
    connection.follow({ drained: () => events.push('drained'), stop: () => events.push('stop') })
    opened.resolve(connection)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = net.connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {})
  client.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  stop = async () => {
    client.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const connection = await opened.promise
  /** Sends until the client is behind. */
  const fill = () => {
    let sent = 0
    while (connection.send(large)) if (++sent > 1000) throw new Error('nothing holds it back')
    return sent
  }
  return { connection, client, events, fill }
}

it.each(streamTypes)('%s: what the client has not read holds back the next, until it reads', async (type) => {
  const { connection, client, events, fill } = await open(type)
  // What the kernels take, and then one more.
  expect(fill()).toBeLessThan(100)
  expect(connection.send(large)).toBe(false)
  connection.heartbeat()
  connection.heartbeat()
  expect(events).toEqual([])
  client.resume()
  await vi.waitUntil(() => events.includes('drained'))
  expect(events).toEqual(['drained'])
  expect(connection.send(large)).toBe(true)
})

it.each(streamTypes)(
  '%s: a client that reads nothing for three heartbeats is cut, and nothing follows',
  async (type) => {
    const { connection, events, fill } = await open(type)
    fill()
    connection.heartbeat()
    connection.heartbeat()
    expect(events).toEqual([])
    connection.heartbeat()
    await vi.waitUntil(() => events.includes('end'))
    expect(events).toEqual(['stop', 'end'])
    expect(connection.send(large)).toBe(true)
    expect(events).toEqual(['stop', 'end'])
  },
)
