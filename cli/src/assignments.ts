import { UsageError } from './failures.ts'

type JsonObject = Record<string, unknown>

/**
 * `alert.message=Late`, `/alert/message=Late`, `count=3`, `alert=null`: a merge patch. What is JSON is read as JSON,
 * anything else as text; quotes make text of what looks like JSON (`code='"007"'`).
 */
export function patchOf(assignments: readonly string[]): JsonObject {
  const patch: JsonObject = {}
  for (const assignment of assignments) {
    const at = assignment.indexOf('=')
    if (at < 1) throw new UsageError(`${JSON.stringify(assignment)} is no assignment: write path=value.`)
    put(patch, pathOf(assignment.slice(0, at)), valueOf(assignment.slice(at + 1)))
  }
  return patch
}

/** A JSON object that was given as text. */
export function objectOf(text: string, what: string): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${what} is no JSON: ${(error as Error).message}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${what} must be a JSON object.`)
  return value as JsonObject
}

function pathOf(text: string): string[] {
  const path = text.startsWith('/')
    ? text
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : text.split('.')
  if (path.includes(''))
    throw new UsageError(`${JSON.stringify(text)} is no path: write alert.message or /alert/message.`)
  return path
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function put(target: JsonObject, path: readonly string[], value: unknown): void {
  let holder = target
  for (const key of path.slice(0, -1)) {
    const inner = Object.hasOwn(holder, key) ? holder[key] : undefined
    const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {}
    define(holder, key, next)
    holder = next
  }
  define(holder, path.at(-1)!, value)
}

/** Plain assignment to `__proto__` would change the prototype instead of adding a member. */
const define = (holder: JsonObject, key: string, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
