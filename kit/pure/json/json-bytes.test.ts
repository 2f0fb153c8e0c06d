import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonBytes } from './json-bytes.ts'

describe('jsonBytes', () => {
  it('is near what JSON.stringify writes, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const written = Buffer.byteLength(JSON.stringify(value))
        const told = jsonBytes(value, Infinity)
        // A text is up to six bytes a character where everything must be escaped, a number up to 25.
        expect(told).toBeGreaterThanOrEqual(written / 6 - 25)
        expect(told).toBeLessThanOrEqual(written * 3 + 25)
      }),
    )
    const rows = Array.from({ length: 200 }, (_, index) => ({
      id: `inst-${index}`,
      props: { title: 'Départs', text: 'x'.repeat(1000) },
    }))
    expect(jsonBytes(rows, Infinity) / Buffer.byteLength(JSON.stringify(rows))).toBeCloseTo(1, 1)
  })

  it('stops soon after the limit', () => {
    let read = 0
    const rows = Array.from({ length: 10_000 }, () => ({
      get text() {
        read++
        return 'x'.repeat(100)
      },
    }))
    expect(jsonBytes(rows, 21_000)).toBeGreaterThan(21_000)
    expect(read).toBeLessThan(200)
  })
})
