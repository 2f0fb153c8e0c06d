import { readFileSync } from 'node:fs'
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

/*
 * @apollo/gateway as its documentation sets it up, over subgraphs that run already:
 *   SUPERGRAPH  file of the composed schema
 *   SUBGRAPHS   JSON, address by name
 */

const addresses = JSON.parse(process.env.SUBGRAPHS)
const supergraphSdl = Object.entries(addresses).reduce(
  (sdl, [name, url]) => sdl.replace(new RegExp(`(name: "${name}", url: )"[^"]*"`), `$1"${url}/graphql"`),
  readFileSync(process.env.SUPERGRAPH, 'utf8'),
)

class AuthorizedSource extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    if (context.authorization) request.http.headers.set('authorization', context.authorization)
  }
}

const gateway = new ApolloGateway({ supergraphSdl, buildService: ({ url }) => new AuthorizedSource({ url }) })
const server = new ApolloServer({ gateway, introspection: false })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: ({ req }) => Promise.resolve({ authorization: req.headers.authorization }),
})
process.stdout.write(`"url":"${url.replace(/\/$/, '')}"\n`)
process.on('SIGTERM', () => process.exit(0))
