import { afterAll, beforeAll, expect, it } from 'vitest'
import { signWebhook } from '../../../kit/standard-webhooks.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { emit, publish, submit, writes } from '../../support/graph/graph-data.ts'
import { admin, artificial, Installation } from '../../support/installation.ts'
import { WebhookReceiver } from '../../support/webhook-receiver.ts'

type Change = { type: string; actorId: string | null; reason: string | null }

let receiver: WebhookReceiver
let home: Installation
beforeAll(async () => {
  receiver = await WebhookReceiver.start()
  home = await Installation.start({ fetchAllow: [receiver.host] })
  home.startWorker()
})
afterAll(async () => {
  await home?.stop()
  await receiver?.stop()
})

const history =
  'query ($id: ID!) { instance(id: $id) { lifecycle effectiveProps history { nodes { type actorId reason } } } }'
const read = async (id: string) =>
  (
    await home.ask<{ instance: { lifecycle: string; effectiveProps: object; history: { nodes: Change[] } } }>(history, {
      id,
    })
  ).instance

it('S4-04: a clock, an event from outside, an AI and a user each act on one instance, and the log says who did what', async () => {
  const secret = 'a secret of the sender'
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
  const typeKey = `test/${unique()}`
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: { typeKey, kind: 'COMPONENT', version: '1.0.0' },
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  const { createInstance } = await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, {
    input: {
      definitionTypeKey: typeKey,
      timeslot: { start: hours(-1), end: hours(1) },
      bindings: [{ key: 'departures', source: 'STATIC', path: '[]', strategy: 'WEBHOOK', secret }],
      webhooks: { onInteraction: receiver.url('/said') },
    },
  })
  const { id } = createInstance.instance

  await expect.poll(async () => (await read(id)).lifecycle, { timeout: 20_000 }).toBe('ACTIVE')
  const body = Buffer.from('["08:00"]')
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = { id: unique(), timestamp, signature: '' }
  headers.signature = signWebhook(secret, headers.id, Number(timestamp), body)
  await home.services.runtime.pushBinding({ instanceId: id, key: 'departures', headers, body })
  await home.ask(writes.patchProps, { input: { id, patch: { title: 'Summarised' } } }, artificial)
  await home.ask(emit, { input: { id, event: 'departure.chosen', data: { time: '08:00' } } })

  await expect
    .poll(() => receiver.at('/said').map(({ body }) => body.data['event']), { timeout: 20_000 })
    .toEqual(['departure.chosen'])
  const { effectiveProps, history } = await read(id)
  expect(effectiveProps).toEqual({ departures: ['08:00'], title: 'Summarised' })
  expect(history.nodes.map(({ type, actorId, reason }) => [type, actorId, reason]).reverse()).toEqual([
    ['CREATED', admin.principalId, null],
    ['LIFECYCLE', null, 'the timeslot has begun'],
    ['BINDINGS', null, 'pushed to departures'],
    ['PROPS', artificial.principalId, null],
  ])
})
