import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import { openProxy, type Proxy } from './proxy.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A server that echoes, a proxy before it, and a client with what it has heard. */
async function echo(): Promise<{
  proxy: Proxy
  dial: () => Promise<{ socket: Socket; heard: () => string }>
  served: Socket[]
}> {
  const served: Socket[] = []
  const server = createServer((socket) => {
    served.push(socket)
    socket.on('error', () => {})
    socket.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  undo.push(() => new Promise((resolve) => server.close(resolve)))
  const proxy = await openProxy({ port: (server.address() as AddressInfo).port })
  undo.push(() => proxy.close())
  const dial = async () => {
    const socket = connect(proxy.port, '127.0.0.1')
    undo.push(() => socket.destroy())
    let text = ''
    socket.on('error', () => {})
    socket.on('data', (bytes) => (text += bytes.toString()))
    await new Promise<void>((resolve) => socket.once('connect', resolve).once('close', () => resolve()))
    return { socket, heard: () => text }
  }
  return { proxy, dial, served }
}

/** Not `once` of node:events, which a reset makes reject. */
const closes = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))
const hears = (client: { heard: () => string }, text: string) => expect.poll(client.heard).toBe(text)
/** Long enough for an echo on this machine, so that one that does not come is not on its way. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50))

it('hands on what it gets', async () => {
  const { dial } = await echo()
  const client = await dial()
  client.socket.write('one')
  await hears(client, 'one')
})

it('a stalled link loses nothing', async () => {
  const { proxy, dial } = await echo()
  const client = await dial()
  proxy.trouble({ type: 'stall' })
  client.socket.write('one')
  await aMoment()
  expect(client.heard()).toBe('')
  proxy.heal()
  client.socket.write('two')
  await hears(client, 'onetwo')
})

it('a link that swallows stays deaf for those it has swallowed from, and serves new ones', async () => {
  const { proxy, dial } = await echo()
  const [deaf, idle] = [await dial(), await dial()]
  proxy.trouble({ type: 'swallow', direction: 'up' })
  deaf.socket.write('one')
  await aMoment()
  proxy.heal()
  deaf.socket.write('two')
  idle.socket.write('three')
  await hears(idle, 'three')
  await aMoment()
  expect(deaf.heard()).toBe('')
})

it('one way swallowed, the other speaks', async () => {
  const { proxy, dial, served } = await echo()
  const client = await dial()
  client.socket.write('one')
  await hears(client, 'one')
  proxy.trouble({ type: 'swallow', direction: 'up' })
  client.socket.write('lost')
  served[0]?.write('pushed')
  await hears(client, 'onepushed')
})

it('a cut resets what is there and what comes', async () => {
  const { proxy, dial } = await echo()
  const client = await dial()
  const closed = closes(client.socket)
  proxy.trouble({ type: 'cut' })
  await closed
  const next = await dial()
  await expect.poll(() => next.socket.destroyed).toBe(true)
  proxy.heal()
  const last = await dial()
  last.socket.write('one')
  await hears(last, 'one')
})

it('an end is told to the other end, but only when the link is whole', async () => {
  const { proxy, dial, served } = await echo()
  const client = await dial()
  client.socket.write('one')
  await hears(client, 'one')
  proxy.trouble({ type: 'swallow', direction: 'both' })
  client.socket.destroy()
  await aMoment()
  expect(served[0]?.readyState).toBe('open')
  const closed = closes(served[0]!)
  proxy.heal()
  await closed
})

it('a delay keeps the order', async () => {
  const { proxy, dial } = await echo()
  const client = await dial()
  proxy.trouble({ type: 'delay', ms: 30 })
  client.socket.write('one')
  await aMoment()
  client.socket.write('two')
  proxy.trouble({ type: 'delay', ms: 0 })
  client.socket.write('three')
  await hears(client, 'onetwothree')
})
