import { describe, expect, it } from 'vitest'
import { createClient, type ClientOptions } from './client.ts'
import { InstanceDocument, MeDocument, PatchPropsDocument } from './generated.ts'
import type { MarqueeError } from './marquee-error.ts'

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | Error

/** A network that gives these answers in turn and remembers what it was asked. */
function network(...replies: Reply[]) {
  const requests: { url: string; headers: Headers; body: { query: string; variables: unknown } }[] = []
  const send: typeof fetch = (url, init) => {
    requests.push({
      url: String(url),
      headers: new Headers(init?.headers),
      body: JSON.parse(String(init?.body)) as never,
    })
    const reply = replies[Math.min(requests.length, replies.length) - 1]!
    if (reply instanceof Error) return Promise.reject(reply)
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
    return Promise.resolve(new Response(text, { status: reply.status ?? 200, headers: reply.headers ?? {} }))
  }
  const client = (options: Partial<ClientOptions> = {}) =>
    createClient({ url: 'http://marquee.test', fetch: send, random: () => 0, ...options })
  return { requests, client }
}

const gone = new TypeError('fetch failed')
const unavailable = {
  status: 503,
  body: {
    errors: [{ message: 'Away.', extensions: { code: 'UNAVAILABLE', retryable: true, requestId: 'req-1' } }],
    data: null,
  },
}
const fine = { body: { data: { me: null } } }
const patch = { id: 'inst-00000000', patch: { a: 1 } }
const patched = { body: { data: { patchProps: { revision: 2 } } } }

describe('createClient', () => {
  it('sends the document, the variables and the key, and answers the data', async () => {
    const { requests, client } = network({ body: { data: { instance: null } } })
    expect(await client({ key: 'k' }).query(InstanceDocument, { id: 'inst-00000000' })).toEqual({ instance: null })
    expect(requests[0]!.url).toBe('http://marquee.test/graphql')
    expect(requests[0]!.headers.get('authorization')).toBe('Bearer k')
    expect(requests[0]!.body.query).toContain('query Instance')
    expect(requests[0]!.body.variables).toEqual({ id: 'inst-00000000' })
  })

  it('throws what the server said: code, details, request id and the part that it could answer', async () => {
    const extensions = { code: 'CONFLICT', retryable: false, requestId: 'req-7', details: { currentRevision: 8 } }
    const { client } = network({
      body: { data: { patchProps: null }, errors: [{ message: 'It changed.', extensions }] },
    })
    const error = await client()
      .mutate(PatchPropsDocument, { input: patch })
      .catch((thrown: unknown) => thrown as MarqueeError)
    expect(error).toMatchObject({
      name: 'MarqueeError',
      message: 'It changed.',
      code: 'CONFLICT',
      retryable: false,
      requestId: 'req-7',
      details: { currentRevision: 8 },
      data: { patchProps: null },
    })
  })

  it('tries a query again while the server is away, and gives up after the last attempt', async () => {
    const back = network(gone, unavailable, { status: 502, body: '<html>bad gateway</html>' }, fine)
    expect(await back.client().query(MeDocument)).toEqual({ me: null })
    expect(back.requests).toHaveLength(4)

    const away = network(unavailable)
    await expect(away.client({ retry: { attemptsMax: 3 } }).query(MeDocument)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      requestId: 'req-1',
    })
    expect(away.requests).toHaveLength(3)
  })

  it('repeats a mutation only when its idempotency key makes that harmless', async () => {
    const bare = network(gone, patched)
    await expect(bare.client().mutate(PatchPropsDocument, { input: patch })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    })
    expect(bare.requests).toHaveLength(1)

    const keyed = network(gone, patched)
    await keyed.client().mutate(PatchPropsDocument, { input: { ...patch, idempotencyKey: 'once' } })
    expect(keyed.requests).toHaveLength(2)
    expect(keyed.requests[1]!.body).toEqual(keyed.requests[0]!.body)
  })

  it('does not repeat what the server has refused', async () => {
    for (const code of ['BAD_USER_INPUT', 'CONFLICT', 'INTERNAL_SERVER_ERROR', 'RATE_LIMITED']) {
      const { requests, client } = network({ body: { errors: [{ message: 'No.', extensions: { code } }] } })
      await expect(client().query(MeDocument)).rejects.toMatchObject({ code })
      expect(requests).toHaveLength(1)
    }
  })

  describe('when it asks too often', () => {
    const slow = (retryAfterMs: number, status = 429) => ({
      status,
      body: { errors: [{ message: 'Slow.', extensions: { code: 'RATE_LIMITED', details: { retryAfterMs } } }] },
    })

    it('waits as long as the server says before it asks again, a mutation without a key too', async () => {
      const { requests, client } = network(slow(40), slow(30), patched)
      const begun = performance.now()
      await client().mutate(PatchPropsDocument, { input: patch })
      // Timers may be early by a millisecond.
      expect(performance.now() - begun).toBeGreaterThanOrEqual(68)
      expect(requests).toHaveLength(3)
    })

    it('takes the seconds that a proxy says', async () => {
      const { requests, client } = network({ status: 429, body: 'slow', headers: { 'retry-after': '0.02' } }, fine)
      expect(await client().query(MeDocument)).toEqual({ me: null })
      expect(requests).toHaveLength(2)
    })

    it('gives up at once where it would have to wait too long, and says how long', async () => {
      const { requests, client } = network(slow(60_000))
      await expect(client().query(MeDocument)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 60_000 })
      expect(requests).toHaveLength(1)
    })

    it('does not repeat a mutation of which a part may have been carried out', async () => {
      const { requests, client } = network(slow(1, 200))
      await expect(client().mutate(PatchPropsDocument, { input: patch })).rejects.toMatchObject({
        code: 'RATE_LIMITED',
      })
      expect(requests).toHaveLength(1)
    })
  })

  it("reads a proxy's answers", async () => {
    for (const [status, code] of [
      [401, 'UNAUTHENTICATED'],
      [403, 'FORBIDDEN'],
      [413, 'PAYLOAD_TOO_LARGE'],
      [429, 'RATE_LIMITED'],
      [404, 'INTERNAL_SERVER_ERROR'],
    ] as const) {
      await expect(network({ status, body: 'no' }).client().query(MeDocument)).rejects.toMatchObject({ code })
    }
  })

  it('stops when the caller does not want the answer any more', async () => {
    const { client } = network(gone)
    const signal = AbortSignal.abort(new Error('left'))
    await expect(client({ retry: { baseMs: 60_000 } }).query(MeDocument, {}, { signal })).rejects.toThrow()
  })
})
