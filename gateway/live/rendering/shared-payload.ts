import type { Writable } from 'node:stream'

const textFrame = 0x81

const beforeJson = '{"type":"next","payload":'
const afterJson = ',"id":'

/** Beyond this a frame seldom goes to the kernel at once. */
const scratchBytesMax = 16_384

/** What ends a frame for one operation. */
export const frameTail = (operationId: string): Buffer => Buffer.from(`${JSON.stringify(operationId)}}`)

/**
 * One answer for many readers, encoded once. The operation id, the only thing that differs, stands last, so that a
 * frame is the same bytes for all and then a few of one's own; ids of one length share even the frame's header.
 * Frames are written straight to the socket: no compression, no mask (servers do not).
 */
export class SharedPayload {
  readonly #body: Buffer
  readonly #heads = new Map<number, Buffer>()
  /** A whole frame by the length of its tail, written again and again with the tail of each reader. */
  readonly #scratches = new Map<number, Buffer>()

  /** `json` is the execution result. */
  constructor(json: string) {
    this.#body = Buffer.from(`${beforeJson}${json}${afterJson}`)
  }

  get bytes(): number {
    return this.#body.length
  }

  /** The execution result by itself, for transports that frame it in their own way. */
  get json(): Buffer {
    return this.#body.subarray(beforeJson.length, this.#body.length - afterJson.length)
  }

  /** The frame of one operation, in memory of its own. */
  frame(tail: Buffer): Buffer {
    return Buffer.concat([this.#head(tail.length), tail])
  }

  /**
   * Writes the frame of one operation. A socket that has sent everything takes it in one call, out of the same hot
   * memory for all of them: what the kernel has taken at once (`writableLength` is 0 again) nobody holds on to. One that
   * lags is queued the shared part and its own tail, so that what it keeps is kept once.
   */
  writeTo(socket: Writable, tail: Buffer): void {
    if (socket.writableLength > 0 || this.#body.length > scratchBytesMax) {
      socket.cork()
      socket.write(this.#head(tail.length))
      socket.write(tail)
      socket.uncork()
      return
    }
    let scratch = this.#scratches.get(tail.length)
    if (scratch) tail.copy(scratch, scratch.length - tail.length)
    else this.#scratches.set(tail.length, (scratch = this.frame(tail)))
    socket.write(scratch)
    // Still on its way: it belongs to this socket now.
    if (socket.writableLength > 0) this.#scratches.delete(tail.length)
  }

  /** Everything of the frame but its tail, which has `tailBytes` bytes. */
  #head(tailBytes: number): Buffer {
    let head = this.#heads.get(tailBytes)
    if (!head)
      this.#heads.set(tailBytes, (head = Buffer.concat([frameHeader(this.#body.length + tailBytes), this.#body])))
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
