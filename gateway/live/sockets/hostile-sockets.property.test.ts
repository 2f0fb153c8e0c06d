import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LiveServer, serverFrame, type TestClient } from '../testing/test-sockets.ts'

const ID = 'inst-0000000a'
const feed = `subscription { instanceChanged(id: "${ID}") { revision } }`

let server: LiveServer
let neighbour: TestClient

beforeAll(async () => {
  server = await LiveServer.start({
    limits: { closeMs: 200, messagesAtOnce: 60, operationsPerSocket: 5 },
    roots: { me: { tenantId: 't1' } },
  })
  server.change(ID)
  neighbour = await server.acknowledged()
  neighbour.subscribe('n', feed)
  await neighbour.next()
})
afterAll(() => server.stop())

type FrameParts = { fin: boolean; rsv: number; opcode: number; isMasked: boolean; payload: Buffer }

/** A frame as RFC 6455 lays it out; the mask is zero. */
function frame({ fin, rsv, opcode, isMasked, payload }: FrameParts): Buffer {
  const { length } = payload
  const size = Buffer.alloc(length < 126 ? 1 : length < 65_536 ? 3 : 9)
  if (size.length === 3) size.writeUInt16BE(length, 1)
  if (size.length === 9) size.writeBigUInt64BE(BigInt(length), 1)
  size[0] = (isMasked ? 0x80 : 0) | (size.length === 1 ? length : size.length === 3 ? 126 : 127)
  return Buffer.concat([
    Buffer.from([(fin ? 0x80 : 0) | (rsv << 4) | opcode]),
    size,
    Buffer.alloc(isMasked ? 4 : 0),
    payload,
  ])
}

const textFrame = (text: string | Buffer) =>
  frame({ fin: true, rsv: 0, opcode: 1, isMasked: true, payload: Buffer.from(text) })

const queries = [
  '{ me { tenantId } }',
  feed,
  `subscription($s:Boolean!){displayChanged(instanceId:"${ID}") @skip(if:$s){type}}`,
  `subscription{displayChanged(instanceId:"${ID}") @include{type}}`,
  '{',
  '{ nope }',
  `${'{a'.repeat(500)}`,
  'mutation { nope }',
  'subscription { instancesChanged(filter: {}) { change } }',
]
const id = fc.oneof(
  fc.constantFrom('a', 'b', '', '__proto__', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 250 }),
  fc.nat({ max: 210 }).map((length) => 'i'.repeat(length)),
)
const valid = fc.oneof(
  fc.constant({ type: 'connection_init' }),
  fc.record({
    type: fc.constantFrom('ping', 'pong', 'connection_init'),
    payload: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
  }),
  fc.record({
    type: fc.constant('subscribe'),
    id,
    payload: fc.record({
      query: fc.constantFrom(...queries),
      variables: fc.constantFrom(undefined, null, { s: true }, { s: 'x' }, []),
      extensions: fc.constantFrom(undefined, {}, []),
    }),
  }),
  fc.record({ type: fc.constant('complete'), id }),
)
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat({ max: 4 }),
    put: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('"', '{', '}', '[', '\\', '\u0000', 'null', '1e999'),
    ),
  }),
  { maxLength: 3 },
)
/** After these the socket goes on. */
const harmless = fc
  .oneof(
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.constantFrom(...queries),
        fc.constantFrom(undefined, null, { s: true }, { s: 'x' }),
      )
      .map(([free, query, variables]) => [
        { type: 'complete', id: free },
        { type: 'subscribe', id: free, payload: { query, variables } },
      ]),
    fc.constantFrom([{ type: 'ping' }], [{ type: 'pong' }], [{ type: 'complete', id: 'never' }]),
  )
  .map((messages) => Buffer.concat(messages.map((message) => textFrame(JSON.stringify(message)))))
const mutated = fc.tuple(valid, edits).map(([message, changes]) =>
  changes.reduce((text, { at, cut, put }) => {
    const from = Math.floor(at * text.length)
    return text.slice(0, from) + put + text.slice(from + cut)
  }, JSON.stringify(message)),
)
const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array))

