import { jsonRefused } from '../../../kit/errors/require-json.ts'
import type { AppError } from '../../../kit/errors/app-error.ts'
import type { Limits } from '../../../kit/limits.ts'
import { isJsonObject } from '../../../kit/pure/json/json.ts'
import { parseJson, type JsonBounds, type JsonRefusal } from '../../../kit/pure/json/parse-json.ts'

type Members = Record<string, unknown>

export type SubscribeMessage = {
  type: 'subscribe'
  id: string
  payload: { query: string; operationName?: string | null; variables?: Members | null; extensions?: Members | null }
  /** Why the operation is refused although the message is one. */
  refusal: AppError | null
}

/** What a client may say over graphql-transport-ws. */
export type ClientMessage =
  | { type: 'connection_init'; payload?: Members }
  | { type: 'ping' | 'pong'; payload?: Members }
  | SubscribeMessage
  | { type: 'complete'; id: string }

/** No such message. `reason` is ours, and holds nothing that the client wrote. */
export type InvalidMessage = { type: 'invalid'; reason: string }

export type MessageLimits = Pick<Limits, 'messageBytes' | 'jsonDepth' | 'jsonNodes' | 'operationIdLength'>

const invalid = (reason: string): InvalidMessage => ({ type: 'invalid', reason: `Invalid message: ${reason}` })

/** Reads one text message within its bounds. */
export function readMessage(text: string, limits: MessageLimits): ClientMessage | InvalidMessage {
  const bounds: JsonBounds = { bytes: limits.messageBytes, depth: limits.jsonDepth, nodes: limits.jsonNodes }
  const exact = parseJson(text, bounds)
  // A number that would become another one is a fault of one operation, not of the connection.
  const inexact = !exact.ok && exact.refusal.reason === 'NUMBER' ? exact.refusal : null
  const parsed = inexact ? parseJson(text, bounds, 'NEAREST') : exact
  if (!parsed.ok) return invalid(parsed.refusal.message)
  if (!isJsonObject(parsed.value)) return invalid('must be an object')
  const { type, id, payload } = parsed.value as Members
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      return isOptionalObject(payload)
        ? { type, payload: payload ?? undefined }
        : invalid('the payload must be an object')
    case 'complete':
      return isId(id, limits) ? { type, id } : invalidId(limits)
    case 'subscribe':
      if (!isId(id, limits)) return invalidId(limits)
      return subscribe(id, payload, inexact && jsonRefused(inexact satisfies JsonRefusal, bounds, 'The message'))
    default:
      return invalid('there is no such type')
  }
}

function subscribe(id: string, payload: unknown, refusal: AppError | null): SubscribeMessage | InvalidMessage {
  if (!isJsonObject(payload)) return invalid('the payload must be an object')
  const { query, operationName, variables, extensions } = payload as Members
  if (typeof query !== 'string') return invalid('query must be a text')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return invalid('operationName must be a text')
  if (!isOptionalObject(variables)) return invalid('variables must be an object')
  if (!isOptionalObject(extensions)) return invalid('extensions must be an object')
  return { type: 'subscribe', id, payload: { query, operationName, variables, extensions }, refusal }
}

const isOptionalObject = (value: unknown): value is Members | null | undefined =>
  value === undefined || value === null || isJsonObject(value)

const isId = (id: unknown, { operationIdLength }: MessageLimits): id is string =>
  typeof id === 'string' && id.length > 0 && id.length <= operationIdLength

const invalidId = ({ operationIdLength }: MessageLimits) =>
  invalid(`the id must be a text of 1 to ${operationIdLength} characters`)

/**
 * The credential in the payload of connection_init, where clients put it: `authorization`, in any letter case, beside
 * its other members or in its `headers`. Undefined where there is none; not checked.
 */
export function credentialIn(payload: Members | undefined): unknown {
  return authorizationOf(payload) ?? authorizationOf(payload?.['headers'])
}

function authorizationOf(members: unknown): unknown {
  if (!isJsonObject(members)) return undefined
  return Object.entries(members).find(([name, value]) => name.toLowerCase() === 'authorization' && value !== null)?.[1]
}

/** What a close frame carries besides its code (RFC 6455, 5.5). */
const reasonBytesMax = 123

/** A reason that a close frame can carry. */
export const closeReason = (text: string): string => clipped(text, reasonBytesMax)

/** The reason of 4409. An id is cut short so that the sentence stays whole. */
export const idInUse = (id: string): string => `Subscriber for ${clipped(id, 90)} already exists`

/** At most so many bytes of UTF-8, whole characters only; an ellipsis says that there was more. */
function clipped(text: string, bytesMax: number): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= bytesMax) return bytes.toString()
  const ellipsis = '…'
  return (
    new TextDecoder().decode(bytes.subarray(0, bytesMax - Buffer.byteLength(ellipsis)), { stream: true }) + ellipsis
  )
}
