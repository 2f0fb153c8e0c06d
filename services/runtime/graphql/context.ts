import DataLoader from 'dataloader'
import type { BaseContext } from '../../../kit/graphql/subgraph.ts'
import { mayRead } from '../../../kit/graphql/viewer.ts'
import type { InstanceState } from '../../../schema/events.ts'
import type { RuntimeDeps } from '../actions/deps.ts'
import { readersOf } from '../domain/readers.ts'
import { loadStates } from '../store/instance-reads.ts'

/** The runtime's part of a request's context. */
export type RuntimePart = {
  runtime: {
    deps: RuntimeDeps
    epoch: string
    /** Null where there is no such instance or the viewer may not read it. */
    instances: DataLoader<string, InstanceState | null>
  }
}

export type RuntimeContext = BaseContext & RuntimePart

export function runtimePart(base: BaseContext, deps: RuntimeDeps, epoch: string): RuntimePart {
  const instances = new DataLoader<string, InstanceState | null>(async (ids) => {
    const states = await loadStates(deps.pool, ids)
    return ids.map((id) => {
      const state = states.get(id)
      return state && state.tenantId === base.viewer.tenantId && mayRead(base.viewer, readersOf(state)) ? state : null
    })
  })
  return { runtime: { deps, epoch, instances } }
}
