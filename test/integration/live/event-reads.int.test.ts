import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../kit/db/pool.ts'
import { createLogger } from '../../../kit/log.ts'
import { newId } from '../../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject } from '../../../schema/events.ts'
import { stateDiff } from '../../../services/runtime/domain/state/state-document.ts'
import { commitChanges, type Commit } from '../../../services/runtime/store/changes/commit-changes.ts'
import { eventsSince } from '../../../services/runtime/store/changes/event-reads.ts'
import { historyPages, rewindMax, type HistoryPage } from '../../../services/runtime/store/changes/history-reads.ts'
import { insertInstance } from '../../../services/runtime/store/instances/insert-instance.ts'
import { currentEpoch, loadHeads, loadStates } from '../../../services/runtime/store/instances/instance-reads.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'

let database: TestDatabase
let pool: Pool
let epoch: string

beforeAll(async () => {
  database = await testDatabase()
  pool = createPool(database.url, { max: 4, name: 'test', log: createLogger({ level: 'warn', name: 'test' }) })
  epoch = await currentEpoch(pool)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

const blank: InstanceState = {
  id: '',
  tenantId: 't1',
  kind: 'DISPLAY',
  persistence: 'PERSISTENT',
  tier: 'TIMED',
  scope: 'PROJECT',
  projectId: 'proj-1',
  definitionId: null,
  definitionTypeKey: null,
  resolvedVersionId: null,
  bundleUrl: null,
  upgradeStrategy: 'PIN',
  maxVersion: null,
  runtime: 'EDGE',
  displayKeyHash: null,
  name: null,
  ownerId: 'p1',
  visibility: 'PUBLIC',
  parentId: null,
  lifecycle: 'CREATED',
  desiredLifecycle: 'CREATED',
  readiness: null,
  presence: 'NEVER',
  conditions: [],
  config: {},
  metadata: {},
  props: {},
  effectiveProps: {},
  webhooks: {},
  timeslotStart: '2026-12-01T08:00:00.500Z',
  timeslotEnd: '2026-12-02T08:00:00.000Z',
  createdAt: '',
  updatedAt: '',
  revision: 1,
  pausedByAncestorId: null,
  inheritedProps: {},
  bindings: [],
  programme: null,
  overrides: [],
  locks: [],
  startedAt: null,
  stoppedAt: null,
  archivedAt: null,
}

async function create(): Promise<InstanceState> {
  const state = { ...blank, id: newId('inst', 8) }
  const activity = {
    id: newId('act', 16),
    tenantId: 't1',
    actorId: 'p1',
    action: 'instance.created',
    resourceType: 'Instance',
    resourceId: state.id,
    before: null,
    after: null,
    changeId: newId('chg', 16),
  }
  const at = await insertInstance(pool, state, activity)
  return { ...state, createdAt: at, updatedAt: at }
}

/** Writes the changes as one commit; returns the state after each. */
async function change(base: InstanceState, parts: Partial<InstanceState>[]): Promise<InstanceState[]> {
  let before = base
  const steps = parts.map((part): Commit['steps'][number] => {
    const after = { ...before, ...part }
    const { patch, undo } = stateDiff(before, after) as { patch: JsonObject; undo: JsonObject }
    before = after
    return {
      type: 'PROPS',
      patch,
      undo,
      after,
      actorId: 'p1',
      reason: null,
      changeId: newId('chg', 16),
      activity: null,
    }
  })
  const at = (await commitChanges(pool, [{ base, next: before, steps, key: null }])).get(base.id) as string
  return steps.map(({ after }, index) => ({ ...after, revision: base.revision + index + 1, updatedAt: at }))
}

const parts: Partial<InstanceState>[] = [
  { props: { a: 1 }, effectiveProps: { a: 1, b: { c: [null, 1] } } },
  { name: 'One', visibility: 'PRIVATE' },
  { conditions: [{ type: 'STALE', message: 'x', since: '2026-01-01T00:00:00.000Z' }], props: {} },
  { name: null, visibility: 'UNLISTED', timeslotStart: null, timeslotEnd: null },
  { props: { __proto__x: 'ü', b: [{}] }, effectiveProps: {}, parentId: null, conditions: [] },
]

async function life(): Promise<InstanceState[]> {
  const first = await create()
  const more = await change(first, parts.slice(0, 3))
  return [first, ...more, ...(await change(more.at(-1) as InstanceState, parts.slice(3)))]
}

describe('reading states', () => {
  it('gives what was written, without what is deleted or was never there', async () => {
    const [states, gone] = [await life(), await create()]
    const head = states.at(-1) as InstanceState
    await pool.query('UPDATE runtime.instance SET deleted_at = now() WHERE id = $1', [gone.id])
    const asked = [head.id, gone.id, 'inst-zzzzzzzz']
    expect(await loadStates(pool, asked)).toEqual(new Map([[head.id, head]]))
    expect(await loadStates(pool, asked, { forUpdate: true })).toEqual(new Map([[head.id, head]]))
    expect(await loadHeads(pool, asked)).toEqual(new Map([[head.id, 6]]))
    expect(await loadStates(pool, [])).toEqual(new Map())
  })

  it('locks in id order, so that two writers over the same instances never deadlock', async () => {
    const both = [(await create()).id, (await create()).id]
    const lockThenRest = async (ids: string[]) => {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const states = await loadStates(client, ids, { forUpdate: true })
        await client.query('COMMIT')
        return [...states.keys()]
      } finally {
        client.release()
      }
    }
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, index) => lockThenRest(index % 2 ? both : both.toReversed())),
    )
    for (const ids of all) expect(ids).toEqual(both.toSorted())
  })
})

