import type { Lifecycle } from '../../../../schema/enums.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import type { LifecycleEvent } from '../../domain/lifecycle/lifecycle.ts'
import type { ChangeOutcome } from '../../engine/changes/change-request.ts'
import { activityNames, changeLifecycle } from '../../engine/lifecycle/lifecycle-change.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation } from '../changes/guards.ts'
import { changeMetadata } from '../changes/submit-command.ts'

export type TransitionInput = {
  id: string
  reason?: string | null
  expectedRevision?: number | null
  idempotencyKey?: string | null
}
const mutationOf: Readonly<Record<LifecycleEvent, MutationName>> = {
  START: 'startInstance',
  PAUSE: 'pauseInstance',
  RESUME: 'resumeInstance',
  STOP: 'stopInstance',
  ARCHIVE: 'archiveInstance',
}

export type SetDesiredLifecycleInput = TransitionInput & { lifecycle: string }

/**
 * Start, pause, resume, stop or archive, with all below it that follow (domain/cascade.ts). What somebody does by hand
 * is also what is desired from then on, or the reconciler would undo it.
 */
export async function transitionInstance(
  deps: RuntimeDeps,
  viewer: Viewer,
  event: LifecycleEvent,
  input: TransitionInput,
): Promise<ChangeOutcome> {
  const outcome = await changeLifecycle(deps, {
    ...requestOf(viewer, mutationOf[event], input, `lifecycle:${event}`),
    action: activityNames[event],
    event,
    isWish: true,
  })
  if (outcome === null) throw new Error('only a guarded change comes to nothing')
  return outcome
}

/** Says where it is to be; the reconciler takes it there along allowed moves. */
export async function setDesiredLifecycle(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: SetDesiredLifecycleInput,
): Promise<ChangeOutcome> {
  return await deps.queue.submit({
    ...requestOf(viewer, 'setDesiredLifecycle', input),
    action: 'instance.lifecycle-desired',
    command: { type: 'SET_DESIRED', lifecycle: input.lifecycle as Lifecycle },
  })
}

/** The same for a change of a lifecycle, once the viewer may make it and the input is well formed. */
export function requestOf(
  viewer: Viewer,
  mutation: MutationName,
  input: TransitionInput,
  operation: string = mutation,
) {
  guardMutation(viewer, mutation, input)
  checkReason(input.reason)
  return changeMetadata(viewer, mutation, operation, input)
}

const reasonLengthMax = 500

export function checkReason(reason: string | null | undefined): void {
  if (reason == null || (reason.length <= reasonLengthMax && reason.isWellFormed() && !reason.includes('\0'))) return
  const problems = [{ pointer: '/reason', message: `must have at most ${reasonLengthMax} well-formed characters` }]
  throw new AppError('BAD_USER_INPUT', {
    public: `${problems[0]?.pointer} ${problems[0]?.message}.`,
    details: { problems },
  })
}
