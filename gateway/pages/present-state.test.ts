import { beforeEach, describe, expect, it } from 'vitest'
import type { VersionedWrite } from '../../kit/cache/versioned-keys.ts'
import { anonymousViewer } from '../../kit/graphql/viewer/viewer.ts'
import { keysOf, resolvedKey } from '../../schema/resolved-keys.ts'
import { TestLog } from '../live/testing/test-log.ts'
import { createPresentState } from './present-state.ts'

/** Redis as far as pages see it: it may be away, or silent. */
class TestKeys {
  readonly values = new Map<string, string>()
  mood: 'well' | 'away' | 'silent' = 'well'
  read(key: string): Promise<string | null> {
    if (this.mood === 'away') return Promise.reject(new Error('away'))
    // As kit/cache/versioned-keys.ts promises: soon, one way or the other.
    if (this.mood === 'silent') return new Promise((_, reject) => setTimeout(() => reject(new Error('silent')), 300))
    return Promise.resolve(this.values.get(key) ?? null)
  }
  write(writes: readonly VersionedWrite[]): Promise<void> {
    if (this.mood !== 'well') return Promise.reject(new Error(this.mood))
    for (const [key, value] of writes.flatMap(({ values }) => values)) {
      if (value === null) this.values.delete(key)
      else this.values.set(key, value)
    }
    return Promise.resolve()
  }
}

const id = 'inst-00000001'
const never = new Promise<never>(() => {})
const placement = { location: 'harbour', device: null, geo: null, timezone: null, tags: [] }
let log: TestLog
let keys: TestKeys
const setUp = (more: { heads?: TestLog['heads']; readFeeds?: TestLog['readFeeds'] } = {}) =>
  createPresentState({
    source: {
      heads: more.heads ?? ((ids) => log.heads(ids)),
      readFeeds: more.readFeeds ?? ((requests) => log.readFeeds(requests)),
    },
    graph: { execute: () => Promise.resolve({ data: { instance: { placement } } }) },
    keys,
    authenticate: () => anonymousViewer('t1'),
    log: { debug: () => {} },
  })
/** What a writer would have kept. */
const keepHead = (isPublic = true) => {
  const head = log.head(id)
  if (head) void keys.write([keysOf(head, { epoch: log.epoch, isPublic, placement })])
}
const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const start = performance.now()
  return [await work, performance.now() - start]
}

describe('createPresentState', () => {
  beforeEach(() => {
    log = new TestLog()
    keys = new TestKeys()
    log.write(id, { effectiveProps: { n: 1 }, name: 'Stop' })
  })

  it('answers from the copy as long as it is of the newest revision', async () => {
    const present = setUp()
    expect(await present(id)).toMatchObject({ revision: 1, effectiveProps: { n: 1 }, placement, isPublic: true })
    const read = log.questions
    keys.values.set(resolvedKey(id), (keys.values.get(resolvedKey(id)) as string).replace('"Stop"', '"from the copy"'))
    expect(await present(id)).toMatchObject({ revision: 1, name: 'from the copy' })
    expect(log.questions - read).toBe(1)
  })

  it('never answers from a copy that the truth is ahead of, and mends it', async () => {
    const present = setUp()
    await present(id)
    log.write(id, { effectiveProps: { n: 2 } })
    expect(await present(id)).toMatchObject({ revision: 2, effectiveProps: { n: 2 } })
    expect(JSON.parse(keys.values.get(resolvedKey(id)) as string)).toMatchObject({ revision: 2 })
  })

  it('does not take a revision of another epoch for the newest', async () => {
    keepHead()
    log.epoch = 'restored'
    expect(await setUp()(id)).toMatchObject({ epoch: 'restored' })
  })

  it('a copy that is known to be old is not shown, though the truth goes away before it has said more', async () => {
    keepHead()
    log.write(id, { visibility: 'PRIVATE' })
    expect(await setUp({ readFeeds: () => Promise.reject(new Error('gone')) })(id)).toBeNull()
  })

  it('says that what is private is not for everybody, and keeps that', async () => {
    keepHead()
    log.write(id, { visibility: 'PRIVATE' })
    expect(await setUp()(id)).toMatchObject({ isPublic: false })
    expect(JSON.parse(keys.values.get(resolvedKey(id)) as string)).toMatchObject({ revision: 2, isPublic: false })
  })

  it('answers nothing for what is not there, whatever the copy says', async () => {
    keepHead()
    log = new TestLog()
    expect(await setUp()(id)).toBeNull()
  })

  it('answers from the copy while the truth is away or silent, within a second', async () => {
    keepHead()
    for (const heads of [() => Promise.reject(new Error('away')), () => never]) {
      const [state, ms] = await timed(setUp({ heads, readFeeds: () => never })(id))
      expect(state).toMatchObject({ revision: 1, effectiveProps: { n: 1 }, placement })
      expect(ms).toBeLessThan(1000)
    }
  })

  it('answers from the truth while Redis is away or silent, within a second', async () => {
    for (const mood of ['away', 'silent'] as const) {
      keys.mood = mood
      const [state, ms] = await timed(setUp()(id))
      expect(state).toMatchObject({ revision: 1, effectiveProps: { n: 1 } })
      expect(ms).toBeLessThan(1000)
    }
  })

  it('answers nothing within a second where neither says anything', async () => {
    keys.mood = 'silent'
    const [state, ms] = await timed(setUp({ heads: () => never, readFeeds: () => never })(id))
    expect(state).toBeNull()
    expect(ms).toBeLessThan(1000)
  })
})
