import { refuse, type Refusal } from './refusal.ts'

/** Bytes of `value` as JSON, for the limit that keeps an event small enough for the bus. */
export const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

export function tooLarge(what: string, value: unknown, bytesMax: number): { ok: false; refusal: Refusal } | null {
  const bytes = jsonBytes(value)
  return bytes <= bytesMax
    ? null
    : refuse('PAYLOAD_TOO_LARGE', `The ${what} would have ${bytes} bytes; at most ${bytesMax} are allowed.`, {
        bytes,
        limitBytes: bytesMax,
      })
}
