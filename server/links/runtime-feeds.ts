import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError, isErrorCode } from '../../kit/errors/app-error.ts'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
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

/**
 * What a gateway in another process asks of the runtime for its live hub: plain JSON, for many instances at once.
 * Only for those who hold the admin key, because the hub itself decides what each viewer may see.
 */
export function registerFeedRoutes(app: FastifyInstance, runtime: Runtime, authenticate: Authenticate): void {
  const route = <Body, Answer>(path: string, answer: (body: Body) => Promise<Answer>) => {
    app.post(path, async (request: FastifyRequest) => {
      if (!authenticate(request.headers.authorization)?.isAdmin) {
        throw new AppError('FORBIDDEN', { public: 'Only other parts of the installation may ask this.' })
      }
      return { answer: await answer(request.body as Body) }
    })
  }
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
export function httpFeedSource(client: SubgraphClient, adminKey: string): FeedSource & RunSource {
  const ask = async <Answer>(path: string, body: object): Promise<Answer> => {
    const response = (await client.post(path, JSON.stringify(body), { authorization: `Bearer ${adminKey}` })) as {
      answer?: Answer
      errors?: { message: string; extensions?: { code?: unknown; details?: Record<string, unknown> } }[]
    }
    if (response.answer === undefined) {
      const { message: said = '', extensions: { code, details } = {} } = response.errors?.[0] ?? {}
      // What the runtime refuses it refuses for good: a filter that is wrong would be wrong again.
      if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR')
        throw new AppError(code, { public: said, ...(details ? { details } : {}) })
      throw new AppError('UNAVAILABLE', {
        public: 'A part of the graph is away. Try again in a moment.',
        internal: `${path}: ${response.errors?.[0]?.message ?? 'no answer'}`,
      })
    }
    return response.answer
  }
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
