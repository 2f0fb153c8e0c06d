import { describe, inject, it } from 'vitest'
import './provided.ts'

/** The Redis of this test run; null on a machine without one. */
export function redisUrl(): string | null {
  return inject('redisUrl')
}

/** A suite that needs Redis. Without one it is skipped aloud; in CI, where nobody listens, it fails. */
export function describeRedis(name: string, suite: (url: string) => void): void {
  const url = redisUrl()
  if (url !== null) return void describe(name, () => suite(url))
  if (process.env['CI'] === 'true') {
    return it(`${name}: needs Redis`, () => {
      throw new Error('There is no Redis: install redis-server or set REDIS_URL.')
    })
  }
  process.stderr.write(`\n*** SKIPPED, no Redis (install redis-server or set REDIS_URL): ${name}\n\n`)
  describe.skip(`${name} (no Redis)`, () => suite('redis://none'))
}
