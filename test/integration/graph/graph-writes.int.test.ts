import { beforeAll, describe, expect, it } from 'vitest'
import { ask, pointersOf, refusal, unique } from '../../support/graph/graph-client.ts'
import {
  publishScreen,
  publishVersion,
  readInstance,
  submitVersion,
  write,
  writes,
  type Definition,
} from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type History = { totalCount: number; nodes: { revision: number; type: string; changeId: string; patch: unknown }[] }

eachMode('writing instances', (marquee) => {
  let screen: Definition
  const create = (input: Record<string, unknown> = {}) =>
    write(marquee, 'createInstance', { definitionTypeKey: screen.typeKey, ...input })
  const history = async (id: string): Promise<History> => {
    const query =
      'query ($id: ID!) { instance(id: $id) { history { totalCount nodes { revision type changeId patch } } } }'
    return (await ask<{ instance: { history: History } }>(marquee, query, { id })).instance.history
  }

  beforeAll(async () => {
    screen = await publishScreen(marquee)
  })

  describe('createInstance', () => {
    it('layers the own props over the defaults of the definition, and keeps only the own ones as props', async () => {
      const { instance, revision } = await create({ props: { level: 'info', alert: { text: 'Late' } } })
      expect(instance.id).toMatch(/^inst-[0-9a-z]{8}$/)
      expect(revision).toBe(1)
      expect(instance.props).toEqual({ level: 'info', alert: { text: 'Late' } })
      expect(instance.effectiveProps).toEqual({ title: 'Untitled', level: 'info', alert: { text: 'Late' } })
      expect((await create({ props: { title: 'Mine' } })).instance.effectiveProps).toEqual({ title: 'Mine' })
    })

    it('takes the greatest published version, or the one that is asked for in any spelling', async () => {
      const { typeKey } = await publishVersion(marquee, { version: '1.9.0' })
      await publishVersion(marquee, { typeKey, version: '1.10.0' })
      await submitVersion(marquee, { typeKey, version: '2.0.0' })
      expect((await create({ definitionTypeKey: typeKey })).instance.definitionVersion?.version).toBe('1.10.0')
      expect(
        (await create({ definitionTypeKey: typeKey, definitionVersion: 'v1.9' })).instance.definitionVersion?.version,
      ).toBe('1.9.0')
    })

    it('writes the placement in the same transaction: found by its tag at once, and neither is there when one is wrong', async () => {
      const tag = unique()
      const placement = {
        location: 'lisboa',
        device: 'kiosk-1',
        geo: { lat: 38.72, lng: -9.14 },
        tags: [tag, 'a', tag],
      }
      const { instance } = await create({ placement })
      expect(instance.placement).toEqual({ ...placement, timezone: 'Europe/Lisbon', tags: ['a', tag].sort() })
      const count = 'query ($f: InstanceFilter) { instances(filter: $f) { totalCount nodes { id } } }'
      const found = await ask<{ instances: { nodes: { id: string }[] } }>(marquee, count, {
        f: { tags: { all: [tag] } },
      })
      expect(found.instances.nodes).toEqual([{ id: instance.id }])
      const name = unique()
      const refused = await refusal(marquee, writes.createInstance, {
        input: { definitionTypeKey: screen.typeKey, name, placement: { geo: { lat: 91, lng: 0 } } },
      })
      expect(refused.extensions.code).toBe('BAD_USER_INPUT')
      expect(pointersOf(refused)).toEqual(['/placement/geo/lat'])
      expect(await ask(marquee, count, { f: { nameContains: name } })).toEqual({
        instances: { totalCount: 0, nodes: [] },
      })
    })

    it('keeps name, visibility, config, metadata and timeslot, and drops null members', async () => {
      const timeslot = { start: '2026-12-01T00:00:00Z', end: '2027-01-01T00:00:00Z' }
      const { instance } = await create({
        name: 'Stop 7',
        visibility: 'UNLISTED',
        config: { a: { b: null, c: 1 } },
        metadata: { m: null },
        timeslot,
      })
      expect(instance).toMatchObject({ name: 'Stop 7', visibility: 'UNLISTED', config: { a: { c: 1 } }, metadata: {} })
      const query =
        'query ($id: ID!) { instance(id: $id) { timeslot { start end } lifecycle desiredLifecycle presence readiness url kind scope persistence } }'
      expect(await ask(marquee, query, { id: instance.id })).toEqual({
        instance: {
          timeslot: { start: '2026-12-01T00:00:00.000Z', end: '2027-01-01T00:00:00.000Z' },
          lifecycle: 'CREATED',
          desiredLifecycle: 'CREATED',
          presence: 'NEVER',
          readiness: null,
          url: `/live/${instance.id}`,
          kind: 'DISPLAY',
          scope: 'PROJECT',
          persistence: 'PERSISTENT',
        },
      })
    })

    it('starts the log with CREATED at revision 1', async () => {
      const { instance, changeId } = await create()
      expect(await history(instance.id)).toEqual({
        totalCount: 1,
        nodes: [{ revision: 1, type: 'CREATED', changeId, patch: null }],
      })
    })
  })

  describe('patchProps', () => {
    it('merges as RFC 7396 says: null deletes, objects merge, arrays and scalars are replaced', async () => {
      const { typeKey } = await publishVersion(marquee)
      const {
        instance: { id },
      } = await create({ definitionTypeKey: typeKey, props: { a: { b: 1, c: 2 }, list: [1, 2], gone: 1 } })
      const { instance, revision } = await write(marquee, 'patchProps', {
        id,
        patch: { a: { b: null, d: [3] }, list: [9], gone: null, never: null },
      })
      expect(instance.props).toEqual({ a: { c: 2, d: [3] }, list: [9] })
      expect([revision, instance.revision]).toEqual([2, 2])
      expect((await write(marquee, 'patchProps', { id, patch: { a: 'flat' } })).instance.props).toEqual({
        a: 'flat',
        list: [9],
      })
    })

    it('shows the default again where the own value is deleted', async () => {
      const {
        instance: { id },
      } = await create({ props: { title: 'Mine' } })
      expect((await write(marquee, 'patchProps', { id, patch: { title: null } })).instance.effectiveProps).toEqual({
        title: 'Untitled',
      })
    })

    it('makes neither a revision nor an event of an equal write', async () => {
      const {
        instance: { id },
      } = await create({ props: { title: 'Same', alert: { text: 'x' } } })
      for (const patch of [{}, { title: 'Same' }, { alert: { text: 'x' }, missing: null }]) {
        expect((await write(marquee, 'patchProps', { id, patch })).revision).toBe(1)
      }
      expect(
        (await write(marquee, 'replaceProps', { id, props: { alert: { text: 'x' }, title: 'Same' } })).revision,
      ).toBe(1)
      expect((await write(marquee, 'updateInstance', { id, visibility: 'PRIVATE', config: {} })).revision).toBe(1)
      expect((await history(id)).totalCount).toBe(1)
    })
  })

  it('replaceProps leaves nothing of what was there before', async () => {
    const {
      instance: { id },
    } = await create({ props: { title: 'Old', level: 'info' } })
    const { instance, revision } = await write(marquee, 'replaceProps', { id, props: { count: 3, level: null } })
    expect(revision).toBe(2)
    expect(instance.props).toEqual({ count: 3 })
    expect(instance.effectiveProps).toEqual({ title: 'Untitled', count: 3 })
  })

  it('updateInstance changes what is given, clears what is null and leaves the rest', async () => {
    const {
      instance: { id },
    } = await create({ name: 'Before', metadata: { keep: 1 }, maxVersion: '3' })
    const { instance } = await write(marquee, 'updateInstance', {
      id,
      name: null,
      visibility: 'PUBLIC',
      config: { mode: 'night' },
    })
    expect(instance).toMatchObject({
      revision: 2,
      name: null,
      visibility: 'PUBLIC',
      config: { mode: 'night' },
      metadata: { keep: 1 },
    })
    expect((await history(id)).nodes[0]).toMatchObject({
      type: 'CONFIG',
      revision: 2,
      patch: { name: null, visibility: 'PUBLIC', config: { mode: 'night' } },
    })
  })

  it('refuses the name of a living namesake to one that is made or renamed, and to nobody who writes beside them', async () => {
    const name = unique()
    await create({ name })
    const {
      instance: { id },
    } = await create()
    const made = await refusal(marquee, writes.createInstance, { input: { definitionTypeKey: screen.typeKey, name } })
    const renamings = Array.from({ length: 3 }, () => refusal(marquee, writes.updateInstance, { input: { id, name } }))
    const patches = [1, 2, 3].map((count) => write(marquee, 'patchProps', { id, patch: { count } }))
    expect([made, ...(await Promise.all(renamings))].map(({ extensions }) => extensions)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining({ code: 'CONFLICT', details: { name } })),
    )
    await Promise.all(patches)
    expect(await readInstance(marquee, id)).toMatchObject({ name: null, revision: 4 })
  })

  it('shows nobody the addresses of webhooks, neither in the state nor in the log', async () => {
    const {
      instance: { id },
    } = await create()
    await write(marquee, 'updateInstance', {
      id,
      name: 'With hook',
      webhooks: { onError: 'https://example.org/secret' },
    })
    expect(JSON.stringify([await history(id), await readInstance(marquee, id)])).not.toContain('secret')
  })

  it('counts a placement, its tags added and removed as revisions of the instance', async () => {
    const {
      instance: { id },
    } = await create()
    expect(
      await write(marquee, 'setPlacement', { id, placement: { geo: { lat: 0, lng: 180 }, tags: ['b'] } }),
    ).toMatchObject({ revision: 2 })
    expect((await write(marquee, 'addTags', { id, tags: ['c', 'a', 'b'] })).instance.placement?.tags).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(await write(marquee, 'addTags', { id, tags: ['a'] })).toMatchObject({ revision: 3 })
    expect((await write(marquee, 'removeTags', { id, tags: ['b', 'nope'] })).instance.placement?.tags).toEqual([
      'a',
      'c',
    ])
    expect((await history(id)).nodes.map(({ type, revision }) => [revision, type])).toEqual([
      [4, 'PLACEMENT'],
      [3, 'PLACEMENT'],
      [2, 'PLACEMENT'],
      [1, 'CREATED'],
    ])
  })

  it('changes nothing for those without a key', async () => {
    const {
      instance: { id },
    } = await create({ visibility: 'PUBLIC' })
    const inputs: [keyof typeof writes, object][] = [
      ['createInstance', { definitionTypeKey: screen.typeKey }],
      ['updateInstance', { id, name: 'x' }],
      ['patchProps', { id, patch: { title: 'x' } }],
      ['replaceProps', { id, props: {} }],
      ['setPlacement', { id, placement: {} }],
      ['addTags', { id, tags: ['x'] }],
      ['removeTags', { id, tags: ['x'] }],
    ]
    for (const [name, input] of inputs) {
      expect((await refusal(marquee, writes[name], { input }, null)).extensions.code, name).toBe('UNAUTHENTICATED')
    }
    expect((await readInstance(marquee, id))?.revision).toBe(1)
  })
})
