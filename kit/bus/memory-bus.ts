import { AppError } from '../errors/app-error.ts'
import type { Bus, BusListener, BusLog, BusMessage, Unsubscribe } from './bus.ts'
import { Listeners } from './listeners.ts'

/**
 * The bus of a single process. Messages are delivered after the publisher's turn, all that wait in one go, so that a
 * listener never runs inside a publish (or a transaction) and a listener that publishes is not re-entered.
 * Nothing breaks in here, so `onResync` is never called.
 */
export function createMemoryBus({ log }: { log?: BusLog } = {}): Bus {
  // Each subscribe has its own record: the same listener object may be subscribed twice.
  const listeners = new Listeners<BusListener>(log)
  let waiting: BusMessage[] = []
  let closed = false

  function deliverWaiting(): void {
    const batch = waiting
    waiting = []
    for (const { topic, payload } of batch) listeners.deliver(topic, payload)
  }

  const refuseWhenClosed = () => {
    if (closed) throw new AppError('UNAVAILABLE', { public: 'The server is stopping.', internal: 'bus is closed' })
  }

  return {
    async publish(messages: readonly BusMessage[]): Promise<void> {
      refuseWhenClosed()
      if (messages.length === 0) return
      if (waiting.length === 0) setImmediate(deliverWaiting)
      for (const message of messages) waiting.push(message)
    },
    async subscribe(topic: string, listener: BusListener): Promise<Unsubscribe> {
      refuseWhenClosed()
      const record: BusListener = {
        message: (payload) => listener.message(payload),
        onResync: () => listener.onResync(),
      }
      listeners.add(topic, record)
      return async () => {
        listeners.remove(topic, record)
      }
    },
    ready: () => !closed,
    async close(): Promise<void> {
      closed = true
      listeners.clear()
      waiting = []
    },
  }
}