/** Whole frames: what comes after them is read from its beginning. */
const whole = fc.oneof(
  { weight: 6, arbitrary: mutated.map(textFrame) },
  { weight: 2, arbitrary: valid.map((message) => textFrame(JSON.stringify(message))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('[', '{"a":'), fc.nat({ max: 150_000 }))
      .map(([open, depth]) => textFrame(`{"type":"ping","payload":{"a":${open.repeat(depth)}}}`)),
  },
  {
    weight: 1,
    arbitrary: id
      .map((twice) => textFrame(JSON.stringify({ type: 'subscribe', id: twice, payload: { query: feed } })))
      .map((one) => Buffer.concat([one, one])),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        fin: fc.boolean(),
        rsv: fc.nat({ max: 7 }),
        opcode: fc.nat({ max: 15 }),
        isMasked: fc.boolean(),
        payload: bytes(200),
      })
      .map(frame),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(bytes(125), fc.constantFrom(9, 10, 8))
      .map(([payload, opcode]) => frame({ fin: true, rsv: 0, opcode, isMasked: true, payload })),
  },
  {
    weight: 1,
    arbitrary: bytes(300).map((payload) => frame({ fin: true, rsv: 0, opcode: 2, isMasked: true, payload })),
  },
  { weight: 1, arbitrary: bytes(300).map(textFrame) },
  {
    weight: 2,
    // One message in pieces, with a ping between them.
    arbitrary: fc.tuple(mutated, fc.nat({ max: 20 })).map(([text, cut]) => {
      const payload = Buffer.from(text)
      const piece = (part: Buffer, opcode: number, fin: boolean) =>
        frame({ fin, rsv: 0, opcode, isMasked: true, payload: part })
      return Buffer.concat([
        piece(payload.subarray(0, cut), 1, false),
        piece(Buffer.from('?'), 9, true),
        piece(payload.subarray(cut), 0, true),
      ])
    }),
  },
)

type Ending = 'reset' | 'half a frame, then a reset' | 'bytes that are no frame' | 'a ping'
const attack = fc.record({
  greets: fc.constantFrom(true, true, true, false),
  before: fc.array(harmless, { maxLength: 4 }),
  frames: fc.array(whole, { maxLength: 2 }),
  ending: fc.constantFrom<Ending>(
    'reset',
    'half a frame, then a reset',
    'bytes that are no frame',
    'a ping',
    'a ping',
    'a ping',
  ),
  noise: bytes(50),
})

const marker = '"marker":7'
const closeCodes = [1000, 1001, 1002, 1003, 1005, 1007, 1008, 1009, 4400, 4401, 4403, 4408, 4409, 4429]

describe('whatever a client sends over a socket', () => {
  it('is answered by the protocol, leaves nothing behind and does not reach its neighbours', async () => {
    await fc.assert(
      fc.asyncProperty(attack, async ({ greets, before, frames, ending, noise }) => {
        const client = await server.raw()
        client.upgrade()
        await client.until('\r\n\r\n')
        client.takeHead()
        const sent = [...(greets ? [textFrame('{"type":"connection_init"}'), ...before] : []), ...frames]
        if (ending === 'a ping') sent.push(textFrame(`{"type":"ping","payload":{${marker}}}`))
        if (ending === 'half a frame, then a reset') sent.push(textFrame('x'.repeat(200)).subarray(0, 90))
        if (ending === 'bytes that are no frame') sent.push(noise)
        await new Promise((resolve) => client.socket.write(Buffer.concat(sent), resolve))
        if (ending.endsWith('reset')) client.socket.resetAndDestroy()
        else client.socket.end()
        await client.closed
        if (ending === 'a ping') expect(answered(client.received)).toBe(true)

        server.change(ID)
        const { revision } = server.log.head(ID)!
        await neighbour.next(({ payload }) => JSON.stringify(payload).includes(`"revision":${revision}`))
        await vi.waitUntil(() => server.sockets.size === 1 && server.sockets.operations === 1, { timeout: 10_000 })
        expect(server.lines.splice(0).filter(({ level }) => level === 'error')).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 120_000)
})

/** Whether all that came is whole frames, and the last word is the answer to the ping, or a close frame with a code that is documented. */
function answered(received: Buffer): boolean {
  let rest = received
  let isPonged = false
  for (let found = serverFrame(rest); found; found = serverFrame(rest)) {
    const { opcode, payload, bytes: length } = found
    rest = rest.subarray(length)
    if (opcode === 8)
      return (
        rest.length === 0 &&
        (payload.length === 0 || closeCodes.includes(payload.readUInt16BE(0)) || isOwn(payload.readUInt16BE(0)))
      )
    if (opcode === 1 && payload.includes(marker)) isPonged = true
  }
  return isPonged && rest.length === 0
}

/** A code that the client itself may have closed with: it is said back. 4500 is a fault of ours. */
const isOwn = (code: number) => code !== 4500 && ((code >= 3000 && code < 5000) || (code >= 1000 && code <= 1014))
