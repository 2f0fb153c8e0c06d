import type { FastifyInstance } from 'fastify'
import type { SubgraphClient } from '../../gateway/subgraph-client.ts'
import { principalsTopic, type KnownPrincipal, type PrincipalSource } from '../../kit/graphql/viewer/principals.ts'
import type { Bus } from '../../kit/bus/bus.ts'
import type { Logger } from '../../kit/log.ts'
import { internalRoute, askInternal, type IsPart } from './internal.ts'

type Question = { tenantId: string; ids: string[] }

/** What principals may do, for the gateway, which has no database. */
export function registerPrincipalsRoute(app: FastifyInstance, source: PrincipalSource, isPart: IsPart): void {
  internalRoute(app, isPart, '/internal/principals', async ({ tenantId, ids }: Question) => [
    ...(await source(tenantId, ids)),
  ])
}

/** The gateway's side of it. */
export const httpPrincipalSource =
  (client: SubgraphClient): PrincipalSource =>
  async (tenantId, ids) =>
    new Map(await askInternal<[string, KnownPrincipal][]>(client, '/internal/principals', { tenantId, ids }))

/** Tells every process of principals whose access has changed. What the bus does not take, they find out by its age. */
export const tellPrincipals =
  (bus: Bus, log: Logger) =>
  (tenantId: string, principalIds: readonly string[] | null): Promise<void> =>
    bus
      .publish([{ topic: principalsTopic(tenantId), payload: JSON.stringify(principalIds) }])
      .catch((error: unknown) => log.warn({ err: error }, 'failed to publish a change of access'))
