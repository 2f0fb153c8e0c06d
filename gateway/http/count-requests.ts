import type { FastifyInstance } from 'fastify'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
import { anonymousViewer } from '../../kit/graphql/viewer/viewer.ts'
import { ClientAddress } from '../../kit/http/request/client-address.ts'
import type { Counted, ViewerRates } from '../../kit/rates/viewer-rates.ts'

/** Routes besides GraphQL that ask a database, and what a request to each counts as. */
const counted: ReadonlyMap<string, Counted> = new Map([
  ['/live/:id', 'Reads'],
  ['/bindings/:instanceId/:key', 'Writes'],
  ['/runs/:id/outputs/:name', 'Reads'],
  ['/activities.ndjson', 'Reads'],
])

/**
 * Counts these like operations of the graph, before anything of them is done: for the principal where one asks, for
 * the address otherwise. RATE_LIMITED past the rate. Applies to routes that are registered afterwards.
 */
export function countRequests(
  app: FastifyInstance,
  options: { rates: ViewerRates; authenticate: Authenticate; tenantId: string; trustedProxies: readonly string[] },
): void {
  const addresses = new ClientAddress(options.trustedProxies)
  const anonymous = anonymousViewer(options.tenantId)
  app.addHook('onRequest', async ({ routeOptions, headers, raw }) => {
    const what = counted.get(routeOptions.url ?? '')
    if (what === undefined) return
    const viewer = (await options.authenticate(headers.authorization)) ?? anonymous
    options.rates.take(what, { viewer, address: addresses.of(raw) })
  })
}
