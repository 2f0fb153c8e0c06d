import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unique } from '../../support/graph/graph-client.ts'
import { publish, submit, writes } from '../../support/graph/graph-data.ts'
import { Installation } from '../../support/installation.ts'
import { isSigned, WebhookReceiver } from '../../support/webhook-receiver.ts'

type Json = Record<string, unknown>
type Refused = { code: string; message: string; details: Json }

const transition = (name: string) =>
  `mutation ($input: TransitionInput!) { ${name}(input: $input) { revision changeId instance { id lifecycle } } }`
const start = transition('startInstance')
const pause = transition('pauseInstance')
const stop = transition('stopInstance')
const archive = transition('archiveInstance')
const desire = 'mutation ($input: SetDesiredLifecycleInput!) { setDesiredLifecycle(input: $input) { revision } }'
const rotate = 'mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { id secret } }'
const soon = { timeout: 20_000, interval: 50 }

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

/** A definition with hooks; its id and its type key. */
async function define(hooks: Json): Promise<{ id: string; typeKey: string }> {
  const typeKey = `test/${unique()}`
  const input = { typeKey, kind: 'COMPONENT', version: '1.0.0', lifecycleTemplate: { hooks } }
  const { submitDefinition } = await home.ask<{
    submitDefinition: { definitionVersion: { id: string; definition: { id: string } } }
  }>(submit, { input })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  return { id: submitDefinition.definitionVersion.definition.id, typeKey }
}
const create = async (input: Json): Promise<string> =>
  (await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, { input })).createInstance
    .instance.id
const tell = (mutation: string, id: string, more: Json = {}) => home.ask<Json>(mutation, { input: { id, ...more } })
const refused = (mutation: string, id: string): Promise<Refused> => home.refusal(mutation, { input: { id } })
const lifecycle = async (id: string) =>
  (await home.ask<{ instance: { lifecycle: string } }>('query ($id: ID!) { instance(id: $id) { lifecycle } }', { id }))
    .instance.lifecycle
const conditions = async (id: string) =>
  (
    await home.ask<{ instance: { conditions: Json[] } }>(
      'query ($id: ID!) { instance(id: $id) { conditions { type message details } } }',
      { id },
    )
  ).instance.conditions
const until = <T>(poll: () => T | Promise<T>) => expect.poll(poll, soon)
const asked = (path: string) => receiver.at(path).map(({ body }) => [body.data['instanceId'], body.data['event']])

