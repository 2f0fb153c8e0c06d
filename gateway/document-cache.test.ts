import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../kit/limits.ts'
import { DocumentCache } from './document-cache.ts'

const schema = buildSchema('type Query { a: Int self: Query }')
const cache = () => new DocumentCache(schema, defaultLimits)
const documentOf = (result: ReturnType<DocumentCache['check']>) => (result.ok ? result.document : null)
const messages = (result: ReturnType<DocumentCache['check']>) =>
  result.ok ? [] : result.errors.map(({ message }) => message)

describe('DocumentCache', () => {
  it('gives equal texts the same document, short or long, and different texts different ones', () => {
    const documents = cache()
    const long = `{ ${Array.from({ length: 90 }, (_, index) => `alias_of_some_length_${index}: a`).join(' ')} }`
    expect(long.length).toBeGreaterThan(2000)
    for (const text of ['{ a }', long]) {
      const first = documentOf(documents.check(text))
      expect(first).not.toBeNull()
      expect(documentOf(documents.check(text))).toBe(first)
      expect(documentOf(documents.check(`${text} `))).not.toBe(first)
    }
  })

  it('refuses what cannot be read, what does not fit the schema, and what is beyond the budgets, every time', () => {
    const documents = cache()
    for (const text of ['{', '{ b }', `${'{ self '.repeat(17)}{ a }${'}'.repeat(17)}`]) {
      expect(messages(documents.check(text))).toHaveLength(1)
      expect(messages(documents.check(text))).toHaveLength(1)
    }
  })

  it('tells as many validation errors as the budget says, and that there are more', () => {
    const unknown = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `x${index}`).join(' ')} }`
    expect(messages(cache().check(unknown(20)))).toHaveLength(20)
    expect(messages(cache().check(unknown(90)))).toHaveLength(21)
    expect(messages(cache().check(unknown(90))).at(-1)).toContain('error limit reached')
  })

  it('keeps a thousand documents and lets the oldest go', () => {
    const documents = cache()
    const [first, second] = [documentOf(documents.check('{ a }')), documentOf(documents.check('{ b: a }'))]
    for (let index = 0; index < 999; index++) documents.check(`{ a${index}: a }`)
    expect(documentOf(documents.check('{ b: a }'))).toBe(second)
    expect(documentOf(documents.check('{ a }'))).not.toBe(first)
  })
})
