import { describe, expect, it } from 'vitest'
import { runLimits } from './run-limits.ts'

describe('what a run may take', () => {
  const max = { timeoutSecondsMax: 86_400, memoryMbMax: 4096 }

  it.each([
    [
      '15 minutes and 512 MB where its template says nothing',
      { timeoutSeconds: null, memoryMb: null },
      max,
      { timeoutMs: 900_000, memoryMb: 512 },
    ],
    ['what its template says', { timeoutSeconds: 7200, memoryMb: 2048 }, max, { timeoutMs: 7_200_000, memoryMb: 2048 }],
    [
      'no more than the installation gives by now',
      { timeoutSeconds: 7200, memoryMb: 2048 },
      { timeoutSecondsMax: 60, memoryMbMax: 256 },
      { timeoutMs: 60_000, memoryMb: 256 },
    ],
    [
      'no more than that without a template either',
      { timeoutSeconds: null, memoryMb: null },
      { timeoutSecondsMax: 60, memoryMbMax: 256 },
      { timeoutMs: 60_000, memoryMb: 256 },
    ],
  ])('is %s', (_what, flow, limits, expected) => {
    expect(runLimits(flow, limits)).toEqual(expected)
  })
})
