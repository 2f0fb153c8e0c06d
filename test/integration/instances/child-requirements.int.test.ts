import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unique } from '../../support/graph/graph-client.ts'
import { publish, submit, writes } from '../../support/graph/graph-data.ts'
import { Installation } from '../../support/installation.ts'

type Json = Record<string, unknown>

const start = 'mutation ($input: TransitionInput!) { startInstance(input: $input) { instance { lifecycle } } }'
const archive =
  'mutation ($input: SetDesiredLifecycleInput!) { setDesiredLifecycle(input: $input) { instance { id } } }'
const move = 'mutation ($input: MoveInstanceInput!) { moveInstance(input: $input) { instance { parent { id } } } }'
const desire = archive

let home: Installation
beforeAll(async () => {
  home = await Installation.start()
  home.startWorker()
})
afterAll(() => home.stop())

async function define(kind: string, childRequirements: Json[] = [], more: Json = {}): Promise<string> {
  const typeKey = `test/${unique()}`
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, {
    input: { typeKey, kind, version: '1.0.0', childRequirements, ...more },
  })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  return typeKey
}
const create = async (kind: string, definitionTypeKey: string, more: Json = {}): Promise<string> =>
  (
    await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, {
      input: { kind, definitionTypeKey, ...more },
    })
  ).createInstance.instance.id
const lifecycle = async (id: string) =>
  (await home.ask<{ instance: { lifecycle: string } }>('query ($id: ID!) { instance(id: $id) { lifecycle } }', { id }))
    .instance.lifecycle

