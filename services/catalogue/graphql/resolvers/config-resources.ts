import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import { upsertConfigResource } from '../../actions/config/upsert-config-resource.ts'
import { existing } from '../existing.ts'
import type { MutationResolvers } from '../generated.ts'

export const configMutations: Pick<MutationResolvers, 'upsertConfigResource'> = {
  async upsertConfigResource(_, { input }, { catalogue, viewer }) {
    // The JSON scalar has made sure of it; its generated type only says "object".
    const id = await upsertConfigResource(catalogue.deps, viewer, { ...input, body: input.body as JsonObject })
    catalogue.forgetLoaded()
    return { configResource: existing(await catalogue.loaders.configResource.load(id), 'config resource') }
  },
}
