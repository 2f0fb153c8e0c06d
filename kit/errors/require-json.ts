import { parseJson, type JsonBounds, type JsonRefusal } from '../pure/json/parse-json.ts'
import type { JsonValue } from '../pure/json/json.ts'
import { AppError } from './app-error.ts'

/** The value of a JSON text from a client, or an AppError that names what is wrong and where. `what` begins its sentence. */
export function requireJson(source: string | Uint8Array, bounds: JsonBounds, what: string): JsonValue {
  const parsed = parseJson(source, bounds)
  if (!parsed.ok) throw jsonRefused(parsed.refusal, bounds, what)
  return parsed.value
}

export function jsonRefused({ reason, pointer, message }: JsonRefusal, bounds: JsonBounds, what: string): AppError {
  const sentence = `${what}${pointer === '' ? '' : `, at ${shorten(pointer)},`} ${message}.`
  if (reason === 'BYTES')
    return new AppError('PAYLOAD_TOO_LARGE', { public: sentence, details: { limitBytes: bounds.bytes } })
  return new AppError('BAD_USER_INPUT', { public: sentence, details: { problems: [{ pointer, message }] } })
}

const shorten = (pointer: string) => (pointer.length <= 200 ? pointer : `${pointer.slice(0, 200).toWellFormed()}…`)
