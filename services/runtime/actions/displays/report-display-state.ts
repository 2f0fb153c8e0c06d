import type { ScreenState } from '../../../../schema/enums.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { outgoingOfScreenError } from '../../domain/webhooks/webhooks.ts'
import { keyHashOf } from '../../domain/access/access.ts'
import { newChangeId, notFound, type ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { putOutgoing } from '../../store/webhooks/webhook-outbox.ts'
import { guardMutation, permitted } from '../changes/guards.ts'

export type ReportDisplayStateInput = {
  id: string
  revision?: number | null
  receivedRevision?: number | null
  state?: ScreenState | null
  device?: string | null
  error?: string | null
  clock?: string | null
  userAgent?: string | null
}

const deviceLengthMax = 200
const errorLengthMax = 2000
const userAgentLengthMax = 500
/** What fits the column, and more than any clock that is worth correcting. */
const clockOffsetMaxMs = 2 ** 31 - 1

/**
 * A screen says which revision it has painted, and by that that it is there. An observation, not a change: no revision, no
 * log row and no activity, or 5,000 screens would write more history than all people together.
 */
export async function reportDisplayState(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: ReportDisplayStateInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'reportDisplayState', {})
  const problems = problemsOf(input)
  const [first] = problems
  if (first)
    throw new AppError('BAD_USER_INPUT', { public: `${first.pointer} ${first.message}.`, details: { problems } })
  const { id, device, error, clock } = input
  const revision = input.revision ?? null
  const receivedRevision = input.receivedRevision ?? revision
  const keyHash = keyHashOf(viewer)
  // Somebody who is no screen speaks for one by a permission, which its key makes unnecessary.
  if (keyHash === null) permitted(viewer, 'reportDisplayState', id, (await loadStates(deps.pool, [id])).get(id))
  const state = await deps.reports.record({
    tenantId: viewer.tenantId,
    instanceId: id,
    keyHash,
    // A screen that has no name of its own.
    device: device ?? '',
    revision,
    receivedRevision,
    state: input.state ?? (error ? 'FAILED' : 'SHOWN'),
    error: error ?? null,
    clockOffsetMs: clock == null ? null : clockOffset(clock),
    userAgent: input.userAgent ?? null,
  })
  if (!state) throw notFound(id)
  const tooNew = (['revision', 'receivedRevision'] as const).find((name) => (input[name] ?? 0) > state.revision)
  if (tooNew) {
    throw new AppError('BAD_USER_INPUT', {
      public: `The instance is at revision ${state.revision}: nobody can show ${input[tooNew]}.`,
      details: {
        currentRevision: state.revision,
        problems: [{ pointer: `/${tooNew}`, message: `must be at most ${state.revision}` }],
      },
    })
  }
  if (error) {
    const outgoing = outgoingOfScreenError(state, {
      device: device ?? '',
      revision,
      error,
      at: new Date().toISOString(),
    })
    // If this fails, so does the report, and the screen repeats it.
    if (outgoing) await putOutgoing(deps.pool, [outgoing])
  }
  return { state, revision: state.revision, changeId: newChangeId(), changed: false }
}

/** How far the screen's clock is ahead of this one. */
function clockOffset(clock: string): number {
  const ahead = Math.round(Date.parse(clock) - Date.now())
  return Math.max(-clockOffsetMaxMs, Math.min(clockOffsetMaxMs, ahead))
}

function problemsOf(input: ReportDisplayStateInput): { pointer: string; message: string }[] {
  const { device, error, userAgent } = input
  const isText = (text: string, lengthMax: number) =>
    text.length <= lengthMax && text.isWellFormed() && !text.includes('\0')
  const problems = []
  for (const name of ['revision', 'receivedRevision'] as const) {
    const revision = input[name]
    if (revision != null && revision < 1) problems.push({ pointer: `/${name}`, message: 'must be at least 1' })
  }
  if (device != null && (device === '' || !isText(device, deviceLengthMax))) {
    problems.push({ pointer: '/device', message: `must have 1 to ${deviceLengthMax} characters` })
  }
  if (error != null && !isText(error, errorLengthMax))
    problems.push({ pointer: '/error', message: `must have at most ${errorLengthMax} characters` })
  if (userAgent != null && !isText(userAgent, userAgentLengthMax))
    problems.push({ pointer: '/userAgent', message: `must have at most ${userAgentLengthMax} characters` })
  return problems
}
