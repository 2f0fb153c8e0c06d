import type { Logger } from '../../log.ts'

/** Tokens by their ids, display keys by their hashes. */
export type CredentialUses = { tokenIds: string[]; keyHashes: string[] }

/** Hears of each credential that a request came with. */
export type NoteUse = (use: { tokenId: string } | { keyHash: string }) => void

type Options = { write(uses: CredentialUses): Promise<void>; log: Logger; gatherMs?: number; now?: () => number }

/** Anybody can invent display keys: so many in a minute are written, whoever comes after is left out until the next. */
const usesMax = 10_000

/**
 * When credentials were last used, without a statement for each request: the first use in a minute is written a second
 * later together with others, and those after it in the same minute are known already.
 */
export class CredentialUse {
  readonly #options: Options
  readonly #now: () => number
  readonly #seen = new Set<string>()
  #minute = 0
  #uses: CredentialUses = { tokenIds: [], keyHashes: [] }
  #timer: NodeJS.Timeout | undefined

  constructor(options: Options) {
    this.#options = options
    this.#now = options.now ?? Date.now
  }

  readonly note: NoteUse = (use) => {
    const minute = Math.floor(this.#now() / 60_000)
    if (minute !== this.#minute) this.#seen.clear()
    this.#minute = minute
    const id = 'tokenId' in use ? use.tokenId : use.keyHash
    if (this.#seen.has(id) || this.#seen.size >= usesMax) return
    this.#seen.add(id)
    if ('tokenId' in use) this.#uses.tokenIds.push(id)
    else this.#uses.keyHashes.push(id)
    this.#timer ??= setTimeout(() => void this.flush(), this.#options.gatherMs ?? 1000).unref()
  }

  /** Never rejects: what cannot be written now is written with the next use. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const uses = this.#uses
    if (uses.tokenIds.length + uses.keyHashes.length === 0) return
    this.#uses = { tokenIds: [], keyHashes: [] }
    await this.#options.write(uses).catch((error: unknown) => {
      for (const id of [...uses.tokenIds, ...uses.keyHashes]) this.#seen.delete(id)
      this.#options.log.debug({ err: error }, 'failed to write when credentials were used')
    })
  }
}
