/** One message of a text/event-stream (HTML, "Server-sent events"). */
export type StreamMessage = { event: string; data: string; id: string | null; retryMs: number | null }

/** What a reader cannot bear: a message that grows beyond the limit. */
export class StreamTooLarge extends Error {
  override name = 'StreamTooLarge'
}

/**
 * Reads a text/event-stream piece by piece, wherever it is cut. `push` returns the messages that are complete; one
 * without data is none, except that its id counts. Throws StreamTooLarge when one has more than `charactersMax`.
 */
export function createEventStreamReader(charactersMax: number) {
  const lineEnd = /\r\n|\n|\r(?!$)/g
  /** The line that has no end yet, as it came: it is put together once, not at every piece of a source that sends byte by byte. */
  let held: string[] = []
  let heldLength = 0
  let endsInReturn = false
  let data: string[] = []
  let size = 0
  let event = ''
  let id: string | null = null
  let retryMs: number | null = null
  let begun = false

  function take(line: string, messages: StreamMessage[]): void {
    if (line === '') {
      if (data.length > 0) messages.push({ event: event || 'message', data: data.join('\n'), id, retryMs })
      data = []
      size = 0
      event = ''
      return
    }
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'data') {
      size += value.length + 1
      if (size > charactersMax) throw new StreamTooLarge()
      data.push(value)
    } else if (field === 'event') event = value
    else if (field === 'id' && !value.includes('\0')) id = value
    else if (field === 'retry' && /^\d+$/.test(value)) retryMs = Number(value)
  }

  return {
    push(text: string): StreamMessage[] {
      const messages: StreamMessage[] = []
      const piece = begun || text === '' ? text : text.replace(/^\uFEFF/, '')
      begun ||= text !== ''
      held.push(piece)
      heldLength += piece.length
      if (endsInReturn || /[\r\n]/.test(piece)) {
        const rest = held.join('')
        let from = 0
        // What was held has no end of a line but, at its own end, half of one.
        lineEnd.lastIndex = Math.max(0, heldLength - piece.length - 1)
        // A lone CR at the end may be the first half of CRLF: it waits for what follows.
        for (let end = lineEnd.exec(rest); end; end = lineEnd.exec(rest)) {
          take(rest.slice(from, end.index), messages)
          from = lineEnd.lastIndex
        }
        held = [rest.slice(from)]
        heldLength -= from
      }
      endsInReturn = piece === '' ? endsInReturn : piece.endsWith('\r')
      if (heldLength > charactersMax) throw new StreamTooLarge()
      return messages
    },
  }
}
