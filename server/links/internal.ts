import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { SubgraphClient } from '../../gateway/subgraph-client.ts'
import { AppError, isErrorCode } from '../../kit/errors/app-error.ts'

/** Whether a request with these headers comes from another part of the installation. */
export type IsPart = (headers: FastifyRequest['headers']) => boolean

/** Where a service is called, and what each call carries. */
export type ServiceAddress = { url: string; headers: () => Record<string, string> }

/** What load balancers and monitoring ask of every process. */
const open: readonly string[] = ['/healthz', '/readyz', '/metrics']

/** UNAUTHENTICATED for whatever does not come from another part of the installation. */
export function refuseStrangers(app: FastifyInstance, isPart: IsPart): void {
  app.addHook('onRequest', async ({ headers, url }) => {
    if (open.includes(url.split('?', 1)[0] as string) || isPart(headers)) return
    throw new AppError('UNAUTHENTICATED', {
      public: 'This subgraph only accepts calls from its own installation. Send the request to the gateway.',
    })
  })
}

/** A route that parts of the installation ask one another. FORBIDDEN for anybody else. */
export function internalRoute<Body, Answer>(
  app: FastifyInstance,
  isPart: IsPart,
  path: string,
  answer: (body: Body) => Promise<Answer>,
): void {
  app.post(path, async (request: FastifyRequest) => {
    if (!isPart(request.headers))
      throw new AppError('FORBIDDEN', { public: 'Only other parts of the installation may ask this.' })
    return { answer: await answer(request.body as Body) }
  })
}

/** Asks such a route, as a client that says which part it is. Rejects with the refusal of the other part, and with UNAVAILABLE for anything else. */
export async function askInternal<Answer>(client: SubgraphClient, path: string, body: object): Promise<Answer> {
  // It is read for many at once, so that each read has an id of its own; the error tells it to the log of who asks.
  const requestId = randomUUID()
  const response = (await client.post(path, JSON.stringify(body), { 'x-request-id': requestId })) as {
    answer?: Answer
    errors?: { message: string; extensions?: { code?: unknown; details?: Record<string, unknown> } }[]
  }
  if (response.answer !== undefined) return response.answer
  const { message: said = '', extensions: { code, details } = {} } = response.errors?.[0] ?? {}
  // What the other part refuses it refuses for good: a filter that is wrong would be wrong again.
  if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR')
    throw new AppError(code, {
      public: said,
      internal: `${path}, request ${requestId}`,
      ...(details ? { details } : {}),
    })
  throw new AppError('UNAVAILABLE', {
    public: 'A subgraph is unavailable. Try again in a moment.',
    internal: `${path}, request ${requestId}: ${response.errors?.[0]?.message ?? 'no answer'}`,
  })
}
