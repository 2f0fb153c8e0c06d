import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import type { Bus } from '../kit/bus/bus.ts'
import type { VersionedKeys } from '../kit/cache/versioned-keys.ts'
import { systemClock } from '../kit/clock.ts'
import { createAccessTokens } from '../kit/graphql/viewer/access-token.ts'
import type { Subgraph } from '../kit/graphql/subgraph.ts'
import type { Limits } from '../kit/limits.ts'
import type { Logger } from '../kit/log.ts'
import type { ViewerRates } from '../kit/rates/viewer-rates.ts'
import type { SubgraphName } from '../schema/load.ts'
import { createCatalogue, SYSTEM_TENANT_ID, type Catalogue } from '../services/catalogue/index.ts'
import { createPlacement, placementWriter } from '../services/placement/index.ts'
import { createRuntime, recordActivity, type Runtime, type RunSettings } from '../services/runtime/index.ts'
import { tellPrincipals } from './links/principals.ts'
import { withRecordedRefusals } from './links/record-refusals.ts'

export type ServiceOptions = {
  /** Whether to make what every installation starts with (tenant, roles, definitions): the catalogue's process does. */
  bootstraps: boolean
  pool: Pool
  bus: Bus
  keys?: VersionedKeys | null
  rates: ViewerRates
  log: Logger
  propsBytesMax: number
  limits: Limits
  logRetentionDays: number
  activityRetentionDays: number
  fetchAllow: readonly string[]
  contentDir: string | null
  secrets: readonly string[]
  runs: RunSettings
  registry?: Registry
}

export type Services = { catalogue: Catalogue; runtime: Runtime; subgraphs: Record<SubgraphName, Subgraph> }

/**
 * The three services with their doors linked, on one pool. A process that plays one part makes them too: what another
 * service must do in the same transaction goes through its door here, never over the network and never to its tables.
 */
export async function createServices(options: ServiceOptions): Promise<Services> {
  const { pool } = options
  const activities = { record: recordActivity }
  const catalogue = createCatalogue({
    pool,
    clock: systemClock,
    activities,
    contentDir: options.contentDir,
    runLimits: options.runs,
    limits: options.limits,
    tellAccess: tellPrincipals(options.bus, options.log),
    // The runtime is made of the catalogue's door, and asked only once all are there.
    instances: { nodeOf: (viewer, id) => runtime.nodeOf(viewer, id) },
    displayKeys: {
      list: (viewer, page) => runtime.displayKeys.list(viewer, page),
      revoke: (viewer, id) => runtime.displayKeys.revoke(viewer, id),
      rotate: (viewer, how) => runtime.displayKeys.rotate(viewer, how),
    },
    tokens: createAccessTokens({ secrets: options.secrets, tenantId: SYSTEM_TENANT_ID }),
  })
  if (options.bootstraps) {
    await catalogue.bootstrap()
    await catalogue.seed()
  }
  const runtime: Runtime = await createRuntime({
    ...options,
    definitions: catalogue.source,
    placements: placementWriter,
  })
  const placement = createPlacement({ pool, bus: options.bus, log: options.log, activities, instances: runtime })
  // Each subgraph knows its own part of the context only; whoever merges them gives each its own.
  const served = ({ subgraph }: { subgraph: object }) =>
    withRecordedRefusals(subgraph as Subgraph, {
      pool,
      record: recordActivity,
      perMinute: options.limits.refusalsRecordedPerMinute,
    })
  return {
    catalogue,
    runtime,
    subgraphs: { catalogue: served(catalogue), runtime: served(runtime), placement: served(placement) },
  }
}
