import { GraphQLError, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Limits } from '../kit/limits.ts'
import { sha256Hex } from '../kit/pure/hash.ts'
import { readDocument, type DocumentLimits } from './documents/read-document.ts'

export type CheckedDocument = { ok: true; document: DocumentNode } | { ok: false; errors: readonly GraphQLError[] }

const entriesMax = 1000

export type DocumentCacheLimits = DocumentLimits & Pick<Limits, 'validationErrors'>

/**
 * Documents, parsed within their budgets and validated once: ten thousand screens send the same text. Equal texts
 * give the same DocumentNode, which is what the hub groups by. Refused texts are not kept.
 */
export class DocumentCache {
  readonly #schema: GraphQLSchema
  readonly #limits: DocumentCacheLimits
  readonly #known = new Map<string, DocumentNode>()

  constructor(schema: GraphQLSchema, limits: DocumentCacheLimits) {
    this.#schema = schema
    this.#limits = limits
  }

  check(source: string): CheckedDocument {
    // Long texts are kept by their hash, so that the keys stay small.
    const key = source.length <= 2000 ? source : sha256Hex(source)
    const known = this.#known.get(key)
    if (known) return { ok: true, document: known }
    let document: DocumentNode
    try {
      document = readDocument(source, this.#limits)
    } catch (error) {
      return { ok: false, errors: [toGraphQLError(error)] }
    }
    const errors = validate(this.#schema, document, undefined, { maxErrors: this.#limits.validationErrors })
    if (errors.length > 0) return { ok: false, errors }
    if (this.#known.size >= entriesMax) this.#known.delete(this.#known.keys().next().value as string)
    this.#known.set(key, document)
    return { ok: true, document }
  }
}

const toGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error })
