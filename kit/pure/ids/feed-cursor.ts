import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

/**
 * Where a reader of a feed stands: `kind` keeps a cursor of one feed from being used in another, `epoch` changes when
 * the log was truncated or restored (positions of another epoch mean nothing), `position` counts within it.
 */
export type FeedPosition = { epoch: string; position: number }

const word = /^[A-Za-z0-9_.-]{1,64}$/

/** Opaque resume token. `kind` and `epoch` are words of up to 64 characters; throws a RangeError for others. */
export function encodeCursor({ kind, epoch, position }: FeedPosition & { kind: string }): string {
  if (!word.test(kind) || !word.test(epoch) || !isPosition(position)) {
    throw new RangeError(`Not a feed position: ${kind}:${epoch}:${position}`)
  }
  return encodeBase64Url(`${kind}:${epoch}:${position}`)
}

/** Null for everything that encodeCursor did not make for this kind of feed. */
export function decodeCursor(text: string, kind: string): FeedPosition | null {
  const parts = text.length <= 256 ? decodeBase64Url(text)?.split(':') : undefined
  if (parts?.length !== 3) return null
  const [ofKind = '', epoch = '', digits = ''] = parts
  const position = Number(digits)
  if (ofKind !== kind || !word.test(epoch) || !isPosition(position) || String(position) !== digits) return null
  return { epoch, position }
}

function isPosition(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