describe('a before hook', () => {
  it('S3-14 S3-15: allocates before a start and cleans up after the archive, signed with the secret of the definition', async () => {
    const path = `/${unique()}`
    const racks = new Set<string>()
    const definition = await define({
      before: { START: { url: receiver.url(`${path}/allocate`) } },
      after: { ARCHIVE: { url: receiver.url(`${path}/free`) } },
    })
    const { rotateWebhookSecret } = await home.ask<{ rotateWebhookSecret: { id: string; secret: string } }>(rotate, {
      input: { id: definition.id },
    })
    const id = await create({ definitionTypeKey: definition.typeKey, config: { racks: 2 } })
    await tell(start, id, { reason: 'the show begins' })
    const [allocate] = receiver.at(`${path}/allocate`)
    if (!allocate) throw new Error('the hook was not asked before the start')
    expect(allocate.body).toMatchObject({
      type: 'instance.before_start',
      data: {
        instanceId: id,
        definitionTypeKey: definition.typeKey,
        from: 'CREATED',
        to: 'ACTIVE',
        causedBy: id,
        reason: 'the show begins',
        config: { racks: 2 },
      },
    })
    expect([rotateWebhookSecret.id, isSigned(allocate, rotateWebhookSecret.secret)]).toEqual([definition.id, true])
    racks.add(allocate.body.data['instanceId'] as string)
    await tell(stop, id)
    await tell(archive, id)
    await until(() => receiver.at(`${path}/free`).length).toBe(1)
    const [free] = receiver.at(`${path}/free`)
    expect(free?.body).toMatchObject({
      type: 'instance.after_archive',
      data: { instanceId: id, from: 'STOPPED', to: 'ARCHIVED' },
    })
    expect(free && isSigned(free, rotateWebhookSecret.secret)).toBe(true)
    racks.delete(free?.body.data['instanceId'] as string)
    expect([racks.size, receiver.at(`${path}/allocate`).length]).toEqual([0, 1])
  })

  it('S3-14: refuses a move and says why, and the instance stays as it is', async () => {
    const path = `/${unique()}`
    receiver.answer(path, { status: 409, body: '{"message":"No rack is free"}' }, 204)
    const { typeKey } = await define({ before: { START: { url: receiver.url(path) } } })
    const id = await create({ definitionTypeKey: typeKey })
    expect(await refused(start, id)).toMatchObject({
      code: 'INVALID_TRANSITION',
      message: expect.stringContaining('No rack is free'),
      details: {
        instanceId: id,
        from: 'CREATED',
        event: 'START',
        to: 'ACTIVE',
        allowed: [],
        hook: { time: 'before', status: 409 },
      },
    })
    expect(await lifecycle(id)).toBe('CREATED')
    const input = { id, idempotencyKey: unique() }
    const first = await home.ask(start, { input })
    expect(await home.ask(start, { input })).toEqual(first)
    expect(receiver.at(path)).toHaveLength(2)
    expect((await refused(start, id)).details['hook']).toBeUndefined()
    expect(receiver.at(path)).toHaveLength(2)
  })

  it('that fails refuses, unless it is told to let things go on', async () => {
    const path = `/${unique()}`
    receiver.answer(path, 503)
    const strict = await define({ before: { START: { url: receiver.url(path) } } })
    const lenient = await define({ before: { START: { url: receiver.url(path), onFailure: 'continue' } } })
    const silent = await define({ before: { START: { url: receiver.url(`${path}/silent`), timeoutSeconds: 1 } } })
    receiver.answer(`${path}/silent`, 'never')
    const inner = await define({ before: { START: { url: 'http://127.0.0.1:1/' } } })
    const of = ({ typeKey }: { typeKey: string }) => create({ definitionTypeKey: typeKey })
    expect((await refused(start, await of(strict))).message).toContain('answers with status 503')
    expect((await refused(start, await of(silent))).message).toContain('does not answer within 1000 ms')
    expect((await refused(start, await of(inner))).code).toBe('INVALID_TRANSITION')
    const id = await of(lenient)
    await tell(start, id)
    expect(await lifecycle(id)).toBe('ACTIVE')
  })

  it('S3-14: of every instance that follows is asked, once, and one that says no stops them all', async () => {
    const path = `/${unique()}`
    const child = await define({
      before: { PAUSE: { url: receiver.url(path) }, ARCHIVE: { url: receiver.url(`${path}/archive`) } },
      after: { STOP: { url: receiver.url(`${path}/stopped`) } },
    })
    const parent = await create({ definitionTypeKey: (await define({})).typeKey })
    const children = await Promise.all(
      [1, 2, 3].map(() => create({ definitionTypeKey: child.typeKey, parentId: parent })),
    )
    for (const id of [parent, ...children]) await tell(start, id)
    receiver.answer(path, 204, 409, 204)
    expect((await refused(pause, parent)).code).toBe('INVALID_TRANSITION')
    expect(await Promise.all([parent, ...children].map(lifecycle))).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE'])
    const before = receiver.at(path).length
    await tell(pause, parent)
    expect(
      receiver
        .at(path)
        .slice(before)
        .map(({ body }) => [body.data['instanceId'], body.data['causedBy']])
        .sort(),
    ).toEqual(children.map((id) => [id, parent]).sort())
    expect(await Promise.all([parent, ...children].map(lifecycle))).toEqual(['PAUSED', 'PAUSED', 'PAUSED', 'PAUSED'])
    await tell(stop, parent)
    await tell(archive, parent)
    expect(asked(`${path}/archive`).sort()).toEqual(children.map((id) => [id, 'ARCHIVE']).sort())
    await until(() => asked(`${path}/stopped`).sort()).toEqual(children.map((id) => [id, 'STOP']).sort())
  })

  it('is asked by the reconciler too, which says what it waits for and waits before it asks again', async () => {
    const path = `/${unique()}`
    receiver.answer(path, { status: 409, body: '{"message":"No rack is free"}' }, 204)
    const { typeKey } = await define({
      before: { START: { url: receiver.url(path) } },
      after: { START: { url: receiver.url(`${path}/after`) } },
    })
    const id = await create({ definitionTypeKey: typeKey })
    await tell(desire, id, { lifecycle: 'ACTIVE' })
    await until(() => conditions(id)).toMatchObject([
      {
        type: 'HookRefusing',
        message: expect.stringContaining('No rack is free'),
        details: { event: 'START', hook: { status: 409 } },
      },
    ])
    await until(() => lifecycle(id)).toBe('ACTIVE')
    expect(await conditions(id)).toEqual([])
    const [first, second] = receiver.at(path)
    expect(receiver.at(path)).toHaveLength(2)
    expect(Date.parse(second?.body.timestamp ?? '') - Date.parse(first?.body.timestamp ?? '')).toBeGreaterThanOrEqual(
      5000,
    )
    await until(() => receiver.at(`${path}/after`).length).toBe(1)
  })
})

it('a template with hooks of another shape is not published', async () => {
  const typeKey = `test/${unique()}`
  const input = {
    typeKey,
    kind: 'COMPONENT',
    version: '1.0.0',
    lifecycleTemplate: { hooks: { before: { START: { url: 'nowhere' } } } },
  }
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input,
  })
  const { code, details } = await home.refusal(publish, {
    input: { definitionVersionId: submitDefinition.definitionVersion.id },
  })
  expect([code, JSON.stringify(details)]).toEqual([
    'BAD_USER_INPUT',
    expect.stringContaining('/lifecycleTemplate/hooks/before/START/url'),
  ])
})
