import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { SubgraphClient } from '../../gateway/subgraph-client.ts'
import { AppError, isErrorCode } from '../../kit/errors/app-error.ts'

/** Whether a request comes from another part of the installation. */
export type MayAsk = (request: FastifyRequest) => Promise<boolean> | boolean

/** A route that parts of the installation ask one another. FORBIDDEN for anybody else. */
export function internalRoute<Body, Answer>(
  app: FastifyInstance,
  mayAsk: MayAsk,
  path: string,
  answer: (body: Body) => Promise<Answer>,
): void {
  app.post(path, async (request: FastifyRequest) => {
    if (!(await mayAsk(request)))
      throw new AppError('FORBIDDEN', { public: 'Only other parts of the installation may ask this.' })
    return { answer: await answer(request.body as Body) }
  })
}

/** Asks such a route. Rejects with the refusal of the other part, and with UNAVAILABLE for anything else. */
export async function askInternal<Answer>(
  client: SubgraphClient,
  key: string,
  path: string,
  body: object,
): Promise<Answer> {
  // It is read for many at once, so that each read has an id of its own; the error tells it to the log of who asks.
  const requestId = randomUUID()
  const headers = { authorization: `Bearer ${key}`, 'x-request-id': requestId }
  const response = (await client.post(path, JSON.stringify(body), headers)) as {
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
