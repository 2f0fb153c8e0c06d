import { pointerTokens } from '../../../kit/pure/json-pointer.ts'

/**
 * `address#/pointer` in its parts: the pointer is RFC 6901 in its URI fragment form, '' for the whole value, null where
 * what stands behind '#' is none.
 */
export function splitPath(path: string): { address: string; pointer: string | null } {
  const hash = path.indexOf('#')
  if (hash === -1) return { address: path, pointer: '' }
  const fragment = decode(path.slice(hash + 1))
  const good = fragment === '' || (fragment !== null && pointerTokens(fragment) !== null)
  return { address: path.slice(0, hash), pointer: good ? fragment : null }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
