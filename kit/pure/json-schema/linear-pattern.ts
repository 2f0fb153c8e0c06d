import { RE2JS } from 're2js'
import { ownMember } from '../json/json.ts'

export type LinearPattern = {
  test(text: string): boolean
  /** Instructions of the compiled program: a test takes at most this many steps for each character. */
  size: number
}

const sourceLengthMax = 1000

/**
 * A regular expression of JavaScript (with the u flag) whose test takes time in proportion to the text, whatever the
 * expression (ADR 0018). What cannot be had in linear time is refused: look-around and back-references; so are counts
 * above 1,000 and the Unicode properties that RE2 does not know. Throws a SyntaxError whose message completes a
 * sentence about the pattern.
 */
export function linearPattern(source: string, { ignoreCase = false, lengthMax = sourceLengthMax } = {}): LinearPattern {
  if (source.length > lengthMax) throw new SyntaxError(`has a pattern longer than ${lengthMax} characters`)
  if (source === '__proto__') throw new SyntaxError('__proto__ is not allowed')
  try {
    // Only read here, never run: JavaScript says what is an expression, RE2 what of it is linear.
    new RegExp(source, 'u')
  } catch (error) {
    throw new SyntaxError(`is no regular expression: ${messageOf(error)}`, { cause: error })
  }
  try {
    const compiled = RE2JS.compile(translate(source), ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
    return { test: (text) => compiled.test(text), size: compiled.programSize() }
  } catch (error) {
    throw new SyntaxError(
      `cannot be matched in linear time (no look-around, no back-references, counts up to 1000): ${messageOf(error)}`,
      { cause: error },
    )
  }
}

const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200).toWellFormed()

/** Members of character classes, as RE2 writes them. JavaScript's white space is Unicode's, RE2's is ASCII's. */
const space = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const notSpace =
  '\\x00-\\x08\\x0e-\\x1f!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'

const categories: Readonly<Record<string, string>> = {
  Letter: 'L',
  Lowercase_Letter: 'Ll',
  Uppercase_Letter: 'Lu',
  Titlecase_Letter: 'Lt',
  Modifier_Letter: 'Lm',
  Other_Letter: 'Lo',
  Mark: 'M',
  Number: 'N',
  Decimal_Number: 'Nd',
  Punctuation: 'P',
  Symbol: 'S',
  Separator: 'Z',
  Other: 'C',
}

/** One piece of a valid expression: an escape, the two characters that open a class of everything or nothing, or one character. */
const piece =
  /\\u\{([0-9a-fA-F]+)\}|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\c([A-Za-z])|\\([pP])\{([^}]*)\}|\\(k<|[\s\S])|\[\^?\]|\(\?<(?![=!])|[\s\S]/gu

/** The expression in RE2's writing. What is not translated means the same in both, or is refused there. */
function translate(source: string): string {
  let inClass = false
  return source.replace(piece, (all: string, ...groups: (string | undefined)[]) => {
    const [point, high, low, unit, control, property, name, escaped] = groups
    if (high !== undefined && low !== undefined)
      return codePoint(((parseInt(high, 16) - 0xd800) << 10) + parseInt(low, 16) - 0xdc00 + 0x10000)
    const hex = point ?? unit
    if (hex !== undefined) return codePoint(parseInt(hex, 16))
    if (control !== undefined) return codePoint(control.charCodeAt(0) % 32)
    if (property !== undefined) return `\\${property}{${propertyName(name as string)}}`
    if (escaped === '0') return '\\x00'
    if (escaped === 'b' && inClass) return '\\x08'
    if (escaped === 's' || escaped === 'S') {
      const members = escaped === 's' ? space : notSpace
      return inClass ? members : `[${members}]`
    }
    if (escaped !== undefined) return all
    if (inClass) {
      if (all === ']') inClass = false
      return all === '[' ? '\\[' : all
    }
    if (all === '[]') return '[^\\x00-\\x{10ffff}]'
    if (all === '[^]') return '[\\x00-\\x{10ffff}]'
    if (all === '(?<') return '(?P<'
    if (all === '.') return '[^\\n\\r\\x{2028}\\x{2029}]'
    if (all === '[') inClass = true
    return all
  })
}

const codePoint = (value: number) => `\\x{${value.toString(16)}}`

function propertyName(name: string): string {
  const value = name.replace(/^(?:Script|sc|General_Category|gc)=/, '')
  return ownMember(categories, value) ?? value
}
