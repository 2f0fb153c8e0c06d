import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { FeedSource, MatchQuestion } from '../../gateway/live/reading/feed-source.ts'
import type { RunSource } from '../../gateway/live/reading/run-source.ts'
import type { SubgraphClient } from '../../gateway/subgraph-client.ts'
import type {
  FeedRequest,
  FeedSlice,
  InstanceState,
  Observation,
  PlaceFacts,
  RunFeedRequest,
  RunFeedSlice,
} from '../../schema/events.ts'
import type { Runtime } from '../../services/runtime/index.ts'
import { askInternal, internalRoute, type IsPart } from './internal.ts'

/**
 * What a gateway in another process asks of the runtime for its live hub: plain JSON, for many instances at once.
 * Only for parts of the installation, because the hub itself decides what each viewer may see.
 */
export function registerFeedRoutes(app: FastifyInstance, runtime: Runtime, isPart: IsPart): void {
  const route = <Body, Answer>(path: string, answer: (body: Body) => Promise<Answer>) =>
    internalRoute(app, isPart, path, answer)
  route('/internal/feeds', ({ requests }: { requests: FeedRequest[] }) => runtime.readFeeds(requests))
  route('/internal/heads', async ({ ids }: { ids: string[] }) => [...(await runtime.heads(ids))])
  route('/internal/observed', async ({ ids }: { ids: string[] }) => [...(await runtime.observed(ids))])
  route('/internal/places', async ({ tenantId, ids }: { tenantId: string; ids: string[] }) => [
    ...(await runtime.places(tenantId, ids)),
  ])
  route('/internal/runs', ({ requests }: { requests: RunFeedRequest[] }) => runtime.readRuns(requests))
  route('/internal/run-heads', async ({ ids }: { ids: string[] }) => [...(await runtime.runHeads(ids))])
  route('/internal/match-among', async ({ questions }: { questions: MatchQuestion[] }) =>
    (await runtime.matchAmong(questions)).map((found) => [...found]),
  )
  route(
    '/internal/search',
    ({ viewer, filter, page }: { viewer: Viewer; filter: unknown; page: { first: number; after: string | null } }) =>
      runtime.search(viewer, filter, page),
  )
}

/** The gateway's side of it. */
export function httpFeedSource(client: SubgraphClient): FeedSource & RunSource {
  const ask = <Answer>(path: string, body: object) => askInternal<Answer>(client, path, body)
  return {
    readFeeds: (requests) => ask<FeedSlice[]>('/internal/feeds', { requests }),
    heads: async (ids) => new Map(await ask<[string, number][]>('/internal/heads', { ids })),
    observed: async (ids) => new Map(await ask<[string, Observation][]>('/internal/observed', { ids })),
    places: async (tenantId, ids) => new Map(await ask<[string, PlaceFacts][]>('/internal/places', { tenantId, ids })),
    readRuns: (requests) => ask<RunFeedSlice[]>('/internal/runs', { requests }),
    runHeads: async (ids) => new Map(await ask<[string, number][]>('/internal/run-heads', { ids })),
    matchAmong: async (questions) =>
      (await ask<string[][]>('/internal/match-among', { questions })).map((ids) => new Set(ids)),
    search: (viewer, filter, page) =>
      ask<{ rows: InstanceState[]; cursors: string[]; epoch: string }>('/internal/search', { viewer, filter, page }),
  }
}
