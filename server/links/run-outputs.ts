import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
import { sendFile } from '../../kit/http/send-file.ts'
import { matchesId } from '../../kit/pure/ids/id-format.ts'
import { exportFormats, isExportFormat, type ExportFormat, type Runtime } from '../../services/runtime/index.ts'
import type { ServiceAddress } from './internal.ts'

const address = '/runs/:id/outputs/:name'
const nameShape = /^[\w-]{1,100}$/
/** What a client may ask of a file, and what it is told of one: everything else stays between the two processes. */
const askedHeaders = ['authorization', 'range', 'if-range', 'if-none-match'] as const
const toldHeaders = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-length',
  'content-range',
  'content-type',
  'etag',
] as const

/** `GET /runs/{run}/outputs/{name}?format=csv`: a table that a run gave, whole, for whoever may read the run. */
export function registerRunOutputs(
  app: FastifyInstance,
  runtime: Pick<Runtime, 'exportRunOutput'>,
  authenticate: Authenticate,
): void {
  app.get(address, { config: { service: 'runtime' } }, async (request, reply) => {
    const { id, name, format } = targetOf(request)
    const viewer = await authenticate(request.headers.authorization)
    if (viewer === null) throw new AppError('UNAUTHENTICATED', { public: 'The credential is not a valid one.' })
    return await sendFile(request, reply, await runtime.exportRunOutput(viewer, { id, name, format }))
  })
}

/** The gateway's side: asks the runtime, and hands on what it answers as it comes. */
export function forwardRunOutputs(app: FastifyInstance, runtime: ServiceAddress): void {
  app.get(address, { config: { service: 'runtime' } }, async (request, reply) => {
    const { id, name, format } = targetOf(request)
    const headers = Object.fromEntries(
      askedHeaders.flatMap((header) => {
        const value = request.headers[header]
        return typeof value === 'string' ? [[header, value]] : []
      }),
    )
    const left = new AbortController()
    request.raw.once('close', () => left.abort())
    let response: Response
    try {
      response = await fetch(`${runtime.url}/runs/${id}/outputs/${name}?format=${format}`, {
        method: request.method,
        headers: { ...runtime.headers(), ...headers, 'accept-encoding': 'identity', 'x-request-id': request.id },
        signal: left.signal,
        redirect: 'error',
      })
    } catch (cause) {
      throw new AppError('UNAVAILABLE', {
        public: 'A part of the graph is away. Try again in a moment.',
        internal: `runtime does not answer at ${runtime.url}`,
        cause,
      })
    }
    for (const header of toldHeaders) {
      const value = response.headers.get(header)
      if (value !== null) void reply.header(header, value)
    }
    const body = response.body === null ? '' : Readable.fromWeb(response.body as ReadableStream)
    return await reply.status(response.status).send(body)
  })
}

function targetOf(request: FastifyRequest): { id: string; name: string; format: ExportFormat } {
  const { id, name } = request.params as { id: string; name: string }
  if (!matchesId('run', 12, id) || !nameShape.test(name))
    throw new AppError('NOT_FOUND', { public: 'There is no such address: it is /runs/{run}/outputs/{name}.' })
  const { format = 'csv' } = request.query as { format?: unknown }
  if (isExportFormat(format)) return { id, name, format }
  throw new AppError('BAD_USER_INPUT', {
    public: `'format' must be one of ${Object.keys(exportFormats).join(', ')}.`,
    details: { problems: [{ pointer: '/format', message: 'is no format of a file' }] },
  })
}
