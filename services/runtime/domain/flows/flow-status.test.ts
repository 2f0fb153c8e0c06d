import { describe, expect, it } from 'vitest'
import { flowStatus, type FlowFacts } from './flow-status.ts'

const now = '2026-11-21T12:00:00.000Z'
const hourAgo = '2026-11-21T11:00:00.000Z'

/** A flow that has succeeded an hour ago and is fresh. */
const facts = (part: Partial<FlowFacts> = {}): FlowFacts => ({
  isRunning: false,
  lastOutcome: 'SUCCEEDED',
  lastSuccessAt: hourAgo,
  successVersionId: 'v1',
  currentVersionId: 'v1',
  successConfigHash: 'c1',
  currentConfigHash: 'c1',
  upstreams: [],
  successUpstreams: {},
  freshnessSlaSeconds: null,
  staleSince: null,
  now,
  ...part,
})
const never: Partial<FlowFacts> = { lastOutcome: null, lastSuccessAt: null, successVersionId: null }
const newer = { upstreams: [{ flowId: 'f1', lastSuccessRunId: 'r2' }], successUpstreams: { f1: 'r1' } }

describe('the status of a flow (model R23, R24)', () => {
  it.each<[string, Partial<FlowFacts>, string, string | null]>([
    ['fresh', {}, 'READY', null],
    ['never run', never, 'STALE', 'NEVER_RUN'],
    ['failed without ever succeeding', { ...never, lastOutcome: 'FAILED' }, 'ERROR', 'NEVER_RUN'],
    ['running for the first time', { ...never, isRunning: true }, 'RUNNING', 'NEVER_RUN'],
    ['running after a failure', { lastOutcome: 'FAILED', isRunning: true }, 'RUNNING', null],
    ['failed', { lastOutcome: 'FAILED' }, 'ERROR', null],
    ['crashed', { lastOutcome: 'CRASHED' }, 'ERROR', null],
    ['its instance follows another version', { currentVersionId: 'v2' }, 'STALE', 'VERSION_CHANGED'],
    ['its config is another', { currentConfigHash: 'c2' }, 'STALE', 'CONFIG_CHANGED'],
    ['succeeded before configs were noted', { successConfigHash: null }, 'READY', null],
    ['an instance without a definition', { successVersionId: null, currentVersionId: null }, 'READY', null],
    ['an upstream has succeeded since', newer, 'STALE', 'UPSTREAM_NEWER'],
    [
      'an upstream that was not there then',
      { upstreams: [{ flowId: 'f1', lastSuccessRunId: 'r1' }] },
      'STALE',
      'UPSTREAM_NEWER',
    ],
    ['an upstream that never succeeded', { upstreams: [{ flowId: 'f1', lastSuccessRunId: null }] }, 'READY', null],
    [
      'the upstream run that it worked on is the newest',
      { upstreams: [{ flowId: 'f1', lastSuccessRunId: 'r1' }], successUpstreams: { f1: 'r1' } },
      'READY',
      null,
    ],
    ['within its SLA', { freshnessSlaSeconds: 3601 }, 'READY', null],
    ['its SLA has just passed', { freshnessSlaSeconds: 3600 }, 'STALE', 'SLA'],
    [
      'overdue and an upstream newer are two reasons, of which the second is said',
      { ...newer, freshnessSlaSeconds: 10 },
      'STALE',
      'UPSTREAM_NEWER',
    ],
    [
      'another version comes before all that is merely newer',
      { ...newer, currentVersionId: 'v2', freshnessSlaSeconds: 10 },
      'STALE',
      'VERSION_CHANGED',
    ],
  ])('%s', (_title, part, status, reason) => {
    expect(flowStatus(facts(part))).toMatchObject({ status, staleReason: reason })
  })

  it('says since when: what it said before, the deadline, or now; and nothing while it is fresh', () => {
    expect(flowStatus(facts({ currentVersionId: 'v2' })).staleSince).toBe(now)
    expect(flowStatus(facts({ currentVersionId: 'v2', staleSince: hourAgo })).staleSince).toBe(hourAgo)
    expect(flowStatus(facts({ freshnessSlaSeconds: 60 })).staleSince).toBe('2026-11-21T11:01:00.000Z')
    expect(flowStatus(facts({ staleSince: hourAgo })).staleSince).toBeNull()
  })

  it('says when its SLA will have passed, until it has', () => {
    expect(flowStatus(facts({ freshnessSlaSeconds: 7200 })).staleAt).toBe('2026-11-21T13:00:00.000Z')
    expect(flowStatus(facts({ freshnessSlaSeconds: 60 })).staleAt).toBeNull()
    expect(flowStatus(facts({ ...never, freshnessSlaSeconds: 60 })).staleAt).toBeNull()
  })
})
