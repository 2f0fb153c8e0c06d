import { beforeAll, describe, expect, it } from 'vitest'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import {
  bulk,
  emit,
  publishScreen,
  publishVersion,
  readInstance,
  write,
  type Definition,
} from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type BulkAnswer = {
  changeId: string
  targeted: number
  changed: number
  instances: { totalCount: number; nodes: { id: string; revision: number }[] }
}

eachMode('bulkPatchProps and emitInstanceEvent', (marquee) => {
  let screen: Definition
  const patchAll = async (input: object) =>
    (await ask<{ bulkPatchProps: BulkAnswer }>(marquee, bulk, { input })).bulkPatchProps
  const lastChange = async (id: string) => {
    const query =
      'query ($id: ID!) { instance(id: $id) { history(first: 1) { totalCount nodes { changeId revision type patch } } } }'
    return (
      await ask<{
        instance: {
          history: { totalCount: number; nodes: { changeId: string; revision: number; type: string; patch: unknown }[] }
        }
      }>(marquee, query, { id })
    ).instance.history
  }
  /** `count` instances that share a tag; `countUp` gives each its own count. */
  const fleet = async (count: number, input: object = {}) => {
    const tag = unique()
    const made = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        write(marquee, 'createInstance', {
          definitionTypeKey: screen.typeKey,
          name: `${tag} ${index}`,
          props: { count: index },
          placement: { tags: [tag], geo: { lat: index, lng: 0 } },
          ...input,
        }),
      ),
    )
    return { tag, ids: made.map(({ instance }) => instance.id) }
  }

  beforeAll(async () => {
    screen = await publishScreen(marquee)
  })

  it('is one change over all that match: one changeId, one log row each, those that were so already left alone', async () => {
    const { tag, ids } = await fleet(6)
    const { changeId, targeted, changed, instances } = await patchAll({
      filter: { tags: { all: [tag] } },
      patch: { count: 3 },
    })
    expect([targeted, changed]).toEqual([6, 5])
    expect(instances.totalCount).toBe(5)
    expect(instances.nodes.map(({ id }) => id).sort()).toEqual(ids.filter((_, index) => index !== 3).sort())
    expect(instances.nodes.every(({ revision }) => revision === 2)).toBe(true)
    for (const [index, id] of ids.entries()) {
      const { totalCount, nodes } = await lastChange(id)
      expect(totalCount).toBe(index === 3 ? 1 : 2)
      if (index !== 3)
        expect(nodes).toEqual([
          { changeId, revision: 2, type: 'PROPS', patch: { props: { count: 3 }, effectiveProps: { count: 3 } } },
        ])
    }
  })

  it('changes nothing at all where one target would break its schema, and names it', async () => {
    const { tag, ids } = await fleet(3)
    const strict = await publishVersion(marquee, {
      propsSchema: { type: 'object', properties: { count: { type: 'integer', maximum: 5 } } },
    })
    const odd = await write(marquee, 'createInstance', {
      definitionTypeKey: strict.typeKey,
      placement: { tags: [tag] },
    })
    const { extensions } = await refusal(marquee, bulk, {
      input: { filter: { tags: { all: [tag] } }, patch: { count: 9 } },
    })
    expect(extensions.code).toBe('SCHEMA_VIOLATION')
    expect(extensions.details).toMatchObject({
      refusals: 1,
      instances: [{ id: odd.instance.id, details: { problems: [{ pointer: '/props/count' }] } }],
    })
    for (const id of [...ids, odd.instance.id]) expect((await readInstance(marquee, id))?.revision).toBe(1)
  })

  it('takes any member of the filter as its selector', async () => {
    const { tag, ids } = await fleet(4)
    const [first = ''] = ids
    const { instance } = await write(marquee, 'createInstance', {
      definitionTypeKey: screen.typeKey,
      parentId: first,
      props: { level: 'info' },
    })
    const filters: [object, number][] = [
      [{ ids: ids.slice(0, 2) }, 2],
      [{ ids: [] }, 0],
      [{ nameContains: tag.toUpperCase() }, 4],
      [{ parentId: first }, 1],
      [{ tags: { any: [tag] }, propsContain: { level: 'info' } }, 0],
      [{ ids: [instance.id], propsContain: { level: 'info' } }, 1],
      [{ tags: { all: [tag] }, near: { lat: 0, lng: 0, radiusMeters: 150_000 } }, 2],
      [{ tags: { all: [tag] }, within: { south: 1.5, north: 3.5, west: -1, east: 1 } }, 2],
      [{ nameContains: tag, tags: { none: [tag] } }, 0],
      [
        { definitionTypeKey: screen.typeKey, tags: { any: [tag, 'x'] }, lifecycles: ['CREATED'], kinds: ['DISPLAY'] },
        4,
      ],
    ]
    for (const [index, [filter, targeted]] of filters.entries()) {
      expect(await patchAll({ filter, patch: { count: 100 + index } }), JSON.stringify(filter)).toMatchObject({
        targeted,
        changed: targeted,
      })
    }
  })

  it('pages through those that it changed', async () => {
    const { tag, ids } = await fleet(5)
    type Page = {
      bulkPatchProps: {
        instances: {
          totalCount: number
          pageInfo: { hasNextPage: boolean; endCursor: string | null }
          nodes: { id: string }[]
        }
      }
    }
    const page = `mutation ($input: BulkPatchPropsInput!, $after: String) {
      bulkPatchProps(input: $input) { instances(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } }`
    const input = { filter: { tags: { all: [tag] } }, patch: { level: 'warning' }, idempotencyKey: unique() }
    const seen: string[] = []
    let after: string | null = null
    do {
      const { instances }: Page['bulkPatchProps'] = (await ask<Page>(marquee, page, { input, after })).bulkPatchProps
      expect(instances.totalCount).toBe(5)
      seen.push(...instances.nodes.map(({ id }) => id))
      after = instances.pageInfo.hasNextPage ? instances.pageInfo.endCursor : null
    } while (after !== null && seen.length < 10)
    expect(seen.sort()).toEqual([...ids].sort())
  })

  it('answers a repeated key with the first change, and another body under it with IDEMPOTENCY_MISMATCH', async () => {
    const { tag, ids } = await fleet(3)
    const input = { filter: { tags: { all: [tag] } }, patch: { count: 50 }, idempotencyKey: unique() }
    const first = await patchAll(input)
    await patchAll({ filter: input.filter, patch: { count: 51 } })
    expect(await patchAll(input)).toMatchObject({ changeId: first.changeId, targeted: 3, changed: 3 })
    expect((await refusal(marquee, bulk, { input: { ...input, patch: { count: 52 } } })).extensions.code).toBe(
      'IDEMPOTENCY_MISMATCH',
    )
    for (const id of ids) expect((await readInstance(marquee, id))?.props).toMatchObject({ count: 51 })
  })

  it('makes one change of many that race with one key', async () => {
    const { tag, ids } = await fleet(3)
    const input = { filter: { tags: { all: [tag] } }, patch: { count: 60 }, idempotencyKey: unique() }
    const answers = await Promise.all(Array.from({ length: 4 }, () => patchAll(input)))
    expect(new Set(answers.map(({ changeId }) => changeId)).size).toBe(1)
    for (const id of ids) expect((await readInstance(marquee, id))?.revision).toBe(2)
  })

  it.each([
    ['nothing', {}],
    ['members that let everything through', { nameContains: '', tags: { all: [] }, propsContain: {}, ids: null }],
  ])('refuses a filter of %s', async (_, filter) => {
    const { extensions } = await refusal(marquee, bulk, { input: { filter, patch: { count: 1 } } })
    expect(extensions.code).toBe('EMPTY_SELECTOR')
  })

  it('needs a key', async () => {
    expect(
      (await refusal(marquee, bulk, { input: { filter: { nameContains: 'x' }, patch: { a: 1 } } }, null)).extensions
        .code,
    ).toBe('UNAUTHENTICATED')
  })

  describe('emitInstanceEvent', () => {
    const say = async (input: object) =>
      (await ask<{ emitInstanceEvent: { changeId: string } }>(marquee, emit, { input })).emitInstanceEvent.changeId

    it('records what a component says without touching the instance, once per key', async () => {
      const {
        ids: [id = ''],
      } = await fleet(1)
      const input = { id, event: 'button.pressed', data: { x: [1, null, 'é'] }, idempotencyKey: unique() }
      const changeId = await say(input)
      expect(changeId).toMatch(/^chg-[0-9a-z]{16}$/)
      expect(await say(input)).toBe(changeId)
      expect(await say({ ...input, idempotencyKey: null })).not.toBe(changeId)
      expect((await refusal(marquee, emit, { input: { ...input, data: null } })).extensions.code).toBe(
        'IDEMPOTENCY_MISMATCH',
      )
      expect((await readInstance(marquee, id))?.revision).toBe(1)
    })

    it('refuses a missing instance, a name that is none, too much data, and those without a key', async () => {
      const {
        ids: [id = ''],
      } = await fleet(1)
      const codeOf = async (input: object, key?: null) => (await refusal(marquee, emit, { input }, key)).extensions.code
      expect(await codeOf({ id: 'inst-00000000', event: 'tap' })).toBe('NOT_FOUND')
      expect(await codeOf({ id, event: 'no name' })).toBe('BAD_USER_INPUT')
      expect(await codeOf({ id, event: 'tap', data: 'x'.repeat(40_000) })).toBe('PAYLOAD_TOO_LARGE')
      expect(await codeOf({ id, event: 'tap' }, null)).toBe('UNAUTHENTICATED')
    })
  })
})
