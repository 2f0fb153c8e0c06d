import { checkDefinitionVersion } from '../../actions/versions/check-definition-version.ts'
import { upgradeInstance } from '../../actions/versions/upgrade-instance.ts'
import type { MutationResolvers, QueryResolvers } from '../generated.ts'
import { payload } from '../payload.ts'

export const versionMutations: Pick<MutationResolvers, 'upgradeInstance'> = {
  upgradeInstance: async (_parent, { input }, { runtime, viewer }) =>
    payload(await upgradeInstance(runtime.deps, viewer, input)),
}

export const versionQueries: Pick<QueryResolvers, 'checkDefinitionVersion'> = {
  checkDefinitionVersion: async (_parent, { definitionVersionId }, { runtime, viewer }) => {
    const { impacts, ...counts } = await checkDefinitionVersion(runtime.deps, viewer, definitionVersionId)
    return { ...counts, instances: impacts }
  },
}
