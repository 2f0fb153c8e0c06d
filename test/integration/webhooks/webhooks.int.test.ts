import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymousViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { tellWebhooks } from '../../../services/runtime/engine/webhooks/enqueue-webhooks.ts'
import { tidyDeliveries } from '../../../services/runtime/store/webhooks/webhook-deliveries.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { emit, publish, submit, writes } from '../../support/graph/graph-data.ts'
import { admin, Installation } from '../../support/installation.ts'
import { isSigned, WebhookReceiver } from '../../support/webhook-receiver.ts'
import { bareInstance } from '../../support/bare-instance.ts'

type Json = Record<string, unknown>
type Delivery = {
  id: string
  event: string
  url: string
  state: string
  attempts: number
  lastStatus: number | null
  lastError: string | null
  body: Json
  instance: { id: string } | null
}

const deliveries = `query ($filter: WebhookDeliveryFilter, $first: Int, $after: String) { webhookDeliveries(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id event url state attempts lastStatus lastError body instance { id } } } }`
const rotate =
  'mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { id secret changeId } }'
const resend =
  'mutation ($input: ResendWebhookDeliveryInput!) { resendWebhookDelivery(input: $input) { delivery { id state attempts } } }'
const report = 'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision } }'
const setKv = 'mutation ($input: SetKvInput!) { setKv(input: $input) { entry { key } } }'
const soon = { timeout: 20_000, interval: 50 }

let receiver: WebhookReceiver
let home: Installation
let typeKey: string

beforeAll(async () => {
  receiver = await WebhookReceiver.start()
  home = await Installation.start({ fetchAllow: [receiver.host] })
  // Two workers: each has its own leases, as two processes have.
  home.startWorker()
  home.startWorker()
  typeKey = `test/${unique()}`
  const propsSchema = { type: 'object', properties: { n: { type: 'integer' }, title: { type: 'string' } } }
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: { typeKey, kind: 'COMPONENT', version: '1.0.0', propsSchema, defaultProps: { title: 'Default' } },
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
})
afterAll(async () => {
  await home?.stop()
  await receiver?.stop()
})

const write = async (name: keyof typeof writes, input: Json) =>
  (
    await home.ask<Record<string, { revision: number; changeId: string; instance: { id: string } }>>(writes[name], {
      input,
    })
  )[name] as { revision: number; changeId: string; instance: { id: string } }
const create = async (webhooks: Json, more: Json = {}) =>
  (await write('createInstance', { definitionTypeKey: typeKey, webhooks, ...more })).instance.id
const list = async (filter: Json, page: Json = {}) =>
  (
    await home.ask<{
      webhookDeliveries: {
        totalCount: number
        pageInfo: { hasNextPage: boolean; endCursor: string }
        nodes: Delivery[]
      }
    }>(deliveries, { filter, ...page })
  ).webhookDeliveries
const newSecret = async (id: string) =>
  (await home.ask<{ rotateWebhookSecret: { secret: string } }>(rotate, { input: { id } })).rotateWebhookSecret.secret
const until = <T>(poll: () => T | Promise<T>) => expect.poll(poll, soon)

