import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createVersionedKeys, type VersionedKeys, type VersionedWrite } from '../../../kit/cache/versioned-keys.ts'
import { isAppError } from '../../../kit/errors/app-error.ts'
import { describeRedis } from '../../support/redis.ts'
import { startRedis } from '../../support/redis-server.ts'

describeRedis('versioned keys', (url) => {
  let redis: Redis
  let keys: VersionedKeys
  let name: string

  beforeAll(async () => {
    redis = new Redis(url)
    keys = createVersionedKeys({ url, keepSeconds: 100 })
    await until(() =>
      keys.read('any').then(
        () => true,
        () => false,
      ),
    )
  })
  afterAll(async () => {
    redis.disconnect()
    await keys.close()
  })
  beforeEach(() => {
    name = `test:${randomUUID()}`
  })

  const writeOf = (
    version: number,
    a: string | null,
    { epoch = 'e1', b = a }: { epoch?: string; b?: string | null } = {},
  ): VersionedWrite => ({
    mark: `${name}:version`,
    epoch,
    version,
    values: [
      [`${name}:a`, a],
      [`${name}:b`, b],
    ],
  })
  const stored = async () => await Promise.all([keys.read(`${name}:a`), keys.read(`${name}:b`)])

  it('only a newer version replaces what is there, in whatever order they come, in one batch or in many', async () => {
    await keys.write([writeOf(2, 'two')])
    await keys.write([writeOf(1, 'one')])
    expect(await stored()).toEqual(['two', 'two'])
    await keys.write([writeOf(4, 'four', { b: null }), writeOf(3, 'three')])
    expect(await stored()).toEqual(['four', null])
    const versions = Array.from({ length: 300 }, (_, index) => 5 + ((index * 7) % 300))
    await Promise.all(versions.map((version) => keys.write([writeOf(version, String(version))])))
    expect(await stored()).toEqual(['304', '304'])
  })

  it('a version that took the keys away is not undone by an older one that comes late', async () => {
    await keys.write([writeOf(2, null)])
    await keys.write([writeOf(1, 'one')])
    expect(await stored()).toEqual([null, null])
  })

  it('what comes with another epoch takes the place of any version', async () => {
    await keys.write([writeOf(9, 'before')])
    await keys.write([writeOf(1, 'restored', { epoch: 'e2' })])
    expect(await stored()).toEqual(['restored', 'restored'])
  })

  it('brings back keys of the same version that were evicted', async () => {
    await keys.write([writeOf(1, 'one')])
    await redis.del(`${name}:a`)
    await keys.write([writeOf(1, 'one')])
    expect(await stored()).toEqual(['one', 'one'])
  })

  it('say which version they are of', async () => {
    await keys.write([writeOf(7, 'seven')])
    expect(await keys.versions([`${name}:version`, `${name}:none`])).toEqual([{ epoch: 'e1', version: 7 }, null])
    expect(await keys.versions([])).toEqual([])
  })

  it('every key leaves by itself when it is not written again', async () => {
    await keys.write([writeOf(1, 'one')])
    for (const key of ['version', 'a', 'b']) {
      const seconds = await redis.ttl(`${name}:${key}`)
      expect(seconds).toBeGreaterThan(90)
      expect(seconds).toBeLessThanOrEqual(100)
    }
  })

  it('takes more at once than one call of a script may', async () => {
    const large = 'x'.repeat(200_000)
    const many = Array.from({ length: 450 }, (_, index) => ({
      mark: `${name}:${index}:version`,
      epoch: 'e1',
      version: 1,
      values: [[`${name}:${index}:a`, index % 90 === 0 ? large : 'small']] as [string, string][],
    }))
    await keys.write(many)
    expect(await redis.strlen(`${name}:0:a`)).toBe(large.length)
    expect(await keys.read(`${name}:449:a`)).toBe('small')
  })
})

describeRedis('versioned keys in trouble', () => {
  it('are refused soon while Redis is away', async ({ skip }) => {
    const server = await startRedis()
    if (server === null && process.env['CI'] === 'true') throw new Error('There is no redis-server on the PATH.')
    // A Redis at another address serves this run, and is not this test's to stop.
    if (server === null) return skip('needs a redis-server on the PATH that it may stop')
    const keys = createVersionedKeys({ url: server.url })
    try {
      await until(() =>
        keys.read('any').then(
          () => true,
          () => false,
        ),
      )
      await server.stop()
      const start = performance.now()
      for (const work of [
        () => keys.read('any'),
        () => keys.write([{ mark: 'm', epoch: 'e', version: 1, values: [['k', 'v']] }]),
      ]) {
        await expect(work()).rejects.toSatisfy((error) => isAppError(error) && error.code === 'UNAVAILABLE')
      }
      expect(performance.now() - start).toBeLessThan(1000)
    } finally {
      await keys.close()
    }
  })
})

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await check()); tries += 1) {
    if (tries > 200) throw new Error('Redis does not answer')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
