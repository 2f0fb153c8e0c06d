import type { GraphQLSchema } from 'graphql'
import { compileEndpoint, type CompiledEndpoint, type Endpoint } from '../endpoint.ts'
import { adminEndpoints } from './admin.ts'
import { definitionEndpoints } from './definitions.ts'
import { instanceEndpoints } from './instances.ts'
import { lifecycleEndpoints } from './lifecycle.ts'
import { placeEndpoints } from './places.ts'
import { researchEndpoints } from './research.ts'
import { runEndpoints } from './runs.ts'

/** The table: by the heading that they have in the guide and the tag in the OpenAPI document. */
const groups: Readonly<Record<string, readonly Endpoint[]>> = {
  Instances: instanceEndpoints,
  'Lifecycle and hierarchy': lifecycleEndpoints,
  Definitions: definitionEndpoints,
  Places: placeEndpoints,
  Research: researchEndpoints,
  Runs: runEndpoints,
  Administration: adminEndpoints,
}

/** Every endpoint of the table against the schema. Throws where one does not fit. */
export const compileEndpoints = (schema: GraphQLSchema): CompiledEndpoint[] =>
  Object.entries(groups).flatMap(([group, endpoints]) =>
    endpoints.map((endpoint) => compileEndpoint(schema, endpoint, group)),
  )
