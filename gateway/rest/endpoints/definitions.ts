import type { Endpoint } from '../endpoint.ts'
import { definition, page, project, version } from './examples.ts'

const versionOf = (name: string, input: string) =>
  `mutation ${name[0]?.toUpperCase()}${name.slice(1)}($input: ${input}!) {
    ${name}(input: $input) { definitionVersion { ...DefinitionVersion } }
  }`

export const definitionEndpoints: Endpoint[] = [
  {
    at: 'GET /api/definitions',
    summary: 'List definitions.',
    document: `query ListDefinitions(
      $filter: DefinitionFilter, $first: Int = 50, $after: String, $totalCount: Boolean = false
    ) { definitions(filter: $filter, first: $first, after: $after) { ${page('Definition')} } }`,
    result: 'definitions',
    shape: 'page',
    example: { kinds: ['COMPONENT'], search: 'bus', first: 2 },
  },
  {
    at: 'POST /api/definitions',
    summary: 'Submit a version of a definition. A type key that exists gets one more version.',
    document: versionOf('submitDefinition', 'SubmitDefinitionInput'),
    result: 'submitDefinition.definitionVersion',
    created: '/api/definition-versions/{id}',
    example: { typeKey: 'display/example', kind: 'COMPONENT', version: '1.0.0', propsSchema: { type: 'object' } },
  },
  {
    at: 'GET /api/definitions/{id}',
    summary: 'Get a definition.',
    document: 'query GetDefinition($id: ID!) { definition(id: $id) { ...Definition } }',
    result: 'definition',
    example: { id: definition },
  },
  {
    at: 'DELETE /api/definitions/{id}',
    summary: 'Retire a definition: nothing new is made of it.',
    document: `mutation RetireDefinition($input: RetireDefinitionInput!) {
      retireDefinition(input: $input) { definition { ...Definition } }
    }`,
    parameters: { id: 'input.definitionId' },
    result: 'retireDefinition.definition',
    example: { id: 'def-obsolete1' },
  },
  {
    at: 'GET /api/definitions/{id}/versions',
    summary: 'Its versions, newest first.',
    document: `query ListDefinitionVersions($id: ID!, $first: Int = 50, $after: String, $totalCount: Boolean = false) {
      definition(id: $id) { versions(first: $first, after: $after) { ${page('DefinitionVersion')} } }
    }`,
    result: 'definition.versions',
    shape: 'page',
    example: { id: definition, first: 2 },
  },
  {
    at: 'GET /api/definition-versions/{id}',
    summary: 'Get a version.',
    document: 'query GetDefinitionVersion($id: ID!) { definitionVersion(id: $id) { ...DefinitionVersion } }',
    result: 'definitionVersion',
    example: { id: version },
  },
  {
    at: 'POST /api/definition-versions/{id}/publish',
    summary: 'Publish a version: instances can be made of it, and those that follow it move.',
    document: versionOf('publishDefinitionVersion', 'PublishDefinitionVersionInput'),
    parameters: { id: 'input.definitionVersionId' },
    result: 'publishDefinitionVersion.definitionVersion',
    example: { id: 'dver-example1' },
  },
  {
    at: 'POST /resources/{id}/copy',
    summary: 'Copy the latest version of a definition into another project, as a draft of yours.',
    document: `mutation CopyResource($input: CopyResourceInput!) {
      copyResource(input: $input) { definition { ...Definition derivedFrom { id } } }
    }`,
    parameters: { id: 'input.resourceId', target_parent_id: 'input.targetProjectId', new_name: 'input.typeKey' },
    result: 'copyResource.definition',
    created: '/api/definitions/{id}',
    example: { id: definition, target_parent_id: project, new_name: 'display/bus-stop-of-ours' },
  },
]
