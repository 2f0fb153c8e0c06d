import { describe, expect, it } from 'vitest'
import { createRunSet, type RunEvent } from './run-set.ts'

const event = (
  id: string,
  status: RunEvent['run']['status'],
  cursor: string,
  progress: number | null = null,
): RunEvent => ({
  type: status === 'RUNNING' ? 'STARTED' : status,
  cursor,
  at: '2026-11-21T12:00:00.000Z',
  lines: [],
  run: {
    id,
    status,
    progress,
    kind: 'PipelineRun',
    trigger: 'MANUAL',
    attempt: 1,
    scheduledFor: null,
    createdAt: '2026-11-21T12:00:00.000Z',
    startedAt: null,
    endedAt: null,
    outputs: null,
    metrics: null,
    error: null,
    blockedBy: [],
    flow: { id: 'flow-1', name: 'refresh' },
  },
})

describe('the runs of a feed', () => {
  it('are what was last said of each, and the newest cursor resumes', () => {
    const set = createRunSet()
    expect(set.cursor).toBeNull()
    set.apply(event('run-1', 'RUNNING', 'c1', 0.2))
    set.apply(event('run-2', 'QUEUED', 'c2'))
    set.apply(event('run-1', 'SUCCEEDED', 'c3', 1))
    expect([...set.items.values()].map(({ id, status }) => [id, status])).toEqual([
      ['run-1', 'SUCCEEDED'],
      ['run-2', 'QUEUED'],
    ])
    expect(set.cursor).toBe('c3')
  })

  it('never come back to life', () => {
    const set = createRunSet()
    set.apply(event('run-1', 'CANCELLED', 'c1'))
    set.apply(event('run-1', 'RUNNING', 'c2', 0.9))
    expect(set.items.get('run-1')?.status).toBe('CANCELLED')
  })

  it('stay known when the feed has to start again', () => {
    const set = createRunSet()
    set.apply(event('run-1', 'RUNNING', 'c1'))
    set.restart()
    expect([set.cursor, set.items.size]).toEqual([null, 1])
  })
})
