import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { SubgraphClient } from '../../gateway/subgraph-client.ts'
import type { CredentialUses } from '../../kit/graphql/viewer/credential-use.ts'
import { noteTokensUsed, SYSTEM_TENANT_ID } from '../../services/catalogue/index.ts'
import { noteDisplayKeysUsed } from '../../services/runtime/index.ts'
import { askInternal, internalRoute, type IsPart } from './internal.ts'

const path = '/internal/credentials-used'

/** Each service writes down when its own credentials were used. */
export const writeUses =
  (pool: Pool) =>
  async ({ tokenIds, keyHashes }: CredentialUses) => {
    if (tokenIds.length > 0) await noteTokensUsed(pool, SYSTEM_TENANT_ID, tokenIds)
    if (keyHashes.length > 0) await noteDisplayKeysUsed(pool, SYSTEM_TENANT_ID, keyHashes)
  }

/** For the gateway, which has no database: a socket is known to it alone. */
export function registerCredentialUse(app: FastifyInstance, pool: Pool, isPart: IsPart): void {
  internalRoute(app, isPart, path, async (uses: CredentialUses) => {
    await writeUses(pool)(uses)
    return true
  })
}

/** The gateway's side of it. */
export const tellUses = (client: SubgraphClient) => async (uses: CredentialUses) =>
  void (await askInternal<true>(client, path, uses))