describe('a feed read back', () => {
  it('from any revision leads through every state to the head', async () => {
    const states = await life()
    const { id } = states[0] as InstanceState
    const own = ['tenant:t1', 'node:proj-1', `node:${id}`]
    const slices = await eventsSince(
      pool,
      states.map(({ revision }) => ({ instanceId: id, since: { epoch, revision } })),
    )
    slices.forEach((slice, index) => {
      expect(slice).toMatchObject({
        instanceId: id,
        epoch,
        resync: false,
        head: { state: states.at(-1), readers: ['public', ...own] },
      })
      expect(slice.changes.map(({ state }) => state)).toEqual(states.slice(index + 1))
      for (const event of slice.changes) {
        const { updatedAt: at, revision } = event.state
        expect(event).toMatchObject({ instanceId: id, epoch, type: 'PROPS', actorId: 'p1', reason: null, at, revision })
        expect(event.readers).toEqual(event.state.visibility === 'PRIVATE' ? own : ['public', ...own])
        expect(event.changeId).toMatch(/^chg-/)
        expect(event).not.toHaveProperty('undo')
      }
    })
    expect(slices[0]?.changes[1]?.patch).toEqual({ name: 'One', visibility: 'PRIVATE' })
  })

  it('answers many instances in the order asked, and only the head without a position', async () => {
    const [one, two] = [await life(), await life()].map((states) => states.at(-1) as InstanceState) as [
      InstanceState,
      InstanceState,
    ]
    const slices = await eventsSince(pool, [
      { instanceId: two.id, since: null },
      { instanceId: 'inst-zzzzzzzz', since: { epoch, revision: 3 } },
      { instanceId: one.id, since: { epoch, revision: 5 } },
    ])
    expect(
      slices.map(({ instanceId, head, resync, changes }) => [instanceId, head?.state ?? null, resync, changes.length]),
    ).toEqual([
      [two.id, two, false, 0],
      ['inst-zzzzzzzz', null, false, 0],
      [one.id, one, false, 1],
    ])
    expect(await eventsSince(pool, [])).toEqual([])
  })

  it('asks for a new start where the position is of another epoch, of the future, pruned, or too far back', async () => {
    const states = await life()
    const { id } = states[0] as InstanceState
    const resync = async (since: { epoch: string; revision: number }, maxPerInstance = 1000) => {
      const [slice] = await eventsSince(pool, [{ instanceId: id, since }], { maxPerInstance })
      expect(slice?.head?.state.revision).toBe(6)
      if (slice?.resync) expect(slice.changes).toEqual([])
      return slice?.resync
    }
    expect(await resync({ epoch: 'another', revision: 6 })).toBe(true)
    expect(await resync({ epoch, revision: 7 })).toBe(true)
    expect(await resync({ epoch, revision: 2 }, 3)).toBe(true)
    expect(await resync({ epoch, revision: 3 }, 3)).toBe(false)
    await pool.query('DELETE FROM runtime.instance_event WHERE instance_id = $1 AND revision < 4', [id])
    expect(await resync({ epoch, revision: 2 })).toBe(true)
    expect(await resync({ epoch, revision: 3 })).toBe(false)
    expect(await resync({ epoch, revision: 6 })).toBe(false)
  })

  it('is whole while others write: the changes always lead to the head', async () => {
    let state = await create()
    const { id } = state
    let writing = true
    const writer = (async () => {
      for (let index = 0; index < 60; index++) {
        const [, newest] = await change(state, [{ props: { index } }, { props: { index: -index - 1 } }])
        state = newest as InstanceState
      }
      writing = false
    })()
    let known = 1
    while (writing || known < 121) {
      const [slice] = await eventsSince(pool, [{ instanceId: id, since: { epoch, revision: known } }])
      expect(slice?.resync).toBe(false)
      slice?.changes.forEach(({ revision }) => expect(revision).toBe(++known))
      expect(slice?.head?.state.revision).toBe(known)
      if (slice?.changes.length) expect(slice.changes.at(-1)?.state).toEqual(slice.head?.state)
    }
    await writer
  })
})

