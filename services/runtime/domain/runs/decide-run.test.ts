import type { Lifecycle } from '../../../../schema/enums.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunState } from '../../../../schema/events.ts'
import { decideRun, type RunCommand, type RunContext } from './decide-run.ts'
import { newRun } from './new-run.ts'
import { gateOf, type Gate } from './run-gate.ts'
import { hasEnded, openStatuses, runMoves, runStatuses, runSteps } from './run-machine.ts'
import { keepResult } from './run-results.ts'
import { aState } from '../state/test-state.ts'

const now = '2026-11-21T12:00:00.000Z'
const open: Gate = { open: true }
const closed: Gate = { open: false, blockers: [{ flowId: 'flow-1', reason: 'UPSTREAM_NOT_READY' }] }
const never: Gate = { open: null, reason: 'its instance is STOPPED' }
const flow = { id: 'flow-1', tenantId: 't1', instanceId: 'inst-0000000a', runKind: 'PipelineRun', codeRef: 'x' }
const context = (gate: Gate = open): RunContext => ({
  instance: aState({ revision: 7, config: { b: 1, a: 2 } }),
  codeRef: 'x',
  gate,
  upstreams: [],
  now,
})
const fresh = (part: Partial<RunState> = {}): RunState => ({
  ...newRun({ id: 'run-1', flow, trigger: 'MANUAL', gate: open, now }),
  ...part,
})

const commands: RunCommand[] = [
  { type: 'QUEUE' },
  { type: 'START', worker: 'w', lease: 'l', leaseMs: 1000 },
  { type: 'REQUEST_CANCEL', by: null, reason: null },
  { type: 'SUCCEED', outputs: { n: 1 }, metrics: null, dataTime: null },
  { type: 'FAIL', error: { code: 'X' }, retryable: true },
  { type: 'CANCEL', reason: null },
  { type: 'CRASH', error: { code: 'WORKER_LOST' } },
  { type: 'SKIP', reason: 'policy' },
]

