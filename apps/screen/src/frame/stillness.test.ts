import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStillness, type Stillness } from './stillness.ts'

describe('a component that is held', () => {
  let scope: Parameters<typeof createStillness>[0]
  let stillness: Stillness
  let said: string[]
  const say = (word: string) => () => said.push(word)
  beforeEach(() => {
    vi.useFakeTimers()
    said = []
    scope = {
      ...{ setTimeout, clearTimeout, setInterval, clearInterval },
      requestAnimationFrame: (callback: FrameRequestCallback) => setTimeout(() => callback(0), 16) as unknown as number,
      cancelAnimationFrame: (id: number) => clearTimeout(id),
    } as typeof scope
    stillness = createStillness(scope)
  })
  afterEach(() => vi.useRealTimers())

  it('is called back by none of its timers, and once by each when it is let go', async () => {
    scope.setInterval(say('tick'), 100)
    scope.setTimeout(say('late'), 150)
    scope.requestAnimationFrame(say('frame'))
    await vi.advanceTimersByTimeAsync(100)
    expect(said).toEqual(['frame', 'tick'])
    stillness.hold(true)
    scope.requestAnimationFrame(say('next frame'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(said).toEqual(['frame', 'tick'])
    stillness.hold(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(said.slice(2).sort()).toEqual(['late', 'next frame', 'tick'])
    await vi.advanceTimersByTimeAsync(100)
    expect(said.at(-1)).toBe('tick')
  })

  it('is not called by a timer that it has ended meanwhile', async () => {
    const ticks = scope.setInterval(say('tick'), 10)
    stillness.hold(true)
    await vi.advanceTimersByTimeAsync(50)
    scope.clearInterval(ticks)
    stillness.hold(false)
    await vi.advanceTimersByTimeAsync(50)
    expect(said).toEqual([])
  })
})
