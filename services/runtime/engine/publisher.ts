import type { Bus, BusMessage } from '../../../kit/bus/bus.ts'
import type { Logger } from '../../../kit/log.ts'
import { headsTopic, instanceTopic, type ChangeEvent, type HeadsMessage, type InstanceState, type LoggedChange } from '../../../schema/events.ts'
import { readersOf } from '../domain/readers.ts'

export type Published = LoggedChange & { state: InstanceState }

const headsMax = 500

/**
 * Tells the bus what was committed: each change whole on its instance's topic, and one message with the newest
 * revisions on the tenant's. Never awaited by a writer: the log is the truth, the bus may lose (model 5.2).
 */
export class Publisher {
  readonly #bus: Bus
  readonly #log: Logger
  readonly #epoch: () => string
  #pending: Promise<unknown> = Promise.resolve()
  #failing = false

  constructor(bus: Bus, log: Logger, epoch: () => string) {
    this.#bus = bus
    this.#log = log
    this.#epoch = epoch
  }

  publish(changes: readonly Published[]): void {
    if (changes.length === 0) return
    const messages = [...changes.map((change) => this.#changeMessage(change)), ...headsMessages(changes)]
    // In order: an instance's consecutive revisions must not overtake each other for nothing.
    this.#pending = this.#bus.publish(messages).then(
      () => this.#recovered(),
      (error: unknown) => this.#failed(error),
    )
  }

  /** Resolves when what was published so far has been handed over or given up. */
  async flush(): Promise<void> {
    await this.#pending
  }

  #changeMessage({ state, ...change }: Published): BusMessage {
    const event: ChangeEvent = { ...change, epoch: this.#epoch(), readers: readersOf(state), state }
    return { topic: instanceTopic(change.instanceId), payload: JSON.stringify(event) }
  }

  // One line when it starts and one when it ends: a broker that is away for an hour is one fact, not a million.
  #failed(error: unknown): void {
    if (!this.#failing) this.#log.warn({ err: error }, 'the bus is away: readers will catch up from the log')
    this.#failing = true
  }

  #recovered(): void {
    if (this.#failing) this.#log.info('the bus is back')
    this.#failing = false
  }
}

function headsMessages(changes: readonly Published[]): BusMessage[] {
  const byTenant = new Map<string, Published[]>()
  for (const change of changes) {
    const list = byTenant.get(change.state.tenantId)
    if (list) list.push(change)
    else byTenant.set(change.state.tenantId, [change])
  }
  return [...byTenant].flatMap(([tenantId, list]) => {
    const newest = [...new Map(list.map((change) => [change.instanceId, change])).values()]
    return chunks(newest, headsMax).map((part) => {
      const message: HeadsMessage = { heads: part.map(({ instanceId, revision, changeId }) => [instanceId, revision, changeId]) }
      return { topic: headsTopic(tenantId), payload: JSON.stringify(message) }
    })
  })
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
}
