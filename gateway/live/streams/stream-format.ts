import type { GraphQLFormattedError } from 'graphql'
import type { SharedPayload } from '../rendering/shared-payload.ts'

/** How results follow one another in the body of one HTTP response. */
export type StreamFormat = {
  readonly contentType: string
  /** Sent at once, so that the client knows that it is connected. */
  readonly opening: Buffer
  readonly heartbeat: Buffer
  /** What tells the client that the process leaves and the subscription does not end. */
  readonly restart: Buffer
  /** One execution result, as JSON text. */
  result(json: Buffer): Buffer
  /** The end: with what the operation failed of, or as complete. */
  end(errors?: readonly GraphQLFormattedError[]): Buffer
}

/** GraphQL over SSE, distinct connections mode (enisdenjo/graphql-sse: PROTOCOL.md). */
const eventStream: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  opening: Buffer.from(':\n\n'),
  heartbeat: Buffer.from(':\n\n'),
  // A stream that breaks off without `complete` is taken up again.
  restart: Buffer.alloc(0),
  result: (json) => join('event: next\ndata: ', json, '\n\n'),
  end: (errors) =>
    Buffer.from(`${errors ? `event: next\ndata: ${JSON.stringify({ errors })}\n\n` : ''}event: complete\ndata: \n\n`),
}

const boundary = '\r\n--graphql'
/** With the boundary after it: clients take a part for whole only when they have seen what follows. */
const part = (json: Buffer | string) => join('\r\ncontent-type: application/json\r\n\r\n', json, boundary)

/** Apollo's subscriptions over multipart, version 1.0. Errors outside `payload` end the subscription. */
const multipart: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  opening: Buffer.from(boundary),
  heartbeat: part('{}'),
  restart: join(
    part(
      JSON.stringify({
        payload: null,
        errors: [
          {
            message: 'The server restarts: subscribe again.',
            extensions: { code: 'UNAVAILABLE', service: 'gateway', retryable: true },
          },
        ],
      }),
    ),
    '--\r\n',
  ),
  result: (json) => part(join('{"payload":', json, '}')),
  end: (errors) => join(errors ? part(JSON.stringify({ payload: null, errors })) : '', '--\r\n'),
}

/** By the type that the client accepts. */
export const streamFormats = {
  'text/event-stream': eventStream,
  'multipart/mixed;subscriptionSpec=1.0': multipart,
} as const
export type StreamType = keyof typeof streamFormats
export const streamTypes = Object.keys(streamFormats) as StreamType[]

const framed = new WeakMap<StreamFormat, WeakMap<SharedPayload, Buffer>>()

/** A result that many streams get, framed once for all of them. */
export function shared(format: StreamFormat, payload: SharedPayload): Buffer {
  let known = framed.get(format)
  if (!known) framed.set(format, (known = new WeakMap()))
  let frame = known.get(payload)
  if (!frame) known.set(payload, (frame = format.result(payload.json)))
  return frame
}

function join(...parts: (Buffer | string)[]): Buffer {
  return Buffer.concat(parts.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}
