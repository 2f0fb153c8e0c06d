import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

/**
 * Where a subscriber of a feed stands: `epoch` changes when the log was truncated or restored (positions of another
 * epoch mean nothing), `position` counts within it.
 */
export type FeedPosition = { epoch: string; position: number }

/** Whose cursor it is: the kind of the feed and, where each subject counts for itself, its id. Words of up to 64 characters. */
export type FeedName = { kind: string; subject?: string | null }

const word = /^[A-Za-z0-9_.~-]{1,64}$/

/** Opaque resume token. Throws a RangeError where a part is no word or no position. */
export function encodeCursor({ epoch, position, ...name }: FeedPosition & FeedName): string {
  const feed = nameOf(name)
  if (!word.test(name.kind) || !word.test(feed) || !word.test(epoch) || !isPosition(position)) {
    throw new RangeError(`Not a feed position: ${feed}:${epoch}:${position}`)
  }
  return encodeBase64Url(`${feed}:${epoch}:${position}`)
}

/**
 * Null for everything that encodeCursor did not make for this feed: a position in the log of one instance means nothing
 * in that of another. A cursor that names no subject is taken: before 0.2.0 none did, and screens keep theirs.
 */
export function decodeCursor(text: string, name: FeedName): FeedPosition | null {
  const parts = text.length <= 256 ? decodeBase64Url(text)?.split(':') : undefined
  if (parts?.length !== 3) return null
  const [ofKind = '', epoch = '', digits = ''] = parts
  const position = Number(digits)
  if (
    (ofKind !== nameOf(name) && ofKind !== name.kind) ||
    !word.test(epoch) ||
    !isPosition(position) ||
    String(position) !== digits
  )
    return null
  return { epoch, position }
}

const nameOf = ({ kind, subject }: FeedName) => (subject ? `${kind}~${subject}` : kind)

function isPosition(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
