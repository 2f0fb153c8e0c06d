import { randomBytesOf, times, type Random } from './random.ts'
import { aText, anyJson, heavyJson } from './json-values.ts'

/** Frames of RFC 6455 as a client sends them, right and wrong, and messages of graphql-transport-ws in them. */

export type FrameOptions = {
  fin?: boolean
  rsv?: number
  opcode?: number
  masked?: boolean
  mask?: Buffer
  /** What the header says in place of the true length. */ length?: number
}

/** A mask of zeros by default: then the bytes can be read, and what stands in for ids can be put in. */
export function frame(
  payload: Buffer | string,
  { fin = true, rsv = 0, opcode = 1, masked = true, mask = Buffer.alloc(4), length }: FrameOptions = {},
): Buffer {
  const body = Buffer.from(payload)
  for (let index = 0; masked && index < body.length; index++) body[index]! ^= mask[index % 4]!
  const said = length ?? body.length
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode
  const bit = masked ? 0x80 : 0
  let head: Buffer
  if (said < 126) head = Buffer.from([first, bit | said])
  else if (said < 65_536) {
    head = Buffer.from([first, bit | 126, 0, 0])
    head.writeUInt16BE(said, 2)
  } else {
    head = Buffer.alloc(10)
    head[0] = first
    head[1] = bit | 127
    head.writeBigUInt64BE(BigInt(said), 2)
  }
  return Buffer.concat(masked ? [head, mask, body] : [head, body])
}

const message = (value: object | string) => frame(typeof value === 'string' ? value : JSON.stringify(value))

export const initMessage = (authorization: string | null): Buffer =>
  message({ type: 'connection_init', ...(authorization === null ? {} : { payload: { authorization } }) })

/** `variables` is JSON text, and stays as it is. */
export const subscribeMessage = (id: string, query: string, variables: string, operationName: string | null): Buffer =>
  message(
    `{"id":${JSON.stringify(id)},"type":"subscribe","payload":{"query":${JSON.stringify(query)},"variables":${variables}${operationName === null ? '' : `,"operationName":${JSON.stringify(operationName)}`}}}`,
  )

export const completeMessage = (id: string): Buffer => message({ id, type: 'complete' })

/** A frame after which the socket may go on. */
export function harmlessFrame(random: Random): Buffer {
  switch (random.int(0, 8)) {
    case 0:
      return frame(randomBytesOf(random, random.int(0, 125)), { opcode: 9 })
    case 1:
      return frame(randomBytesOf(random, random.int(0, 125)), { opcode: 10, mask: randomBytesOf(random, 4) })
    case 2:
      return message({ type: 'pong' })
    case 3:
      return message(`{"type":"ping","payload":{"a":${anyJson(random)}}}`)
    case 4:
      return completeMessage(`x${random.int(0, 9)}`)
    case 5: {
      // One message in pieces, with a ping between them.
      const text = Buffer.from('{"type":"ping"}')
      const cut = random.int(0, text.length)
      return Buffer.concat([
        frame(text.subarray(0, cut), { fin: false }),
        frame('', { opcode: 9 }),
        frame(text.subarray(cut), { opcode: 0 }),
      ])
    }
    case 6:
      return message(
        `{"id":"s${random.int(0, 99)}","type":"subscribe","payload":{"query":${JSON.stringify(random.pick(['', '{', '{ nope }', 'subscription { nope }', '}'.repeat(500), '{a'.repeat(300), aText(random)]))}}}`,
      )
    case 7:
      return message('{"type":"ping","payload":null}')
    default:
      return message(`{"id":"${random.int(0, 9)}","type":"complete","payload":${anyJson(random, 2)}}`)
  }
}

const subscription = 'subscription($s:Boolean!){displayChanged(instanceId:"inst-~~fuzz00") @skip(if:$s){type}}'

