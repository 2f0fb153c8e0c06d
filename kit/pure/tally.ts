/** How many of something each holder has. */
export class Tally {
  readonly #counts = new Map<string, number>()

  of(holder: string): number {
    return this.#counts.get(holder) ?? 0
  }

  /** One more; false, and nothing changes, where the holder has `max` already. */
  take(holder: string, max: number): boolean {
    const count = this.of(holder)
    if (count >= max) return false
    this.#counts.set(holder, count + 1)
    return true
  }

  /** One less. A holder that has none is forgotten. */
  release(holder: string): void {
    const count = this.of(holder)
    if (count > 1) this.#counts.set(holder, count - 1)
    else this.#counts.delete(holder)
  }

  /** How many hold any. */
  get size(): number {
    return this.#counts.size
  }
}
