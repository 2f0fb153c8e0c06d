import type { JsonValue } from './json.ts'

/**
 * What JSON.parse should return. V8 13.6 (Node 24) may read an escaped member name as another one: after
 * `{"a":1,"\\":1}` it takes the `"\n"` of `{"a":1,"\n":1}` for a backslash, because it compares the name that it
 * expects with the text and not with what the text stands for. Texts with such names are read by hand; all others,
 * nearly all there are, by JSON.parse. The depth must have been bounded before. Throws a SyntaxError.
 */
export function jsonValueOf(text: string): JsonValue {
  if (!hasEscapedName(text)) return JSON.parse(text) as JsonValue
  return new Reader(text).whole()
}

/** Where the string that opens at `start` closes; the text's last position if it does not. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text.charCodeAt(before - 1) === backslash) before--
    if ((end - before) % 2 === 0) return end
  }
  return text.length
}

const backslash = 0x5c

/** Goes from string to string, and only as far as the last backslash. */
function hasEscapedName(text: string): boolean {
  const last = text.lastIndexOf('\\')
  if (last === -1) return false
  for (let start = text.indexOf('"'); start !== -1 && start < last;) {
    const end = endOfString(text, start)
    const escape = text.indexOf('\\', start)
    if (escape === -1) return false
    if (escape < end && text[afterSpace(text, end + 1)] === ':') return true
    start = text.indexOf('"', end + 1)
  }
  return false
}

function afterSpace(text: string, at: number): number {
  while (at < text.length && ' \t\n\r'.includes(text[at] as string)) at++
  return at
}

/** Reads objects and arrays itself, and leaves each string, number and word to JSON.parse. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  whole(): JsonValue {
    const value = this.#value()
    if (this.#next() !== undefined) this.#fail()
    return value
  }

  #value(): JsonValue {
    const first = this.#next()
    if (first === '{') return this.#object()
    if (first === '[') return this.#array()
    if (first === '"') return this.#string()
    const length = this.#text.slice(this.#at).search(/[\s,\]}]|$/)
    return JSON.parse(this.#text.slice(this.#at, (this.#at += length))) as JsonValue
  }

  #object(): JsonValue {
    const members: [string, JsonValue][] = []
    this.#at++
    if (this.#next() === '}') return this.#closed({})
    do {
      if (this.#next() !== '"') this.#fail()
      const name = this.#string()
      this.#take(':')
      members.push([name, this.#value()])
    } while (this.#follows(',', '}'))
    // Unlike an assignment, this makes a member of the name __proto__ too, as JSON.parse does.
    return Object.fromEntries(members)
  }

  #array(): JsonValue {
    const items: JsonValue[] = []
    this.#at++
    if (this.#next() === ']') return this.#closed(items)
    do items.push(this.#value())
    while (this.#follows(',', ']'))
    return items
  }

  #string(): string {
    const end = endOfString(this.#text, this.#at)
    return JSON.parse(this.#text.slice(this.#at, (this.#at = end + 1))) as string
  }

  /** The next character that is no space; undefined at the end. */
  #next(): string | undefined {
    this.#at = afterSpace(this.#text, this.#at)
    return this.#text[this.#at]
  }

  #take(character: string): void {
    if (this.#next() !== character) this.#fail()
    this.#at++
  }

  #follows(more: string, close: string): boolean {
    if (this.#next() === more) return !!++this.#at
    this.#take(close)
    return false
  }

  #closed<Value>(value: Value): Value {
    this.#at++
    return value
  }

  #fail(): never {
    throw new SyntaxError(`Unexpected character in JSON at position ${this.#at}`)
  }
}
