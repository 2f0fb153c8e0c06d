import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'

type Range = { start: number; end: number }

/**
 * Which bytes of `size` a Range header asks for, both ends included; null: all of them (no header, several ranges, or
 * one that means nothing, as RFC 9110 lets a server take them); UNSATISFIABLE: none that there are.
 */
export function rangeOf(header: string | undefined, size: number): Range | null | 'UNSATISFIABLE' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const last = Number(to)
    return last === 0 || size === 0 ? 'UNSATISFIABLE' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return null
  return start >= size ? 'UNSATISFIABLE' : { start, end }
}

/** Sends a file that never changes: whole, one range of it, or not at all to whoever has it. The etag is a strong one. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, etag, contentType, fileName }: { file: string; etag: string; contentType: string; fileName: string },
): Promise<FastifyReply> {
  void reply.headers({ etag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache' })
  const known = String(request.headers['if-none-match'] ?? '')
  if (known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*'))
    return await reply.status(304).send()
  const { size } = await stat(file)
  const condition = request.headers['if-range']
  const range = condition === undefined || condition === etag ? rangeOf(request.headers.range, size) : null
  if (range === 'UNSATISFIABLE')
    return await reply.status(416).header('content-range', `bytes */${size}`).type('text/plain').send('')
  const { start, end } = range ?? { start: 0, end: size - 1 }
  void reply.headers({
    'content-length': end - start + 1,
    'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`,
  })
  if (range !== null) void reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`)
  void reply.type(contentType)
  // A text would make Fastify count its bytes anew for HEAD.
  if (request.method === 'HEAD' || size === 0) return await reply.send(Readable.from([]))
  const content = createReadStream(file, { start, end })
  // Its headers are gone by then: all that can still be said is that this is not all of it.
  content.once('error', () => reply.raw.destroy())
  return await reply.send(content)
}
