import type { GraphQLFieldResolver } from 'graphql'
import type { Pool } from 'pg'
import { isAppError } from '../../kit/errors/app-error.ts'
import type { BaseContext, Subgraph } from '../../kit/graphql/subgraph.ts'
import { budgetHolder, type Viewer } from '../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../kit/pure/ids/id-format.ts'
import { TokenBucket } from '../../kit/pure/time/token-bucket.ts'
import type { recordActivity } from '../../services/runtime/index.ts'

type Resolver = GraphQLFieldResolver<unknown, BaseContext>
type Options = { pool: Pool; record: typeof recordActivity; perMinute: number }

/** Viewers whose refusals are counted; the one counted longest ago is forgotten first. */
const holdersMax = 10_000

/**
 * The subgraph with mutations that leave an activity when a known viewer is forbidden them: what somebody tried is part
 * of the audit. Anonymous attempts leave none, because anybody could fill the log with them; of one viewer, no more
 * than so many a minute in each process.
 */
export function withRecordedRefusals<Part extends object>(subgraph: Subgraph<Part>, options: Options): Subgraph<Part> {
  const mayRecord = recordingRate(options.perMinute)
  const mutations = Object.entries((subgraph.resolvers['Mutation'] ?? {}) as Record<string, Resolver>)
  const recorded = mutations.map(([name, resolve]) => {
    const watched: Resolver = async (parent, args, context, info) => {
      try {
        return (await resolve(parent, args, context, info)) as unknown
      } catch (error) {
        const { viewer, log } = context
        if (isAppError(error) && error.code === 'FORBIDDEN' && mayRecord(viewer)) {
          // The refusal stands whether or not it can be recorded.
          await options
            .record(options.pool, refused(viewer, name, args))
            .catch((failure: unknown) => log.warn({ err: failure, mutation: name }, 'failed to record a refusal'))
        }
        throw error
      }
    }
    return [name, watched]
  })
  return { ...subgraph, resolvers: { ...subgraph.resolvers, Mutation: Object.fromEntries(recorded) as object } }
}

function refused({ tenantId, principalId, principalKind }: Viewer, mutation: string, args: Record<string, unknown>) {
  return {
    tenantId,
    actorId: principalId,
    action: 'mutation.refused',
    resourceType: 'Mutation',
    resourceId: mutation,
    after: { code: 'FORBIDDEN', principalKind, target: targetOf(args) },
    changeId: newId('chg', 16),
  }
}

/** What the attempt was about, where the input names it. */
function targetOf({ input }: Record<string, unknown>): string | null {
  const { id, instanceId, principalId, nodeId } = (input ?? {}) as Record<string, unknown>
  const target = [id, instanceId, nodeId, principalId].find((value) => typeof value === 'string')
  return target === undefined ? null : (target as string).slice(0, 200)
}

function recordingRate(perMinute: number): (viewer: Viewer) => boolean {
  const rates = new Map<string, TokenBucket>()
  return (viewer) => {
    const holder = budgetHolder(viewer)
    if (holder === null) return false
    const now = performance.now()
    const rate = rates.get(holder) ?? new TokenBucket({ perSecond: perMinute / 60, burst: perMinute }, now)
    rates.delete(holder)
    rates.set(holder, rate)
    if (rates.size > holdersMax) rates.delete(rates.keys().next().value as string)
    return rate.take(now)
  }
}
