import { endOfString, jsonValueOf } from './json-value-of.ts'
import { pointerToken, type JsonValue } from './json.ts'
import { sameNumber } from './number-digits.ts'

/** `depth`: levels of arrays and objects; `nodes`: values, containers included; `bytes`: of the text in UTF-8. */
export type JsonBounds = { depth: number; nodes: number; bytes: number }

/** `pointer` names the value that is at fault (a JSON pointer; '' is the whole); `message` completes a sentence about it. */
export type JsonRefusal = {
  reason: 'SYNTAX' | 'BYTES' | 'DEPTH' | 'NODES' | 'NUMBER'
  pointer: string
  message: string
}

export type ParsedJson = { ok: true; value: JsonValue } | { ok: false; refusal: JsonRefusal }

/**
 * The only JSON parser for text from outside. One linear pass over the text checks the bounds before anything is
 * built, so that neither parsing nor whatever recurses over the value later can overflow the stack or fill the memory.
 * Bytes that are not UTF-8 are refused, not replaced.
 *
 * `EXACT` refuses a number that would become another one: beyond a double's range, or of 2^53 and more with digits
 * that a double does not write back (750727362669608961). Below 2^53 a fraction becomes the nearest double, as
 * everywhere. `NEAREST` rounds all of them, for a reader that only needs the envelope of a message.
 */
export function parseJson(
  source: string | Uint8Array,
  bounds: JsonBounds,
  numbers: 'EXACT' | 'NEAREST' = 'EXACT',
): ParsedJson {
  if (exceedsBytes(source, bounds.bytes)) return refuse('BYTES', '', `must have at most ${bounds.bytes} bytes`)
  let text: string
  try {
    text = typeof source === 'string' ? source : utf8.decode(source)
  } catch {
    return refuse('SYNTAX', '', 'must be JSON in UTF-8')
  }
  const found = scan(text, bounds, numbers === 'EXACT')
  if (found !== null) return refuse(found.reason, pointerAt(text, found.at), messageOf(found.reason, bounds))
  try {
    return { ok: true, value: jsonValueOf(text) }
  } catch {
    return refuse('SYNTAX', '', 'must be JSON')
  }
}

const ownBounds: JsonBounds = { depth: 256, nodes: Infinity, bytes: Infinity }

/**
 * For text that a process of ours wrote: a message on the bus, a column, a file of the package. Throws a SyntaxError
 * for what is no JSON and a RangeError for what is nested deeper than anything we write.
 */
export function parseOwnJson(text: string): unknown {
  if (scan(text, ownBounds, false) !== null)
    throw new RangeError(`JSON is nested deeper than ${ownBounds.depth} levels`)
  return jsonValueOf(text)
}

/**
 * Whether a number keeps its value as a double, by its text (JSON's and GraphQL's numbers are written alike). A text
 * that is no number does: it is the parser's to refuse.
 */
export function keepsNumber(text: string): boolean {
  const value = Number(text)
  if (Number.isNaN(value)) return true
  if (!Number.isFinite(value)) return false
  if (value === 0) return sameNumber(text, '0')
  return Math.abs(value) < 2 ** 53 || sameNumber(text, String(value))
}

export const INEXACT_NUMBER = 'must be a number that a 64-bit float can hold exactly: send it as text'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** No number shorter than this and without an exponent loses a digit. */
const safeDigits = 15

function refuse(reason: JsonRefusal['reason'], pointer: string, message: string): ParsedJson {
  return { ok: false, refusal: { reason, pointer, message } }
}

function messageOf(reason: Found['reason'], bounds: JsonBounds): string {
  switch (reason) {
    case 'DEPTH':
      return `must be nested at most ${bounds.depth} levels deep`
    case 'NODES':
      return `must have at most ${bounds.nodes} values`
    case 'NUMBER':
      return INEXACT_NUMBER
  }
}

function exceedsBytes(source: string | Uint8Array, max: number): boolean {
  if (source.length > max) return true
  // A code unit becomes at most three bytes.
  return typeof source === 'string' && source.length * 3 > max && Buffer.byteLength(source) > max
}

type Found = { reason: 'DEPTH' | 'NODES' | 'NUMBER'; at: number }

/** The first thing past a bound. Knows no grammar but strings and numbers: JSON.parse refuses the rest. */
function scan(text: string, { depth: depthMax, nodes: nodesMax }: JsonBounds, isExact: boolean): Found | null {
  let depth = 0
  let nodes = 1
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at)
        break
      case openArray:
      case openObject:
        if (++depth > depthMax) return { reason: 'DEPTH', at }
        if (++nodes > nodesMax) return { reason: 'NODES', at }
        break
      case closeArray:
      case closeObject:
        depth--
        break
      case comma:
        if (++nodes > nodesMax) return { reason: 'NODES', at }
        break
      default: {
        if (!isExact || !isNumberPart(text.charCodeAt(at))) break
        const start = at
        let hasExponent = false
        for (let code = text.charCodeAt(at); isNumberPart(code); code = text.charCodeAt(++at))
          hasExponent ||= code === 0x65 || code === 0x45
        if ((hasExponent || at - start > safeDigits) && !keepsNumber(text.slice(start, at)))
          return { reason: 'NUMBER', at: start }
        at--
      }
    }
  }
  return null
}

const quote = 0x22
const openArray = 0x5b
const closeArray = 0x5d
const openObject = 0x7b
const closeObject = 0x7d
const comma = 0x2c

/** Digits, sign, point and exponent. The letters of true, false and null that are among them make no number. */
function isNumberPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2b || code === 0x2e || code === 0x65 || code === 0x45
  )
}

/** The value that begins at `end` (or the container that is too large there). The stack is no deeper than the bound. */
function pointerAt(text: string, end: number): string {
  type Frame = { key: string | number }
  const stack: Frame[] = []
  let string: string | null = null
  for (let at = 0; at < end; at++) {
    const top = stack.at(-1)
    switch (text.charCodeAt(at)) {
      case quote: {
        const close = endOfString(text, at)
        string = text.slice(at, close + 1)
        at = close
        break
      }
      case openArray:
        stack.push({ key: 0 })
        break
      case openObject:
        stack.push({ key: '' })
        break
      case closeArray:
      case closeObject:
        stack.pop()
        break
      case comma:
        if (typeof top?.key === 'number') top.key++
        break
      case 0x3a:
        if (top !== undefined && string !== null) top.key = memberName(string)
    }
  }
  return stack.map(({ key }) => pointerToken(key)).join('')
}

function memberName(string: string): string {
  try {
    return String(jsonValueOf(string))
  } catch {
    return string
  }
}
