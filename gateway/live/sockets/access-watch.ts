import type { Authenticate } from '../../../kit/graphql/viewer/authenticate.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { Logger } from '../../../kit/log.ts'
import type { Release } from './holdings.ts'

type Watched = { viewer: Viewer; authorization: string | null; ended: () => void }

export type AccessWatchOptions = {
  authenticate: Authenticate
  /** Calls with principals that may have changed; null: all may have. Returns how to stop it. */
  onChanged(listener: (principalIds: readonly string[] | null) => void): () => void
  /** How often every connection's access is compared in any case: what is told over the bus may be lost. */
  sweepMs: number
  log: Logger
}

/**
 * Ends connections whose principal may do other things than when they connected: what runs on them was decided on what
 * they could read then. Their clients come back and are given what they may have now. A connection whose access cannot
 * be looked up goes on until it can.
 */
export class AccessWatch {
  readonly #options: AccessWatchOptions
  readonly #byPrincipal = new Map<string, Set<Watched>>()
  readonly #sweep: NodeJS.Timeout
  readonly #unsubscribe: () => void

  constructor(options: AccessWatchOptions) {
    this.#options = options
    this.#unsubscribe = options.onChanged((ids) => this.#check(ids))
    this.#sweep = setInterval(() => this.#check(null), options.sweepMs)
    this.#sweep.unref()
  }

  /** `ended` is called once, unless the connection is released first. Who is no principal is not watched. */
  watch(caller: { viewer: Viewer; authorization: string | null }, ended: () => void): Release {
    const { principalId } = caller.viewer
    if (principalId === null) return () => {}
    const watched: Watched = { ...caller, ended }
    const group = this.#byPrincipal.get(principalId) ?? new Set()
    this.#byPrincipal.set(principalId, group.add(watched))
    return () => {
      group.delete(watched)
      if (group.size === 0 && this.#byPrincipal.get(principalId) === group) this.#byPrincipal.delete(principalId)
    }
  }

  stop(): void {
    clearInterval(this.#sweep)
    this.#unsubscribe()
  }

  #check(principalIds: readonly string[] | null): void {
    for (const id of principalIds ?? this.#byPrincipal.keys())
      for (const watched of this.#byPrincipal.get(id) ?? []) void this.#compare(id, watched)
  }

  async #compare(principalId: string, watched: Watched): Promise<void> {
    try {
      const viewer = await this.#options.authenticate(watched.authorization)
      if (viewer !== null && isSame(viewer, watched.viewer)) return
    } catch (error) {
      this.#options.log.debug({ err: error, principalId }, 'the access of a connection cannot be looked up now')
      return
    }
    // It may have been released while we asked.
    if (this.#byPrincipal.get(principalId)?.delete(watched)) watched.ended()
  }
}

const isSame = (a: Viewer, b: Viewer) =>
  a.principalKind === b.principalKind && JSON.stringify(a.access) === JSON.stringify(b.access)
