import { MarqueeError, fromWireErrors, isRecord, type WireError } from '../marquee-error.ts'
import { dueAt, step, type ConnectionEffect, type ConnectionInput, type ConnectionState } from './connection-state.ts'

/** What a feed is to the connection. Answers of an earlier subscription never reach it. */
export type Operation = {
  /** Asked for at every (re)connect, so that the variables carry the newest cursor. */
  request(): { query: string; variables: Record<string, unknown> }
  onNext(payload: { data?: unknown; errors?: readonly WireError[] }): void
  /** The server ended this operation and the connection goes on. */
  onEnd(error: MarqueeError | null): void
  /** The server has read the subscription and said nothing against it. */
  onLive(): void
  /** The connection is gone; it comes back by itself. */
  onLost(): void
  /** The connection was refused for good. */
  onFatal(error: MarqueeError): void
}

export type Connection = {
  /** `pause` ends the subscription until `restart` or the next connect. */
  add(operation: Operation): { restart(): void; pause(): void; remove(): void }
  nudge(): void
  close(): void
}

export type ConnectionOptions = {
  url: string
  webSocket: typeof WebSocket
  /** Asked before every connect; `refused` after the server closed with 4403. */
  getKey: (context: { refused: boolean }) => string | undefined | Promise<string | undefined>
  random: () => number
  now: () => number
}

type Entry = { operation: Operation; id: string | null; live: boolean }

/** One socket that speaks graphql-transport-ws for any number of operations and comes back when it is lost. */
export function createConnection({ url, webSocket, getKey, random, now }: ConnectionOptions): Connection {
  const entries = new Set<Entry>()
  const byId = new Map<string, Entry>()
  let state: ConnectionState = { phase: 'idle' }
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastId = 0
  let refused = false
  /** Subscriptions that the next pong proves the server has read. */
  let unproven: Entry[] = []

  function dispatch(input: ConnectionInput): void {
    const next = step(state, input, { now: now(), random })
    const before = dueAt(state)
    state = next.state
    const due = dueAt(state)
    // A timer that has just fired is spent, even where the next is due at the same moment.
    if (due !== before || input.type === 'due') {
      clearTimeout(timer)
      timer = due === null ? undefined : setTimeout(() => dispatch({ type: 'due' }), Math.max(0, due - now()))
    }
    for (const effect of next.effects) perform(effect, input)
  }

  function perform(effect: ConnectionEffect, input: ConnectionInput): void {
    switch (effect) {
      case 'connect':
        return connect()
      case 'ping':
        return send({ type: 'ping' })
      case 'hang-up':
        return hangUp()
      case 'lost':
        return forgetIds((entry) => entry.operation.onLost())
      case 'fail': {
        const code = input.type === 'closed' ? input.code : 0
        const error = new MarqueeError(
          code === 4401 ? 'UNAUTHENTICATED' : 'BAD_USER_INPUT',
          `The server closed the connection for good (${code}).`,
        )
        forgetIds(() => undefined)
        const failed = [...entries]
        entries.clear()
        for (const { operation } of failed) operation.onFatal(error)
      }
    }
  }

  function forgetIds(tell: (entry: Entry) => void): void {
    byId.clear()
    unproven = []
    for (const entry of [...entries]) {
      entry.id = null
      entry.live = false
      tell(entry)
    }
  }

  function connect(): void {
    hangUp()
    let opened: WebSocket
    try {
      opened = new webSocket(url, 'graphql-transport-ws')
    } catch {
      // A browser refuses some addresses at once; through the same door as a lost connection, but not in this call.
      queueMicrotask(() => dispatch({ type: 'closed', code: 1006 }))
      return
    }
    socket = opened
    const mine = () => socket === opened
    opened.onopen = () => {
      Promise.resolve(getKey({ refused }))
        .then((key) => {
          if (!mine()) return
          refused = false
          send({
            type: 'connection_init',
            ...(key === undefined ? {} : { payload: { authorization: `Bearer ${key}` } }),
          })
        })
        .catch(() => mine() && opened.close(1000))
    }
    opened.onmessage = ({ data }) => mine() && receive(data)
    opened.onclose = ({ code }) => {
      if (!mine()) return
      socket = null
      refused = code === 4403
      dispatch({ type: 'closed', code })
    }
  }

  /** Whatever the old socket still says is not heard: a half-open one may take minutes to admit that it is closed. */
  function hangUp(): void {
    const old = socket
    socket = null
    if (!old) return
    old.onopen = old.onmessage = old.onclose = null
    old.onerror = () => undefined
    old.close(1000)
  }

  function send(message: object): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify(message))
  }

  function receive(text: unknown): void {
    const message = parse(text)
    if (!message) return
    dispatch({ type: 'heard' })
    switch (message.type) {
      case 'connection_ack':
        dispatch({ type: 'acked' })
        return start([...entries])
      case 'ping':
        return send({ type: 'pong', ...(message.payload === undefined ? {} : { payload: message.payload }) })
      case 'pong':
        return unproven.splice(0).forEach(prove)
      case 'next': {
        const entry = byId.get(String(message.id))
        if (!entry) return
        prove(entry)
        return entry.operation.onNext(isRecord(message.payload) ? message.payload : {})
      }
      case 'error':
      case 'complete': {
        const entry = byId.get(String(message.id))
        if (!entry) return
        retire(entry)
        return entry.operation.onEnd(
          message.type === 'error'
            ? fromWireErrors(Array.isArray(message.payload) ? (message.payload as WireError[]) : [])
            : null,
        )
      }
    }
  }

  function prove(entry: Entry): void {
    if (entry.live || entry.id === null) return
    entry.live = true
    entry.operation.onLive()
  }

  /** A quiet feed answers nothing until something changes, so a ping behind the subscriptions asks whether they stand. */
  function start(fresh: Entry[]): void {
    if (state.phase !== 'open' || fresh.length === 0) return
    for (const entry of fresh) {
      entry.id = String((lastId += 1))
      byId.set(entry.id, entry)
      unproven.push(entry)
      send({ id: entry.id, type: 'subscribe', payload: entry.operation.request() })
    }
    send({ type: 'ping' })
    dispatch({ type: 'pinged' })
  }

  function retire(entry: Entry): void {
    if (entry.id !== null) byId.delete(entry.id)
    unproven = unproven.filter((other) => other !== entry)
    entry.id = null
    entry.live = false
  }

  function stop(entry: Entry): void {
    if (entry.id !== null) send({ id: entry.id, type: 'complete' })
    retire(entry)
  }

  return {
    add(operation) {
      const entry: Entry = { operation, id: null, live: false }
      entries.add(entry)
      dispatch({ type: 'wanted' })
      start([entry])
      return {
        restart() {
          if (!entries.has(entry)) return
          stop(entry)
          start([entry])
        },
        pause: () => stop(entry),
        remove() {
          if (!entries.delete(entry)) return
          stop(entry)
          if (entries.size === 0) dispatch({ type: 'unwanted' })
        },
      }
    },
    nudge: () => dispatch({ type: 'nudged' }),
    close() {
      entries.clear()
      byId.clear()
      unproven = []
      dispatch({ type: 'unwanted' })
    },
  }
}

function parse(text: unknown): Record<string, unknown> | null {
  try {
    const message: unknown = JSON.parse(String(text))
    return isRecord(message) ? message : null
  } catch {
    return null
  }
}
