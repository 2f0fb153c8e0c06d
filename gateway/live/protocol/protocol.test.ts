import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../kit/limits.ts'
import { closeReason, credentialIn, idInUse, readMessage } from './protocol.ts'

const readText = (text: string) => readMessage(text, defaultLimits)
const read = (message: unknown) => readText(JSON.stringify(message))

describe('readMessage', () => {
  it.each([
    [{ type: 'connection_init' }, { type: 'connection_init' }],
    [{ type: 'connection_init', payload: null }, { type: 'connection_init' }],
    [
      { type: 'connection_init', payload: { authorization: 'Bearer x' } },
      { type: 'connection_init', payload: { authorization: 'Bearer x' } },
    ],
    [{ type: 'ping' }, { type: 'ping' }],
    [
      { type: 'pong', payload: { at: 1 } },
      { type: 'pong', payload: { at: 1 } },
    ],
    [
      { type: 'complete', id: '1' },
      { type: 'complete', id: '1' },
    ],
    [
      { type: 'subscribe', id: '1', payload: { query: '{ a }' } },
      { type: 'subscribe', id: '1', payload: { query: '{ a }' }, refusal: null },
    ],
    [
      {
        type: 'subscribe',
        id: '1',
        payload: { query: '{ a }', operationName: null, variables: { a: 1 }, extensions: { x: 1 } },
      },
      {
        type: 'subscribe',
        id: '1',
        payload: { query: '{ a }', operationName: null, variables: { a: 1 }, extensions: { x: 1 } },
        refusal: null,
      },
    ],
  ])('reads %j', (message, expected) => {
    expect(read(message)).toEqual(expected)
  })

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"ping"'],
    ['no type', '{}'],
    ['a type that only servers say', '{"type":"next","id":"1","payload":{}}'],
    ['an unknown type', '{"type":"constructor"}'],
    ['a payload that is no object', '{"type":"ping","payload":1}'],
    ['a payload that is a list', '{"type":"connection_init","payload":[]}'],
    ['complete without an id', '{"type":"complete"}'],
    ['an empty id', '{"type":"complete","id":""}'],
    ['a number as id', '{"type":"complete","id":1}'],
    ['an id of 201 characters', `{"type":"complete","id":"${'x'.repeat(201)}"}`],
    ['subscribe without a payload', '{"type":"subscribe","id":"1"}'],
    ['subscribe without an id', '{"type":"subscribe","payload":{"query":"{a}"}}'],
    ['subscribe without a query', '{"type":"subscribe","id":"1","payload":{}}'],
    ['a query that is no text', '{"type":"subscribe","id":"1","payload":{"query":{}}}'],
    ['an operation name that is no text', '{"type":"subscribe","id":"1","payload":{"query":"{a}","operationName":1}}'],
    ['variables that are a list', '{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":[]}}'],
    ['extensions that are a list', '{"type":"subscribe","id":"1","payload":{"query":"{a}","extensions":[]}}'],
    ['extensions that are a text', '{"type":"subscribe","id":"1","payload":{"query":"{a}","extensions":"x"}}'],
    ['JSON of 65 levels', JSON.stringify({ type: 'ping', payload: nested(64) })],
    ['JSON of 100,000 levels', `{"type":"ping","payload":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
    ['variables that are a text', '{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":"{}"}}'],
  ])('says why %s is no message', (_what, text) => {
    expect(readText(text)).toEqual({
      type: 'invalid',
      reason: expect.stringMatching(/^Invalid message: [ -~]{1,100}$/) as string,
    })
  })

  it('bounds what it reads: bytes, levels, values and the id, at the limit and past it', () => {
    const limits = { messageBytes: 1000, jsonDepth: 8, jsonNodes: 20, operationIdLength: 5 }
    const types = (texts: string[]) => texts.map((text) => readMessage(text, limits).type)
    const sized = (bytes: number) => JSON.stringify({ type: 'ping', payload: { a: 'x'.repeat(bytes - 34) } })
    expect(sized(1000)).toHaveLength(1000)
    expect(types([sized(1000), sized(1001)])).toEqual(['ping', 'invalid'])
    const deep = (levels: number) => JSON.stringify({ type: 'ping', payload: nested(levels - 1) })
    expect(types([deep(8), deep(9)])).toEqual(['ping', 'invalid'])
    const id = (length: number) => JSON.stringify({ type: 'complete', id: 'x'.repeat(length) })
    expect(types([id(5), id(6)])).toEqual(['complete', 'invalid'])
    const wide = (values: number) =>
      JSON.stringify({ type: 'ping', payload: { a: Array.from({ length: values }, () => 1) } })
    expect(types([wide(10), wide(30)])).toEqual(['ping', 'invalid'])
  })

  it('refuses the operation, not the connection, where a number in the variables would become another one', () => {
    const text = '{"type":"subscribe","id":"1","payload":{"query":"{ a }","variables":{"n":750727362669608961}}}'
    expect(readText(text)).toMatchObject({ type: 'subscribe', id: '1', refusal: { code: 'BAD_USER_INPUT' } })
  })

  it('answers any text without throwing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => `{"type":"subscribe","id":"1","payload":${json}}`),
    )
    fc.assert(fc.property(text, (message) => typeof readText(message).type === 'string'))
  })
})

/** An object of so many levels. */
function nested(levels: number): object {
  return Array.from({ length: levels - 1 }).reduce<object>((inner) => ({ inner }), {})
}

describe('credentialIn', () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ authorization: null, headers: null }, undefined],
    [{ authorization: 'Bearer a' }, 'Bearer a'],
    [{ AUTHORIZATION: 'Bearer a' }, 'Bearer a'],
    [{ headers: { authorization: 'Bearer a' } }, 'Bearer a'],
    [{ headers: { Authorization: 'Bearer a' } }, 'Bearer a'],
    [{ Authorization: 'Bearer a', headers: { authorization: 'Bearer b' } }, 'Bearer a'],
    [{ headers: ['authorization'] }, undefined],
    [{ authorization: 7 }, 7],
  ])('in %j is %j', (payload, expected) => {
    expect(credentialIn(payload as Record<string, unknown> | undefined)).toBe(expected)
  })
})

describe('the reason of a close frame', () => {
  it('is at most 123 bytes of well-formed text, and all of a text that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const reason = closeReason(text)
        expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123)
        expect(reason.isWellFormed()).toBe(true)
        if (Buffer.byteLength(text) <= 123) expect(reason).toBe(text.toWellFormed())
        expect(Buffer.byteLength(idInUse(text))).toBeLessThanOrEqual(123)
      }),
    )
  })

  it('of 4409 names the id as the protocol writes it, cut short where it is long', () => {
    expect(idInUse('7')).toBe('Subscriber for 7 already exists')
    expect(idInUse('ü'.repeat(200))).toMatch(/^Subscriber for ü{43}… already exists$/)
  })
})
