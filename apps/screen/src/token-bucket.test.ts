import { expect, it } from 'vitest'
import { createTokenBucket } from './token-bucket.ts'

it('lets a burst pass, then one for every interval, and saves up no more than a burst', () => {
  let now = 0
  const bucket = createTokenBucket({ burst: 3, everyMs: 1_000 }, () => now)
  const taken = (tries: number) => Array.from({ length: tries }, () => bucket.take()).filter(Boolean).length
  expect(taken(200_000)).toBe(3)
  now += 999
  expect(taken(10)).toBe(0)
  now += 1
  expect(taken(10)).toBe(1)
  now += 3_600_000
  expect(taken(10)).toBe(3)
})
