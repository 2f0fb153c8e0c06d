import type { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { VersionedKeys, VersionedWrite } from '../../../../kit/cache/versioned-keys.ts'
import { createLogger } from '../../../../kit/log.ts'
import { resolvedKey, type ResolvedState } from '../../../../schema/resolved-keys.ts'
import { aState } from '../../domain/state/test-state.ts'
import type { Published } from '../changes/publisher.ts'
import { ResolvedCache } from './resolved-cache.ts'

/** Redis and the database as far as they matter here: both may be away. */
const redis = { isAway: false, batches: [] as VersionedWrite[][] }
const database = { isAway: false }
const keys = {
  write: (writes) =>
    redis.isAway ? Promise.reject(new Error('away')) : (redis.batches.push([...writes]), Promise.resolve()),
  read: () => Promise.resolve(null),
  versions: () => Promise.resolve([]),
  close: () => Promise.resolve(),
} satisfies VersionedKeys
const placements = {
  placementsOf: (_: unknown, __: string, ids: readonly string[]) =>
    database.isAway
      ? Promise.reject(new Error('away'))
      : Promise.resolve(new Map(ids.map((id) => [id, { location: `place of ${id}` }]))),
}
const open = () =>
  new ResolvedCache({
    keys,
    placements,
    pool: {} as Pool,
    epoch: 'e1',
    log: createLogger({ level: 'silent', name: 'test' }),
  })
const change = (id: string, revision: number, type: Published['type'] = 'PROPS'): Published => ({
  instanceId: id,
  revision,
  type,
  patch: null,
  changeId: 'c',
  actorId: null,
  reason: null,
  at: '',
  state: aState({ id, revision, effectiveProps: { n: revision } }),
})
const written = () =>
  redis.batches.map((batch) => batch.map(({ mark, version }) => `${mark.split(':')[1] as string}@${version}`))
const resolvedOf = (id: string): ResolvedState | null => {
  const texts = redis.batches
    .flat()
    .flatMap(({ values }) => values.filter(([key]) => key === resolvedKey(id)).map(([, value]) => value))
  return JSON.parse(texts.at(-1) ?? 'null') as ResolvedState | null
}

describe('ResolvedCache', () => {
  beforeEach(() => {
    Object.assign(redis, { isAway: false, batches: [] })
    database.isAway = false
    vi.useFakeTimers()
  })
  afterEach(() => void vi.useRealTimers())

  it('writes the newest state of each instance, once for all that changed within a moment', async () => {
    const cache = open()
    for (let revision = 1; revision <= 20; revision += 1) cache.note([change('a', revision), change('b', revision)])
    cache.note([change('a', 3)])
    expect(redis.batches).toEqual([])
    await vi.advanceTimersByTimeAsync(600)
    expect(written()).toEqual([['a@20', 'b@20']])
    expect(resolvedOf('a')).toMatchObject({
      epoch: 'e1',
      revision: 20,
      effectiveProps: { n: 20 },
      placement: { location: 'place of a' },
    })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(redis.batches).toHaveLength(1)
  })

  it('takes the keys of what is deleted away, and writes at once who may see it no more', async () => {
    const cache = open()
    cache.note([change('a', 1)])
    cache.note([change('a', 2, 'DELETED')])
    await vi.advanceTimersByTimeAsync(50)
    expect(redis.batches[0]?.[0]).toMatchObject({ version: 2 })
    expect(redis.batches[0]?.[0]?.values.map(([, value]) => value)).toEqual([null, null, null, null])
  })

  it('writes what was committed while Redis was away when it is back, in its newest state', async () => {
    const cache = open()
    redis.isAway = true
    cache.note([change('a', 1), change('b', 1)])
    await vi.advanceTimersByTimeAsync(5_000)
    cache.note([change('a', 2)])
    redis.isAway = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(written().flat().sort()).toEqual(['a@2', 'b@1'])
  })

  it('writes a state without its place rather than not, and again with it when that is known', async () => {
    const cache = open()
    database.isAway = true
    cache.note([change('a', 1)])
    await vi.advanceTimersByTimeAsync(600)
    expect(resolvedOf('a')).toMatchObject({ revision: 1 })
    expect(resolvedOf('a')).not.toHaveProperty('placement')
    database.isAway = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(resolvedOf('a')).toMatchObject({ revision: 1, placement: { location: 'place of a' } })
  })

  it('writes what waits before it stops, and stops although it cannot', async () => {
    const cache = open()
    cache.note([change('a', 1)])
    await cache.stop()
    expect(written()).toEqual([['a@1']])
    redis.isAway = true
    const other = open()
    other.note([change('b', 1)])
    await other.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(redis.batches).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('a thousand instances are written in rounds, and none waits for the next batch', async () => {
    const cache = open()
    cache.note(Array.from({ length: 1000 }, (_, index) => change(`i${index}`, 1)))
    await vi.advanceTimersByTimeAsync(700)
    expect(redis.batches.map((batch) => batch.length)).toEqual(Array.from({ length: 10 }, () => 100))
  })
})
