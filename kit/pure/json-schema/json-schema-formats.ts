import type { Format } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { linearPattern, type LinearPattern } from './linear-pattern.ts'
import { ownMember } from '../json/json.ts'

type Test = (text: string) => boolean
type FormatDefinition = Exclude<Format, true | string | RegExp | Test>

/** Written for a backtracking engine, but bounded: each looks at a text from its start and never twice at one place. */
const boundedByItself = new Set(['hostname', 'duration'])

/** Addresses that the format `url` of ajv-formats refuses by looking ahead. */
const privateHost =
  '(?:(?:10|127)(?:\\.\\d{1,3}){3}|(?:169\\.254|192\\.168)(?:\\.\\d{1,3}){2}|172\\.(?:1[6-9]|2\\d|3[0-1])(?:\\.\\d{1,3}){2})'

/**
 * The formats of ajv-formats, each in time proportional to the text. `spend` is told the steps of a test before it is
 * done. A format's pattern is compiled when it is first needed.
 */
export function linearFormats(spend: (steps: number) => void): Record<string, Format> {
  const formats: Record<string, Format> = {}
  for (const [name, format] of Object.entries(fullFormats as Record<string, Format>)) {
    const test = testOf(name, format)
    if (test === null) formats[name] = format
    else {
      const validate = (text: string) => {
        spend(1 + (text.length >> 4))
        return test(text)
      }
      formats[name] = { ...(isDefinition(format) ? (format as object) : {}), validate } as Format
    }
  }
  return formats
}

/** Null for one that looks at numbers, or at nothing. */
function testOf(name: string, format: Format): Test | null {
  const known = tests.get(name)
  if (known !== undefined) return known
  const given = isDefinition(format) ? format.validate : format
  const isOfText =
    given instanceof RegExp || (typeof given === 'function' && !(isDefinition(format) && format.type === 'number'))
  if (!isOfText) return null
  const test =
    ownMember(own, name) ??
    (given instanceof RegExp && !boundedByItself.has(name)
      ? linear(given)
      : given instanceof RegExp
        ? (text: string) => given.test(text)
        : (given as Test))
  tests.set(name, test)
  return test
}

const tests = new Map<string, Test>()

const isDefinition = (format: Format): format is FormatDefinition =>
  typeof format === 'object' && !(format instanceof RegExp) && 'validate' in format

function linear({ source, ignoreCase }: RegExp): Test {
  let compiled: LinearPattern | undefined
  return (text) => (compiled ??= linearPattern(source, { ignoreCase, lengthMax: Infinity })).test(text)
}

const urlPattern = (fullFormats.url as RegExp).source.replaceAll(/\(\?!(?:[^()]|\((?:[^()])*\))*\)/g, '')
const isUrl = linear(new RegExp(urlPattern, 'iu'))
const isPrivateUrl = linear(
  new RegExp(`^(?:https?|ftp):\\/\\/(?:[^\\s/]+@)?${privateHost}(?::\\d{2,5})?(?:\\/\\S*)?$`, 'iu'),
)
const isUriReference = linear(fullFormats['uri-reference'] as RegExp)

/** In place of those that backtrack, or hide their pattern in a function. */
const own: Readonly<Record<string, Test>> = {
  url: (text) => isUrl(text) && !isPrivateUrl(text),
  // A URI is a reference that has a scheme and something behind it.
  uri: (text) => /^[a-z][a-z0-9+\-.]*:[^?#]/i.test(text) && isUriReference(text),
}
