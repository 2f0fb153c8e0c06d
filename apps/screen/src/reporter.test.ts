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

  it('says soon what is shown, once for a stream of changes, and then twice a minute that it is there', async () => {
    const reporter = createReporter(client, 'inst-00000000', true)
    for (let revision = 1; revision <= 15; revision++) {
      reporter.shows(revision)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(said).toEqual([{ id: 'inst-00000000', revision: 10, error: null }])
    await vi.advanceTimersByTimeAsync(1000)
    expect(said.slice(1)).toEqual([{ id: 'inst-00000000', revision: 15, error: null }])
    reporter.shows(15)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(said.slice(2)).toEqual([
      { id: 'inst-00000000', revision: 15, error: null },
      { id: 'inst-00000000', revision: 15, error: null },
    ])
  })

  it('says what went wrong, until it works again', async () => {
    const reporter = createReporter(client, 'i', true)
    reporter.fails('too early to say anything')
    reporter.shows(1)
    await vi.advanceTimersByTimeAsync(1000)
    reporter.fails(null)
    await vi.advanceTimersByTimeAsync(1000)
    expect(said).toEqual([
      { id: 'i', revision: 1, error: 'too early to say anything' },
      { id: 'i', revision: 1, error: null },
    ])
  })

  it('says nothing without a key', async () => {
    createReporter(client, 'i', false).shows(1)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(said).toEqual([])
  })
})
