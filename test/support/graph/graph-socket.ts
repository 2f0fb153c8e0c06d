import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { adminKey, type GraphqlErrorShape } from '../marquee.ts'

const wsUrl = ({ url }: { url: string }) => `${url.replace(/^http/, 'ws')}/graphql`

/** The graphql-ws package's own client, as the given caller; it does not come back by itself. */
export function liveClient(at: { url: string }, key: string | null = adminKey): Client {
  return createClient({
    url: wsUrl(at),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: key === null ? {} : { authorization: `Bearer ${key}` },
  })
}

/** Runs `work` with a client of its own, and ends it. */
export async function withClient(
  at: { url: string },
  work: (client: Client) => Promise<void>,
  key?: string | null,
): Promise<void> {
  const client = liveClient(at, key)
  try {
    await work(client)
  } finally {
    await client.dispose()
  }
}

export type Answer<Data> = { data?: Data | null; errors?: GraphqlErrorShape[] }

/** One subscription whose answers are taken in order. */
export type Following<Data> = {
  /** The next answer, waited for. Rejects with what ended the feed. */
  next(): Promise<Answer<Data>>
  /** The next `count` answers' data. */
  take(count: number): Promise<Data[]>
  /** Resolves when the feed ends: the errors it ended with, or null. */
  ended: Promise<GraphqlErrorShape[] | null>
  /** What has come and was not taken. */
  waiting(): number
  stop(): void
}

export function follow<Data>(client: Client, query: string, variables: Record<string, unknown> = {}): Following<Data> {
  const answers: Answer<Data>[] = []
  const takers: ((answer: Answer<Data>) => void)[] = []
  let finish: (errors: GraphqlErrorShape[] | null) => void
  const ended = new Promise<GraphqlErrorShape[] | null>((resolve) => (finish = resolve))
  const stop = client.subscribe<Data>(
    { query, variables },
    {
      next(answer) {
        const taker = takers.shift()
        if (taker) taker(answer as Answer<Data>)
        else answers.push(answer as Answer<Data>)
      },
      error: (error) => finish(Array.isArray(error) ? (error as GraphqlErrorShape[]) : [asError(error)]),
      complete: () => finish(null),
    },
  )
  const next = (): Promise<Answer<Data>> => {
    const ready = answers.shift()
    if (ready) return Promise.resolve(ready)
    const arrived = new Promise<Answer<Data>>((resolve) => takers.push(resolve))
    return Promise.race([
      arrived,
      ended.then((errors): never => {
        throw new Error(`the feed has ended: ${JSON.stringify(errors)}`)
      }),
    ])
  }
  return {
    next,
    async take(count) {
      const taken: Data[] = []
      while (taken.length < count) {
        const { data, errors } = await next()
        if (errors || !data) throw new Error(JSON.stringify(errors))
        taken.push(data)
      }
      return taken
    },
    ended,
    waiting: () => answers.length,
    stop,
  }
}

function asError(error: unknown): GraphqlErrorShape {
  const { code, reason } = error as { code?: number; reason?: string }
  return {
    message: reason ?? String(error),
    extensions: { code: String(code), service: 'socket', retryable: false, requestId: '' },
  }
}

export type RawSocket = {
  send(message: unknown): void
  /** The next message from the server, parsed. */
  message(): Promise<Record<string, unknown>>
  closed: Promise<{ code: number; reason: string }>
  socket: WebSocket
}

/** A bare socket for those who break the protocol on purpose. `protocols` may be none at all. */
export async function rawSocket(
  at: { url: string },
  options: { protocols?: string[]; headers?: Record<string, string> } = {},
): Promise<RawSocket> {
  const socket = new WebSocket(wsUrl(at), options.protocols ?? ['graphql-transport-ws'], {
    headers: options.headers ?? {},
  })
  const messages: Record<string, unknown>[] = []
  const takers: ((message: Record<string, unknown>) => void)[] = []
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Record<string, unknown>
    const taker = takers.shift()
    if (taker) taker(message)
    else messages.push(message)
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return {
    send: (message) =>
      socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    message: () => {
      const ready = messages.shift()
      return ready ? Promise.resolve(ready) : new Promise((resolve) => takers.push(resolve))
    },
    closed,
    socket,
  }
}
