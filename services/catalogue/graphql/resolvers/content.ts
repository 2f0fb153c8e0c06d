import { syncDefinitionContent, type SyncResult } from '../../actions/content/sync-definition-content.ts'
import { existing } from '../existing.ts'
import type { MutationResolvers } from '../generated.ts'

export const contentMutations: Pick<MutationResolvers, 'syncDefinitionContent'> = {
  async syncDefinitionContent(_, { input }, { catalogue, viewer }) {
    const { results, ...sync } = await syncDefinitionContent(catalogue.deps, viewer, input)
    catalogue.forgetLoaded()
    const show = async ({ definitionVersionId: id, problems, ...result }: SyncResult) => ({
      ...result,
      problems: problems.map((problem) => ({ ...problem })),
      definitionVersion: id === null ? null : existing(await catalogue.loaders.version.load(id), 'definition version'),
    })
    return { ...sync, results: await Promise.all(results.map(show)) }
  },
}
