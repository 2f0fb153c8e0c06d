import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import { scalars } from '../../kit/graphql/scalars.ts'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
import { callerOf } from '../../kit/graphql/viewer/http-caller.ts'
import type { Runtime } from '../../services/runtime/index.ts'
import type { ServiceAddress } from './internal.ts'

const path = '/activities.ndjson'
const type = 'application/x-ndjson; charset=utf-8'
const texts = ['actorId', 'resourceType', 'resourceId', 'changeId'] as const
const times = ['since', 'until'] as const
const known: readonly string[] = [...texts, ...times, 'actions']

type Filter = Parameters<Runtime['exportActivities']>[1]

/**
 * `GET /activities.ndjson`: the activities that match, oldest first, a JSON object on each line. The parameters are the
 * members of ActivityFilter; `actions` may be repeated. An answer that is cut off ends without its last line feed.
 */
export function registerActivityExport(
  app: FastifyInstance,
  runtime: Pick<Runtime, 'exportActivities'>,
  authenticate: Authenticate,
): void {
  app.get(path, { config: { service: 'runtime' } }, async (request, reply) => {
    const { viewer } = await callerOf(request, authenticate)
    return send(reply, Readable.from(runtime.exportActivities(viewer, filterOf(request))))
  })
}

/** The gateway's side: passes the question and the answer on. */
export function forwardActivityExport(app: FastifyInstance, runtime: ServiceAddress): void {
  app.get(path, { config: { service: 'runtime' } }, async (request, reply) => {
    const address = new URL(request.url, runtime.url)
    const { authorization } = request.headers
    let response: Response
    try {
      response = await fetch(`${runtime.url}${path}${address.search}`, {
        headers: {
          ...runtime.headers(),
          ...(authorization === undefined ? {} : { authorization }),
          'x-request-id': request.id,
        },
        redirect: 'error',
      })
    } catch (cause) {
      throw new AppError('UNAVAILABLE', {
        public: 'A subgraph is unavailable. Try again in a moment.',
        internal: `runtime does not answer at ${runtime.url}`,
        cause,
      })
    }
    if (response.ok && response.body) return send(reply, Readable.fromWeb(response.body as ReadableStream))
    return reply
      .status(response.status)
      .type('application/json; charset=utf-8')
      .send(await response.text())
  })
}

const send = (reply: FastifyReply, lines: Readable): FastifyReply =>
  reply.header('cache-control', 'no-store').type(type).send(lines)

/** Throws BAD_USER_INPUT for a parameter that is unknown or malformed. */
function filterOf({ query }: FastifyRequest): Filter {
  const given = query as Record<string, string | string[]>
  const problems = Object.entries(given).flatMap(([name, value]) => {
    if (!known.includes(name)) return [{ pointer: `/${name}`, message: `is none of ${known.join(', ')}` }]
    if (name !== 'actions' && Array.isArray(value)) return [{ pointer: `/${name}`, message: 'is given more than once' }]
    return [value].flat().some((text) => text.includes('\0') || !text.isWellFormed())
      ? [{ pointer: `/${name}`, message: 'must be well-formed text without U+0000' }]
      : []
  })
  if (problems.length > 0) {
    throw new AppError('BAD_USER_INPUT', {
      public: `Not acceptable: ${problems[0]?.pointer} ${problems[0]?.message}.`,
      details: { problems },
    })
  }
  return {
    ...Object.fromEntries(texts.map((name) => [name, given[name] ?? null])),
    ...Object.fromEntries(
      times.map((name) => [name, given[name] === undefined ? null : scalars['DateTime']?.parseValue(given[name])]),
    ),
    actions: given['actions'] === undefined ? null : [given['actions']].flat(),
  } as Filter
}
