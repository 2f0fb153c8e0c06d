import { beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { ask, post, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, submit, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import { rawSocket, type RawSocket } from '../../support/graph/graph-socket.ts'
import { adminKey } from '../../support/marquee.ts'

const env = {
  MARQUEE_LIMIT_SOCKETS_PER_ADDRESS: '3',
  MARQUEE_LIMIT_SOCKETS_PER_PRINCIPAL: '3',
  MARQUEE_LIMIT_OPERATIONS_PER_SOCKET: '3',
  MARQUEE_LIMIT_SUBSCRIPTIONS_PER_VIEWER: '4',
  MARQUEE_LIMIT_MESSAGE_BYTES: '4096',
  MARQUEE_LIMIT_MESSAGES_PER_SECOND: '1',
  MARQUEE_LIMIT_MESSAGES_AT_ONCE: '20',
  MARQUEE_LIMIT_OPERATION_ID_LENGTH: '36',
  MARQUEE_LIMIT_CONNECTION_INIT_MS: '3000',
  MARQUEE_LIMIT_IDLE_MS: '3000',
  MARQUEE_LIMIT_JSON_DEPTH: '48',
  MARQUEE_LIMIT_JSON_NODES: '1000',
  MARQUEE_LIMIT_BODY_BYTES: '16384',
  MARQUEE_LIMIT_HEADER_BYTES: '2048',
  MARQUEE_LIMIT_HISTORY_PAGE_BYTES: '2048',
  MARQUEE_LIMIT_VALIDATION_ERRORS: '3',
  MARQUEE_LIMIT_DOCUMENT_DEPTH: '16',
  MARQUEE_LIMIT_COST_TOKEN: '210',
  MARQUEE_LIMIT_BUNDLE_BYTES: '2048',
  // Each test comes from an address of its own.
  MARQUEE_TRUSTED_PROXIES: '127.0.0.1',
}
const subscription = 'subscription { instanceChanged(id: "inst-00000000") { revision } }'
/** Never answered at once: it waits for changes of an instance that is there. */
const following = (id: string) => `subscription { instanceChanged(id: "${id}") { revision } }`

let addresses = 0
const newAddress = () => `203.0.113.${++addresses}`

eachMode(
  'budgets of sockets and bodies',
  (marquee) => {
    let id: string
    beforeAll(async () => {
      const { typeKey } = await publishScreen(marquee)
      const made = await write(marquee, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PUBLIC' })
      id = made.instance.id
    })

    const open = (address = newAddress()) => rawSocket(marquee, { headers: { 'x-forwarded-for': address } })
    const ready = async (address?: string, payload?: object): Promise<RawSocket> => {
      const client = await open(address)
      client.send({ type: 'connection_init', ...(payload && { payload }) })
      expect(await client.message()).toMatchObject({ type: 'connection_ack' })
      return client
    }
    /** The next message that is no event of a feed. */
    const answer = async (client: RawSocket) => {
      for (;;) {
        const message = await client.message()
        if (message['type'] !== 'next') return message
      }
    }
    const pong = async (client: RawSocket) => {
      client.send({ type: 'ping' })
      expect(await answer(client)).toMatchObject({ type: 'pong' })
    }
    const upgradeStatus = (address: string) =>
      new Promise<number>((resolve, reject) => {
        const socket = new WebSocket(`${marquee.url.replace(/^http/, 'ws')}/graphql`, ['graphql-transport-ws'], {
          headers: { 'x-forwarded-for': address },
        })
        socket.on('open', () => resolve(101)).on('error', reject)
        socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0))
      })

    it('sockets of one address: the third is taken, the fourth refused, and the place of one that left given again', async () => {
      const address = newAddress()
      const clients = [await ready(address), await ready(address), await ready(address)]
      expect(await upgradeStatus(address)).toBe(429)
      await ready()
      clients[0]!.socket.close()
      await clients[0]!.closed
      await expect.poll(() => upgradeStatus(address)).toBe(101)
    })

    it('sockets of one principal: the fourth is closed with 4429, whatever its address', async () => {
      const payload = { authorization: `Bearer ${adminKey}` }
      const clients = [
        await ready(undefined, payload),
        await ready(undefined, payload),
        await ready(undefined, payload),
      ]
      const fourth = await open()
      fourth.send({ type: 'connection_init', payload })
      expect((await fourth.closed).code).toBe(4429)
      for (const client of clients) await pong(client)
      for (const client of clients) client.socket.close()
    })

    it('operations of one socket, and subscriptions of one viewer: one too many is an error of its own', async () => {
      const address = newAddress()
      const [first, second] = [await ready(address), await ready(address)]
      const subscribe = (client: RawSocket, name: string) =>
        client.send({ id: name, type: 'subscribe', payload: { query: following(id) } })
      for (const name of ['a', 'b', 'c', 'd']) subscribe(first, name)
      const limited = (name: string) => ({
        id: name,
        type: 'error',
        payload: [{ extensions: { code: 'LIMIT_REACHED' } }],
      })
      expect(await answer(first)).toMatchObject(limited('d'))
      // The fourth of the viewer is taken, the fifth refused.
      for (const name of ['e', 'f']) subscribe(second, name)
      expect(await answer(second)).toMatchObject(limited('f'))
      first.send({ id: 'a', type: 'complete' })
      await pong(first)
      subscribe(second, 'g')
      await pong(second)
    })

    it.each([
      [4096, null],
      [4097, 1009],
    ])('a message of %s bytes is answered or closes with %s', async (bytes, code) => {
      const client = await ready()
      const frame = (padding: number) => JSON.stringify({ type: 'ping', payload: { a: 'x'.repeat(padding) } })
      client.send(frame(bytes - frame(0).length))
      if (code === null) expect(await client.message()).toMatchObject({ type: 'pong' })
      else expect((await client.closed).code).toBe(code)
    })

    it('messages in one burst: as many as may be are answered, and more close with 4429', async () => {
      // connection_init was the first message.
      const quiet = await ready()
      for (let sent = 1; sent < 18; sent++) await pong(quiet)
      const loud = await ready()
      for (let sent = 0; sent < 40; sent++) loud.send({ type: 'ping' })
      expect((await loud.closed).code).toBe(4429)
      await pong(quiet)
    })

    it('the id of an operation: 36 characters are taken, 37 close with 4400', async () => {
      const client = await ready()
      client.send({ id: 'x'.repeat(36), type: 'subscribe', payload: { query: '{ me { tenantId } }' } })
      expect(await client.message()).toMatchObject({ type: 'next' })
      client.send({ id: 'x'.repeat(37), type: 'subscribe', payload: { query: '{ me { tenantId } }' } })
      expect((await client.closed).code).toBe(4400)
    })

    it('connection_init in time is answered, none closes with 4408', async () => {
      const [late, prompt] = [await open(), await ready()]
      expect((await late.closed).code).toBe(4408)
      expect(prompt.socket.readyState).not.toBe(WebSocket.CONNECTING)
    })

    it('an acknowledged socket without an operation is closed with 1001, one with an operation stays', async () => {
      const busy = await ready()
      busy.send({ id: 'a', type: 'subscribe', payload: { query: following(id) } })
      const idle = await ready()
      expect((await idle.closed).code).toBe(1001)
      await pong(busy)
    })

    const nested = (levels: number): string => (levels === 0 ? '1' : `[${nested(levels - 1)}]`)

    // The value stands two levels below the body.
    it.each([
      ['46 levels', nested(46), undefined],
      ['47 levels', nested(47), 'BAD_USER_INPUT'],
      ['990 values', JSON.stringify(Array(990).fill(0)), undefined],
      ['1,000 values', JSON.stringify(Array(1000).fill(0)), 'BAD_USER_INPUT'],
    ])('JSON of a body with %s more is read or refused', async (_, value, code) => {
      const { answer } = await post(marquee, `{"query":"{ me { tenantId } }","variables":{"a":${value}}}`)
      expect(answer.errors?.[0]?.extensions.code).toBe(code)
    })

    it('bytes of a body: 16,384 are read, one more is refused with 413', async () => {
      const body = (bytes: number) => {
        const bare = JSON.stringify({ query: '{ me { tenantId } }' })
        return bare + ' '.repeat(bytes - bare.length)
      }
      expect((await post(marquee, body(16_384))).status).toBe(200)
      const { status, answer } = await post(marquee, body(16_385))
      expect([status, answer.errors?.[0]?.extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
    })

    it('bytes of headers: a request below is answered, one above refused with 431', async () => {
      const statusWith = async (bytes: number) =>
        (await fetch(`${marquee.url}/healthz`, { headers: { 'x-padding': 'x'.repeat(bytes) } })).status
      expect([await statusWith(1000), await statusWith(3000)]).toEqual([200, 431])
    })

    it('bytes of a page of history: what fits is one page, what does not are several with everything in them', async () => {
      for (let count = 0; count < 6; count++)
        await write(marquee, 'updateInstance', { id, metadata: { note: `${count}`.repeat(200) } })
      type Page = {
        instance: {
          history: { nodes: { revision: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
        }
      }
      const page = async (first: number, after: string | null = null) =>
        (
          await ask<Page>(
            marquee,
            'query ($id: ID!, $first: Int, $after: String) { instance(id: $id) { history(first: $first, after: $after) { nodes { revision patch } pageInfo { hasNextPage endCursor } } } }',
            { id, first, after },
          )
        ).instance.history
      expect((await page(2)).nodes.map(({ revision }) => revision)).toEqual([7, 6])
      const seen: number[] = []
      let pages = 0
      for (let at: string | null = null; ; pages++) {
        const { nodes, pageInfo } = await page(50, at)
        expect(nodes.length).toBeGreaterThan(0)
        seen.push(...nodes.map(({ revision }) => revision))
        at = pageInfo.endCursor
        if (!pageInfo.hasNextPage) break
      }
      expect(pages).toBeGreaterThan(0)
      expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
    })

    it('depth of a document: 16 levels are answered, 17 refused', async () => {
      const parents = (count: number) =>
        `{ instance(id: "${id}") ${'{ parent '.repeat(count)}{ id ${'} '.repeat(count + 2)}`
      await ask(marquee, parents(14))
      const { extensions } = await refusal(marquee, parents(15))
      expect(extensions).toMatchObject({ code: 'QUERY_TOO_EXPENSIVE', details: { limit: 16 } })
    })

    it('validation errors: three are told, of more the rest is left out', async () => {
      const told = async (count: number) => {
        const fields = Array.from({ length: count }, (_, index) => `nothing${index}`).join(' ')
        return (await post(marquee, JSON.stringify({ query: `{ ${fields} }` }))).answer.errors?.length
      }
      expect([await told(2), await told(3), (await told(9))! <= 4]).toEqual([2, 3, true])
    })

    it('the cost of a document of a token: at its limit answered, above refused', async () => {
      const { token } = await newToken(marquee, 'SERVICE', 'VIEWER')
      const list = 'query ($first: Int) { instances(first: $first) { nodes { id } } }'
      await ask(marquee, list, { first: 99 }, token)
      await ask(marquee, list, { first: 100 }, token)
      const { extensions } = await refusal(marquee, list, { first: 101 }, token)
      expect(extensions).toMatchObject({ code: 'QUERY_TOO_EXPENSIVE', details: { limit: 210 } })
    })

    it('bytes of a bundle: 2,048 are taken, one more is refused', async () => {
      const bare = 'export function mount() {} //'
      const input = (bytes: number) => ({
        input: {
          typeKey: `edge/${unique()}`,
          kind: 'COMPONENT',
          version: '1.0.0',
          bundle: bare + 'x'.repeat(bytes - bare.length),
        },
      })
      await ask(marquee, submit, input(2048))
      expect((await refusal(marquee, submit, input(2049))).extensions.code).toBe('PAYLOAD_TOO_LARGE')
    })
  },
  env,
)

describe.each([
  ['open at once', { MARQUEE_LIMIT_SOCKETS_PER_PROCESS: '2' }],
  ['opened in one burst', { MARQUEE_LIMIT_SOCKETS_OPENED_AT_ONCE: '2', MARQUEE_LIMIT_SOCKETS_OPENED_PER_SECOND: '1' }],
])('sockets of one process %s', (name, limits) => {
  eachMode(
    name,
    (marquee) => {
      it('two are taken, more refused with 503 and a time to come back', async () => {
        for (let count = 0; count < 2; count++) {
          const client = await rawSocket(marquee)
          client.send({ type: 'connection_init' })
          await client.message()
          client.send({ id: 'a', type: 'subscribe', payload: { query: subscription } })
        }
        const refused = new Set<number>()
        const headers = new Set<boolean>()
        await Promise.all(
          Array.from(
            { length: 10 },
            () =>
              new Promise<void>((resolve) => {
                const socket = new WebSocket(`${marquee.url.replace(/^http/, 'ws')}/graphql`, ['graphql-transport-ws'])
                socket.on('open', () => resolve()).on('error', () => resolve())
                socket.on('unexpected-response', (_, response) => {
                  refused.add(response.statusCode ?? 0)
                  headers.add(response.headers['retry-after'] !== undefined)
                  resolve()
                })
              }),
          ),
        )
        expect([[...refused], [...headers]]).toEqual([[503], [true]])
      })
    },
    limits,
  )
})
