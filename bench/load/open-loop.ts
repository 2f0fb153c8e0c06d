import { HttpConnection } from './http-connection.ts'
import { groupOf, within } from './screen-groups.ts'
import type { Screen } from './screen.ts'

export type OpenLoop = {
  /** From the moment each write was due to its frame at a screen, in milliseconds. */
  latencies: Float64Array
  written: number
  /** False where writes were left waiting for a connection: then the latencies say only that they would have no end. */
  keptUp: boolean
}

/** In the body `%ID%` becomes the instance, `%N%` a number that no write before had. */
export type Stream = { ids: string[]; body: string }

export type OpenLoopOptions = {
  group: string
  server: { port: number; path: string; authorization?: string }
  /** They take turns, and so do the instances of each. */
  streams: Stream[]
  perSecond: number
  ms: number
}

/** Writes of one instance from its `base` revision on, each with the time it was due. */
type Planned = { base: number; due: number[] }
/** How far one screen has come with its instance's writes. */
type Watcher = { planned: Planned; seen: number }

const connectionsMax = 128
/** Seconds of writes that may be waiting for a connection, before no more are sent and when the last one was. */
const backlogSeconds = 2
const toleratedSeconds = 0.1
let written = 0

/**
 * Writes at a steady rate, whether or not the server keeps up, and waits until every screen of what was written shows
 * it. Time counts from when a write was due, so that one that waits for its turn counts as slow. Screens that are
 * stalled are not waited for.
 */
export async function patchOpenLoop({
  group: name,
  server,
  streams,
  perSecond,
  ms,
}: OpenLoopOptions): Promise<OpenLoop> {
  const group = groupOf(name)
  const { planned, watchers, perInstance } = watch(group)
  const latencies: number[] = []
  const all = Promise.withResolvers<void>()
  let expected = 0
  let sent = 0
  let isSending = true
  let isOver = false
  let keptUp = true
  const settle = () => {
    if (!isSending && latencies.length >= expected) all.resolve()
  }
  group.onFrame = (screen) => {
    const watcher = watchers.get(screen)
    if (!watcher) return
    const now = performance.now()
    const { base, due } = watcher.planned
    // One frame may bring several changes.
    while (watcher.seen < due.length && base + watcher.seen < screen.revision)
      latencies.push(now - due[watcher.seen++]!)
    settle()
  }
  const connections = new Connections(server, (answer) => {
    if (!answer.includes('"revision":') || answer.includes('"errors":['))
      all.reject(new Error(answer.toString().slice(0, 1000)))
  })
  connections.failed.catch((error: unknown) => all.reject(error))
  const begun = performance.now()
  const total = Math.round((perSecond * ms) / 1000)
  const pump = () => {
    if (isOver) return
    for (
      let due = begun + (sent * 1000) / perSecond;
      sent < total && due <= performance.now();
      due = begun + (sent * 1000) / perSecond
    ) {
      const { ids, body } = streams[sent % streams.length]!
      const id = ids[Math.floor(sent++ / streams.length) % ids.length]!
      planned.get(id)!.due.push(due)
      expected += perInstance.get(id)!
      connections.post(body.replace('%ID%', id).replaceAll('%N%', String(written++)))
    }
    isSending = sent < total && connections.waiting < perSecond * backlogSeconds
    if (isSending) {
      setTimeout(pump, 1)
      return
    }
    keptUp = sent === total && connections.waiting < perSecond * toleratedSeconds
    settle()
  }
  try {
    pump()
    await within(
      all.promise,
      () =>
        `${expected - latencies.length} of ${expected} frames have not come (${group.broken[0] ?? 'no screen broke'})`,
    )
    return { latencies: Float64Array.from(latencies), written: sent, keptUp }
  } finally {
    isOver = true
    group.onFrame = () => {}
    connections.close()
  }
}

function watch({ screens, ids, stalled }: ReturnType<typeof groupOf>) {
  const planned = new Map<string, Planned>()
  const perInstance = new Map<string, number>()
  const watchers = new Map<Screen, Watcher>()
  screens.forEach((screen, index) => {
    if (stalled.has(screen)) return
    const id = ids[index]!
    let plan = planned.get(id)
    if (!plan) planned.set(id, (plan = { base: screen.revision, due: [] }))
    if (plan.base !== screen.revision)
      throw new Error(`screens of ${id} show revisions ${plan.base} and ${screen.revision} before anything is written`)
    perInstance.set(id, (perInstance.get(id) ?? 0) + 1)
    watchers.set(screen, { planned: plan, seen: 0 })
  })
  return { planned, watchers, perInstance }
}

/** As many kept-alive connections as are needed at a time, up to a limit; what is above it waits its turn. */
class Connections {
  readonly failed: Promise<never>
  readonly #server: OpenLoopOptions['server']
  readonly #answered: (answer: Buffer) => void
  readonly #all: HttpConnection[] = []
  readonly #idle: HttpConnection[] = []
  readonly #queue: string[] = []
  #fail: (error: unknown) => void = () => {}

  constructor(server: OpenLoopOptions['server'], answered: (answer: Buffer) => void) {
    this.#server = server
    this.#answered = answered
    this.failed = new Promise((_, reject) => (this.#fail = reject))
  }

  get waiting(): number {
    return this.#queue.length
  }

  post(body: string): void {
    let connection = this.#idle.pop()
    if (!connection && this.#all.length < connectionsMax) {
      connection = new HttpConnection(this.#server)
      this.#all.push(connection)
    }
    if (connection) void this.#send(connection, body)
    else this.#queue.push(body)
  }

  close(): void {
    this.#queue.length = 0
    for (const connection of this.#all) connection.close()
  }

  async #send(connection: HttpConnection, first: string): Promise<void> {
    try {
      for (let body: string | undefined = first; body !== undefined; body = this.#queue.shift())
        this.#answered(await connection.post(body))
      this.#idle.push(connection)
    } catch (error) {
      this.#fail(error)
    }
  }
}
