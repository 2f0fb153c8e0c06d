/**
 * How many bytes a value has as JSON, without writing it; escapes are not counted. Stops as soon as there are more
 * than `max`, so that a huge value costs no more than a permitted one.
 */
export function jsonBytes(value: unknown, max: number): number {
  let bytes = 0
  const add = (part: unknown): void => {
    if (bytes > max) return
    if (typeof part === 'string') bytes += 2 + textBytes(part)
    else if (typeof part === 'number') bytes += part < 1000 && part >= 0 && Number.isInteger(part) ? 3 : 8
    else if (Array.isArray(part)) {
      bytes += 2 + part.length
      for (const item of part) add(item)
    } else if (typeof part === 'object' && part !== null) {
      bytes += 2
      for (const key in part) {
        bytes += 4 + key.length
        add((part as Record<string, unknown>)[key])
      }
    } else bytes += 4
  }
  add(value)
  return bytes
}

/** Most texts are short, and short texts mostly ASCII: for them asking costs more than it tells. */
const textBytes = (text: string): number => (text.length < 100 ? text.length : Buffer.byteLength(text))