describe('on_props_change', () => {
  it('S4-16 S4-33 S4-70: tells what is shown now, signed, once for each change and in their order; without a webhook nothing is sent', async () => {
    const path = `/${unique()}`
    const id = await create({ onPropsChange: receiver.url(path) })
    const silent = await create({})
    const secret = await newSecret(id)
    const first = await write('patchProps', { id, patch: { n: 0 } })
    for (let n = 1; n < 30; n++) await write('patchProps', { id, patch: { n } })
    await write('patchProps', { id: silent, patch: { n: 1 } })
    await until(() => receiver.at(path).length).toBe(30)
    const messages = receiver.at(path)
    expect(messages.map(({ body }) => (body.data['effectiveProps'] as Json)['n'])).toEqual(
      Array.from({ length: 30 }, (_, n) => n),
    )
    expect(messages[0]?.body).toEqual({
      type: 'instance.props_changed',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: {
        instanceId: id,
        definitionTypeKey: typeKey,
        revision: 2,
        changeId: first.changeId,
        actorId: admin.principalId,
        patch: { n: 0 },
        effectiveProps: { n: 0, title: 'Default' },
      },
    })
    expect(messages.every((message) => isSigned(message, secret) && !isSigned(message, 'whsec_AAAA'))).toBe(true)
    expect(new Set(messages.map((message) => message.id)).size).toBe(30)
    expect((await list({ instanceId: id })).totalCount).toBe(30)
    await until(async () => (await list({ instanceId: id, states: ['DELIVERED'] })).totalCount).toBe(30)
    expect((await list({ instanceId: silent })).totalCount).toBe(0)
    expect(await home.registry.metrics()).toMatch(
      /marquee_webhook_attempts_total\{event="PROPS_CHANGED",result="delivered"\} \d/,
    )
  })

  it('says nothing where only the config changes, and each change goes to the address that stood there at the time', async () => {
    const [old, present] = [`/${unique()}`, `/${unique()}`]
    const id = await create({})
    await write('patchProps', { id, patch: { n: 1 } })
    await write('updateInstance', { id, webhooks: { onPropsChange: receiver.url(old) } })
    await write('updateInstance', { id, config: { speed: 1 } })
    await write('patchProps', { id, patch: { n: 2 } })
    await write('updateInstance', { id, webhooks: { onPropsChange: receiver.url(present) } })
    await write('patchProps', { id, patch: { n: 3 } })
    const shown = (path: string) => receiver.at(path).map(({ body }) => (body.data['patch'] as Json)['n'])
    await until(() => [shown(old), shown(present)]).toEqual([[2], [3]])
  })

  it('skips nothing that commits late, and tells it after what had to wait for it', async () => {
    const path = `/${unique()}`
    const [late, early] = [
      await create({ onPropsChange: receiver.url(path) }),
      await create({ onPropsChange: receiver.url(path) }),
    ]
    const writer = await home.pool.connect()
    try {
      await writer.query('BEGIN')
      await writer.query('UPDATE runtime.instance SET revision = revision + 1 WHERE id = $1', [late])
      await writer.query(
        `INSERT INTO runtime.instance_event (instance_id, revision, tenant_id, type, patch, undo, change_id)
         SELECT id, revision, tenant_id, 'PROPS', '{"effectiveProps": {"n": 1}}', '{}', 'chg-late' FROM runtime.instance WHERE id = $1`,
        [late],
      )
      await write('patchProps', { id: early, patch: { n: 1 } })
      // A turn of the reader: by a serial number it would be past both now.
      await tellWebhooks({ pool: home.pool }).run()
      expect((await list({ instanceId: early })).totalCount).toBe(0)
      await writer.query('COMMIT')
    } finally {
      writer.release()
    }
    await until(() =>
      receiver
        .at(path)
        .map(({ body }) => body.data['instanceId'])
        .sort(),
    ).toEqual([late, early].sort())
  })

  it('goes on in a database that was restored into another server, or whose log began anew', async () => {
    const path = `/${unique()}`
    const id = await create({ onPropsChange: receiver.url(path) })
    const isLost = async () =>
      (
        await home.pool.query<{ lost: boolean }>(
          `SELECT xid > pg_snapshot_xmax(pg_current_snapshot()) OR epoch = 'another' AS lost FROM runtime.log_reader`,
        )
      ).rows[0]?.lost
    await home.pool.query(`UPDATE runtime.log_reader SET xid = '9000000000000000'`)
    await until(isLost).toBe(false)
    await write('patchProps', { id, patch: { n: 1 } })
    await until(() => receiver.at(path).length).toBe(1)
    await home.pool.query(`UPDATE runtime.log_reader SET epoch = 'another'`)
    await until(isLost).toBe(false)
    await write('patchProps', { id, patch: { n: 2 } })
    await until(() => receiver.at(path).length).toBe(2)
  })

  it('is shown to those who may write, and to nobody else', async () => {
    const onError = receiver.url('/errors?key=secret')
    const id = await create({ onError }, { visibility: 'PUBLIC' })
    const read = (viewer = admin) =>
      home.ask<{ instance: { webhooks: Json | null } }>(
        'query ($id: ID!) { instance(id: $id) { webhooks { onPropsChange onError onInteraction } } }',
        { id },
        viewer,
      )
    expect((await read()).instance.webhooks).toEqual({ onPropsChange: null, onError, onInteraction: null })
    expect((await read(anonymousViewer(admin.tenantId))).instance.webhooks).toBeNull()
  })

  it('signs with the new and the earlier secret after a rotation, and shows a secret once', async () => {
    const path = `/${unique()}`
    const id = await create({ onPropsChange: receiver.url(path) })
    const earlier = await newSecret(id)
    const input = { id, idempotencyKey: unique() }
    const shown = await home.ask<{ rotateWebhookSecret: Json }>(rotate, { input })
    const repeated = await home.ask<{ rotateWebhookSecret: Json }>(rotate, { input })
    expect(repeated.rotateWebhookSecret).toEqual({ ...shown.rotateWebhookSecret, secret: null })
    await write('patchProps', { id, patch: { n: 1 } })
    await until(() => receiver.at(path).length).toBe(1)
    const [message] = receiver.at(path)
    const present = shown.rotateWebhookSecret['secret'] as string
    expect(present).toMatch(/^whsec_/)
    expect(message && [isSigned(message, present), isSigned(message, earlier)]).toEqual([true, true])
    const { rows } = await home.pool.query('SELECT * FROM runtime.webhook_secret WHERE owner_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(present)
    const { rows: activities } = await home.pool.query(
      `SELECT action FROM runtime.activity WHERE resource_id = $1 AND action LIKE '%secret%'`,
      [id],
    )
    expect(activities).toHaveLength(2)
  })
})

describe('on_error', () => {
  it('S4-33: tells of a binding that fails, and of a binding that then fails otherwise', async () => {
    const [path, key] = [`/${unique()}`, unique()]
    const id = await create({ onError: receiver.url(path) }, { bindings: [{ key: 'n', source: 'KV', path: key }] })
    await home.ask(setKv, { input: { key, value: 'not a number' } })
    await until(() => receiver.at(path).length).toBe(1)
    expect(receiver.at(path)[0]?.body).toMatchObject({
      type: 'instance.error',
      data: {
        instanceId: id,
        source: 'condition',
        revision: 2,
        condition: { type: 'BindingFailing', details: { bindings: [{ key: 'n' }] } },
        message: expect.stringContaining('n'),
      },
    })
    await home.ask(setKv, { input: { key, value: 5 } })
    await home.ask(setKv, { input: { key, value: 'again' } })
    await until(() => receiver.at(path).length).toBe(2)
  })

  it('tells of an error that a screen reports, once for as long as the screen repeats it', async () => {
    const path = `/${unique()}`
    const id = await create({ onError: receiver.url(path) })
    const say = (error: string | null, device: string) =>
      home.ask(report, { input: { id, revision: 1, device, error } })
    await say('The component threw.', 'left')
    await say('The component threw.', 'left')
    await say('The component threw.', 'right')
    await say(null, 'left')
    await until(() => receiver.at(path).length).toBe(2)
    expect(receiver.at(path).map(({ body }) => body.data)).toMatchObject([
      { source: 'screen', device: 'left', shownRevision: 1, message: 'The component threw.' },
      { source: 'screen', device: 'right' },
    ])
  })
})

describe('on_interaction', () => {
  it('S4-33 S4-57: tells what a component said, again with the same webhook-id until it is taken', async () => {
    const path = `/${unique()}`
    receiver.answer(path, 500, 302, 204)
    const id = await create({ onInteraction: receiver.url(path) })
    const said = await home.ask<{ emitInstanceEvent: { changeId: string } }>(emit, {
      input: { id, event: 'button.pressed', data: { floor: 3 } },
    })
    await until(() => receiver.at(path).length).toBe(3)
    expect(new Set(receiver.at(path).map((message) => message.id)).size).toBe(1)
    expect(receiver.at(path)[2]?.body).toMatchObject({
      type: 'instance.interaction',
      data: {
        instanceId: id,
        event: 'button.pressed',
        data: { floor: 3 },
        changeId: said.emitInstanceEvent.changeId,
        actorId: admin.principalId,
      },
    })
    await until(async () => (await list({ instanceId: id })).nodes[0]).toMatchObject({
      event: 'INTERACTION',
      state: 'DELIVERED',
      attempts: 3,
      lastStatus: 204,
      lastError: null,
      instance: { id },
    })
  })

  it('repeats nothing for a repeated idempotency key', async () => {
    const path = `/${unique()}`
    const id = await create({ onInteraction: receiver.url(path) })
    const input = { id, event: 'once', idempotencyKey: unique() }
    await home.ask(emit, { input })
    await home.ask(emit, { input })
    await home.ask(emit, { input: { id, event: 'twice' } })
    await until(() => receiver.at(path).map(({ body }) => body.data['event'])).toEqual(['once', 'twice'])
  })
})

describe('a webhook that cannot be delivered', () => {
  it('is dead after 410, is listed, and is sent again with the same webhook-id when somebody asks', async () => {
    const path = `/${unique()}`
    receiver.answer(path, 410, 204)
    const id = await create({ onInteraction: receiver.url(path) })
    await home.ask(emit, { input: { id, event: 'gone' } })
    await until(async () => (await list({ instanceId: id, states: ['DEAD'] })).totalCount).toBe(1)
    const [dead] = (await list({ instanceId: id, states: ['DEAD'], events: ['INTERACTION'] })).nodes as [Delivery]
    expect(dead).toMatchObject({
      attempts: 1,
      lastStatus: 410,
      lastError: 'answers with status 410',
      url: receiver.url(path),
    })
    const idempotencyKey = unique()
    await home.ask(resend, { input: { id: dead.id, idempotencyKey } })
    await until(async () => (await list({ ids: [dead.id] })).nodes[0]).toMatchObject({
      state: 'DELIVERED',
      attempts: 1,
    })
    await home.ask(resend, { input: { id: dead.id, idempotencyKey } })
    expect(receiver.at(path).map((message) => message.id)).toEqual([dead.id, dead.id])
    expect((await home.refusal(resend, { input: { id: 'msg-0000000000000000' } })).code).toBe('NOT_FOUND')
    const { rows } = await home.pool.query(
      `SELECT 1 FROM runtime.activity WHERE resource_id = $1 AND action = 'webhook.resent'`,
      [dead.id],
    )
    expect(rows).toHaveLength(1)
  })

  it('holds up what comes after it from the same instance only, until it is given up after a day', async () => {
    const path = `/${unique()}`
    receiver.answer(path, 400)
    const [id, other] = [
      await create({ onInteraction: receiver.url(path) }),
      await create({ onInteraction: receiver.url(`${path}/other`) }),
    ]
    for (const event of ['a', 'b', 'c']) await home.ask(emit, { input: { id, event } })
    await home.ask(emit, { input: { id: other, event: 'free' } })
    await until(() => [receiver.at(path).length > 0, receiver.at(`${path}/other`).length]).toEqual([true, 1])
    const states = async () =>
      (await list({ instanceId: id })).nodes.map(({ state, attempts }) => [state, attempts > 0]).reverse()
    await until(states).toEqual([
      ['PENDING', true],
      ['PENDING', false],
      ['PENDING', false],
    ])
    // As if a day had passed.
    const first = (await list({ instanceId: id })).nodes.at(-1)?.id
    await home.pool.query(
      `UPDATE runtime.webhook_delivery SET expires_at = now(), next_attempt_at = now() WHERE id = $1`,
      [first],
    )
    await until(async () => (await states())[0]).toEqual(['DEAD', true])
    receiver.answer(path, 204)
    await until(states).toEqual([
      ['DEAD', true],
      ['DELIVERED', true],
      ['DELIVERED', true],
    ])
    const taken = receiver
      .at(path)
      .filter((message) => message.id !== first)
      .map(({ body }) => body.data['event'])
    expect(taken.filter((event, index) => taken.indexOf(event) === index)).toEqual(['b', 'c'])
  })

  it('is forgotten in the end: what was delivered after three days, what is dead with the log; what waits too long is dead', async () => {
    const path = `/${unique()}`
    receiver.answer(path, 204, 410, 400)
    const id = await create({ onInteraction: receiver.url(path) })
    for (const event of ['a', 'b', 'c', 'd']) {
      await home.ask(emit, { input: { id, event } })
      const count = ['a', 'b', 'c', 'd'].indexOf(event) + 1
      if (count < 4) await until(() => receiver.at(path).length).toBeGreaterThanOrEqual(count)
    }
    const states = async () => (await list({ instanceId: id })).nodes.map(({ state }) => state).reverse()
    await until(states).toEqual(['DELIVERED', 'DEAD', 'PENDING', 'PENDING'])
    // What waits is not due, so that only the tidying decides.
    const age = (days: number) =>
      home.pool.query(
        `UPDATE runtime.webhook_delivery SET created_at = now() - make_interval(days => $2), expires_at = now() - make_interval(days => $2 - 1),
           next_attempt_at = CASE WHEN state = 'PENDING' THEN now() + interval '1 hour' END WHERE instance_id = $1`,
        [id, days],
      )
    await age(2)
    await tidyDeliveries(home.pool, { keepDays: 30 })
    await until(states).toEqual(['DELIVERED', 'DEAD', 'DEAD', 'DEAD'])
    expect((await list({ instanceId: id })).nodes[0]).toMatchObject({
      attempts: 0,
      lastError: expect.stringContaining('behind others'),
    })
    await age(4)
    await tidyDeliveries(home.pool, { keepDays: 30 })
    expect(await states()).toEqual(['DEAD', 'DEAD', 'DEAD'])
    await age(31)
    await tidyDeliveries(home.pool, { keepDays: 30 })
    expect(await states()).toEqual([])
  })

  it('lists in pages, newest first, to those who may write only', async () => {
    const path = `/${unique()}`
    const id = await create({ onInteraction: receiver.url(path) })
    for (const event of ['a', 'b', 'c']) await home.ask(emit, { input: { id, event } })
    const eventsOf = (nodes: Delivery[]) => nodes.map(({ body }) => (body['data'] as Json)['event'])
    const page = await list({ instanceId: id }, { first: 2 })
    expect([eventsOf(page.nodes), page.totalCount, page.pageInfo.hasNextPage]).toEqual([['c', 'b'], 3, true])
    expect(eventsOf((await list({ instanceId: id }, { first: 2, after: page.pageInfo.endCursor })).nodes)).toEqual([
      'a',
    ])
    expect((await home.refusal(deliveries, {}, anonymousViewer(admin.tenantId))).code).toBe('UNAUTHENTICATED')
    expect((await home.refusal(rotate, { input: { id } }, anonymousViewer(admin.tenantId))).code).toBe(
      'UNAUTHENTICATED',
    )
    expect((await home.refusal(deliveries, { after: 'x' })).code).toBe('BAD_USER_INPUT')
  })

  it('delays nobody else: an address that is dead is left alone for a while after five failures', async () => {
    const dead = `127.0.0.1:${await closedPort()}`
    const path = `/${unique()}`
    const reachable = await Installation.start({ fetchAllow: [receiver.host, dead] })
    try {
      reachable.startWorker()
      const made = await Promise.all(
        Array.from({ length: 40 }, (_, index) => {
          const onInteraction = index % 2 === 0 ? `http://${dead}/` : receiver.url(path)
          return reachable.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, {
            input: { ...bareInstance, webhooks: { onInteraction } },
          })
        }),
      )
      for (const { createInstance } of made)
        await reachable.ask(emit, { input: { id: createInstance.instance.id, event: 'hello' } })
      await until(() => receiver.at(path).length).toBe(20)
      const breaker = async () =>
        (
          await reachable.pool.query<{ failures: number; open: boolean }>(
            'SELECT failures, open_until > now() AS open FROM runtime.webhook_endpoint WHERE origin = $1',
            [`http://${dead}`],
          )
        ).rows[0]
      await until(async () => (await breaker())?.failures).toBeGreaterThanOrEqual(5)
      expect((await breaker())?.open).toBe(true)
      const attempts = async () =>
        (
          await reachable.pool.query<{ attempts: number }>(
            `SELECT sum(attempts)::int AS attempts FROM runtime.webhook_delivery WHERE origin = $1`,
            [`http://${dead}`],
          )
        ).rows[0]?.attempts
      // At most four were under way when the fifth failed.
      expect(await attempts()).toBeLessThanOrEqual(9)
      await reachable.ask(emit, { input: { id: made[1]?.createInstance.instance.id, event: 'still.here' } })
      await until(() => receiver.at(path).length).toBe(21)
    } finally {
      await reachable.stop()
    }
  })
})

