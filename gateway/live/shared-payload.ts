const textFrame = 0x81

/** Up to here a frame of one's own costs less copied into one buffer than written in two parts. */
const copiedBytesMax = 4096
const framesKept = 32

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
  readonly #frames = new Map<string, [Buffer]>()

  /** `json` is the execution result. */
  constructor(json: string) {
    this.#body = Buffer.from(`{"type":"next","payload":${json},"id":`)
  }

  get bytes(): number {
    return this.#body.length
  }

  /** The frame of one operation, in as few parts as is cheap. */
  chunks({ operationId, bytes }: FrameTail): [Buffer] | [Buffer, Buffer] {
    const shared = this.#frames.get(operationId)
    if (shared) return shared
    const head = this.#head(bytes.length)
    if (head.length > copiedBytesMax) return [head, bytes]
    // Not from the pool: one frame that a stalled reader keeps would keep 64 KB of others' alive.
    const frame = Buffer.allocUnsafeSlow(head.length + bytes.length)
    head.copy(frame)
    bytes.copy(frame, head.length)
    const chunks: [Buffer] = [frame]
    if (this.#frames.size < framesKept) this.#frames.set(operationId, chunks)
    return chunks
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
