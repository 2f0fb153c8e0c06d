import { Writable } from 'node:stream'
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
    const [header, length] =
      short < 126 ? [2, short] : short === 126 ? [4, bytes.readUInt16BE(2)] : [10, Number(bytes.readBigUInt64BE(2))]
    expect(bytes.length).toBeGreaterThanOrEqual(header + length)
    messages.push(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(header, header + length)))
    bytes = bytes.subarray(header + length)
  }
  return messages
}

/** A payload whose frame for operation `1` has exactly so many bytes of text. */
function payloadOf(bytes: number): SharedPayload {
  const around = new SharedPayload('""').bytes + frameTail('1').length
  return new SharedPayload(JSON.stringify('x'.repeat(bytes - around)))
}

describe('SharedPayload', () => {
  it.each([125, 126, 127, 65_535, 65_536, 65_537, 300_000])('is one whole frame at %i bytes', (bytes) => {
    const payload = payloadOf(bytes)
    const [text, ...others] = received(payload.frame(frameTail('1')))
    expect(others).toEqual([])
    expect(text).toHaveLength(bytes)
    expect(JSON.parse(text as string)).toMatchObject({ type: 'next', id: '1' })
  })

  it.each([125, 126, 65_535, 65_536])(
    'puts the length of a frame of %i bytes in the fewest bytes, as the protocol asks',
    (bytes) => {
      const headerBytes = payloadOf(bytes).frame(frameTail('1')).length - bytes
      expect(headerBytes).toBe(bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10)
    },
  )

  it('says the same to everybody, each under their own operation id', () => {
    const payload = new SharedPayload(JSON.stringify({ data: { text: 'Ünïcødé 🚏' } }))
    const ids = ['1', '22', 'a "quoted" \\ id', '🚏', '\ud800', 'x'.repeat(200)]
    const messages = received(...ids.map((id) => payload.frame(frameTail(id))))
    expect(messages.map((message) => JSON.parse(message))).toEqual(
      ids.map((id) => ({ type: 'next', id, payload: { data: { text: 'Ünïcødé 🚏' } } })),
    )
  })

  describe('written to sockets', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `${index % 3 === 0 ? 'long-' : ''}id-${index}`)

    it.each([100, 5000, 300_000])(
      'is whole for each, under its own id, at %i bytes: quick sockets and slow ones in turns',
      (bytes) => {
        const payload = payloadOf(bytes)
        const sockets = ids.map((id, index) => new TestSocket(index % 2 === 0))
        for (const round of [1, 2, 3]) {
          sockets.forEach((socket, index) => payload.writeTo(socket, frameTail(`${ids[index]}-${round}`)))
        }
        for (const socket of sockets) socket.proceed()
        expect(
          sockets.map((socket) =>
            received(...socket.taken).map((message) => (JSON.parse(message) as { id: string }).id),
          ),
        ).toEqual(ids.map((id) => [`${id}-1`, `${id}-2`, `${id}-3`]))
      },
    )

    it('is kept once for all that lag, but for the tails', () => {
      const payload = payloadOf(8000)
      const lagging = ids.map(() => new TestSocket(false))
      for (const socket of lagging) for (const id of ['a', 'b', 'c']) payload.writeTo(socket, frameTail(id))
      const held = new Set(lagging.flatMap((socket) => socket.held.filter(({ length }) => length > 100)))
      // One of its own each (what was being written when it began to lag) and one that all share.
      expect(held.size).toBeLessThanOrEqual(lagging.length + 1)
    })
  })
})

/** A socket whose kernel takes everything at once, or nothing until it is told to proceed. */
class TestSocket extends Writable {
  readonly taken: Buffer[] = []
  readonly #isQuick: boolean
  #goOn: (() => void)[] = []
  #isOpen = false
  readonly held: Buffer[] = []

  constructor(isQuick: boolean) {
    super({ highWaterMark: 1e9 })
    this.#isQuick = isQuick
  }

  override write(chunk: Buffer): boolean {
    if (!this.#isQuick) this.held.push(chunk)
    return super.write(chunk)
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    if (this.#isQuick || this.#isOpen) {
      // Copied at that moment, as a kernel does.
      this.taken.push(Buffer.from(chunk))
      done()
      return
    }
    this.#goOn.push(() => {
      this.taken.push(Buffer.from(chunk))
      done()
    })
  }

  proceed(): void {
    this.#isOpen = true
    for (const go of this.#goOn.splice(0)) go()
  }
}
