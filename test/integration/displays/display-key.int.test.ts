import { beforeAll, expect, it } from 'vitest'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import { emit, publishScreen, write, writes } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'
import { graphql } from '../../support/marquee.ts'

type Json = Record<string, unknown>
type Display = { displayChanged: { type: string; revision: number; effectiveProps: Json } }

const issue =
  'mutation ($input: DisplayKeyInput!) { issueDisplayKey(input: $input) { key revision changeId instance { id hasDisplayKey } } }'
const revoke =
  'mutation ($input: DisplayKeyInput!) { revokeDisplayKey(input: $input) { revision instance { hasDisplayKey } } }'
const display = 'subscription ($id: ID!) { displayChanged(instanceId: $id) { type revision effectiveProps } }'
const report =
  'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision instance { presence shownRevision } } }'
const read =
  'query ($id: ID!) { instance(id: $id) { id name placement { tags } definition { title } history { nodes { patch } } } }'

eachMode('a display key', (marquee) => {
  let typeKey: string
  beforeAll(async () => {
    ;({ typeKey } = await publishScreen(marquee))
  })
  const create = async (input: Json = {}) =>
    (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, ...input })).instance.id
  const issued = async (id: string) =>
    (
      await ask<{ issueDisplayKey: { key: string; revision: number; instance: Json } }>(marquee, issue, {
        input: { id },
      })
    ).issueDisplayKey
  const codeOf = async (query: string, variables: Json, key: string) =>
    (await graphql(marquee, query, variables, key)).errors?.[0]?.extensions.code

  it('opens the feed of its own PRIVATE instance, speaks for its screen, and opens nothing else', async () => {
    const [id, other] = [await create({ placement: { tags: ['a'] } }), await create()]
    const { key, revision, instance } = await issued(id)
    expect({ revision, instance }).toEqual({ revision: 2, instance: { id, hasDisplayKey: true } })
    const live = liveClient(marquee, key)
    const feed = follow<Display>(live, display, { id })
    expect(await feed.take(1)).toMatchObject([
      { displayChanged: { type: 'SNAPSHOT', revision: 2, effectiveProps: { title: 'Untitled' } } },
    ])
    await write(marquee, 'patchProps', { id, patch: { title: 'Own' } })
    expect(await feed.take(1)).toMatchObject([{ displayChanged: { revision: 3, effectiveProps: { title: 'Own' } } }])
    // What the key was before it was given is not its to see, and its hash is nobody's.
    expect((await graphql(marquee, read, { id }, key)).data).toEqual({
      instance: {
        id,
        name: null,
        placement: { tags: ['a'] },
        definition: { title: 'A screen' },
        history: { nodes: [{ patch: { props: { title: 'Own' }, effectiveProps: { title: 'Own' } } }, { patch: {} }] },
      },
    })
    expect((await graphql(marquee, report, { input: { id, revision: 3 } }, key)).data).toEqual({
      reportDisplayState: { revision: 3, instance: { presence: 'ONLINE', shownRevision: 3 } },
    })
    expect((await graphql(marquee, emit, { input: { id, event: 'touched' } }, key)).errors).toBeUndefined()

    expect((await graphql(marquee, read, { id: other }, key)).data).toEqual({ instance: null })
    expect((await follow(live, display, { id: other }).ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await codeOf(report, { input: { id: other, revision: 1 } }, key)).toBe('NOT_FOUND')
    expect(await codeOf(emit, { input: { id: other, event: 'touched' } }, key)).toBe('NOT_FOUND')
    expect(await codeOf(writes.patchProps, { input: { id, patch: { title: 'Mine' } } }, key)).toBe('FORBIDDEN')
    expect(await codeOf(issue, { input: { id } }, key)).toBe('FORBIDDEN')
    const { data } = await graphql(marquee, '{ me { tenantId } spaces { id } instances { totalCount } }', {}, key)
    expect(data).toEqual({ me: null, spaces: [], instances: { totalCount: 0 } })
    await live.dispose()
  })

  it('is worth nothing once another one is issued or it is taken back: whoever follows by it is cut off', async () => {
    const id = await create({ name: unique() })
    const first = await issued(id)
    const old = liveClient(marquee, first.key)
    const byOld = follow<Display>(old, display, { id })
    await byOld.take(1)
    const second = await issued(id)
    expect(second.key).not.toBe(first.key)
    expect((await byOld.ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(await codeOf(report, { input: { id, revision: 1 } }, first.key)).toBe('NOT_FOUND')
    expect(await codeOf(report, { input: { id, revision: 1 } }, second.key)).toBeUndefined()
    expect(await ask(marquee, revoke, { input: { id } })).toEqual({
      revokeDisplayKey: { revision: 4, instance: { hasDisplayKey: false } },
    })
    expect(await codeOf(report, { input: { id, revision: 1 } }, second.key)).toBe('NOT_FOUND')
    // Revoking what is not there changes nothing; what is no key at all is a mistake.
    expect(await ask(marquee, revoke, { input: { id } })).toMatchObject({ revokeDisplayKey: { revision: 4 } })
    expect(await codeOf(read, { id }, `${second.key}x`)).toBe('UNAUTHENTICATED')
    expect((await refusal(marquee, issue, { input: { id, expectedRevision: 3 } })).extensions).toMatchObject({
      code: 'CONFLICT',
      details: { currentRevision: 4 },
    })
    await old.dispose()
  })

  it('is a screen’s and not a person’s: what is PUBLIC stays open to it', async () => {
    const [id, open] = [await create(), await create({ visibility: 'PUBLIC' })]
    const { key } = await issued(id)
    expect((await graphql(marquee, 'query ($id: ID!) { instance(id: $id) { id } }', { id: open }, key)).data).toEqual({
      instance: { id: open },
    })
    expect(await codeOf(report, { input: { id: open, revision: 1 } }, key)).toBe('NOT_FOUND')
  })
})
