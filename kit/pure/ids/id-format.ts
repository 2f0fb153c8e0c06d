import { randomBytes as cryptoRandomBytes } from 'node:crypto'

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
/** The largest multiple of 36 in a byte: bytes from here on are thrown away, or 0-3 would come up more often. */
const unbiasedBelow = 252

/** `newId('inst', 8)` is `inst-` and 8 random characters of base 36. `prefix` is given without the dash. */
export function newId(
  prefix: string,
  length: number,
  randomBytes: (count: number) => Uint8Array = cryptoRandomBytes,
): string {
  checkShape(prefix, length)
  let id = `${prefix}-`
  const fullLength = id.length + length
  while (id.length < fullLength) {
    for (const byte of randomBytes(fullLength - id.length)) {
      if (byte < unbiasedBelow) id += digits[byte % 36]
    }
  }
  return id
}

/** Whether `text` looks like something newId(prefix, length) made. */
export function matchesId(prefix: string, length: number, text: string): boolean {
  checkShape(prefix, length)
  const start = prefix.length + 1
  return text.length === start + length && text.startsWith(`${prefix}-`) && /^[0-9a-z]*$/.test(text.slice(start))
}

function checkShape(prefix: string, length: number): void {
  if (!/^[a-z]+$/.test(prefix) || !Number.isInteger(length) || length < 1) {
    throw new RangeError(`An id is a word and a length of at least 1, not ${JSON.stringify([prefix, length])}`)
  }
}
