import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { CatalogueDeps } from '../../actions/deps.ts'
import { copyResource } from '../../actions/definitions/copy-resource.ts'
import { deprecateDefinitionVersion } from '../../actions/definitions/deprecate-definition-version.ts'
import { evaluateDefinitionVersion } from '../../actions/definitions/evaluate-definition-version.ts'
import { publishDefinitionVersion } from '../../actions/definitions/publish-definition-version.ts'
import { retireDefinition } from '../../actions/definitions/retire-definition.ts'
import { submitDefinition, type SubmitDefinition } from '../../actions/definitions/submit-definition.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { CatalogueContext } from '../context.ts'
import { existing } from '../existing.ts'
import type { MutationResolvers } from '../generated.ts'

export const Mutation: MutationResolvers = {
  // The JSON scalars have made sure that these objects are JSON; their generated type only says "object".
  submitDefinition: (_, { input }, context) =>
    changeVersion(context, submitDefinition, input as typeof input & JsonFields),

  publishDefinitionVersion: (_, { input }, context) => changeVersion(context, publishDefinitionVersion, input),

  deprecateDefinitionVersion: (_, { input }, context) => changeVersion(context, deprecateDefinitionVersion, input),

  async evaluateDefinitionVersion(_, { input }, { catalogue, viewer }) {
    const { definitionVersionId: id, evaluation } = await evaluateDefinitionVersion(catalogue.deps, viewer, input)
    catalogue.forgetLoaded()
    return { evaluation, definitionVersion: existing(await catalogue.loaders.version.load(id), 'definition version') }
  },

  retireDefinition: (_, { input }, context) => changeDefinition(context, retireDefinition, input),

  copyResource: (_, { input }, context) => changeDefinition(context, copyResource, input),
}

type JsonFields = Pick<
  SubmitDefinition,
  'propsSchema' | 'parametersSchema' | 'defaultProps' | 'statusAggregationContract' | 'lifecycleTemplate'
> & { childRequirements?: JsonObject[] | null; tests?: JsonObject[] | null; propsMigration?: JsonObject[] | null }

type Action<Input> = (deps: CatalogueDeps, viewer: Viewer, input: Input) => Promise<string>

async function changeDefinition<Input>({ catalogue, viewer }: CatalogueContext, change: Action<Input>, input: Input) {
  const id = await change(catalogue.deps, viewer, input)
  catalogue.forgetLoaded()
  return { definition: existing(await catalogue.loaders.definition.load(id), 'definition') }
}

async function changeVersion<Input>({ catalogue, viewer }: CatalogueContext, change: Action<Input>, input: Input) {
  const id = await change(catalogue.deps, viewer, input)
  catalogue.forgetLoaded()
  return { definitionVersion: existing(await catalogue.loaders.version.load(id), 'definition version') }
}
