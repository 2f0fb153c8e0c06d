const textFrame = 0x81

/** So many operation ids are looked at for being the same on many sockets. */
const idsWatched = 32

/** What ends a frame for one operation. */
export type FrameTail = { operationId: string; bytes: Buffer }

export const frameTail = (operationId: string): FrameTail => ({ operationId, bytes: Buffer.from(`${JSON.stringify(operationId)}}`) })

/**
 * One answer for many readers, encoded once. The operation id, the only thing that differs, stands last, so that a
 * frame is the same bytes for all and then a few of one's own; ids of one length share even the frame's header.
 * Clients that count their operations have the same ids, and then get the very same buffer.
 * Frames are written straight to the socket: no compression, no mask (servers do not).
 */
export class SharedPayload {
  readonly #body: Buffer
  readonly #heads = new Map<number, Buffer>()
  /** By operation id: its whole frame, or null where the id was asked for once. */
  readonly #frames = new Map<string, [Buffer] | null>()

  /** `json` is the execution result. */
  constructor(json: string) {
    this.#body = Buffer.from(`{"type":"next","payload":${json},"id":`)
  }

  get bytes(): number {
    return this.#body.length
  }

  /**
   * The frame of one operation: one buffer where others have the same id, else the shared part and a tail. A frame of
   * one's own is not put together: its memory would be fresh, and writing fresh memory costs the kernel twice as much.
   */
  chunks({ operationId, bytes }: FrameTail): [Buffer] | [Buffer, Buffer] {
    const known = this.#frames.get(operationId)
    if (known) return known
    const head = this.#head(bytes.length)
    if (known === null) {
      const shared: [Buffer] = [Buffer.concat([head, bytes])]
      this.#frames.set(operationId, shared)
      return shared
    }
    if (this.#frames.size < idsWatched) this.#frames.set(operationId, null)
    return [head, bytes]
  }

  /** Everything of the frame but its tail, which has `tailBytes` bytes. */
  #head(tailBytes: number): Buffer {
    let head = this.#heads.get(tailBytes)
    if (!head) this.#heads.set(tailBytes, (head = Buffer.concat([frameHeader(this.#body.length + tailBytes), this.#body])))
    return head
  }
}

function frameHeader(length: number): Buffer {
  if (length < 126) return Buffer.from([textFrame, length])
  if (length < 65_536) {
    const header = Buffer.alloc(4)
    header[0] = textFrame
    header[1] = 126
    header.writeUInt16BE(length, 2)
    return header
  }
  const header = Buffer.alloc(10)
  header[0] = textFrame
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
