import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply } from 'fastify'

type Encoding = 'br' | 'gzip'

/** Below this the headers cost more than they save, and everything fits one packet. */
const bytesMin = 1400
const compressible =
  /^(text\/(html|css|javascript|plain)|application\/(json|graphql-response\+json|problem\+json)|image\/svg\+xml)\b/

/** For what is made anew each time: most of the gain at a fraction of the time. */
const quick = { br: 4, gzip: 4 }
/** For files, which are compressed once and kept. */
const thorough = { br: 6, gzip: 9 }

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

const compress = (content: Buffer, encoding: Encoding, level: number): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      })
    : deflate(content, { level })

/**
 * Compresses answers with brotli or gzip, in threads of their own; never streams, whose clients wait for each part. A
 * buffer that is sent more than once (a file that is held in memory) is compressed once.
 */
export function registerCompression(app: FastifyInstance): void {
  const kept = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>()

  function compressed(content: string | Buffer, encoding: Encoding): Promise<Buffer> {
    if (typeof content === 'string') return compress(Buffer.from(content), encoding, quick[encoding])
    let variants = kept.get(content)
    if (!variants) kept.set(content, (variants = new Map()))
    let variant = variants.get(encoding)
    if (!variant) variants.set(encoding, (variant = compress(content, encoding, thorough[encoding])))
    return variant
  }

  app.addHook('onSend', async (request, reply, payload) => {
    if ((typeof payload !== 'string' && !Buffer.isBuffer(payload)) || !isCompressible(reply)) return payload
    addVary(reply, 'accept-encoding')
    if (request.method === 'HEAD' || Buffer.byteLength(payload) < bytesMin) return payload
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (encoding === null) return payload
    const content = await compressed(payload, encoding)
    void reply.header('content-encoding', encoding).removeHeader('content-length')
    return content
  })
}

function isCompressible(reply: FastifyReply): boolean {
  return (
    reply.statusCode !== 204 &&
    reply.statusCode !== 304 &&
    !reply.hasHeader('content-encoding') &&
    compressible.test(String(reply.getHeader('content-type') ?? ''))
  )
}

/** Brotli where both are taken; null where neither is. */
export function encodingFor(accepted: string | string[] | undefined): Encoding | null {
  const weights = new Map(
    String(accepted ?? '')
      .split(',')
      .map((item) => {
        const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
        const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
        return [name, Number.isNaN(weight) ? 0 : weight] as const
      }),
  )
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0
  if (weightOf('br') === 0 && weightOf('gzip') === 0) return null
  return weightOf('br') >= weightOf('gzip') ? 'br' : 'gzip'
}

function addVary(reply: FastifyReply, name: string): void {
  const known = String(reply.getHeader('vary') ?? '')
  void reply.header('vary', known === '' ? name : `${known}, ${name}`)
}
