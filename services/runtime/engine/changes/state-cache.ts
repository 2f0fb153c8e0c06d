import type { InstanceState } from '../../../../schema/events.ts'

/**
 * The newest states that this process has written or read. Only ever a guess: a commit checks the revision, and what
 * was refused on a cached state is decided again under the row's lock. Bounded by number and by bytes of props.
 */
export class StateCache {
  readonly #entries = new Map<string, { state: InstanceState; bytes: number }>()
  readonly #entriesMax: number
  readonly #bytesMax: number
  #bytes = 0

  constructor({ entriesMax = 20_000, bytesMax = 64 * 1024 * 1024 } = {}) {
    this.#entriesMax = entriesMax
    this.#bytesMax = bytesMax
  }

  get(id: string): InstanceState | undefined {
    return this.#entries.get(id)?.state
  }

  set(state: InstanceState): void {
    this.delete(state.id)
    const bytes = 1000 + JSON.stringify(state.effectiveProps).length * 2
    this.#entries.set(state.id, { state, bytes })
    this.#bytes += bytes
    // Insertion order is age of the last write: what nobody writes leaves first.
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= this.#entriesMax && this.#bytes <= this.#bytesMax) break
      this.delete(id)
    }
  }

  delete(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    this.#bytes -= entry.bytes
  }
}
