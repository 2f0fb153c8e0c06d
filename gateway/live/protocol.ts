import { isJsonObject } from '../../kit/pure/json.ts'

export type SubscribeMessage = {
  type: 'subscribe'
  id: string
  payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null }
}

/** What a client may say over graphql-transport-ws. */
export type ClientMessage =
  | { type: 'connection_init'; payload?: Record<string, unknown> }
  | { type: 'ping' | 'pong'; payload?: Record<string, unknown> }
  | SubscribeMessage
  | { type: 'complete'; id: string }

const idLengthMax = 200

/** Null for anything that is not such a message. */
export function readMessage(text: string): ClientMessage | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isJsonObject(value)) return null
  const { type, id, payload } = value as Record<string, unknown>
  const object = payload === undefined || payload === null ? undefined : payload
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      return object === undefined || isJsonObject(object) ? { type, payload: object as Record<string, unknown> | undefined } : null
    case 'complete':
      return isId(id) ? { type, id } : null
    case 'subscribe':
      return isId(id) && isJsonObject(object) ? subscribe(id, object) : null
    default:
      return null
  }
}

function subscribe(id: string, { query, operationName, variables }: Record<string, unknown>): SubscribeMessage | null {
  const wellFormed =
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || variables === null || isJsonObject(variables))
  return wellFormed
    ? { type: 'subscribe', id, payload: { query, operationName: operationName as string | null, variables: variables as Record<string, unknown> | null } }
    : null
}

const isId = (id: unknown): id is string => typeof id === 'string' && id.length > 0 && id.length <= idLengthMax
