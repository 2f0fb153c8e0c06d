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
  const { supergraphSdl, publicSdl, errors } = composeServices(services)
  if (!supergraphSdl || !publicSdl || errors?.length) {
    throw new Error(`The subgraphs do not compose:\n${(errors ?? []).map((error) => `- ${error.message}`).join('\n')}`)
  }
  return { supergraph: `${supergraphSdl.trim()}\n`, api: `${publicSdl.trim()}\n` }
}
