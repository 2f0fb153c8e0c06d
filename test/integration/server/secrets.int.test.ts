import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { signWebhook } from '../../../kit/standard-webhooks.ts'
import { ask } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import {
  adminKey,
  graphql,
  startMarquee,
  startPart,
  stopPart,
  type Part,
  type RunningMarquee,
} from '../../support/marquee.ts'
import { testDatabase } from '../../support/postgres.ts'
import { describeRedis, redisUrl } from '../../support/redis.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const readOne = 'query ($id: ID!) { instance(id: $id) { id } }'
const secret = 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0LXN1aXRl'
const [keyA, keyB] = ['admin-key-of-last-year', 'admin-key-of-this-year']

/** A PRIVATE screen with a value that is pushed under a secret. */
async function newScreen(at: { url: string }): Promise<string> {
  const { typeKey } = await publishScreen(at)
  const bindings = [{ key: 'n', source: 'API', path: 'https://pusher.example/#/n', strategy: 'WEBHOOK', secret }]
  return (await write(at, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PRIVATE', bindings })).instance
    .id
}

async function push(at: { url: string }, id: string, value: unknown): Promise<number> {
  const [body, messageId, seconds] = [JSON.stringify(value), randomUUID(), Math.floor(Date.now() / 1000)]
  const headers = {
    'webhook-id': messageId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signWebhook(secret, messageId, seconds, body),
  }
  return (await fetch(`${at.url}/bindings/${id}/n`, { method: 'POST', headers, body })).status
}

const reads = async (at: { url: string }, id: string, key: string) => {
  const { data } = await graphql<{ instance: object | null }>(at, readOne, { id }, key)
  return data?.instance != null
}

describe('the keys of an embedded installation', () => {
  it('are apart: a new admin key ends neither tokens nor sealed secrets', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-test-'))
    undo.push(() => rm(dataDir, { recursive: true, force: true }))
    const started = async (adminKeys: string) => {
      const part = await startPart('all', {
        DATA_DIR: dataDir,
        PORT: '0',
        MARQUEE_ADMIN_KEY: adminKeys,
        MARQUEE_DEMO: 'off',
        LOG_LEVEL: 'info',
      })
      undo.push(() => stopPart(part))
      return part
    }
    const first = await started(adminKey)
    const id = await newScreen(first)
    const { token } = await newToken(first, 'SERVICE', 'VIEWER')
    expect(await push(first, id, { n: 1 })).toBe(200)
    await stopPart(first)
    const second = await started(keyB)
    expect(await reads(second, id, token)).toBe(true)
    expect(await reads(second, id, adminKey)).toBe(false)
    expect(await push(second, id, { n: 2 })).toBe(200)
  })
})

describeRedis('the keys of a distributed installation', () => {
  /** One process on the same servers each time, as after a rolling restart. */
  async function installation() {
    const database = await testDatabase()
    undo.push(() => database.drop())
    return async (keys: Record<string, string>): Promise<Part> => {
      const part = await startPart('all', {
        DATABASE_URL: database.url,
        REDIS_URL: redisUrl() as string,
        PORT: '0',
        MARQUEE_DEMO: 'off',
        LOG_LEVEL: 'info',
        ...keys,
      })
      undo.push(() => stopPart(part))
      return part
    }
  }

  it('are replaced one after the other, with what is valid meanwhile', async () => {
    const started = await installation()
    const before = await started({ MARQUEE_ADMIN_KEY: adminKey })
    const id = await newScreen(before)
    const { token } = await newToken(before, 'SERVICE', 'VIEWER')
    await stopPart(before)

    // A secret of its own besides the admin key, which still reads what it has signed and sealed.
    const apart = await started({ MARQUEE_ADMIN_KEY: adminKey, MARQUEE_SECRET: keyA })
    expect(await reads(apart, id, token)).toBe(true)
    expect(await push(apart, id, { n: 1 })).toBe(200)
    const later = (await newToken(apart, 'SERVICE', 'VIEWER')).token
    await expect.poll(() => apart.log(), { timeout: 20_000 }).toContain('sealed secrets anew')
    await stopPart(apart)

    // A new admin key and a new secret, each beside the earlier one.
    const newAdmin = 'admin-key-from-now-on'
    const both = await started({ MARQUEE_ADMIN_KEY: `${newAdmin},${adminKey}`, MARQUEE_SECRET: `${keyB},${keyA}` })
    for (const key of [newAdmin, adminKey, later, token]) expect(await reads(both, id, key), key).toBe(true)
    await expect.poll(() => both.log(), { timeout: 20_000 }).toContain('sealed secrets anew')
    const last = (await newToken(both, 'SERVICE', 'VIEWER')).token
    await stopPart(both)

    // The earlier ones are gone, and with them only what they have signed.
    const after = await started({ MARQUEE_ADMIN_KEY: newAdmin, MARQUEE_SECRET: keyB })
    for (const key of [newAdmin, last]) expect(await reads(after, id, key), key).toBe(true)
    for (const key of [adminKey, later, token]) expect(await reads(after, id, key), key).toBe(false)
    expect(await push(after, id, { n: 2 })).toBe(200)
  })
})

describeRedis('a subgraph process', () => {
  let five: RunningMarquee
  const post = async (role: string, address: string, body: object, headers: Record<string, string> = {}) => {
    const url = five.parts.find((part) => part.role === role)?.url as string
    const response = await fetch(`${url}${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  }
  const where = {
    query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Instance { placement { tags } } } }',
  }

  it('answers the gateway and nobody else, the administrator included', async () => {
    five = await startMarquee({ mode: 'distributed' })
    undo.push(() => five.stop())
    const id = await newScreen(five)
    await write(five, 'addTags', { id, tags: ['hidden-place'] })
    const placed = 'query ($id: ID!) { instance(id: $id) { placement { tags } } }'
    expect(await ask(five, placed, { id })).toEqual({ instance: { placement: { tags: ['hidden-place'] } } })
    const variables = { r: [{ __typename: 'Instance', id }] }
    const { token } = await newToken(five, 'HUMAN', 'OWNER')
    const strangers: Record<string, string>[] = [
      {},
      { authorization: `Bearer ${adminKey}` },
      { authorization: `Bearer ${token}`, 'x-marquee-call': token },
    ]
    for (const headers of strangers)
      for (const role of ['catalogue', 'runtime', 'placement'])
        for (const address of [
          '/graphql',
          '/internal/principals',
          '/internal/search',
          '/bindings/%2e%2e/graphql',
          '/none',
        ]) {
          const { status, text } = await post(role, address, { ...where, variables }, headers)
          expect([status, text.includes('hidden-place')], `${role} ${address}`).toEqual([401, false])
          expect(text).toContain('UNAUTHENTICATED')
        }
    // What monitoring asks is open, and the gateway passes nothing on that claims to come from a part.
    for (const part of five.parts) expect((await fetch(`${part.url}/healthz`)).status, part.role).toBe(200)
    expect(await push(five, id, { n: 1 })).toBe(200)
  })

  it('answers anybody where the operator says so, for gateways of others', async () => {
    five = await startMarquee({ mode: 'distributed', env: { MARQUEE_OPEN_SUBGRAPHS: 'on' } })
    undo.push(() => five.stop())
    expect(await post('placement', '/graphql', { query: '{ __typename }' })).toMatchObject({ status: 200 })
    expect((await post('runtime', '/internal/search', {})).status).toBe(403)
  })
})
