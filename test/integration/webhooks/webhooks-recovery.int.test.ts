import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { emit, write } from '../../support/graph/graph-data.ts'
import { adminKey, startPart, stopPart, type Part } from '../../support/marquee.ts'
import { WebhookReceiver } from '../../support/webhook-receiver.ts'
import { bareInstance } from '../../support/bare-instance.ts'

let receiver: WebhookReceiver
let dataDir: string
let marquee: Part

/** The whole installation in one process: database, three services, gateway and background work. */
const start = async () => {
  const env = {
    DATA_DIR: dataDir,
    PORT: '0',
    MARQUEE_ADMIN_KEY: adminKey,
    MARQUEE_DEMO: 'off',
    LOG_LEVEL: 'info',
    MARQUEE_FETCH_ALLOW: receiver.host,
  }
  marquee = await startPart('all', env)
}

beforeAll(async () => {
  receiver = await WebhookReceiver.start()
  dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-webhooks-'))
  await start()
})
afterAll(async () => {
  if (marquee) await stopPart(marquee)
  await receiver.stop()
  await rm(dataDir, { recursive: true, force: true })
})

it('S4-33: a process that is killed between sending and noting it sends again with the same webhook-id, and loses nothing', async () => {
  const said = `/${unique()}`
  receiver.answer(said, 'never', 204)
  const webhooks = { onInteraction: receiver.url(said), onPropsChange: receiver.url(`${said}/props`) }
  const { id } = (await write(marquee, 'createInstance', { ...bareInstance, webhooks })).instance
  await ask(marquee, emit, { input: { id, event: 'first' } })
  await expect.poll(() => receiver.at(said).length, { timeout: 20_000 }).toBe(1)
  await ask(marquee, emit, { input: { id, event: 'second' } })
  const { revision } = await write(marquee, 'patchProps', { id, patch: { title: 'Before the end' } })
  await stopPart(marquee, 'SIGKILL')
  await start()
  await expect
    .poll(() => receiver.at(said).map(({ body }) => body.data['event']), { timeout: 60_000 })
    .toEqual(['first', 'first', 'second'])
  const [lost, again, next] = receiver.at(said)
  expect([lost?.id === again?.id, again?.id === next?.id]).toEqual([true, false])
  await expect
    .poll(() => receiver.at(`${said}/props`).map(({ body }) => body.data['revision']), { timeout: 20_000 })
    .toContain(revision)
}, 120_000)
