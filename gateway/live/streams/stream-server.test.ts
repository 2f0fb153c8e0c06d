import { parse } from 'graphql'
import { afterEach, expect, it, vi } from 'vitest'
import { anonymousViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { createApp } from '../../../kit/http/create-app.ts'
import { defaultLimits, type Limits } from '../../../kit/limits.ts'
import { createLogger } from '../../../kit/log.ts'
import { Holdings } from '../sockets/holdings.ts'
import { streamFormats, type StreamType } from './stream-format.ts'
import { StreamServer } from './stream-server.ts'
import { formatted } from '../testing/test-reader.ts'
import { LiveServer } from '../testing/test-sockets.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const document = parse('subscription { instanceChanged(id: "inst-0000000a") { revision } }')
const caller = { viewer: anonymousViewer('t1'), authorization: null, requestId: 'r' }

let stop = async () => {}
afterEach(() => stop())

async function serve(some: Partial<Limits>, { type = 'text/event-stream' as StreamType, heartbeatMs = 60_000 } = {}) {
  const limits = { ...defaultLimits, ...some }
  const app = createApp({ log, service: 'gateway', limits })
  const live = await LiveServer.start()
  live.change('inst-0000000a')
  const streams = new StreamServer({
    hub: live.hub,
    format: formatted,
    isFull: () => false,
    holdings: new Holdings(limits),
    access: { watch: () => () => {} },
    heartbeatMs,
  })
  app.get('/stream', (_request, reply) => streams.open({ document, caller, address: 'a' }, reply, streamFormats[type]))
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/stream`
  stop = async () => {
    await streams.stop()
    await app.close()
    await live.stop()
  }
  const codeOf = async () =>
    ((await (await fetch(url)).json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code
  const open = async () => {
    const leave = new AbortController()
    expect((await fetch(url, { signal: leave.signal })).status).toBe(200)
    return () => leave.abort()
  }
  return { streams, open, codeOf, live, url }
}

it.each([
  ['connections of an address', { socketsPerAddress: 2 }, 'RATE_LIMITED'],
  ['subscriptions of a viewer', { subscriptionsPerViewer: 2 }, 'LIMIT_REACHED'],
])('streams count among the %s, and make room when they end', async (_what, limits, code) => {
  const { streams, open, codeOf } = await serve(limits)
  const [leave] = [await open(), await open()]
  expect(await codeOf()).toBe(code)
  expect(streams.size).toBe(2)
  leave()
  await vi.waitUntil(() => streams.size === 1)
  await open()
  expect(await codeOf()).toBe(code)
})

const formats: StreamType[] = ['text/event-stream', 'multipart/mixed;subscriptionSpec=1.0']

/** The body as far as it has come, followed until the server ends it. */
function follow(url: string) {
  let text = ''
  const ended = (async () => {
    const { body } = await fetch(url)
    for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(bytes).toString()
    return text
  })()
  return { text: () => text, ended }
}

const revisions = (text: string) => [...text.matchAll(/"revision":(\d+)/g)].map(([, revision]) => Number(revision))

it.each(formats)(
  '%s: says that it lives, and ends when the process leaves so that the client comes back',
  async (type) => {
    const { streams, url, live } = await serve({}, { type, heartbeatMs: 30 })
    const { text, ended } = follow(url)
    const heartbeat = type === 'text/event-stream' ? /:\n\n:\n\n/ : /\r\n\r\n\{\}\r\n--graphql/
    await vi.waitUntil(() => heartbeat.test(text()))
    live.change('inst-0000000a')
    await vi.waitUntil(() => revisions(text()).includes(2))
    await streams.stop()
    const all = await ended
    // Not complete: that would tell the client that the subscription is over.
    if (type === 'text/event-stream') expect(all).not.toContain('event: complete')
    else expect(all).toMatch(/"code":"UNAVAILABLE".*\r\n--graphql--\r\n$/s)
    expect(streams.size).toBe(0)
  },
)
