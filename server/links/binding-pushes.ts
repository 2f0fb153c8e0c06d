import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import { matchesId } from '../../kit/pure/ids/id-format.ts'
import type { Runtime } from '../../services/runtime/index.ts'
import type { ServiceAddress } from './internal.ts'

const path = '/bindings/:instanceId/:key'
const keyLengthMax = 400
const bodyBytesMax = 256 * 1024
const forwardTimeoutMs = 15_000
const signed = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

/** Where somebody outside pushes the value of a webhook binding: `POST /bindings/{instance}/{key}`. */
export function registerBindingPushes(app: FastifyInstance, runtime: Pick<Runtime, 'pushBinding'>): void {
  postBytes(app, async (request) => {
    const { instanceId, key } = targetOf(request)
    const [id, timestamp, signature] = signed.map((name) => header(request, name))
    const headers = {
      ...(id === undefined ? {} : { id }),
      ...(timestamp === undefined ? {} : { timestamp }),
      ...(signature === undefined ? {} : { signature }),
    }
    return {
      status: 200,
      answer: JSON.stringify(await runtime.pushBinding({ instanceId, key, headers, body: request.body as Buffer })),
    }
  })
}

/** The gateway's side: hands the very bytes on, because they are what is signed. */
export function forwardBindingPushes(app: FastifyInstance, runtime: ServiceAddress): void {
  postBytes(app, async (request) => {
    const { instanceId, key } = targetOf(request)
    const headers = Object.fromEntries(
      signed.flatMap((name) => (header(request, name) === undefined ? [] : [[name, header(request, name) as string]])),
    )
    try {
      const response = await fetch(`${runtime.url}/bindings/${instanceId}/${encodeURIComponent(key)}`, {
        method: 'POST',
        headers: {
          ...runtime.headers(),
          ...headers,
          'content-type': 'application/octet-stream',
          'x-request-id': request.id,
        },
        body: new Uint8Array(request.body as Buffer),
        signal: AbortSignal.timeout(forwardTimeoutMs),
        redirect: 'error',
      })
      return { status: response.status, answer: await response.text() }
    } catch (cause) {
      throw new AppError('UNAVAILABLE', {
        public: 'A part of the graph is away. Try again in a moment.',
        internal: `runtime does not answer at ${runtime.url}`,
        cause,
      })
    }
  })
}

/**
 * Which binding is meant. What names none is refused here, before it becomes part of another address: a dot segment
 * would lead to another route of the runtime.
 */
function targetOf(request: FastifyRequest): { instanceId: string; key: string } {
  const { instanceId, key } = request.params as { instanceId: string; key: string }
  const isKey = key !== '' && key !== '.' && key !== '..' && key.length <= keyLengthMax && key.isWellFormed()
  if (matchesId('inst', 8, instanceId) && isKey) return { instanceId, key }
  throw new AppError('NOT_FOUND', { public: 'There is no such address: it is /bindings/{instance}/{key}.' })
}

/** A route that gets its body as it came, whatever it claims to be: a signature is over bytes, not over what they mean. */
function postBytes(
  app: FastifyInstance,
  handle: (request: FastifyRequest) => Promise<{ status: number; answer: string }>,
): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyBytesMax }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(path, { bodyLimit: bodyBytesMax, config: { service: 'runtime' } }, async (request, reply) => {
      request.body ??= Buffer.alloc(0)
      const { status, answer } = await handle(request)
      return await reply.status(status).type('application/json; charset=utf-8').send(answer)
    })
  })
}

function header({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
