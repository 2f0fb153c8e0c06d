/** Events that passed while somebody was starting: what their snapshot may not have seen. Kept only as long as somebody is. */
export class RecentEvents<Event> {
  #events: Event[] = []
  #starting = 0

  push(event: Event): void {
    if (this.#starting > 0) this.#events.push(event)
  }

  /** Keeps what passes from now on until `release`. */
  hold(): { events(): readonly Event[]; release(): void } {
    this.#starting++
    return {
      events: () => this.#events,
      release: () => {
        if (--this.#starting === 0) this.#events = []
      },
    }
  }
}
