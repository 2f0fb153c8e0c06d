import createClient, { type Client } from 'openapi-fetch'
import { createEventStreamReader, type StreamMessage } from '../../../kit/pure/event-stream.ts'
import { adminKey } from '../marquee.ts'
import type { paths } from './generated.ts'

type At = { url: string }

/** The client that a stranger generates from /api/openapi.json; the administrator's unless told otherwise. */
export const restClient = ({ url }: At, key: string | null = adminKey): Client<paths> =>
  createClient<paths>({ baseUrl: url, headers: key === null ? {} : { authorization: `Bearer ${key}` } })

export type Raw = { status: number; headers: Headers; body: Record<string, unknown> }
type RawInit = { method?: string; body?: unknown; headers?: Record<string, string>; key?: string | null }

/** A request as it is, for what a typed client does not let one say. */
export async function send({ url }: At, path: string, init: RawInit = {}): Promise<Raw> {
  const { method = 'GET', body, headers = {}, key = adminKey } = init
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  }
}

/** Reads server-sent events one by one; comments are passed over. */
export async function follow({ url }: At, path: string, headers: Record<string, string> = {}) {
  const left = new AbortController()
  const response = await fetch(`${url}${path}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: left.signal,
  })
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`)
  const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const reader = createEventStreamReader(1_000_000)
  const ready: StreamMessage[] = []
  return {
    async next(): Promise<{ event: string; id: string | null; data: Record<string, unknown> }> {
      while (ready.length === 0) {
        const { value, done } = await pieces.read()
        if (done) throw new Error('the stream ended')
        ready.push(...reader.push(value))
      }
      const { event, id, data } = ready.shift() as StreamMessage
      return { event, id, data: JSON.parse(data) as Record<string, unknown> }
    },
    leave: () => left.abort(),
  }
}
