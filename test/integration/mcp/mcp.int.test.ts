import { afterEach, describe, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, readInstance, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import { mcpSession, transportTo, type TransportName } from '../../support/mcp-client.ts'

type Session = Awaited<ReturnType<typeof mcpSession>>

const harbour = { lat: 38.7, lng: -9.14 }
const transports: TransportName[] = ['streamable HTTP', 'stdio']

eachMode('MCP', (marquee) => {
  const sessions: Session[] = []
  afterEach(async () => {
    for (const { client } of sessions.splice(0)) await client.close()
  })

  describe.each(transports)('over %s', (transport) => {
    async function session(options: { agrees?: (question: string) => boolean } = {}) {
      const { token, principalId } = await newToken(marquee, 'AI', 'OWNER')
      const opened = await mcpSession(transportTo(transport, marquee.url, token), options.agrees)
      sessions.push(opened)
      return { ...opened, principalId }
    }

    it('S4-65, S4-66: has the six tools by name; create answers instance_id and url, then props, bind, get, list and delete', async () => {
      const { client, call } = await session()
      const { tools } = await client.listTools()
      const six = ['create', 'update_props', 'bind', 'get', 'list', 'delete'].map((verb) => `forge_instance_${verb}`)
      expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(six))
      const deletes = tools.find(({ name }) => name === 'forge_instance_delete')
      expect(deletes).toMatchObject({
        annotations: { destructiveHint: true },
        inputSchema: { required: ['instance_id'] },
      })

      const { typeKey } = await publishScreen(marquee)
      const tag = unique()
      const created = await call('forge_instance_create', {
        definitionTypeKey: typeKey,
        props: { title: 'One', count: 1 },
        placement: { tags: [tag] },
      })
      const { instance_id } = created
      expect(created).toMatchObject({
        instance_id: expect.stringMatching(/^inst-/),
        url: `/live/${String(instance_id)}`,
      })
      expect(await call('forge_instance_update_props', { instance_id, props: { count: null } })).toMatchObject({
        props: { title: 'One' },
      })
      const bindings = [{ key: 'title', source: 'STATIC', path: '"Bound"' }]
      expect(await call('forge_instance_bind', { instance_id, bindings })).toMatchObject({
        bindings: [{ key: 'title' }],
      })
      expect(await call('forge_instance_get', { instance_id })).toMatchObject({
        id: instance_id,
        props: { title: 'One' },
      })
      expect(await call('forge_instance_list', { tags: [tag] })).toMatchObject({ nodes: [{ id: instance_id }] })
      await call('forge_instance_set_lifecycle', { instance_id, lifecycle: 'ARCHIVED', confirm: true })
      const lifecycle = async () => (await call('forge_instance_get', { instance_id }))['lifecycle']
      await expect.poll(lifecycle, { timeout: 20_000 }).toBe('ARCHIVED')
      expect(await call('forge_instance_delete', { instance_id, confirm: true })).toMatchObject({ id: instance_id })
      expect(await readInstance(marquee, String(instance_id))).toBeNull()
    })

    it('S4-67: a component is submitted, and published before instances are made of it', async () => {
      const { call, refused } = await session()
      const typeKey = `test/${unique()}`
      const version = await call('forge_create', {
        typeKey,
        kind: 'COMPONENT',
        version: '1.0.0',
        propsSchema: { type: 'object' },
      })
      expect((await refused('forge_instance_create', { definitionTypeKey: typeKey })).code).toMatch(
        /NOT_FOUND|NOT_PUBLISHED/,
      )
      await call('forge_publish', { definitionVersionId: version['id'], confirm: true })
      expect(await call('forge_definition_list', { search: typeKey })).toMatchObject({ nodes: [{ typeKey }] })
      expect(await call('forge_instance_create', { definitionTypeKey: typeKey })).toMatchObject({
        url: expect.any(String),
      })
    })

    it('plans a rollout, starts it after asking, and says how it ended', async () => {
      const { call, refused } = await session()
      const { typeKey: definitionTypeKey } = await publishScreen(marquee)
      const { instance } = await write(marquee, 'createInstance', { definitionTypeKey })
      await publishScreen(marquee, { typeKey: definitionTypeKey, version: '2.0.0' })
      const what = { definitionTypeKey, toVersion: '2.0.0' }
      expect(await call('forge_rollout_plan', what)).toMatchObject({
        total: 1,
        counts: [{ verdict: 'PINNED', count: 1 }],
        instances: { nodes: [{ instance: { id: instance.id } }] },
      })
      expect((await refused('forge_rollout_start', what)).code).toBe('CONDITION_FAILED')
      const { id: rollout_id } = await call('forge_rollout_start', { ...what, confirm: true })
      const status = async () => (await call('forge_rollout_get', { rollout_id }))['status']
      await expect.poll(status, { timeout: 30_000 }).toBe('DONE')
    })

    it('acts as AI: locks of people hold, its overrides end by themselves, and the audit names it', async () => {
      const { call, refused, principalId } = await session()
      const { typeKey } = await publishScreen(marquee)
      const { instance } = await write(marquee, 'createInstance', {
        definitionTypeKey: typeKey,
        props: { title: 'Own' },
      })
      const instance_id = instance.id
      await call('forge_instance_override', { instance_id, path: '/title', value: 'Rain', reason: 'It rains' })
      const explained = await call<{
        layers: { layer: string; value: unknown; writerId: string; expiresAt: string }[]
      }>('forge_instance_explain', { instance_id, path: '/title' })
      const [override] = explained.layers as [(typeof explained.layers)[0]]
      expect(override).toMatchObject({ layer: 'override', value: 'Rain', writerId: principalId })
      const seconds = (Date.parse(override.expiresAt) - Date.now()) / 1000
      expect(seconds).toBeGreaterThan(3000)
      expect(seconds).toBeLessThan(3700)
      await call('forge_instance_clear_override', { instance_id, path: '/title' })

      const lock = 'mutation ($input: LockPathInput!) { lockPath(input: $input) { revision } }'
      await ask(marquee, lock, { input: { id: instance_id, path: '/title' } })
      expect((await refused('forge_instance_update_props', { instance_id, props: { title: 'AI' } })).code).toBe(
        'LOCKED_PATH',
      )
      expect((await refused('forge_instance_override', { instance_id, path: '/title', value: 'AI' })).code).toBe(
        'LOCKED_PATH',
      )
    })

    it('asks before it destroys: the user where the client can, else by confirm', async () => {
      const { typeKey } = await publishScreen(marquee)
      const make = async () => (await write(marquee, 'createInstance', { definitionTypeKey: typeKey })).instance.id
      const instance_id = await make()
      const silent = await session()
      const start = { instance_id, lifecycle: 'ACTIVE' }
      expect(await silent.refused('forge_instance_set_lifecycle', start)).toMatchObject({
        code: 'CONDITION_FAILED',
        message: expect.stringContaining('confirm: true'),
        details: { problems: [{ pointer: '/confirm' }] },
      })
      const questions: string[] = []
      let answer = false
      const asking = await session({
        agrees: (question) => {
          questions.push(question)
          return answer
        },
      })
      // What a model claims does not count where a person can be asked.
      const no = await asking.refused('forge_instance_set_lifecycle', { ...start, confirm: true })
      expect([no.code, (await readInstance(marquee, instance_id))?.revision]).toEqual(['CONDITION_FAILED', 1])
      answer = true
      expect(await asking.call('forge_instance_set_lifecycle', start)).toMatchObject({ id: instance_id })
      expect(questions).toEqual(Array(2).fill(`Move ${instance_id} and everything below it to ACTIVE?`))
    })

    it('answers what is refused as an error of the tool, with the code of the graph and pointers into the arguments', async () => {
      const { refused, client } = await session()
      const { typeKey } = await publishScreen(marquee)
      const pointers = async (name: string, args: Record<string, unknown>) => {
        const { code, details } = await refused(name, args)
        return [code, (details?.problems ?? []).map(({ pointer }) => pointer).sort()]
      }
      expect(await pointers('forge_instance_get', { id: 'x' })).toEqual(['BAD_USER_INPUT', ['/id', '/instance_id']])
      expect(await pointers('forge_find_nearby', { lat: 'north', lng: 1 })).toEqual(['BAD_USER_INPUT', ['/lat']])
      expect(await pointers('forge_instance_create', { definitionTypeKey: typeKey, props: { title: 5 } })).toEqual([
        'SCHEMA_VIOLATION',
        ['/props/title'],
      ])
      expect((await refused('forge_instance_get', { instance_id: 'inst-00000000' })).code).toBe('NOT_FOUND')
      await expect(client.callTool({ name: 'forge_nothing', arguments: {} })).rejects.toThrow(/no tool/)
    })

    it('has instances as resources, and tells of every one that it follows when it changes', async () => {
      const { client, updated } = await session()
      const { typeKey } = await publishScreen(marquee)
      const { instance } = await write(marquee, 'createInstance', { definitionTypeKey: typeKey, name: unique() })
      const uri = `marquee://instances/${instance.id}`
      const { resources } = await client.listResources()
      expect(resources[0]).toMatchObject({ uri, name: instance.name })
      expect((await client.listResourceTemplates()).resourceTemplates).toMatchObject([
        { uriTemplate: 'marquee://instances/{id}' },
      ])
      const read = async () => {
        const [content] = (await client.readResource({ uri })).contents
        return JSON.parse((content as { text: string }).text) as { props: Record<string, unknown> }
      }
      await client.subscribeResource({ uri })
      // The answer to the subscription promises it: a change that follows at once is told.
      await write(marquee, 'patchProps', { id: instance.id, patch: { title: 'New' } })
      await expect.poll(() => updated, { timeout: 20_000 }).toEqual([uri])
      expect((await read()).props).toEqual({ title: 'New' })
      await client.unsubscribeResource({ uri })
      await expect(client.readResource({ uri: 'marquee://instances/inst-00000000' })).rejects.toMatchObject({
        code: -32002,
        data: { code: 'NOT_FOUND' },
      })
    })

    it('S4-74: it rains: covered stops nearby are found, and their screens say so for an hour', async () => {
      const { call } = await session()
      const { typeKey } = await publishScreen(marquee)
      const word = unique()
      const stop = async (name: string, lat: number, tags: string[]) =>
        (
          await write(marquee, 'createInstance', {
            definitionTypeKey: typeKey,
            name: `${name} ${word}`,
            props: { title: name },
            placement: { geo: { ...harbour, lat }, tags: [word, ...tags] },
          })
        ).instance.id
      const shelter = await stop('Shelter', 38.701, ['covered'])
      const square = await stop('Square', 38.702, [])
      await stop('Far', 39.9, ['covered'])
      const { items } = await call<{ items: { distanceMeters: number; instance: { id: string } }[] }>(
        'forge_find_nearby',
        {
          ...harbour,
          radiusMeters: 2000,
          tags: [word, 'covered'],
        },
      )
      expect(items.map(({ instance }) => instance.id)).toEqual([shelter])
      const here = await call<{ items: { instance: { id: string } }[] }>('forge_find_nearby', {
        ...harbour,
        tags: [word],
        radiusMeters: 2000,
      })
      for (const { instance } of here.items)
        await call('forge_instance_override', {
          instance_id: instance.id,
          path: '/alert',
          value: { text: 'Rain: wait at Shelter, 110 m' },
        })
      for (const id of [shelter, square])
        expect((await readInstance(marquee, id))?.effectiveProps).toMatchObject({
          alert: { text: expect.stringContaining('Shelter') },
        })
    })
  })
})