describe('the history', () => {
  const historyPage = async (
    sql: typeof pool,
    instanceId: string,
    { first, beforeRevision = null }: { first: number; beforeRevision?: number | null },
    pageBytes = 4_194_304,
  ): Promise<HistoryPage> => {
    const [page] = await historyPages(sql, [{ instanceId, first, beforeRevision }], pageBytes)
    if (!page || page instanceof Error) throw page ?? new Error('no page')
    return page
  }

  it('pages newest first, each change with the state it led to', async () => {
    const states = await life()
    const { id } = states[0] as InstanceState
    const seen: InstanceState[] = []
    for (let beforeRevision: number | null = null; ; beforeRevision = seen.at(-1)?.revision ?? null) {
      const { changes, totalCount } = await historyPage(pool, id, { first: 2, beforeRevision })
      expect(totalCount).toBe(6)
      if (changes.length === 0) break
      for (const { change, state } of changes) {
        const type = state.revision === 1 ? 'CREATED' : 'PROPS'
        expect(change).toMatchObject({ instanceId: id, revision: state.revision, at: state.updatedAt, type })
        seen.push(state)
      }
    }
    expect(seen).toEqual(states.toReversed())
    expect(await historyPage(pool, id, { first: 2, beforeRevision: 99 })).toEqual(
      await historyPage(pool, id, { first: 2 }),
    )
  })

  it('is empty for what is not there, and counts what is left after pruning', async () => {
    expect(await historyPage(pool, 'inst-zzzzzzzz', { first: 5 })).toEqual({ changes: [], totalCount: 0, isCut: false })
    const { id } = (await life())[0] as InstanceState
    await pool.query('DELETE FROM runtime.instance_event WHERE instance_id = $1 AND revision < 4', [id])
    const { changes, totalCount } = await historyPage(pool, id, { first: 50 })
    expect([changes.map(({ change }) => change.revision), totalCount]).toEqual([[6, 5, 4], 3])
  })

  it('ends a page at its bytes, with one change at least, and goes on from there', async () => {
    const first = await create()
    const { id } = first
    const text = (letter: string) => letter.repeat(1000)
    const states = [
      first,
      ...(await change(
        first,
        ['a', 'b', 'c', 'd', 'e'].map((letter) => ({ props: { text: text(letter) } })),
      )),
    ]
    const seen: InstanceState[] = []
    for (const bytes of [1, 5000, 1_000_000]) {
      const { changes, isCut } = await historyPage(pool, id, { first: 3 }, bytes)
      expect([changes.length, isCut]).toEqual(
        bytes === 1 ? [1, true] : bytes === 5000 ? [changes.length, changes.length < 3] : [3, false],
      )
    }
    for (let beforeRevision: number | null = null; ; beforeRevision = seen.at(-1)?.revision ?? null) {
      const { changes } = await historyPage(pool, id, { first: 200, beforeRevision }, 1)
      if (changes.length === 0) break
      seen.push(...changes.map(({ state }) => state))
    }
    expect(seen).toEqual(states.toReversed())
  })

  it('tells pages of many instances, wherever each begins, as it tells them one by one', async () => {
    const lives = [await life(), await life(), await life()]
    const queries = lives.flatMap(([state]) =>
      [null, 5, 3].map((beforeRevision) => ({ instanceId: (state as InstanceState).id, first: 2, beforeRevision })),
    )
    const alone = await Promise.all(queries.map(({ instanceId, ...page }) => historyPage(pool, instanceId, page)))
    expect(await historyPages(pool, queries, 4_194_304)).toEqual(alone)
  })

  it('refuses to tell states from so far back that each would cost thousands of rows', async () => {
    const { id } = await create()
    await pool.query('UPDATE runtime.instance SET revision = $2 WHERE id = $1', [id, rewindMax + 2])
    await expect(historyPage(pool, id, { first: 1 })).rejects.toMatchObject({ code: 'LIMIT_REACHED' })
  })
})
