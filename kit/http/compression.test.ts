import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { encodingFor, registerCompression } from './compression.ts'

const long = JSON.stringify({ words: Array.from({ length: 500 }, (_, index) => `word ${index}`) })
const file = Buffer.from(long)
const app = Fastify()
registerCompression(app)
app.get('/long', (_request, reply) => reply.type('application/json; charset=utf-8').header('vary', 'origin').send(long))
app.get('/file', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(file))
app.get('/short', (_request, reply) => reply.type('application/json').send('{}'))
app.get('/stream', (_request, reply) => reply.type('text/event-stream').send(long))
app.get('/image', (_request, reply) => reply.type('image/png').send(file))
afterAll(() => app.close())

const get = (url: string, accepted?: string) =>
  app.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } })

describe('registerCompression', () => {
  it('sends brotli or gzip of the same bytes, as the client takes it', async () => {
    for (const url of ['/long', '/file', '/file']) {
      const [br, gzip, plain] = [await get(url, 'gzip, deflate, br, zstd'), await get(url, 'gzip'), await get(url)]
      expect([
        br.headers['content-encoding'],
        gzip.headers['content-encoding'],
        plain.headers['content-encoding'],
      ]).toEqual(['br', 'gzip', undefined])
      expect([
        brotliDecompressSync(br.rawPayload).toString(),
        gunzipSync(gzip.rawPayload).toString(),
        plain.body,
      ]).toEqual([long, long, long])
      expect(Number(br.headers['content-length'])).toBe(br.rawPayload.length)
      expect(br.rawPayload.length).toBeLessThan(long.length / 3)
    }
  })

  it('tells caches that the answer depends on it, beside what it depends on already', async () => {
    expect((await get('/long')).headers['vary']).toBe('origin, accept-encoding')
    expect((await get('/short', 'br')).headers['vary']).toBe('accept-encoding')
  })

  it('leaves alone what is short, what is a stream and what is compressed by nature', async () => {
    for (const url of ['/short', '/stream', '/image'])
      expect((await get(url, 'br, gzip')).headers['content-encoding'], url).toBeUndefined()
  })

  it.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['br;q=0, gzip;q=0', null],
    ['*;q=0', null],
    ['gzip;q=x', null],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['*', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['BR, GZIP', 'br'],
    ['br;q=0, *', 'gzip'],
  ])('for %s chooses %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })
})
