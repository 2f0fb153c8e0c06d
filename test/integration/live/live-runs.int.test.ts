import { beforeAll, expect, it } from 'vitest'
import { encodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import { INSTANCE_FEED, RUN_FEED } from '../../../schema/events.ts'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishVersion, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, withClient, type Following } from '../../support/graph/graph-socket.ts'

type Event = {
  type: string
  cursor: string
  at: string
  lines: string[]
  run: { id: string; status: string; progress: number | null; outputs: unknown }
}
type Feed = Following<{ runChanged: Event }>
type Run = { id: string }

const runChanged = `subscription ($id: ID, $instanceId: ID, $since: Cursor) {
  runChanged(id: $id, instanceId: $instanceId, since: $since) { type cursor at lines run { id status progress outputs } } }`
const mutations = {
  triggerRun: 'mutation ($input: TriggerRunInput!) { triggerRun(input: $input) { run { id } } }',
  heartbeatRun: 'mutation ($input: HeartbeatRunInput!) { heartbeatRun(input: $input) { run { id } } }',
  completeRun: 'mutation ($input: CompleteRunInput!) { completeRun(input: $input) { run { id } } }',
}
const claim = 'mutation ($input: ClaimRunInput!) { claimRun(input: $input) { run { id } lease } }'

eachMode('runChanged', (marquee) => {
  let typeKey = ''
  /** Carried out by nobody but the worker outside that the tests play. */
  const codeRef = `test.${unique()}`
  const model = async (input: object = {}) =>
    (await write(marquee, 'createInstance', { kind: 'MODEL', definitionTypeKey: typeKey, ...input })).instance.id
  const mutate = async (name: keyof typeof mutations, input: object) =>
    ((await ask<Record<string, { run: Run }>>(marquee, mutations[name], { input }))[name] as { run: Run }).run.id
  const trigger = (instanceId: string) => mutate('triggerRun', { instanceId })
  const claimed = async () =>
    (
      await ask<{ claimRun: { run: Run; lease: string } }>(marquee, claim, {
        input: { codeRefs: [codeRef], worker: 'test' },
      })
    ).claimRun
  /** A run from its order to its end, with two reports in between. */
  const carryOut = async (instanceId: string): Promise<string> => {
    const id = await trigger(instanceId)
    const { lease } = await claimed()
    await mutate('heartbeatRun', { id, lease, progress: 0.5, log: ['one', 'two'] })
    await mutate('completeRun', { id, lease, outputs: { rows: 3 } })
    return id
  }
  const whole = ['QUEUED', 'STARTED', 'LOG', 'PROGRESS', 'SUCCEEDED']
  const connected = (work: Parameters<typeof withClient>[1], key?: null) => withClient(marquee, work, key)
  const take = async (feed: Feed, count: number) => (await feed.take(count)).map((data) => data.runChanged)
  const types = (events: Event[]) => events.map(({ type }) => type)

  beforeAll(async () => {
    ;({ typeKey } = await publishVersion(marquee, {
      kind: 'ML_MODULE',
      codeRef,
      flowTemplates: [{ name: 'training', runKind: 'TrainingRun' }],
    }))
  })

  it('brings everything that happens to the runs of an instance, in order, with progress, log and outputs', () =>
    connected(async (client) => {
      const instanceId = await model()
      const first = await trigger(instanceId)
      const feed: Feed = follow(client, runChanged, { instanceId })
      expect(await take(feed, 1)).toMatchObject([{ type: 'SNAPSHOT', run: { id: first, status: 'QUEUED' } }])
      const { lease } = await claimed()
      await mutate('heartbeatRun', { id: first, lease, progress: 0.25, log: ['reads', 'writes'] })
      await mutate('completeRun', { id: first, lease, outputs: { rows: 3 } })
      const events = await take(feed, 4)
      expect(types(events)).toEqual(whole.slice(1))
      expect(events[1]?.lines).toEqual(['reads', 'writes'])
      expect(events[2]?.run.progress).toBe(0.25)
      expect(events.map(({ run }) => run.outputs)).toEqual([null, null, null, { rows: 3 }])
      expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(4)
      const second = await carryOut(instanceId)
      const after = await take(feed, 5)
      expect(types(after)).toEqual(whole)
      expect(new Set(after.map(({ run }) => run.id))).toEqual(new Set([second]))
    }))

  it('follows one run until it ends, and tells one that has ended once', () =>
    connected(async (client) => {
      const instanceId = await model()
      const id = await trigger(instanceId)
      const feed: Feed = follow(client, runChanged, { id })
      expect(types(await take(feed, 1))).toEqual(['SNAPSHOT'])
      const { lease } = await claimed()
      // Another run of the same instance is none of its business.
      await trigger(instanceId)
      await mutate('completeRun', { id, lease })
      expect(types(await take(feed, 2))).toEqual(['STARTED', 'SUCCEEDED'])
      expect(await feed.ended).toBeNull()
      const late: Feed = follow(client, runChanged, { id })
      expect(await take(late, 1)).toMatchObject([{ type: 'SNAPSHOT', run: { status: 'SUCCEEDED' } }])
      expect(await late.ended).toBeNull()
      await mutate('completeRun', { id: (await claimed()).run.id, lease }).catch(() => {})
    }))

  it.each(['instanceId', 'id'] as const)(
    'resumes by %s after every event that it brought: nothing is missed, nothing comes twice',
    (by) =>
      connected(async (client) => {
        const instanceId = await model()
        const first = await carryOut(instanceId)
        const id = await trigger(instanceId)
        const target = by === 'id' ? { id } : { instanceId }
        const feed: Feed = follow(client, runChanged, target)
        const started = await take(feed, 1)
        expect(started[0]).toMatchObject({ type: 'SNAPSHOT', run: { id } })
        const { lease } = await claimed()
        await mutate('heartbeatRun', { id, lease, progress: 0.5, log: ['one'] })
        await mutate('heartbeatRun', { id, lease, log: ['two'] })
        await mutate('completeRun', { id, lease, outputs: { rows: 1 } })
        const events = [...started, ...(await take(feed, 5))]
        for (const [index, { cursor }] of events.entries()) {
          const resumed: Feed = follow(client, runChanged, { ...target, since: cursor })
          const rest = events.slice(index + 1)
          expect(await take(resumed, rest.length)).toEqual(rest)
          expect(resumed.waiting()).toBe(0)
          resumed.stop()
        }
        expect(events.some(({ run }) => run.id === first)).toBe(false)
      }),
  )

  it('goes on over a cut: what happened meanwhile comes first', async () => {
    const instanceId = await model()
    await carryOut(instanceId)
    let cursor = ''
    await connected(async (client) => {
      cursor = (await take(follow(client, runChanged, { instanceId }), 1))[0]?.cursor as string
    })
    await carryOut(instanceId)
    await connected(async (client) => {
      const feed: Feed = follow(client, runChanged, { instanceId, since: cursor })
      expect(types(await take(feed, 5))).toEqual(whole)
      await carryOut(instanceId)
      expect(types(await take(feed, 5))).toEqual(whole)
    })
  })

  it('starts over with RESYNC where a cursor cannot be resumed, and refuses one of another feed', () =>
    connected(async (client) => {
      const instanceId = await model()
      const id = await carryOut(instanceId)
      for (const position of [
        { epoch: 'another', position: 1 },
        { epoch: 'another', position: 999 },
      ]) {
        const feed: Feed = follow(client, runChanged, {
          instanceId,
          since: encodeCursor({ kind: RUN_FEED, ...position }),
        })
        expect(await take(feed, 2)).toMatchObject([
          { type: 'RESYNC', run: { id } },
          { type: 'SNAPSHOT', run: { id, status: 'SUCCEEDED' } },
        ])
      }
      const wrong = follow(client, runChanged, {
        instanceId,
        since: encodeCursor({ kind: INSTANCE_FEED, epoch: 'e', position: 1 }),
      })
      expect((await wrong.ended)?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
      for (const target of [{}, { id, instanceId }]) {
        expect((await follow(client, runChanged, target).ended)?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
      }
    }))

  it('is for those who may read the instance, as long as they may', async () => {
    const [hidden, open] = [await model(), await model({ visibility: 'PUBLIC' })]
    const id = await carryOut(hidden)
    await carryOut(open)
    await connected(async (client) => {
      for (const target of [
        { instanceId: hidden },
        { id },
        { instanceId: 'inst-00000000' },
        { id: 'run-000000000000' },
      ]) {
        expect((await follow(client, runChanged, target).ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
      }
      const feed: Feed = follow(client, runChanged, { instanceId: open })
      expect(types(await take(feed, 1))).toEqual(['SNAPSHOT'])
      await carryOut(open)
      expect(types(await take(feed, 5))).toEqual(whole)
      await write(marquee, 'updateInstance', { id: open, visibility: 'PRIVATE' })
      await carryOut(open)
      expect((await feed.ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
      expect(feed.waiting()).toBe(0)
    }, null)
  })

  it('answers what an event does not carry from the graph, and keeps the log of a run in pages', () =>
    connected(async (client) => {
      const instanceId = await model({ name: 'A model' })
      const id = await carryOut(instanceId)
      const query =
        'subscription ($id: ID!) { runChanged(id: $id) { run { id kind instance { id name } flow { name } definitionVersion { version } outputs fullOutputs } } }'
      const feed = follow<{ runChanged: { run: unknown } }>(client, query, { id })
      const [answer] = await feed.take(1)
      expect(answer?.runChanged.run).toEqual({
        id,
        kind: 'TrainingRun',
        instance: { id: instanceId, name: 'A model' },
        flow: { name: 'training' },
        definitionVersion: { version: '1.0.0' },
        outputs: { rows: 3 },
        fullOutputs: { rows: 3 },
      })
      const again = await trigger(instanceId)
      const { lease } = await claimed()
      for (const line of ['a', 'b', 'c']) await mutate('heartbeatRun', { id: again, lease, log: [line] })
      type Page = {
        run: {
          log: {
            nodes: { lines: string[] }[]
            totalCount: number
            pageInfo: { hasNextPage: boolean; endCursor: string }
          }
        }
      }
      const page = (after: string | null) =>
        ask<Page>(
          marquee,
          'query ($id: ID!, $after: String) { run(id: $id) { log(first: 2, after: $after) { totalCount nodes { lines } pageInfo { hasNextPage endCursor } } } }',
          { id: again, after },
        )
      const {
        run: { log: one },
      } = await page(null)
      expect(one).toMatchObject({
        totalCount: 3,
        nodes: [{ lines: ['a'] }, { lines: ['b'] }],
        pageInfo: { hasNextPage: true },
      })
      expect((await page(one.pageInfo.endCursor)).run.log).toMatchObject({
        nodes: [{ lines: ['c'] }],
        pageInfo: { hasNextPage: false },
      })
      await mutate('completeRun', { id: again, lease })
    }))
})
