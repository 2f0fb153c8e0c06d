/**
 * JSON text with the members of every object in code unit order, so that equal values have equal texts: for hashing
 * and for grouping. Otherwise like JSON.stringify (undefined members are left out, toJSON is honoured); throws a
 * TypeError for what JSON.stringify would answer with undefined. Recursive: bound the depth first (jsonDepth).
 */
export function canonicalJson(value: unknown): string {
  const text = write(value)
  if (text === undefined) throw new TypeError(`${typeof value} has no JSON text`)
  return text
}

function write(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON())
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const text = write((value as Record<string, unknown>)[key])
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`)
  }
  return `{${members.join(',')}}`
}
