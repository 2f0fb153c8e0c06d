import type { GraphQLFormattedError } from 'graphql'
import type { Sink } from './sink.ts'

/** Those who get the same answers, until they leave or are ended. */
export class Subscribers<Subscriber extends { readonly sink: Sink; state: string }> {
  readonly #subscribers = new Set<Subscriber>()
  readonly #onEmpty: () => void

  /** `onEmpty` is called when the last one has left. */
  constructor(onEmpty: () => void) {
    this.#onEmpty = onEmpty
  }

  get size(): number {
    return this.#subscribers.size
  }

  [Symbol.iterator](): Iterator<Subscriber> {
    return this.#subscribers.values()
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber)
  }

  /** With errors, or as complete. */
  end(subscriber: Subscriber, errors?: readonly GraphQLFormattedError[]): void {
    this.leave(subscriber)
    subscriber.sink.end(errors)
  }

  endAll(errors?: readonly GraphQLFormattedError[]): void {
    for (const subscriber of [...this.#subscribers]) this.end(subscriber, errors)
  }

  leave(subscriber: Subscriber): void {
    if (subscriber.state === 'left') return
    subscriber.state = 'left'
    this.#subscribers.delete(subscriber)
    if (this.#subscribers.size === 0) this.#onEmpty()
  }
}