/** A message that may well end the socket; nothing else may end. */
export function hostileMessage(random: Random): Buffer {
  const long = 'i'.repeat(random.pick([94, 123, 124, 200, 201, 5000]))
  const depth = random.pick([100, 1000, 10_000, 100_000])
  const query = JSON.stringify(
    random.pick([
      '{ me { tenantId } }',
      subscription,
      'subscription { displayChanged(instanceId: "inst-~~fuzz00") { type } }',
    ]),
  )
  const twice = (id: string) =>
    Buffer.concat(
      [1, 2].map(() =>
        message(
          `{"id":${JSON.stringify(id)},"type":"subscribe","payload":{"query":"subscription { displayChanged(instanceId: \\"inst-~~fuzz00\\") { type } }"}}`,
        ),
      ),
    )
  return random.pick([
    () => twice(long),
    () => twice('ключ'.repeat(20)),
    () => twice('\u0000'),
    () => twice('__proto__'),
    () => message(`{"type":"ping","payload":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`),
    () => message(`{"type":"connection_init","payload":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`),
    () =>
      message(
        `{"id":"d","type":"subscribe","payload":{"query":${query},"variables":{"s":${'['.repeat(depth)}${']'.repeat(depth)}}}}`,
      ),
    () => message(`{"id":"v","type":"subscribe","payload":{"query":${query},"variables":${anyJson(random)}}}`),
    () =>
      message(
        `{"id":"s","type":"subscribe","payload":{"query":${JSON.stringify(subscription)},"variables":{"s":${random.pick(['true', 'false', 'null', '"x"'])}}}}`,
      ),
    () => message(`{"id":"e","type":"subscribe","payload":{"query":${query},"extensions":${anyJson(random)}}}`),
    () => message(`{"id":"o","type":"subscribe","payload":{"query":${query},"operationName":${anyJson(random, 1)}}}`),
    () => message(`{"id":${anyJson(random, 1)},"type":"subscribe","payload":{"query":${query}}}`),
    () => message(`{"id":"q","type":"subscribe","payload":{"query":${anyJson(random, 1)}}}`),
    () => message(`{"type":${anyJson(random, 1)}}`),
    () => message(`{"type":"next","id":"1","payload":{}}`),
    () => message(`{"type":"connection_init","payload":${anyJson(random, 2)}}`),
    () =>
      message(
        `{"type":"connection_init","payload":{"authorization":${anyJson(random, 1)},"headers":${anyJson(random, 2)}}}`,
      ),
    () => message(`{"type":"ping","payload":${heavyJson(random, random.int(1000, 200_000))}}`),
    () => message('{"type":"ping","type":"subscribe"}'),
    () => message(anyJson(random)),
    () => message(aText(random)),
    () => message('{"type":"ping"'),
    () => message('\ufeff{"type":"ping"}'),
  ])()
}

/** A frame that breaks the WebSocket protocol, or is about to. */
export function brokenFrame(random: Random): Buffer {
  const bytes = randomBytesOf(random, random.int(0, 60))
  return random.pick([
    () => frame(bytes, { masked: false }),
    () => frame(bytes, { rsv: random.int(1, 7) }),
    () => frame(bytes, { opcode: random.int(3, 7) }),
    () => frame(bytes, { opcode: random.int(11, 15) }),
    () => frame(bytes, { opcode: 2 }),
    () => frame(bytes, { opcode: 0 }),
    () => frame(Buffer.from([0xff, 0xfe, 0xed, 0xa0, 0x80])),
    () => frame('x'.repeat(126), { opcode: random.pick([8, 9, 10]) }),
    () => frame(bytes, { opcode: random.pick([8, 9, 10]), fin: false }),
    () => frame('', { length: random.pick([2 ** 31, 2 ** 40, 2 ** 52, 1_048_577, 16_777_217]) }),
    () => frame(bytes, { length: bytes.length + random.int(1, 500) }),
    () => Buffer.concat([frame('a', { fin: false }), frame('b')]),
    () => Buffer.concat(times(random.int(50, 2000), (index) => frame('', { fin: false, opcode: index === 0 ? 1 : 0 }))),
    () => frame(closeCode(random), { opcode: 8 }),
    () => frame(Buffer.concat([closeCode(random), Buffer.from([0xff, 0xff])]), { opcode: 8 }),
    () => frame(Buffer.from([3]), { opcode: 8 }),
    () => frame(Buffer.from('x'.repeat(1_100_000))),
    () => frame(bytes).subarray(0, random.int(0, bytes.length + 5)),
    () => randomBytesOf(random, random.int(1, 200)),
  ])()
}

function closeCode(random: Random): Buffer {
  const code = Buffer.alloc(2)
  code.writeUInt16BE(
    random.pick([0, 999, 1000, 1001, 1004, 1005, 1006, 1012, 1015, 2999, 3000, 4000, 4999, 5000, 65_535]),
  )
  return code
}

/** Some bits of `bytes` turned over, cut out or doubled. */
export function mutated(random: Random, bytes: Buffer): Buffer {
  let changed = Buffer.from(bytes)
  for (let turn = random.int(1, 4); turn > 0 && changed.length > 0; turn--) {
    const at = random.int(0, changed.length - 1)
    const until = Math.min(changed.length, at + random.int(1, 8))
    switch (random.int(0, 3)) {
      case 0:
        changed[at]! ^= 1 << random.int(0, 7)
        break
      case 1:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(until)])
        break
      case 2:
        changed = Buffer.concat([changed.subarray(0, until), changed.subarray(at)])
        break
      default:
        changed = Buffer.concat([changed.subarray(0, at), randomBytesOf(random, 3), changed.subarray(at)])
    }
  }
  return changed
}