describe('child requirements of a definition', () => {
  it('S2-07: a session starts only with the parts that it needs, whoever starts it', async () => {
    const part = await define('PART')
    const session = await create(
      'SESSION',
      await define('SESSION', [
        { role: 'lecture', kind: 'SESSION_PART', selector: { definitionTypeKey: part }, min: 2 },
        { role: 'server', kind: 'HOST', min: 1 },
      ]),
    )
    const refused = await home.refusal(start, { input: { id: session } })
    expect(refused).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: {
        from: 'CREATED',
        event: 'START',
        missing: [
          { role: 'lecture', min: 2, present: 0 },
          { role: 'server', min: 1, present: 0 },
        ],
      },
    })
    await create('HOST', await define('HOST'), { parentId: session })
    await create('SESSION_PART', await define('PART'), { parentId: session })
    const [first] = [
      await create('SESSION_PART', part, { parentId: session }),
      await create('SESSION_PART', part, { parentId: session }),
    ]
    await home.ask(archive, { input: { id: first, lifecycle: 'ARCHIVED' } })
    await expect.poll(() => lifecycle(first), { timeout: 15_000 }).toBe('ARCHIVED')
    expect((await home.refusal(start, { input: { id: session } })).details['missing']).toMatchObject([
      { role: 'lecture', min: 2, present: 1 },
    ])
    await home.ask(desire, { input: { id: session, lifecycle: 'ACTIVE' } })
    expect(await lifecycle(session)).toBe('CREATED')
    await create('SESSION_PART', part, { parentId: session })
    await expect.poll(() => lifecycle(session), { timeout: 15_000 }).toBe('ACTIVE')
  })

  it('S2-07: a role takes no more than it may, by creation or by a move, also under a race', async () => {
    const host = await define('HOST', [], { propsSchema: { type: 'object', properties: { role: { type: 'string' } } } })
    const pods = await define('POD', [
      { role: 'primary', kind: 'HOST', selector: { propsContain: { role: 'primary' }, nameContains: 'DB' }, max: 1 },
    ])
    const pod = await create('POD', pods)
    const primary = (parentId: string | null) =>
      create('HOST', host, { parentId, name: `db-${unique()}`, props: { role: 'primary' } })
    const race = await Promise.allSettled(Array.from({ length: 8 }, () => primary(pod)))
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(race.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      code: 'LIMIT_REACHED',
      details: { limit: 1, role: 'primary', parentId: pod },
    })
    // What fills no role is free, and so is another parent.
    await create('HOST', host, { parentId: pod, name: 'cache', props: { role: 'primary' } })
    await create('HOST', host, { parentId: pod, props: { role: 'replica' } })
    const other = await primary(await create('POD', pods))
    expect((await home.refusal(move, { input: { id: other, parentId: pod } })).code).toBe('LIMIT_REACHED')
    const empty = await create('POD', pods)
    await home.ask(move, { input: { id: other, parentId: empty } })
    const { rows } = await home.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM runtime.instance WHERE parent_id = $1`,
      [pod],
    )
    expect(rows[0]?.count).toBe(3)
  })

  const transition = (name: string) =>
    `mutation ($input: TransitionInput!) { ${name}(input: $input) { instance { lifecycle } } }`
  const remove = 'mutation ($input: TransitionInput!) { deleteInstance(input: $input) { id } }'

  /** A session at work that needs so many parts, with as many as are given. */
  async function sessionWith(
    parts: number,
    min = 1,
    more: Json = {},
  ): Promise<{ session: string; parts: string[]; part: string; sessions: string }> {
    const part = await define('PART')
    const sessions = await define('SESSION', [
      { role: 'lecture', kind: 'SESSION_PART', selector: { definitionTypeKey: part }, min },
    ])
    const session = await create('SESSION', sessions)
    const made: string[] = []
    while (made.length < parts) made.push(await create('SESSION_PART', part, { parentId: session, ...more }))
    for (const id of [session, ...made]) await home.ask(start, { input: { id } })
    return { session, parts: made, part, sessions }
  }

  /** The barrier: neither gets past this instance's row before both stand there, in this order. */
  async function atOnce(id: string, actors: (() => Promise<unknown>)[]): Promise<PromiseSettledResult<unknown>[]> {
    const waiting = async () =>
      (
        await home.pool.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).rows[0]?.n
    const holder = await home.pool.connect()
    try {
      await holder.query('BEGIN')
      await holder.query('SELECT FROM runtime.instance WHERE id = $1 FOR UPDATE', [id])
      const acting: Promise<unknown>[] = []
      for (const actor of actors) {
        acting.push(actor())
        await expect.poll(waiting, { timeout: 15_000 }).toBeGreaterThanOrEqual(acting.length)
      }
      const race = Promise.allSettled(acting)
      await holder.query('COMMIT')
      return await race
    } finally {
      holder.release()
    }
  }

  it('S2-07: keep below a parent at work the children that it needs, however they would leave', async () => {
    const {
      session,
      parts: [part = '', ...others],
      sessions,
    } = await sessionWith(2, 1, { persistence: 'EPHEMERAL' })
    await home.ask(remove, { input: { id: others[0] } })
    const missing = [{ role: 'lecture', kind: 'SESSION_PART', min: 1, present: 0 }]
    const asRefused = (event: string) => ({
      code: 'INVALID_TRANSITION',
      details: { instanceId: part, parentId: session, from: 'ACTIVE', event, allowed: ['PAUSE'], missing },
    })
    expect(await home.refusal(transition('stopInstance'), { input: { id: part } })).toMatchObject(asRefused('STOP'))
    expect(await home.refusal(remove, { input: { id: part } })).toMatchObject(asRefused('DELETE'))
    expect(
      await home.refusal(move, { input: { id: part, parentId: await create('SESSION', sessions) } }),
    ).toMatchObject(asRefused('MOVE'))
    // Where it is already is nowhere else, and a pause takes nothing away; below a parent that is paused it is the same.
    await home.ask(move, { input: { id: part, parentId: session } })
    await home.ask(transition('pauseInstance'), { input: { id: session } })
    expect(await home.refusal(transition('stopInstance'), { input: { id: part } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'PAUSED', parentId: session, missing },
    })
    expect(await lifecycle(part)).toBe('PAUSED')
  })

  it('S2-07: let a child go that another one replaces, one that fills no role, and all of them with their parent', async () => {
    const {
      session,
      parts: [first = ''],
      part,
    } = await sessionWith(1)
    const host = await create('HOST', await define('HOST'), { parentId: session })
    await home.ask(start, { input: { id: host } })
    await home.ask(transition('stopInstance'), { input: { id: host } })
    const second = await create('SESSION_PART', part, { parentId: session })
    await home.ask(transition('stopInstance'), { input: { id: first } })
    await home.ask(transition('archiveInstance'), { input: { id: first } })
    expect(await home.refusal(move, { input: { id: second, parentId: null } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'CREATED', allowed: ['START'] },
    })
    for (const name of ['stopInstance', 'archiveInstance']) await home.ask(transition(name), { input: { id: session } })
    expect(await lifecycle(second)).toBe('ARCHIVED')
    await home.ask(remove, { input: { id: second } })
  })

  it('S2-07: let one of two go when both would at once', async () => {
    for (const [first, second] of [
      ['stopInstance', 'stopInstance'],
      ['stopInstance', 'deleteInstance'],
      ['moveInstance', 'stopInstance'],
    ] as const) {
      const { session, parts } = await sessionWith(2, 1, { persistence: 'EPHEMERAL' })
      const leave = (name: string, id: string | undefined) =>
        name === 'moveInstance'
          ? home.ask(move, { input: { id, parentId: null } })
          : home.ask(name === 'deleteInstance' ? remove : transition(name), { input: { id } })
      const results = await atOnce(session, [() => leave(first, parts[0]), () => leave(second, parts[1])])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { parentId: session },
      })
    }
  })

  it('S2-07: a parent does not start on a child that is stopped at the same moment', async () => {
    for (const childComesFirst of [true, false]) {
      const part = await define('PART')
      const session = await create(
        'SESSION',
        await define('SESSION', [{ role: 'lecture', kind: 'SESSION_PART', min: 1 }]),
      )
      const child = await create('SESSION_PART', part, { parentId: session })
      await home.ask(start, { input: { id: child } })
      const both = [
        () => home.ask(transition('stopInstance'), { input: { id: child } }),
        () => home.ask(start, { input: { id: session } }),
      ]
      const results = await atOnce(session, childComesFirst ? both : both.toReversed())
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect([await lifecycle(session), await lifecycle(child)]).toEqual(
        (await lifecycle(session)) === 'ACTIVE' ? ['ACTIVE', 'ACTIVE'] : ['CREATED', 'STOPPED'],
      )
    }
  })
})
