import { deleteInstance } from '../../actions/instances/delete-instance.ts'
import { moveInstance } from '../../actions/tree/move-instance.ts'
import { setDesiredLifecycle, transitionInstance } from '../../actions/lifecycle/transition-instance.ts'
import type { LifecycleEvent } from '../../domain/lifecycle/lifecycle.ts'
import type { MutationResolvers } from '../generated.ts'
import { payload } from '../payload.ts'

type Transition = NonNullable<MutationResolvers['startInstance']>

const transition =
  (event: LifecycleEvent): Transition =>
  async (_parent, { input }, { runtime, viewer }) =>
    payload(await transitionInstance(runtime.deps, viewer, event, input))

export const lifecycleMutations: Pick<
  MutationResolvers,
  | 'startInstance'
  | 'pauseInstance'
  | 'resumeInstance'
  | 'stopInstance'
  | 'archiveInstance'
  | 'deleteInstance'
  | 'setDesiredLifecycle'
  | 'moveInstance'
> = {
  startInstance: transition('START'),
  pauseInstance: transition('PAUSE'),
  resumeInstance: transition('RESUME'),
  stopInstance: transition('STOP'),
  archiveInstance: transition('ARCHIVE'),
  deleteInstance: (_parent, { input }, { runtime, viewer }) => deleteInstance(runtime.deps, viewer, input),
  setDesiredLifecycle: async (_parent, { input }, { runtime, viewer }) =>
    payload(await setDesiredLifecycle(runtime.deps, viewer, input)),
  moveInstance: async (_parent, { input }, { runtime, viewer }) =>
    payload(await moveInstance(runtime.deps, viewer, input)),
}
