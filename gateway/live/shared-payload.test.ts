import { describe, expect, it } from 'vitest'
import { frameTail, SharedPayload } from './shared-payload.ts'

/** What a WebSocket client reads out of these bytes (RFC 6455, 5.2): unmasked, unfragmented text frames and nothing else. */
function received(...chunks: Buffer[]): string[] {
  const messages: string[] = []
  let bytes = Buffer.concat(chunks)
  while (bytes.length > 0) {
    // FIN, no extension bits, opcode 1; then no mask bit.
    expect(bytes[0]).toBe(0b1000_0001)
    const short = bytes.readUInt8(1)
    expect(short).toBeLessThan(128)
    const [header, length] = short < 126 ? [2, short] : short === 126 ? [4, bytes.readUInt16BE(2)] : [10, Number(bytes.readBigUInt64BE(2))]
    expect(bytes.length).toBeGreaterThanOrEqual(header + length)
    messages.push(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(header, header + length)))
    bytes = bytes.subarray(header + length)
  }
  return messages
}

/** A payload whose frame for operation `1` has exactly so many bytes of text. */
function payloadOf(bytes: number): SharedPayload {
  const around = new SharedPayload('""').bytes + frameTail('1').bytes.length
  return new SharedPayload(JSON.stringify('x'.repeat(bytes - around)))
}

describe('SharedPayload', () => {
  it.each([125, 126, 127, 65_535, 65_536, 65_537, 300_000])('is one whole frame at %i bytes', (bytes) => {
    const payload = payloadOf(bytes)
    const [text, ...others] = received(...payload.chunks(frameTail('1')))
    expect(others).toEqual([])
    expect(text).toHaveLength(bytes)
    expect(JSON.parse(text as string)).toMatchObject({ type: 'next', id: '1' })
  })

  it.each([125, 126, 65_535, 65_536])('puts the length of a frame of %i bytes in the fewest bytes, as the protocol asks', (bytes) => {
    const headerBytes = Buffer.concat(payloadOf(bytes).chunks(frameTail('1'))).length - bytes
    expect(headerBytes).toBe(bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10)
  })

  it('says the same to everybody, each under their own operation id', () => {
    const payload = new SharedPayload(JSON.stringify({ data: { text: 'Ünïcødé 🚏' } }))
    const ids = ['1', '22', 'a "quoted" \\ id', '🚏', '\ud800', 'x'.repeat(200)]
    const messages = received(...ids.flatMap((id) => payload.chunks(frameTail(id))))
    expect(messages.map((message) => JSON.parse(message))).toEqual(
      ids.map((id) => ({ type: 'next', id, payload: { data: { text: 'Ünïcødé 🚏' } } })),
    )
  })

  it('gives one buffer to all sockets on which the operation has the same id, however many ids there are', () => {
    const payload = new SharedPayload('{}')
    const [first, second, third] = ['1', '1', '1'].map((id) => payload.chunks(frameTail(id)))
    expect([first!.length, second!.length, third!.length]).toEqual([2, 1, 1])
    for (let id = 0; id < 100; id++) expect(JSON.parse(received(...payload.chunks(frameTail(`own-${id}`)))[0]!)).toMatchObject({ id: `own-${id}` })
    expect(payload.chunks(frameTail('1'))[0]).toBe(second![0])
    expect(received(...second!)).toEqual(received(...first!))
  })

  it('does not copy a frame for an id of its own', () => {
    const payload = payloadOf(300_000)
    const [one, two] = [payload.chunks(frameTail('a')), payload.chunks(frameTail('b'))]
    expect(one[0]).toBe(two[0])
    expect(received(...two).map((message) => JSON.parse(message).id)).toEqual(['b'])
  })
})
