import { parse, specifiedRules, validate, type DocumentNode, type GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql'
import { sha256Hex } from '../kit/pure/hash.ts'

export type CheckedDocument = { ok: true; document: DocumentNode } | { ok: false; errors: readonly GraphQLError[] }

const entriesMax = 1000
const tokensMax = 10_000

/**
 * Documents that came over a socket, parsed and validated once: ten thousand screens send the same text. Equal texts
 * give the same DocumentNode, which is what the hub groups by. Refused texts are not kept.
 */
export class DocumentCache {
  readonly #schema: GraphQLSchema
  readonly #rules: readonly ValidationRule[]
  readonly #known = new Map<string, DocumentNode>()

  constructor(schema: GraphQLSchema, rules: readonly ValidationRule[]) {
    this.#schema = schema
    this.#rules = [...specifiedRules, ...rules]
  }

  check(source: string): CheckedDocument {
    // Long texts are kept by their hash, so that the keys stay small.
    const key = source.length <= 2000 ? source : sha256Hex(source)
    const known = this.#known.get(key)
    if (known) return { ok: true, document: known }
    let document: DocumentNode
    try {
      document = parse(source, { maxTokens: tokensMax })
    } catch (error) {
      return { ok: false, errors: [error as GraphQLError] }
    }
    const errors = validate(this.#schema, document, this.#rules)
    if (errors.length > 0) return { ok: false, errors }
    if (this.#known.size >= entriesMax) this.#known.delete(this.#known.keys().next().value as string)
    this.#known.set(key, document)
    return { ok: true, document }
  }
}
