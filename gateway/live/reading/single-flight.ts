/**
 * Work that is under way once at a time: whoever asks for it meanwhile makes it begin once more afterwards, however many
 * ask. Work that fails is over; whoever needs it asks again.
 */
export class SingleFlight {
  readonly #work: () => Promise<void>
  #isAsked = false
  #closed = false
  isBusy = false

  constructor(work: () => Promise<void>) {
    this.#work = work
  }

  /** Resolves when it is done, or at once where it is under way already. Never rejects. */
  async ask(): Promise<void> {
    this.#isAsked = true
    if (this.isBusy) return
    this.isBusy = true
    try {
      while (this.#isAsked && !this.#closed) {
        this.#isAsked = false
        await this.#work()
      }
    } catch {
      // It is for the next one who asks.
    } finally {
      this.isBusy = false
    }
  }

  close(): void {
    this.#closed = true
  }
}
