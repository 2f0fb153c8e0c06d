import { describe, expect, it } from 'vitest'
import { matchesId, newId } from './id-format.ts'

describe('newId', () => {
  it('makes ids that matchesId knows, and no two alike', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newId('inst', 8)))
    expect(ids.size).toBe(10_000)
    for (const id of ids) expect(matchesId('inst', 8, id)).toBe(true)
  })

  it('uses every digit equally: bytes that would favour some are thrown away', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      // One byte under test, then a byte that is always taken: a rejected first byte yields '0'.
      const bytes = [byte, 0]
      const digit = newId('x', 1, () => Uint8Array.of(bytes.shift() ?? 0)).slice(2)
      counts.set(digit, (counts.get(digit) ?? 0) + 1)
    }
    expect(counts.get('0')).toBe(7 + 4)
    expect(counts.size).toBe(36)
    expect([...counts].filter(([digit, count]) => digit !== '0' && count !== 7)).toEqual([])
  })

  it('refuses a prefix that is no word', () => {
    expect(() => newId('inst-', 8)).toThrow(RangeError)
    expect(() => newId('inst', 0)).toThrow(RangeError)
  })
})

describe('matchesId', () => {
  it.each(['inst-0000000', 'inst-000000000', 'inst-0000000A', 'run-00000000', 'inst-0000000\n', 'inst00000000x', ''])(
    'refuses %j',
    (text) => {
      expect(matchesId('inst', 8, text)).toBe(false)
    },
  )
})
