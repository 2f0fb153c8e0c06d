import { parseOwnJson } from '../json/parse-json.ts'
import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

/** The sort keys of one row, in the order of the ORDER BY. */
export type PageKeys = (string | number | null)[]

/** Long enough for a few names as keys, short enough that nobody can make us parse a book. */
const lengthMax = 4096

/** Opaque Relay cursor: the sort keys of a row and the name of the order they belong to. */
export function encodePageCursor(orderName: string, keys: PageKeys): string {
  return encodeBase64Url(JSON.stringify([orderName, ...keys]))
}

/** Null for a broken cursor and for one of another order. How many keys of which type is for the caller to check. */
export function decodePageCursor(text: string, orderName: string): PageKeys | null {
  const json = text.length <= lengthMax ? decodeBase64Url(text) : null
  if (json === null) return null
  const parts = parseArray(json)
  if (parts === null || parts[0] !== orderName) return null
  const keys = parts.slice(1)
  return keys.every(isPageKey) ? keys : null
}

function parseArray(json: string): unknown[] | null {
  try {
    const value = parseOwnJson(json)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function isPageKey(value: unknown): value is string | number | null {
  return typeof value === 'string' || value === null || (typeof value === 'number' && Number.isFinite(value))
}
