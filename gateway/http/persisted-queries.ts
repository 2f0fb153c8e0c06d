import { AppError } from '../../kit/errors/app-error.ts'
import { badRequest, type HttpParams } from '../../kit/graphql/http-params.ts'
import { isJsonObject } from '../../kit/pure/json/json.ts'
import { sha256Hex } from '../../kit/pure/ids/hash.ts'

const entriesMax = 1000
const textLengthMax = 20_000

/**
 * Apollo's automatic persisted queries: a client sends the hash of its document alone, and the text once where the hash
 * is not known. A process knows the last thousand; another process is told anew.
 */
export class PersistedQueries {
  readonly #texts = new Map<string, string>()

  /** The text of the document. Throws PERSISTED_QUERY_NOT_FOUND for an unknown hash, BAD_REQUEST where there is none or it does not fit. */
  textOf({ query, extensions }: HttpParams): string {
    const hash = hashIn(extensions)
    if (hash === null) {
      if (query === null) throw badRequest('The parameter `query` is missing.')
      return query
    }
    if (query === null) {
      const known = this.#texts.get(hash)
      if (known === undefined) throw new AppError('PERSISTED_QUERY_NOT_FOUND', { public: 'PersistedQueryNotFound' })
      return known
    }
    if (sha256Hex(query) !== hash)
      throw badRequest('`extensions.persistedQuery.sha256Hash` is not the SHA-256 of `query`.')
    this.#keep(hash, query)
    return query
  }

  #keep(hash: string, text: string): void {
    if (text.length > textLengthMax) return
    this.#texts.delete(hash)
    if (this.#texts.size >= entriesMax) this.#texts.delete(this.#texts.keys().next().value as string)
    this.#texts.set(hash, text)
  }
}

function hashIn(extensions: HttpParams['extensions']): string | null {
  const given = extensions?.['persistedQuery'] ?? null
  if (given === null) return null
  if (isJsonObject(given) && given['version'] === 1 && typeof given['sha256Hash'] === 'string')
    return given['sha256Hash']
  throw badRequest('`extensions.persistedQuery` must have `version` 1 and a `sha256Hash`.')
}
