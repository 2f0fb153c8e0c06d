const textFrame = 0x81

/**
 * One answer for many readers, encoded once. The operation id, the only thing that differs, stands last, so that a
 * frame is the same bytes for all and then a few of one's own; ids of one length share even the frame's header.
 * Frames are written straight to the socket: no compression, no mask (servers do not), nothing copied per reader.
 */
export class SharedPayload {
  readonly #body: Buffer
  readonly #heads = new Map<number, Buffer>()

  /** `json` is the execution result. */
  constructor(json: string) {
    this.#body = Buffer.from(`{"type":"next","payload":${json},"id":`)
  }

  get bytes(): number {
    return this.#body.length
  }

  /** Everything of the frame but its tail, which has `tailBytes` bytes. */
  head(tailBytes: number): Buffer {
    let head = this.#heads.get(tailBytes)
    if (!head) this.#heads.set(tailBytes, (head = Buffer.concat([frameHeader(this.#body.length + tailBytes), this.#body])))
    return head
  }
}

/** What ends a frame for one operation. */
export const frameTail = (operationId: string) => Buffer.from(`${JSON.stringify(operationId)}}`)

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
