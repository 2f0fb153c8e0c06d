import type { GraphQLFormattedError } from 'graphql'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'
import type { StreamFormat } from '../live/streams/stream-format.ts'
import { problemOf } from './problem.ts'

/** What a browser waits before it connects again. */
const retryMs = 2000

/**
 * Events of one instance for EventSource: the event's type and, as its id, the cursor that resumes after it. An error is
 * an event named `problem`, after which the stream ends; `end` says that nothing will follow.
 */
export const eventStream: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  opening: Buffer.from(`retry: ${retryMs}\n\n`),
  heartbeat: Buffer.from(':\n\n'),
  restart: Buffer.alloc(0),
  result(json) {
    const { data, errors } = parseOwnJson(json.toString()) as Result
    const [event] = Object.values(data ?? {})
    return event
      ? message(event.type, event, event.cursor)
      : message('problem', problemOf((errors as [GraphQLFormattedError])[0]))
  },
  end: (errors) => (errors?.[0] ? message('problem', problemOf(errors[0])) : message('end', {})),
}

type Result = {
  data?: Record<string, { type: string; cursor: string } | null> | null
  errors?: readonly GraphQLFormattedError[]
}

function message(event: string, data: object, id?: string): Buffer {
  return Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
