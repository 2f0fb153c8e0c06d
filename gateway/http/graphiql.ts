import type { FastifyReply, FastifyRequest } from 'fastify'

let page: Promise<string> | undefined

/** GraphiQL with everything inline, so that it works without network. Its 9 MB are read when somebody asks for them. */
export async function graphiql(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  page ??= import('@graphql-yoga/render-graphiql').then(({ renderGraphiQL }) =>
    String(renderGraphiQL({ title: 'Marquee', endpoint: '/graphql', subscriptionsProtocol: 'WS', defaultQuery: welcomeQuery } as never)),
  )
  return reply.type('text/html; charset=utf-8').send(await page)
}

const welcomeQuery = `# Reading what is PUBLIC needs no key. To write, add a header below:
# { "authorization": "Bearer <admin key>" }
query NearestScreens {
  nearby(lat: 35.68, lng: 139.76, first: 5) {
    distanceMeters
    instance {
      id
      name
      revision
      url
      definition { title latestVersion { version } }
      placement { geo { lat lng } timezone tags }
    }
  }
}

# Follow one of them live, then change it:
subscription Follow($id: ID!) {
  displayChanged(instanceId: $id) { type revision patch effectiveProps }
}
`
