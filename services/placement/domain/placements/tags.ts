import type { Checked, Problem } from './placement.ts'

export const TAGS_MAX = 64
const LENGTH_MAX = 64

/**
 * Tags as they are kept: trimmed, sorted, without doubles, their case as given. A comma is refused because lists of
 * tags are written with commas in URLs. Every problem is reported, with its place in the list as it was sent.
 */
export function checkTags(tags: readonly string[], pointer: string): Checked<string[]> {
  const problems = tags.flatMap((tag, index): Problem[] => {
    const message = problemOf(tag.trim())
    return message === null ? [] : [{ pointer: `${pointer}/${index}`, message }]
  })
  const value = uniqueSorted(tags.map((tag) => tag.trim()))
  if (value.length > TAGS_MAX) problems.push({ pointer, message: `must be at most ${TAGS_MAX} different tags` })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
}

/** `present` and `added` together; both as checkTags returns them. */
export function withTags(present: readonly string[], added: readonly string[], pointer: string): Checked<string[]> {
  const value = uniqueSorted([...present, ...added])
  // A list that was too long before this limit existed may still be rewritten as it is.
  if (value.length <= Math.max(TAGS_MAX, present.length)) return { ok: true, value }
  return {
    ok: false,
    problems: [{ pointer, message: `would make ${value.length} tags; at most ${TAGS_MAX} are allowed` }],
  }
}

export function withoutTags(present: readonly string[], removed: readonly string[]): string[] {
  return present.filter((tag) => !removed.includes(tag))
}

function problemOf(tag: string): string | null {
  if (tag.length === 0) return 'must not be empty'
  if (tag.length > LENGTH_MAX) return `must be at most ${LENGTH_MAX} characters`
  if (tag.includes(',')) return 'must not contain a comma'
  return isPlainText(tag) ? null : 'must not contain control characters'
}

/** Neither control characters nor line separators, nor halves of characters, which no database can keep. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
}

/** By code unit, the same on every machine: a locale's order would depend on where the process runs. */
function uniqueSorted(tags: string[]): string[] {
  return [...new Set(tags)].sort()
}
