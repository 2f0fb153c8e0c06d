import { bundleUrl } from '../../domain/definitions/definition.ts'
import { existing } from '../existing.ts'
import type { DefinitionVersionResolvers, FlowTemplateResolvers } from '../generated.ts'

export const DefinitionVersion: DefinitionVersionResolvers = {
  definition: async ({ definitionId }, _, { catalogue }) =>
    existing(await catalogue.loaders.definition.load(definitionId), 'definition'),

  bundleUrl: ({ bundleHash }) => bundleUrl(bundleHash),
}

/** What a template leaves out it does not ask for. */
export const FlowTemplate: FlowTemplateResolvers = { network: ({ network }) => network ?? false }
