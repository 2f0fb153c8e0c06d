import { GraphQLError, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import { isAppError } from '../kit/errors/app-error.ts'
import type { Limits } from '../kit/limits.ts'
import { sha256Hex } from '../kit/pure/ids/hash.ts'
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
    let errors: readonly GraphQLError[]
    try {
      document = readDocument(source, this.#limits)
      // Throws where a rule evaluates what the client wrote: a directive of a subscription's root field, for one.
      errors = validate(this.#schema, document, undefined, { maxErrors: this.#limits.validationErrors })
    } catch (error) {
      return { ok: false, errors: [clientFault(error)] }
    }
    if (errors.length > 0) return { ok: false, errors }
    if (this.#known.size >= entriesMax) this.#known.delete(this.#known.keys().next().value as string)
    this.#known.set(key, document)
    return { ok: true, document }
  }
}

/** What parsing or validating a document throws because of the document. Anything else is our fault, and thrown on. */
function clientFault(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  if (isAppError(error)) return new GraphQLError(error.message, { originalError: error })
  if (error instanceof RangeError)
    return new GraphQLError('The document is nested too deeply to be read.', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    })
  throw error
}
