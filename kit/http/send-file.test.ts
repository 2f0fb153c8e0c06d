import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { rangeOf, sendFile } from './send-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'marquee-send-'))
const file = path.join(folder, 'a.csv')
writeFileSync(file, '0123456789')
const app = fastify()
app.get('/file', (request, reply) =>
  sendFile(request, reply, { file, etag: '"one"', contentType: 'text/csv', fileName: 'a "b".csv' }),
)
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
const get = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url: '/file', headers })

describe('a file over HTTP (RFC 9110)', () => {
  it('comes whole, with what a client needs to ask for parts', async () => {
    const { statusCode, headers, body } = await get()
    expect({ statusCode, body }).toEqual({ statusCode: 200, body: '0123456789' })
    expect(headers).toMatchObject({
      etag: '"one"',
      'accept-ranges': 'bytes',
      'content-length': '10',
      'content-disposition': 'attachment; filename="a__b_.csv"',
    })
    expect((await get({}, 'HEAD')).headers['content-length']).toBe('10')
  })

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-30', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['rows=1-2', 200, '0123456789', undefined],
  ])('%s is answered with %i', async (range, status, body, contentRange) => {
    const answer = await get({ range })
    expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([status, body, contentRange])
  })

  it('sends nothing to whoever has it, and all of it to whoever has a part of another one', async () => {
    expect((await get({ 'if-none-match': 'W/"one", "two"' })).statusCode).toBe(304)
    expect((await get({ range: 'bytes=0-1', 'if-range': '"two"' })).statusCode).toBe(200)
    expect((await get({ range: 'bytes=0-1', 'if-range': '"one"' })).statusCode).toBe(206)
  })

  it('never asks for bytes that are not there, whatever the header', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(bytes=)?\d{0,4}-\d{0,4}$/), fc.nat(2000), (header, size) => {
        const range = rangeOf(header, size)
        if (range === null || range === 'UNSATISFIABLE') return
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.start).toBeLessThanOrEqual(range.end)
        expect(range.end).toBeLessThan(size)
      }),
    )
  })
})
