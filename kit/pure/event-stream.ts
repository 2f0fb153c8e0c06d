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
  let rest = ''
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
      rest += begun || text === '' ? text : text.replace(/^\uFEFF/, '')
      begun ||= text !== ''
      // A lone CR at the end may be the first half of CRLF: it waits for what follows.
      for (let end = /\r\n|\n|\r(?!$)/.exec(rest); end; end = /\r\n|\n|\r(?!$)/.exec(rest)) {
        const line = rest.slice(0, end.index)
        rest = rest.slice(end.index + end[0].length)
        take(line, messages)
      }
      if (rest.length > charactersMax) throw new StreamTooLarge()
      return messages
    },
  }
}
