import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256, sha256Hex } from './sha256.ts'

const reference = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

it('is SHA-256 with and without WebCrypto, for any bytes and every length around a block', async () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      (bytes) => Buffer.from(sha256(bytes)).toString('hex') === reference(bytes),
    ),
  )
  for (let length = 0; length < 130; length += 1) {
    const bytes = new Uint8Array(length).fill(length)
    expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(reference(bytes))
  }
  expect(await sha256Hex('Zürich ⏱')).toBe(reference('Zürich ⏱'))
})
