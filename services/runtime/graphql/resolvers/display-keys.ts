import { issueDisplayKey, revokeDisplayKey } from '../../actions/displays/display-key.ts'
import type { MutationResolvers } from '../generated.ts'
import { payload } from '../payload.ts'

export const displayKeyMutations: Pick<MutationResolvers, 'issueDisplayKey' | 'revokeDisplayKey'> = {
  issueDisplayKey: async (_parent, { input }, { runtime, viewer }) => {
    const { key, outcome } = await issueDisplayKey(runtime.deps, viewer, input)
    return { key, ...payload(outcome) }
  },
  revokeDisplayKey: async (_parent, { input }, { runtime, viewer }) =>
    payload(await revokeDisplayKey(runtime.deps, viewer, input)),
}
