import type { BusListener, BusLog } from './bus.ts'

/** The listeners of each topic, and the one place where a listener is called: what it throws ends here. */
export class Listeners<L extends BusListener> {
  private readonly byTopic = new Map<string, Set<L>>()
  private readonly log: BusLog | undefined

  constructor(log: BusLog | undefined) {
    this.log = log
  }

  add(topic: string, listener: L): void {
    const present = this.byTopic.get(topic)
    if (present === undefined) this.byTopic.set(topic, new Set([listener]))
    else present.add(listener)
  }

  /** True when it was the topic's last listener. */
  remove(topic: string, listener: L): boolean {
    const present = this.byTopic.get(topic)
    if (present === undefined || !present.delete(listener) || present.size > 0) return false
    return this.byTopic.delete(topic)
  }

  has(topic: string): boolean {
    return this.byTopic.has(topic)
  }

  topics(): string[] {
    return [...this.byTopic.keys()]
  }

  of(topic: string): Iterable<L> {
    return this.byTopic.get(topic) ?? []
  }

  clear(): void {
    this.byTopic.clear()
  }

  deliver(topic: string, payload: string): void {
    const present = this.byTopic.get(topic)
    if (present === undefined) return
    // One listener (the usual case) needs no copy; several do, because one may add or remove another meanwhile.
    for (const listener of present.size === 1 ? present : [...present]) {
      if (!present.has(listener)) continue
      try {
        listener.message(payload)
      } catch (error) {
        this.log?.warn({ err: error, topic }, 'a bus listener threw')
      }
    }
  }

  onResync(topic: string, listener: L): void {
    try {
      listener.onResync()
    } catch (error) {
      this.log?.warn({ err: error, topic }, 'a bus listener threw')
    }
  }
}
