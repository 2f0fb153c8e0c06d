import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Redis } from 'ioredis'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { isAppError } from '../../../kit/errors/app-error.ts'
import { RateLimiter } from '../../../kit/rates/rate-limiter.ts'
import { createRedisBuckets } from '../../../kit/rates/redis-buckets.ts'
import { ask, refusal } from '../../support/graph/graph-client.ts'
import { bulk, publishScreen, readInstance, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newToken, type Role } from '../../support/graph/graph-principals.ts'
import { rawSocket } from '../../support/graph/graph-socket.ts'
import { adminKey, type GraphqlErrorShape } from '../../support/marquee.ts'
import { describeRedis } from '../../support/redis.ts'
import { startRedis } from '../../support/redis-server.ts'

/**
 * The rates are the slowest that can be set, and what is spent fills a bucket at once: what comes next would have to
 * wait for most of a minute, so that no machine is too slow for these tests.
 */
const perSecond = '1'
const atOnce = 60
const env = {
  ...Object.fromEntries(
    ['ADDRESS', 'DISPLAY_KEY', 'PRINCIPAL'].flatMap((payer) =>
      ['READS', 'WRITES', 'SUBSCRIPTIONS'].flatMap((what) => [
        [`MARQUEE_LIMIT_${payer}_${what}_PER_SECOND`, perSecond],
        [`MARQUEE_LIMIT_${payer}_${what}_AT_ONCE`, String(atOnce)],
      ]),
    ),
  ),
  // A screen is refused by its own bucket before that of everybody at its address is empty.
  MARQUEE_LIMIT_ADDRESS_WRITES_AT_ONCE: '100',
  // Each test comes from an address of its own.
  MARQUEE_TRUSTED_PROXIES: '127.0.0.1',
}
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')

/** Counts as more than half of a full bucket, though its answer is short. */
const read =
  '{ instances(first: 200, filter: { ids: ["inst-00000000"] }) { nodes { definition { instances(first: 100) { nodes { id } } } } } }'
const change = (id: string) => `subscription { instanceChanged(id: "${id}") { revision } }`

type Caller = { key?: string; address?: string; accept?: string }
type Answer = {
  data?: Record<string, unknown> | null
  errors?: GraphqlErrorShape[]
  extensions?: { cost: { cost: number } }
}

let addresses = 0
const newAddress = () => `198.51.100.${++addresses}`

