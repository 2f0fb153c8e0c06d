import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unique } from '../support/graph-client.ts'
import { publish, submit, writes } from '../support/graph-data.ts'
import { Installation } from '../support/installation.ts'

type Json = Record<string, unknown>

const start = 'mutation ($input: TransitionInput!) { startInstance(input: $input) { instance { lifecycle } } }'
const archive = 'mutation ($input: SetDesiredLifecycleInput!) { setDesiredLifecycle(input: $input) { instance { id } } }'
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
  const { submitDefinition } = await home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(submit, { input: { typeKey, kind, version: '1.0.0', childRequirements, ...more } })
  await home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  return typeKey
}
const create = async (kind: string, definitionTypeKey: string, more: Json = {}): Promise<string> =>
  (await home.ask<{ createInstance: { instance: { id: string } } }>(writes.createInstance, { input: { kind, definitionTypeKey, ...more } })).createInstance.instance.id
const lifecycle = async (id: string) => (await home.ask<{ instance: { lifecycle: string } }>('query ($id: ID!) { instance(id: $id) { lifecycle } }', { id })).instance.lifecycle

describe('child requirements of a definition', () => {
  it('S2-07: a session starts only with the parts that it needs, whoever starts it', async () => {
    const part = await define('PART')
    const session = await create('SESSION', await define('SESSION', [{ role: 'lecture', kind: 'SESSION_PART', selector: { definitionTypeKey: part }, min: 2 }, { role: 'server', kind: 'HOST', min: 1 }]))
    const refused = await home.refusal(start, { input: { id: session } })
    expect(refused).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'CREATED', event: 'START', missing: [{ role: 'lecture', min: 2, present: 0 }, { role: 'server', min: 1, present: 0 }] },
    })
    await create('HOST', await define('HOST'), { parentId: session })
    await create('SESSION_PART', await define('PART'), { parentId: session })
    const [first] = [await create('SESSION_PART', part, { parentId: session }), await create('SESSION_PART', part, { parentId: session })]
    await home.ask(archive, { input: { id: first, lifecycle: 'ARCHIVED' } })
    await expect.poll(() => lifecycle(first), { timeout: 15_000 }).toBe('ARCHIVED')
    expect((await home.refusal(start, { input: { id: session } })).details['missing']).toMatchObject([{ role: 'lecture', min: 2, present: 1 }])
    await home.ask(desire, { input: { id: session, lifecycle: 'ACTIVE' } })
    expect(await lifecycle(session)).toBe('CREATED')
    await create('SESSION_PART', part, { parentId: session })
    await expect.poll(() => lifecycle(session), { timeout: 15_000 }).toBe('ACTIVE')
  })

  it('S2-07: a role takes no more than it may, by creation or by a move, also under a race', async () => {
    const host = await define('HOST', [], { propsSchema: { type: 'object', properties: { role: { type: 'string' } } } })
    const pods = await define('POD', [{ role: 'primary', kind: 'HOST', selector: { propsContain: { role: 'primary' }, nameContains: 'DB' }, max: 1 }])
    const pod = await create('POD', pods)
    const primary = (parentId: string | null) => create('HOST', host, { parentId, name: `db-${unique()}`, props: { role: 'primary' } })
    const race = await Promise.allSettled(Array.from({ length: 8 }, () => primary(pod)))
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(race.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'LIMIT_REACHED', details: { limit: 1, role: 'primary', parentId: pod } })
    // What fills no role is free, and so is another parent.
    await create('HOST', host, { parentId: pod, name: `cache-${unique()}`, props: { role: 'primary' } })
    await create('HOST', host, { parentId: pod, props: { role: 'replica' } })
    const other = await primary(await create('POD', pods))
    expect((await home.refusal(move, { input: { id: other, parentId: pod } })).code).toBe('LIMIT_REACHED')
    const empty = await create('POD', pods)
    await home.ask(move, { input: { id: other, parentId: empty } })
    const { rows } = await home.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM runtime.instance WHERE parent_id = $1`, [pod])
    expect(rows[0]?.count).toBe(3)
  })
})
