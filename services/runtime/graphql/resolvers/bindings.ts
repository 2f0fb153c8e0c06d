import { shownBinding } from '../../../../schema/shown-patch.ts'
import { setBindings } from '../../actions/set-bindings.ts'
import { readKv, setKv } from '../../actions/set-kv.ts'
import type { BindingResolvers, MutationResolvers, QueryResolvers } from '../generated.ts'

export const binding: BindingResolvers = {
  path: (binding, _args, { viewer }) => (viewer.isAdmin ? binding : shownBinding(binding)).path,
}

export const bindingMutations: Pick<MutationResolvers, 'setBindings' | 'setKv'> = {
  setBindings: async (_parent, { input }, { runtime, viewer }) => {
    const { state, revision, changeId } = await setBindings(runtime.deps, viewer, input)
    return { instance: state, revision, changeId }
  },
  setKv: async (_parent, { input }, { runtime, viewer }) => ({ entry: await setKv(runtime.deps, viewer, input) }),
}

export const bindingQueries: Pick<QueryResolvers, 'kv'> = {
  kv: (_parent, { key }, { runtime, viewer }) => readKv(runtime.deps, viewer, key),
}