describe('the life of a run (model R22)', () => {
  it('has a cell for every status and step, and none leads out of an end', () => {
    for (const status of runStatuses) {
      expect(Object.keys(runMoves[status]).sort()).toEqual([...runSteps].sort())
      if (hasEnded(status)) expect(Object.values(runMoves[status]).every((to) => to === null)).toBe(true)
    }
    expect(openStatuses).toEqual(['SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING'])
  })

  it('whatever happens in whatever order, an end is an end: nothing of it ever changes again', () => {
    const happening = fc.tuple(fc.constantFrom(...commands), fc.constantFrom(open, closed, never))
    fc.assert(
      fc.property(
        fc.constantFrom('SCHEDULED', 'QUEUED', 'BLOCKED'),
        fc.array(happening, { maxLength: 30 }),
        (status, steps) => {
          let run = fresh({ status })
          for (const [command, gate] of steps) {
            const decision = decideRun(run, command, context(gate))
            if (hasEnded(run.status)) expect(decision).toBeNull()
            if (!decision) continue
            expect(hasEnded(decision.after.status)).toBe(decision.after.endedAt !== null)
            // Only what was carried out has anything to show.
            expect(decision.after.outputs === null || decision.after.status === 'SUCCEEDED').toBe(true)
            expect(decision.retry === null || ['FAILED', 'CRASHED'].includes(decision.after.status)).toBe(true)
            run = decision.after
          }
        },
      ),
    )
  })

  it('pins at its start what it works with', () => {
    const upstreams = [
      {
        flowId: 'flow-2',
        instanceId: 'i',
        name: 'n',
        role: 'input',
        status: 'READY' as const,
        removed: false,
        lastSuccessRunId: 'run-9',
      },
    ]
    const decision = decideRun(
      fresh(),
      { type: 'START', worker: 'w', lease: 'l', leaseMs: 60_000 },
      { ...context(), upstreams },
    )
    expect(decision?.after).toMatchObject({
      status: 'RUNNING',
      worker: 'w',
      startedAt: now,
      definitionVersionId: 'defv-1',
      propsRevision: 7,
      upstreamRunIds: { 'flow-2': 'run-9' },
      configHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(decision?.secrets).toEqual({
      config: { b: 1, a: 2 },
      lease: 'l',
      leaseExpiresAt: '2026-11-21T12:01:00.000Z',
      heartbeatAt: now,
    })
  })

  it.each<[string, Partial<RunState>, RunCommand, Gate, Partial<RunState> | null]>([
    [
      'a run whose gate is closed is blocked and says by what',
      {},
      commands[1]!,
      closed,
      { status: 'BLOCKED', blockedBy: [{ flowId: 'flow-1', reason: 'UPSTREAM_NOT_READY' }] },
    ],
    [
      'one that is blocked by the same thing stays as it is',
      { status: 'BLOCKED', blockedBy: [{ flowId: 'flow-1', reason: 'UPSTREAM_NOT_READY' }] },
      commands[0]!,
      closed,
      null,
    ],
    [
      'one that nothing blocks any more is queued',
      { status: 'BLOCKED', blockedBy: [{}] },
      commands[0]!,
      open,
      { status: 'QUEUED', blockedBy: [] },
    ],
    [
      'one of an instance that has ended is cancelled',
      {},
      commands[1]!,
      never,
      { status: 'CANCELLED', reason: 'its instance is STOPPED' },
    ],
    ['what waits is cancelled at once', {}, commands[2]!, open, { status: 'CANCELLED', cancelRequestedAt: now }],
    [
      'what runs is told to stop',
      { status: 'RUNNING' },
      commands[2]!,
      open,
      { status: 'RUNNING', cancelRequestedAt: now },
    ],
    ['twice told is once told', { status: 'RUNNING', cancelRequestedAt: now }, commands[2]!, open, null],
    [
      'a worker that was told to stop and fell silent has stopped',
      { status: 'RUNNING', cancelRequestedAt: now },
      commands[6]!,
      open,
      { status: 'CANCELLED' },
    ],
    [
      'a worker that was told to stop may have finished first',
      { status: 'RUNNING', cancelRequestedAt: now },
      commands[3]!,
      open,
      { status: 'SUCCEEDED', outputs: { n: 1 } },
    ],
    [
      'one that somebody wants to end is not started',
      { cancelRequestedAt: now },
      commands[1]!,
      open,
      { status: 'CANCELLED' },
    ],
  ])('%s', (_title, part, command, gate, expected) => {
    const decision = decideRun(fresh(part), command, context(gate))
    if (expected === null) expect(decision).toBeNull()
    else expect(decision?.after).toMatchObject(expected)
  })

  it.each<[string, Partial<RunState>, RunCommand, Gate, string | null]>([
    ['a failure that may pass is tried again after a while', {}, commands[4]!, open, 'BACK_OFF'],
    ['one that may not pass is not', {}, { type: 'FAIL', error: {}, retryable: false }, open, null],
    ['a crash is tried again at once', {}, commands[6]!, open, 'AT_ONCE'],
    ['the last attempt is the last', { attempt: 3 }, commands[6]!, open, null],
    ['nothing is tried again that somebody wanted to end', { cancelRequestedAt: now }, commands[4]!, open, null],
    ['nothing is tried again of an instance that has ended', {}, commands[6]!, never, null],
  ])('%s', (_title, part, command, gate, retry) => {
    expect(decideRun(fresh({ status: 'RUNNING', ...part }), command, context(gate))?.retry).toBe(retry)
  })
})

describe('the gate of a run (S0-31, S0-32)', () => {
  const upstream = (part: object) => ({
    flowId: 'f',
    instanceId: 'i',
    name: 'refresh',
    role: 'input',
    status: 'READY' as const,
    removed: false,
    lastSuccessRunId: null,
    ...part,
  })
  it.each<[string, string, object[], boolean | null]>([
    ['nothing to wait for', 'ACTIVE', [], true],
    ['never started, by hand', 'CREATED', [], true],
    ['all upstreams ready', 'ACTIVE', [{}, {}], true],
    ['one of them stale', 'ACTIVE', [{}, { status: 'STALE' }], false],
    ['one of them running', 'ACTIVE', [{ status: 'RUNNING' }], false],
    ['one of them gone, however fresh it was', 'ACTIVE', [{ removed: true }], false],
    ['paused', 'PAUSED', [], false],
    ['stopped', 'STOPPED', [], null],
    ['archived', 'ARCHIVED', [], null],
  ])('%s', (_title, lifecycle, upstreams, expected) => {
    expect(gateOf({ id: 'i', lifecycle: lifecycle as Lifecycle, deleted: false }, upstreams.map(upstream)).open).toBe(
      expected,
    )
    expect(
      gateOf({ id: 'i', lifecycle: lifecycle as Lifecycle, deleted: true }, upstreams.map(upstream)).open,
    ).toBeNull()
  })
})

describe('what a run leads to', () => {
  it('stays in its row up to 32 KB, beyond that in a row of its own, and no further than 8 MB', () => {
    const of = (bytes: number) => ({ t: 'x'.repeat(bytes - 8) })
    expect(keepResult('run-1', 'outputs', of(32 * 1024))).toEqual({ ok: true, inRow: of(32 * 1024), elsewhere: null })
    const large = of(32 * 1024 + 1)
    expect(keepResult('run-1', 'metrics', large)).toMatchObject({
      ok: true,
      inRow: { $ref: 'run:run-1/metrics', bytes: 32 * 1024 + 1 },
      elsewhere: { body: large },
    })
    expect(keepResult('run-1', 'outputs', of(8 * 1024 * 1024 + 1))).toMatchObject({
      ok: false,
      refusal: { code: 'PAYLOAD_TOO_LARGE' },
    })
  })
})
