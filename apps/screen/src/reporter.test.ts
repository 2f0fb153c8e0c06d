import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MarqueeClient } from '@marquee/sdk'
import { createReporter } from './reporter.ts'

const said: object[] = []
const client = {
  mutate: (_document: unknown, { input }: { input: object }) => (
    said.push(input),
    Promise.reject(new Error('offline'))
  ),
} as unknown as MarqueeClient

describe('createReporter', () => {
  beforeEach(() => {
    said.length = 0
    vi.useFakeTimers()
  })
  afterEach(() => void vi.useRealTimers())

  const screen = { id: 'inst-00000000', device: 'left' }
  const report = (part: object) => ({
    ...{ ...screen, ...part },
    ...{ clock: expect.stringMatching(/Z$/) as string, userAgent: navigator.userAgent },
  })

  it('says soon what is shown, once for a stream of changes, and then twice a minute that it is there', async () => {
    const reporter = createReporter(client, screen, true)
    for (let revision = 1; revision <= 15; revision++) {
      reporter.stands({ revision })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(said).toEqual([report({ revision: 10 })])
    await vi.advanceTimersByTimeAsync(1000)
    expect(said.slice(1)).toEqual([report({ revision: 15 })])
    reporter.stands({ revision: 15 })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(said.slice(2)).toEqual([report({ revision: 15 }), report({ revision: 15 })])
  })

  it('says what arrived before it is shown, and what went wrong until it works again', async () => {
    const reporter = createReporter(client, screen, true)
    reporter.stands({ receivedRevision: 2 })
    reporter.stands({ state: 'FAILED', error: 'x'.repeat(9_000) })
    await vi.advanceTimersByTimeAsync(1000)
    reporter.stands({ state: 'SHOWN', revision: 2, error: null })
    await vi.advanceTimersByTimeAsync(1000)
    expect(said).toEqual([
      report({ receivedRevision: 2, state: 'FAILED', error: 'x'.repeat(2_000) }),
      report({ receivedRevision: 2, state: 'SHOWN', revision: 2, error: null }),
    ])
  })

  it('says nothing without a key', async () => {
    createReporter(client, screen, false).stands({ revision: 1 })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(said).toEqual([])
  })
})
