/**
 * The bus: fast, and allowed to lose. The log in the database is the truth; whoever misses a message notices (a gap,
 * or `onResync`) and reads the log. Payloads are strings that the writer serialised once, so that every adapter
 * hands out copies and no reader can change what another one sees.
 */
export interface Bus {
  /**
   * Best effort, in order within a topic and within one call. Resolves when the broker (or the process) took the
   * messages, not when somebody read them. Rejects with an UNAVAILABLE AppError within a second when the broker is
   * away: nothing is kept for later, so a caller that has already committed logs the error and answers as usual.
   */
  publish(messages: readonly BusMessage[]): Promise<void>
  /**
   * Resolves once the subscription is live: whatever is published after that arrives (or `onResync` is called).
   * Rejects with an UNAVAILABLE AppError when the broker does not answer in time; the listener is then forgotten.
   */
  subscribe(topic: string, listener: BusListener): Promise<Unsubscribe>
  /** False while messages may be getting lost: before the first connection, after a break, after close. */
  ready(): boolean
  /** Ends every subscription. Nothing is delivered afterwards, and publish and subscribe reject. */
  close(): Promise<void>
}

export type BusMessage = { topic: string; payload: string }

/**
 * Both functions are called synchronously, one message after the other, never from inside publish or subscribe. They
 * must be cheap: a listener that has slow work to do queues it and bounds that queue itself. One that throws is
 * reported to the log and harms no other.
 */
export type BusListener = {
  message(payload: string): void
  /** Messages may have been lost (the connection broke and is back): compare with the log. */
  onResync(): void
}

/** The listener is silent from the moment of the call, whatever is still under way. May be called twice. */
export type Unsubscribe = () => Promise<void>

/** Where adapters report what they survived; a pino logger fits. */
export type BusLog = { warn(details: object, message: string): void }

/** True as soon as the bus is ready, false when it is not within `timeoutMs`. */
export async function untilReady(bus: Bus, timeoutMs: number): Promise<boolean> {
  const endAt = performance.now() + timeoutMs
  while (!bus.ready()) {
    if (performance.now() >= endAt) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return true
}