eachMode(
  'rates of requests',
  (marquee) => {
    let typeKey: string
    beforeAll(async () => {
      ;({ typeKey } = await publishScreen(marquee))
    })
    const create = async () =>
      (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PUBLIC' })).instance.id
    const headersOf = ({ key, address }: Caller) => ({
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(address === undefined ? {} : { 'x-forwarded-for': address }),
    })

    const overHttp = async (query: string, caller: Caller) => {
      const response = await fetch(`${marquee.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: caller.accept ?? 'application/json',
          ...headersOf(caller),
        },
        body: JSON.stringify({ query, extensions: { cost: true } }),
      })
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        answer: (await response.json()) as Answer,
      }
    }

    /** All in one burst on one socket; what the server says to each. */
    const overSocket = async (queries: string[], caller: Caller): Promise<{ type: string; payload: unknown }[]> => {
      const client = await rawSocket(marquee, { headers: headersOf(caller) })
      client.send({ type: 'connection_init' })
      await client.message()
      for (const [id, query] of queries.entries())
        client.send({ id: String(id), type: 'subscribe', payload: { query } })
      client.send({ type: 'ping' })
      const said = new Map<string, { type: string; payload: unknown }>()
      while (said.size < queries.length) {
        const { id, type, payload } = await client.message()
        if (typeof id === 'string' && !said.has(id)) said.set(id, { type: String(type), payload })
      }
      client.socket.close()
      return [...said].sort(([a], [b]) => Number(a) - Number(b)).map(([, what]) => what)
    }

    const codesOf = ({ errors }: Answer) => errors?.map(({ extensions: { code } }) => code)
    const limited = (details: object = { retryAfterMs: expect.any(Number) as number, perSecond: 1, atOnce }) =>
      expect.objectContaining({
        extensions: expect.objectContaining({
          code: 'RATE_LIMITED',
          service: 'gateway',
          retryable: true,
          details,
        }) as unknown,
      }) as unknown

    const token = async (role: Role) => (await newToken(marquee, 'SERVICE', role)).token

    async function displayKey(id: string): Promise<string> {
      const { issueDisplayKey } = await ask<{ issueDisplayKey: { key: string } }>(
        marquee,
        'mutation ($input: DisplayKeyInput!) { issueDisplayKey(input: $input) { key } }',
        { input: { id } },
      )
      return issueDisplayKey.key
    }

    const callers: [string, () => Promise<Caller>][] = [
      ['an address', async () => ({ address: newAddress() })],
      ['a principal', async () => ({ key: await token('VIEWER') })],
      ['a display key', async () => ({ key: await displayKey(await create()), address: newAddress() })],
    ]

    describe.each(callers)('of %s', (_, makeCaller) => {
      it('reads count by their cost, over HTTP and sockets together; HTTP says when to come back', async () => {
        const caller = await makeCaller()
        const first = await overHttp(read, caller)
        expect(first).toMatchObject({ status: 200, answer: { data: { instances: { nodes: [] } } } })
        const points = 1 + first.answer.extensions!.cost.cost / 1000
        expect(points).toBeGreaterThan(35)
        for (const accept of ['application/json', 'application/graphql-response+json']) {
          const { status, retryAfter, answer } = await overHttp(read, { ...caller, accept })
          expect([status, answer]).toEqual([429, { errors: [limited()] }])
          const [error] = answer.errors!
          const { retryAfterMs } = error!.extensions.details as { retryAfterMs: number }
          expect(Number(retryAfter)).toBe(Math.ceil(retryAfterMs / 1000))
          expect(retryAfterMs).toBeLessThanOrEqual(Math.ceil((2 * points - atOnce) * 1000))
        }
        expect(await overSocket([read, '{ me { tenantId } }'], caller)).toEqual([
          { type: 'error', payload: [limited()] },
          expect.objectContaining({ type: 'next' }),
        ])
        // What costs more than a full bucket will never be served: it is no matter of time.
        const field = read.slice(1, -1).trim()
        const { answer } = await overHttp(`{ a: ${field} b: ${field} }`, caller)
        expect(codesOf(answer)).toEqual([caller.address ? 'QUERY_TOO_EXPENSIVE' : 'LIMIT_REACHED'])
      })

      it('subscriptions count when they begin: at the limit all are open, one above it is refused alone', async () => {
        const caller = await makeCaller()
        const id = await create()
        const said = await overSocket(
          [...Array<string>(atOnce).fill(change(id)), change(id), '{ me { tenantId } }'],
          caller,
        )
        expect(said.slice(0, atOnce).filter(({ type }) => type === 'next')).toHaveLength(atOnce)
        expect(said.slice(atOnce)).toEqual([
          { type: 'error', payload: [limited()] },
          expect.objectContaining({ type: 'next' }),
        ])
        const stream = await overHttp(change(id), { ...caller, accept: 'text/event-stream' })
        expect(stream).toMatchObject({ status: 429, retryAfter: '1', answer: { errors: [limited()] } })
      })
    })

    it('writes count by their fields, each alias for itself: below and at the limit they are done, above it none is', async () => {
      const id = await create()
      const patches = (count: number, from: number) =>
        `mutation { ${times(count, (index) => `w${index}: patchProps(input: { id: "${id}", patch: { title: "${from + index}" } }) { revision }`)} }`
      const key = await token('OPERATOR')
      const inFragment = `mutation { ...F } fragment F on Mutation { ${patches(atOnce + 1, 0).slice(11, -1)} }`
      for (const query of [patches(atOnce + 1, 0), inFragment]) {
        const { status, answer } = await overHttp(query, { key })
        expect([status, codesOf(answer)]).toEqual([200, ['LIMIT_REACHED']])
      }
      expect((await readInstance(marquee, id))?.revision).toBe(1)
      expect((await overHttp(patches(atOnce, 0), { key })).answer.errors).toBeUndefined()
      const revision = (await readInstance(marquee, id))?.revision
      expect(revision).toBe(atOnce + 1)
      const refused = await overHttp(patches(atOnce, 1000), { key })
      expect([refused.status, refused.answer]).toEqual([429, { errors: [limited()] }])
      expect(await overSocket([patches(atOnce, 1000)], { key })).toEqual([{ type: 'error', payload: [limited()] }])
      expect((await readInstance(marquee, id))?.revision).toBe(revision)
      // Another principal, and the administrator, have buckets of their own.
      expect((await overHttp(patches(10, 2000), { key: await token('OPERATOR') })).answer.errors).toBeUndefined()
      expect((await overHttp(patches(80, 3000), { key: adminKey })).answer.errors).toBeUndefined()
    })

    it.each([
      ['reads', '/live/inst-00000000', 'GET', 200],
      ['reads', '/runs/run-000000000000/outputs/trades', 'GET', 404],
      ['reads', '/activities.ndjson', 'GET', 401],
      ['writes', '/bindings/inst-00000000/n', 'POST', 400],
    ])('%s over %s count too, and nobody else waits', async (what, path, method, status) => {
      const address = newAddress()
      const ask = async (from: string) =>
        await fetch(`${marquee.url}${path}`, { method, headers: { 'x-forwarded-for': from }, redirect: 'manual' })
      const burst = what === 'writes' ? 100 : atOnce
      const all = await Promise.all(Array.from({ length: burst + 20 }, () => ask(address)))
      const refusedOnes = all.filter((answer) => answer.status === 429)
      // What is answered meanwhile fills up again by one in a second.
      expect(refusedOnes.length).toBeGreaterThanOrEqual(1)
      expect(refusedOnes.length).toBeLessThanOrEqual(20)
      expect(await (refusedOnes[0] as Response).text()).toContain('RATE_LIMITED')
      expect((await ask(newAddress())).status).toBe(status)
    })

    it('a bulk write counts by its targets, and is refused before any is written', async () => {
      const ids = await Promise.all(Array.from({ length: atOnce + 2 }, create))
      const key = await token('OPERATOR')
      const patch = (count: number, title: string) => ({
        input: { filter: { ids: ids.slice(0, count) }, patch: { title } },
      })
      const revisions = async () =>
        (await Promise.all(ids.map((id) => readInstance(marquee, id)))).map((instance) => instance?.revision)
      expect(
        (await ask<{ bulkPatchProps: { changed: number } }>(marquee, bulk, patch(ids.length, 'a'))).bulkPatchProps
          .changed,
      ).toBe(ids.length)
      const before = await revisions()
      // The request itself is the first.
      const tooMany = await refusal(marquee, bulk, patch(ids.length, 'b'), key)
      expect(tooMany.extensions).toMatchObject({
        code: 'LIMIT_REACHED',
        service: 'runtime',
        details: { limit: atOnce },
      })
      expect(await revisions()).toEqual(before)
      const done = await ask<{ bulkPatchProps: { changed: number } }>(marquee, bulk, patch(40, 'c'), key)
      expect(done.bulkPatchProps.changed).toBe(40)
      const after = await revisions()
      const { extensions } = await refusal(marquee, bulk, patch(40, 'd'), key)
      expect(extensions).toMatchObject({
        code: 'RATE_LIMITED',
        retryable: true,
        details: { retryAfterMs: expect.any(Number) as number },
      })
      expect(await revisions()).toEqual(after)
    })

    it('what screens say counts for their key, and for all keys of their address together', async () => {
      const address = newAddress()
      const screens = await Promise.all(
        Array.from({ length: 2 }, async () => {
          const id = await create()
          return { id, key: await displayKey(id) }
        }),
      )
      const say = (screen: { id: string; key: string }, count: number, from: string) =>
        overHttp(
          `mutation { ${times(count, (index) => `e${index}: emitInstanceEvent(input: { id: "${screen.id}", event: "tap" }) { changeId }`)} }`,
          { key: screen.key, address: from },
        )
      const [one, other] = screens as [(typeof screens)[0], (typeof screens)[0]]
      expect((await say(one, atOnce - 1, address)).answer.errors).toBeUndefined()
      expect((await say(one, 40, newAddress())).answer.errors).toEqual([limited()])
      // 59 of the address's 100 are spent.
      expect((await say(other, atOnce - 1, address)).answer.errors).toEqual([
        limited({ retryAfterMs: expect.any(Number) as number, perSecond: 1, atOnce: 100 }),
      ])
      expect((await say(other, 40, address)).answer.errors).toBeUndefined()
    })
  },
  env,
)

describeRedis('rates in Redis', (url) => {
  const tries = (limiter: RateLimiter, key: string, rate: { perSecond: number; burst: number }): boolean => {
    try {
      limiter.take([{ key, cost: 1, rate }])
      return true
    } catch (error) {
      if (isAppError(error) && error.code === 'RATE_LIMITED') return false
      throw error
    }
  }
  /** Redis buckets that are connected. */
  const connected = async (at: string) => {
    const buckets = createRedisBuckets({ url: at, keyPrefix: `test:${randomUUID()}:` })
    await vi.waitUntil(() =>
      buckets.debit([{ key: 'probe', cost: 1, rate: { perSecond: 1, burst: 1 } }]).then(
        () => true,
        () => false,
      ),
    )
    return buckets
  }
  const limiterOver = (shared: Awaited<ReturnType<typeof connected>>) =>
    new RateLimiter({ keysMax: 100, shared, gatherMs: 2 ** 30 })

  it('two processes give a key two bursts at most, and nothing more once both have told', async () => {
    const buckets = await connected(url)
    // So slow that nothing comes back while the test runs.
    const rate = { perSecond: 1e-6, burst: 20 }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ process: fc.nat(1), count: fc.integer({ min: 1, max: 15 }), tells: fc.boolean() }), {
          minLength: 1,
          maxLength: 12,
        }),
        async (steps) => {
          const key = randomUUID()
          const limiters = [limiterOver(buckets), limiterOver(buckets)]
          let given = 0
          for (const { process, count, tells } of steps) {
            const limiter = limiters[process]!
            for (let turn = 0; turn < count; turn++) if (tries(limiter, key, rate)) given++
            if (tells) await limiter.flush()
          }
          expect(given).toBeLessThanOrEqual(2 * rate.burst)
          await Promise.all(limiters.map((limiter) => limiter.flush()))
          const left = (await buckets.debit([{ key, cost: 0, rate }]))[0]!
          expect(left).toBeCloseTo(rate.burst - given, 2)
          // One more each, so that both hear of what the other has spent; a bucket that is empty gives nothing.
          for (const limiter of limiters) {
            if (tries(limiter, key, rate)) given++
            await limiter.flush()
          }
          if (given >= rate.burst) expect(tries(limiters[1]!, key, rate)).toBe(false)
        },
      ),
      { numRuns: 50 },
    )
    await buckets.close()
  })

  it('fills a bucket by the clock of Redis, and forgets it when it is full', async () => {
    const buckets = await connected(url)
    const redis = new Redis(url)
    const rate = { perSecond: 1000, burst: 1000 }
    const prefixed = await redis.keys('test:*:probe')
    expect(prefixed.length).toBeGreaterThan(0)
    const [spent] = await buckets.debit([{ key: 'fast', cost: 2000, rate }])
    expect(spent).toBe(-1000)
    await vi.waitUntil(async () => (await buckets.debit([{ key: 'fast', cost: 0, rate }]))[0]! > -900)
    const [name] = await redis.keys('test:*:fast')
    expect(await redis.pttl(name!)).toBeLessThanOrEqual(4000)
    redis.disconnect()
    await buckets.close()
  })

  it('while Redis is away each process counts for itself', async () => {
    const server = await startRedis()
    if (!server) throw new Error('no redis-server')
    const buckets = await connected(server.url)
    await server.stop()
    const limiter = limiterOver(buckets)
    const rate = { perSecond: 1e-6, burst: 3 }
    const given = () => [1, 2, 3, 4].map(() => tries(limiter, 'a', rate))
    expect(given()).toEqual([true, true, true, false])
    await limiter.flush()
    expect(given()).toEqual([false, false, false, false])
    await buckets.close()
  })
})
