import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { apiSdl } from '../../schema/load.ts'
import { judgeClose, judgeError, judgeHttp, judgeMessage } from './answers.ts'
import { makeCase, readCase, writeCase, type CaseContext } from './cases.ts'
import { DocumentWriter } from './documents.ts'
import { frame } from './frames.ts'
import { createRandom, times } from './random.ts'

const schema = buildSchema(apiSdl())
const context: CaseContext = { seed: 7, schema, authorization: 'Bearer x', subgraphs: true }
const printed = (one: { chunks: Buffer[]; mode?: string }) => ({
  ...one,
  chunks: one.chunks.map((chunk) => chunk.toString('base64')).join(' '),
})
const dir = mkdtempSync(path.join(tmpdir(), 'marquee-fuzz-test-'))
afterAll(() => rmSync(dir, { recursive: true }))

describe('cases', () => {
  it('are the same bytes for the same seed and index, and others for another seed', () => {
    const of = (seed: number) => times(100, (index) => printed(makeCase({ ...context, seed }, index)))
    expect(of(7)).toEqual(of(7))
    expect(of(8)).not.toEqual(of(7))
  })

  it('are of every kind within a few hundred', () => {
    const kinds = new Set(times(400, (index) => makeCase(context, index).kind))
    expect([...kinds].sort()).toEqual([
      'body',
      'conversation',
      'costly',
      'document',
      'entities',
      'flood',
      'frames',
      'request',
      'upgrade',
    ])
  })

  it('come back from a file as they were', () => {
    const file = path.join(dir, 'case.json')
    for (const one of times(50, (index) => makeCase(context, index))) {
      writeCase(file, one, { mode: 'embedded' })
      expect(printed(readCase(file))).toEqual(printed({ ...one, mode: 'embedded' }))
    }
  })
})

describe('documents', () => {
  it('are valid often enough to be executed, and wrong often enough to be refused', () => {
    const verdicts = times(400, (index) => {
      try {
        return (
          validate(schema, parse(new DocumentWriter(schema, createRandom(7, index)).write('query').query)).length === 0
        )
      } catch {
        return false
      }
    })
    const valid = verdicts.filter(Boolean).length / verdicts.length
    expect(valid).toBeGreaterThan(0.25)
    expect(valid).toBeLessThan(0.9)
  })
})

describe('frame', () => {
  it('writes the three forms of a length, masked', () => {
    expect(frame('ab', { mask: Buffer.from([1, 2, 3, 4]) })).toEqual(Buffer.from([0x81, 0x82, 1, 2, 3, 4, 0x60, 0x60]))
    expect(frame('x'.repeat(126)).subarray(0, 4)).toEqual(Buffer.from([0x81, 0xfe, 0, 126]))
    expect(frame('x'.repeat(65_536)).subarray(0, 10)).toEqual(Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 1, 0, 0]))
  })
})

describe('the judge', () => {
  const extensions = { code: 'BAD_USER_INPUT', service: 'gateway', retryable: false, requestId: 'r' }
  const whats = ({ problems }: { problems: { what: string }[] }) => problems.map(({ what }) => what)

  it('lets an error with all members pass, and names each that is missing', () => {
    expect(whats(judgeError({ message: 'm', extensions }, 'http'))).toEqual([])
    for (const member of Object.keys(extensions)) {
      expect(whats(judgeError({ message: 'm', extensions: { ...extensions, [member]: undefined } }, 'http'))).toEqual([
        expect.stringContaining(`without ${member}`),
      ])
    }
    expect(whats(judgeError(null, 'http'))).toEqual([
      expect.stringContaining('without message, code, service, retryable, requestId'),
    ])
  })

  it('takes every error of ours for a bug, and every code that nobody declared', () => {
    expect(
      whats(judgeError({ message: 'm', extensions: { ...extensions, code: 'INTERNAL_SERVER_ERROR' } }, 'http')),
    ).toEqual(['http: INTERNAL_SERVER_ERROR of gateway'])
    expect(whats(judgeError({ message: 'm', extensions: { ...extensions, code: 'NOPE' } }, 'http'))).toEqual([
      'http: the unknown code NOPE',
    ])
  })

  it('looks into answers over HTTP, batches too', () => {
    expect(whats(judgeHttp(200, 'application/json', '{"data":{}}', 'http'))).toEqual([])
    expect(whats(judgeHttp(500, 'text/plain', 'oops', 'http'))).toEqual([
      'http: HTTP 500',
      'http: HTTP 500 without errors',
    ])
    expect(whats(judgeHttp(404, 'text/plain', 'no', 'http'))).toEqual(['http: HTTP 404 without errors'])
    expect(whats(judgeHttp(200, 'application/json', '{', 'http'))).toEqual([
      'http: HTTP 200 with a body that is no JSON',
    ])
    expect(whats(judgeHttp(200, 'application/json', '[{"errors":[{"message":"m"}]}]', 'http'))).toHaveLength(1)
  })

  it('looks into messages and close codes of a socket', () => {
    expect(whats(judgeMessage({ type: 'next', payload: { data: {} } }))).toEqual([])
    expect(whats(judgeMessage({ type: 'next', payload: { errors: [{ message: 'm' }] } }))).toHaveLength(1)
    expect(whats(judgeMessage({ type: 'error', payload: 'x' }))).toEqual(['socket: errors that are no list'])
    expect(whats(judgeClose(4400, ''))).toEqual([])
    expect(whats(judgeClose(4500, 'x'))).toEqual(['socket: closed with 4500'])
  })
})