describe('an inner address', () => {
  it('is refused where it is written, and not called where a name turns out to mean one', async () => {
    const refused = await home.refusal(writes.createInstance, {
      input: {
        ...bareInstance,
        webhooks: { onPropsChange: 'http://169.254.169.254/latest', onError: 'http://127.0.0.1:1/' },
      },
    })
    expect([refused.code, (refused.details['problems'] as Json[]).map(({ pointer }) => pointer)]).toEqual([
      'BAD_USER_INPUT',
      ['/webhooks/onPropsChange', '/webhooks/onError'],
    ])
    const id = await create({})
    expect(
      (await home.refusal(writes.updateInstance, { input: { id, webhooks: { onInteraction: 'http://[::1]/' } } })).code,
    ).toBe('BAD_USER_INPUT')
    const port = new URL(receiver.url('/')).port
    const path = `/${unique()}`
    const { rowCount } = await home.pool.query(`UPDATE runtime.instance SET webhooks = $2 WHERE id = $1`, [
      id,
      { onInteraction: `http://localhost:${port}${path}` },
    ])
    expect(rowCount).toBe(1)
    await home.ask(emit, { input: { id, event: 'inside' } })
    await until(async () => (await list({ instanceId: id })).nodes[0]).toMatchObject({
      lastStatus: null,
      lastError: expect.any(String),
    })
    expect(receiver.at(path)).toEqual([])
  })
})

/** A port of this machine where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
