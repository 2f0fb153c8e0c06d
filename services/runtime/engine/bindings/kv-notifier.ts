import type { PrincipalKind } from '../../../../kit/graphql/viewer/viewer.ts'
import { findKv, markTold } from '../../store/bindings/kv.ts'
import type { CommitDeps } from '../changes/commit-many.ts'
import { propagate } from './propagate.ts'

export type KvWrite = { actorId: string | null; writerKind: PrincipalKind | null; changeId: string }

type Round = { again: boolean; done: Promise<void>; write: KvWrite | undefined }

/**
 * Tells instances what a key they are bound to says now: always the newest value, read when the telling begins, so
 * writers that come while one is under way are served together by the next round. Two processes may tell the same
 * key; whoever finds at the end that the key has moved on tells again, so the newest value is always told last.
 */
export class KvNotifier {
  readonly #deps: CommitDeps
  readonly #rounds = new Map<string, Round>()

  constructor(deps: CommitDeps) {
    this.#deps = deps
  }

  /** Resolves when every instance that is bound shows what stood there when this was called, or something newer. */
  tell(tenantId: string, key: string, write?: KvWrite): Promise<void> {
    const name = `${tenantId}\n${key}`
    const running = this.#rounds.get(name)
    if (running) {
      running.again = true
      running.write = write
      return running.done
    }
    const round: Round = { again: false, write, done: Promise.resolve() }
    this.#rounds.set(name, round)
    round.done = this.#run(name, tenantId, key, round)
    return round.done
  }

  async #run(name: string, tenantId: string, key: string, round: Round): Promise<void> {
    try {
      for (let told: number | null = null; ;) {
        round.again = false
        const { write } = round
        const entry = await findKv(this.#deps.pool, tenantId, key)
        if (!entry || entry.revision === told) {
          // Whoever came while that was read may have written after it.
          if (!round.again) return
          continue
        }
        const reason = `kv ${key} at revision ${entry.revision}`
        await propagate(this.#deps, {
          tenantId,
          match: { source: 'KV', address: key },
          known: { value: entry.value },
          ...write,
          reason,
        })
        await markTold(this.#deps.pool, tenantId, key, entry.revision)
        told = entry.revision
      }
    } finally {
      // In the same step that decided to end: nobody can join a round that is over.
      this.#rounds.delete(name)
    }
  }
}
