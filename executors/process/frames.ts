import { StringDecoder } from 'node:string_decoder'

/**
 * Messages as lines of JSON over a pipe. Node's own channel between processes is not used: it parses whatever the other
 * side writes without a bound and throws in our process when that is no JSON or names a handle that is not there.
 */
export const frame = (message: object): string => `${JSON.stringify(message)}\n`

export type FrameOptions = {
  /** Characters of one message. */
  frameMax: number
  /** Reads one line; throws for what is no message. */
  parse(line: string): unknown
}

/** Cuts a stream into messages. `take` throws for a line that is too long or that `parse` refuses. */
export class FrameReader {
  readonly #decoder = new StringDecoder('utf8')
  readonly #options: FrameOptions
  #parts: string[] = []
  #length = 0

  constructor(options: FrameOptions) {
    this.#options = options
  }

  take(bytes: Buffer): unknown[] {
    const messages: unknown[] = []
    let text = this.#decoder.write(bytes)
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n')) {
      this.#keep(text.slice(0, end))
      text = text.slice(end + 1)
      messages.push(this.#options.parse(this.#parts.join('')))
      this.#parts = []
      this.#length = 0
    }
    this.#keep(text)
    return messages
  }

  #keep(part: string): void {
    this.#length += part.length
    if (this.#length > this.#options.frameMax) throw new RangeError('The message is too long.')
    this.#parts.push(part)
  }
}
