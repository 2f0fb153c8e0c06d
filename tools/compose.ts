import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { subgraphNames, subgraphSdl } from '../schema/load.ts'

/**
 * Composes the three subgraphs. `supergraph` is what a distributed gateway plans on; `api` is what clients see.
 * Throws with every composition error at once.
 */
export function compose(): { supergraph: string; api: string } {
  const services = subgraphNames.map((name) => ({
    name,
    typeDefs: parse(subgraphSdl(name)),
    url: `http://${name}.marquee.internal/graphql`,
  }))
  const result = composeServices(services)
  if (result.errors?.length || !result.supergraphSdl || !result.publicSdl) {
    throw new Error(
      `The subgraphs do not compose:\n${(result.errors ?? []).map((error) => `- ${error.message}`).join('\n')}`,
    )
  }
  return { supergraph: `${result.supergraphSdl.trim()}\n`, api: `${result.publicSdl.trim()}\n` }
}
