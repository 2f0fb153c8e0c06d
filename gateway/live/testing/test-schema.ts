import { buildSchema } from 'graphql'
import { apiSdl } from '../../../schema/load.ts'

/** The graph as clients see it, for tests that need no answers from it. */
export const graphSchema = buildSchema(apiSdl())
