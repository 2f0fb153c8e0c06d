import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import type { JsonObject, RunState } from '../../../../schema/events.ts'
import { jsonBytes } from '../../domain/state/payload-size.ts'
import { hasEnded } from '../../domain/runs/run-machine.ts'
import type { RunOutcome } from '../../engine/runs/run-changes.ts'
import { runInputs } from '../../engine/runs/run-input.ts'
import { recordHeartbeats } from '../../engine/runs/record-heartbeats.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { claimableRuns, leaseMsOf } from '../../store/runs/claimable-runs.ts'
import { changeRun, isStorable, refuseProblems, requireRun } from './change-run.ts'
import { guardMutation, guardTenant } from '../changes/guards.ts'

export type ClaimRunInput = { codeRefs: readonly string[]; worker: string; leaseSeconds?: number | null }
export type ClaimedRun = { run: RunState | null; lease: string | null; input: Record<string, unknown> | null }

const codeRefsMax = 100

/**
 * A lease on the next run of these code refs: the oldest that may start. Racing workers look at different rows first, and
 * whoever is second at one goes on to the next; a run whose upstreams are not READY after all is BLOCKED on the way.
 */
export async function claimRun(
  deps: RuntimeDeps,
  viewer: Viewer,
  { codeRefs, worker, leaseSeconds }: ClaimRunInput,
): Promise<ClaimedRun> {
  guardTenant(viewer, 'claimRun', {})
  const seconds = leaseSeconds ?? 60
  refuseProblems([
    ...(codeRefs.length < 1 || codeRefs.length > codeRefsMax
      ? [{ pointer: '/codeRefs', message: `must have 1 to ${codeRefsMax} entries` }]
      : []),
    ...(codeRefs.every(isStorable)
      ? []
      : [{ pointer: '/codeRefs', message: 'holds characters that cannot be stored' }]),
    ...(worker.trim() === '' || worker.length > 200 || !isStorable(worker)
      ? [{ pointer: '/worker', message: 'must have 1 to 200 characters' }]
      : []),
    ...(seconds < 5 || seconds > 3600 ? [{ pointer: '/leaseSeconds', message: 'must be between 5 and 3600' }] : []),
  ])
  const lease = newId('lease', 24)
  const accepts = (codeRef: string | null) => codeRef !== null && codeRefs.includes(codeRef)
  const command = { type: 'START', worker, lease, leaseMs: seconds * 1000 } as const
  for (const free of [true, false]) {
    for (const runId of await claimableRuns(deps.pool, viewer.tenantId, codeRefs, { free })) {
      const outcome = await changeRun(deps, viewer, 'claimRun', { runId, command, accepts }, 'run.claimed')
      if (!outcome.changed || outcome.run.status !== 'RUNNING') continue
      const [input] = await runInputs(deps, [outcome])
      return { run: outcome.run, lease, input: input ?? null }
    }
  }
  return { run: null, lease: null, input: null }
}

export type HeartbeatRunInput = { id: string; lease: string; progress?: number | null; log?: readonly string[] | null }

const linesMax = 500
const lineLengthMax = 4000

/** That it is still being worked on, for as long again as its lease was made for. No activity: nothing was decided. */
export async function heartbeatRun(
  deps: RuntimeDeps,
  viewer: Viewer,
  { id, lease, progress = null, log }: HeartbeatRunInput,
): Promise<RunState> {
  guardMutation(viewer, 'heartbeatRun', {})
  const lines = log ?? []
  refuseProblems([
    ...(progress !== null && !(progress >= 0 && progress <= 1)
      ? [{ pointer: '/progress', message: 'must be between 0 and 1' }]
      : []),
    ...(lines.length > linesMax ? [{ pointer: '/log', message: `has more than ${linesMax} lines` }] : []),
    ...lines.flatMap((line, index) =>
      line.length > lineLengthMax || !isStorable(line)
        ? [{ pointer: `/log/${index}`, message: `must be storable text of at most ${lineLengthMax} characters` }]
        : [],
    ),
  ])
  const run = await requireRun(deps.pool, viewer, 'heartbeatRun', id)
  if (hasEnded(run.status)) return run
  const leaseMs = await leaseMsOf(deps.pool, id, lease)
  const found =
    leaseMs === null ? null : (await recordHeartbeats(deps, [{ runId: id, lease, progress, lines }], leaseMs)).get(id)
  if (found) return found
  const present = await requireRun(deps.pool, viewer, 'heartbeatRun', id)
  if (hasEnded(present.status)) return present
  throw leaseLost(present)
}

export type CompleteRunInput = {
  id: string
  lease: string
  outputs?: Record<string, unknown> | null
  metrics?: Record<string, unknown> | null
}

export async function completeRun(
  deps: RuntimeDeps,
  viewer: Viewer,
  { id, lease, outputs, metrics }: CompleteRunInput,
): Promise<RunState> {
  guardMutation(viewer, 'completeRun', {})
  const command = {
    type: 'SUCCEED',
    outputs: (outputs ?? {}) as JsonObject,
    metrics: (metrics ?? null) as JsonObject | null,
    dataTime: null,
  } as const
  return endOf(await changeRun(deps, viewer, 'completeRun', { runId: id, lease, command }, 'run.completed'))
}

export type FailRunInput = { id: string; lease: string; error: Record<string, unknown>; retryable?: boolean | null }

const errorBytesMax = 16 * 1024

/** A worker that was told to stop, and says that it failed, has stopped. */
export async function failRun(
  deps: RuntimeDeps,
  viewer: Viewer,
  { id, lease, error, retryable }: FailRunInput,
): Promise<RunState> {
  guardMutation(viewer, 'failRun', {})
  const facts = error as JsonObject
  if (jsonBytes(facts) > errorBytesMax)
    refuseProblems([{ pointer: '/error', message: `is larger than ${errorBytesMax} bytes` }])
  const { cancelRequestedAt } = await requireRun(deps.pool, viewer, 'failRun', id)
  const mayRetry = retryable ?? false
  const command =
    cancelRequestedAt === null
      ? ({ type: 'FAIL', error: { ...facts, retryable: mayRetry }, retryable: mayRetry } as const)
      : ({ type: 'CANCEL', reason: null } as const)
  return endOf(await changeRun(deps, viewer, 'failRun', { runId: id, lease, command }, 'run.failed'))
}

/** What comes too late changes nothing and is told how it ended; under another lease nothing is anybody's to say. */
function endOf({ run, isHolder }: RunOutcome): RunState {
  if (!isHolder && !hasEnded(run.status)) throw leaseLost(run)
  return run
}

const leaseLost = ({ id, status, worker }: RunState) =>
  new AppError('CONFLICT', {
    public: `The run is not yours: it is ${status}${worker === null ? '' : `, by ${worker}`}.`,
    details: { runId: id, status, worker },
  })
