import type { Bus, BusMessage } from '../../../../kit/bus/bus.ts'
import type { Logger } from '../../../../kit/log.ts'
import { writeChange } from '../../../../schema/change-message.ts'
import {
  headsTopic,
  instanceTopic,
  observationsTopic,
  observationTopic,
  RUN_CANCEL_TOPIC,
  runTopic,
  type ChangeEvent,
  type HeadsMessage,
  type InstanceState,
  type LoggedChange,
  type LoggedRunEvent,
  type Observation,
  type ObservationsMessage,
  type RunCancelMessage,
  type RunChange,
  type RunState,
} from '../../../../schema/events.ts'
import { readersOf } from '../../domain/access/reader-scopes.ts'

export type Published = LoggedChange & { state: InstanceState }

/** What happened to a run of an instance, which says who may know it. */
export type PublishedRun = {
  event: LoggedRunEvent & { run: RunState }
  instance: Pick<InstanceState, 'tenantId' | 'visibility' | 'projectId'>
}

/** What is seen of an instance's screens now, and whether it is another presence than before. */
export type Observed = { instanceId: string; tenantId: string; observation: Observation; isPresenceNew: boolean }

const headsMax = 500

/**
 * Tells the bus what was committed: each change whole on its instance's topic, and one message with the newest
 * revisions on the tenant's. Never awaited by a writer: the log is the truth, the bus may lose (model 5.2).
 */
export class Publisher {
  readonly #bus: Bus
  readonly #log: Logger
  readonly #epoch: () => string
  readonly onPublished: (changes: readonly Published[]) => void
  #pending: Promise<unknown> = Promise.resolve()
  #failing = false

  /** `alsoTold` hears of every committed change at once, and does what it does with them later. */
  constructor(
    bus: Bus,
    log: Logger,
    epoch: () => string,
    alsoTold: (changes: readonly Published[]) => void = () => {},
  ) {
    this.#bus = bus
    this.#log = log
    this.#epoch = epoch
    this.onPublished = alsoTold
  }

  publish(changes: readonly Published[]): void {
    if (changes.length === 0) return
    this.onPublished(changes)
    this.#send([...changes.map((change) => this.#changeMessage(change)), ...headsMessages(changes)])
  }

  /** Tells what happened to runs, each event whole on the topic of its instance's runs. */
  publishRuns(events: readonly PublishedRun[]): void {
    if (events.length === 0) return
    this.#send(
      events.map(({ event, instance }) => {
        const change: RunChange = {
          ...event,
          epoch: this.#epoch(),
          readers: readersOf({ ...instance, id: event.instanceId }),
        }
        return { topic: runTopic(event.instanceId), payload: JSON.stringify(change) }
      }),
    )
  }

  /** Tells workers to stop what they carry out. */
  cancelRuns(runIds: readonly string[]): void {
    const message: RunCancelMessage = { runIds: [...runIds] }
    if (runIds.length > 0) this.#send([{ topic: RUN_CANCEL_TOPIC, payload: JSON.stringify(message) }])
  }

  /** Tells those who follow the instances' screens; what is lost is found by their sweep. */
  observe(observed: readonly Observed[]): void {
    if (observed.length > 0) this.#send(observationMessages(observed))
  }

  #send(messages: readonly BusMessage[]): void {
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
    return { topic: instanceTopic(change.instanceId), payload: writeChange(event) }
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

function observationMessages(observed: readonly Observed[]): BusMessage[] {
  const own = observed.map(({ instanceId, observation }) => ({
    topic: observationTopic(instanceId),
    payload: JSON.stringify(observation),
  }))
  const ofTenants = [...groupBy(observed, ({ tenantId }) => tenantId)].flatMap(([tenantId, list]) =>
    chunks(list, headsMax).map((part) => {
      const message: ObservationsMessage = {
        observed: part.map(({ instanceId, observation, isPresenceNew }) => [instanceId, observation, isPresenceNew]),
      }
      return { topic: observationsTopic(tenantId), payload: JSON.stringify(message) }
    }),
  )
  return [...own, ...ofTenants]
}

function headsMessages(changes: readonly Published[]): BusMessage[] {
  return [...groupBy(changes, ({ state }) => state.tenantId)].flatMap(([tenantId, list]) => {
    const heads = [...groupBy(list, ({ instanceId }) => instanceId).values()].map(headOf)
    return chunks(heads, headsMax).map((part) => {
      const message: HeadsMessage = { heads: part }
      return { topic: headsTopic(tenantId), payload: JSON.stringify(message) }
    })
  })
}

/** The newest of one instance's changes. What it changed is said where it is the only one: readers count revisions. */
function headOf(changes: readonly Published[]): HeadsMessage['heads'][number] {
  const { instanceId, revision, changeId, patch } = changes.at(-1) as Published
  return changes.length === 1 && patch
    ? [instanceId, revision, changeId, Object.keys(patch)]
    : [instanceId, revision, changeId]
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}
