import { createHash } from 'node:crypto'

/** SHA-256 of the text's UTF-8 bytes (or of the bytes) in 64 lower-case hex digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
