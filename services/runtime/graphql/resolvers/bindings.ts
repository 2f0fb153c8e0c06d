import { shownBinding } from '../../../../schema/shown-patch.ts'
import { mayOn } from '../../domain/access/access.ts'
import { refreshBindings } from '../../actions/bindings/refresh-bindings.ts'
import { setBindings } from '../../actions/bindings/set-bindings.ts'
import { readKv, setKv } from '../../actions/bindings/set-kv.ts'
import type { InstanceResolvers, MutationResolvers, QueryResolvers } from '../generated.ts'
import { payload } from '../payload.ts'

export const bindingFields: Pick<InstanceResolvers, 'bindings'> = {
  bindings: (state, _args, { viewer }) =>
    mayOn(viewer, 'instance.write', state) ? state.bindings : state.bindings.map(shownBinding),
}

export const bindingMutations: Pick<MutationResolvers, 'setBindings' | 'refreshBindings' | 'setKv'> = {
  setBindings: async (_parent, { input }, { runtime, viewer }) => {
    const { state, revision, changeId } = await setBindings(runtime.deps, viewer, input)
    return { instance: state, revision, changeId }
  },
  refreshBindings: async (_parent, { input }, { runtime, viewer }) =>
    payload(await refreshBindings(runtime.deps, viewer, input)),
  setKv: async (_parent, { input }, { runtime, viewer }) => ({ entry: await setKv(runtime.deps, viewer, input) }),
}

export const bindingQueries: Pick<QueryResolvers, 'kv'> = {
  kv: (_parent, { key }, { runtime, viewer }) => readKv(runtime.deps, viewer, key),
}
