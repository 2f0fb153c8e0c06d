import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unique } from '../../support/graph/graph-client.ts'
import { emit, writes } from '../../support/graph/graph-data.ts'
import { Installation, installationKey } from '../../support/installation.ts'
import { startPart, stopPart, type Part } from '../../support/marquee.ts'
import { describeRedis } from '../../support/redis.ts'
import { WebhookReceiver } from '../../support/webhook-receiver.ts'
import { bareInstance } from '../../support/bare-instance.ts'

const startTimeoutMs = 120_000

describeRedis('webhooks sent by two worker processes', (redisUrl) => {
  let receiver: WebhookReceiver
  let home: Installation
  let workers: Part[] = []
  let dataDir: string

  beforeAll(async () => {
    receiver = await WebhookReceiver.start()
    home = await Installation.start({ fetchAllow: [receiver.host] })
    dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-workers-'))
    const env = {
      MARQUEE_ROLE: 'worker',
      DATABASE_URL: home.databaseUrl,
      REDIS_URL: redisUrl,
      MARQUEE_ADMIN_KEY: installationKey,
      MARQUEE_FETCH_ALLOW: receiver.host,
    }
    workers = await Promise.all(
      [1, 2].map(() => startPart('worker', { ...env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' })),
    )
  }, startTimeoutMs)
  afterAll(async () => {
    for (const worker of workers) await stopPart(worker)
    await home?.stop()
    await receiver?.stop()
    if (dataDir) await rm(dataDir, { recursive: true, force: true })
  }, startTimeoutMs)

  it('S4-33: each message comes once while all goes well; when one worker is killed all come all the same, in order for each instance', async () => {
    const at = `/${unique()}`
    const webhooks = { onInteraction: receiver.url(at), onPropsChange: receiver.url(`${at}/props`) }
    const made = Array.from({ length: 8 }, () =>
      home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, {
        input: { ...bareInstance, webhooks },
      }),
    )
    const ids = (await Promise.all(made)).map(({ createInstance }) => createInstance.instance.id)
    const say = async (n: number) => {
      await Promise.all(
        ids.flatMap((id) => [
          home.ask(emit, { input: { id, event: `said.${n}` } }),
          home.ask(writes.patchProps, { input: { id, patch: { n } } }),
        ]),
      )
    }
    const distinct = () => new Set(receiver.received.map(({ id }) => id)).size
    for (const n of [1, 2, 3]) await say(n)
    await expect.poll(distinct, { timeout: 60_000 }).toBe(48)
    expect(receiver.received).toHaveLength(48)

    const [victim] = workers as [Part]
    await say(4)
    await Promise.all([say(5), stopPart(victim, 'SIGKILL')])
    await say(6)
    // What the killed one had taken comes when its lease is over.
    await expect.poll(distinct, { timeout: 90_000 }).toBe(96)
    for (const id of ids) {
      const seen = receiver.at(`${at}/props`).filter(({ body }) => body.data['instanceId'] === id)
      const first = seen.filter((message, index) => seen.findIndex((other) => other.id === message.id) === index)
      expect(first.map(({ body }) => (body.data['effectiveProps'] as { n: number }).n)).toEqual([1, 2, 3, 4, 5, 6])
    }
  }, 180_000)
})
