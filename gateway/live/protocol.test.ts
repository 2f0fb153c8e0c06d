import { describe, expect, it } from 'vitest'
import { readMessage } from './protocol.ts'

const read = (message: unknown) => readMessage(JSON.stringify(message))

describe('readMessage', () => {
  it.each([
    [{ type: 'connection_init' }, { type: 'connection_init' }],
    [{ type: 'connection_init', payload: null }, { type: 'connection_init' }],
    [{ type: 'connection_init', payload: { authorization: 'Bearer x' } }, { type: 'connection_init', payload: { authorization: 'Bearer x' } }],
    [{ type: 'ping' }, { type: 'ping' }],
    [{ type: 'pong', payload: { at: 1 } }, { type: 'pong', payload: { at: 1 } }],
    [{ type: 'complete', id: '1' }, { type: 'complete', id: '1' }],
    [{ type: 'subscribe', id: '1', payload: { query: '{ a }' } }, { type: 'subscribe', id: '1', payload: { query: '{ a }' } }],
    [
      { type: 'subscribe', id: '1', payload: { query: '{ a }', operationName: null, variables: { a: 1 }, extensions: { x: 1 } } },
      { type: 'subscribe', id: '1', payload: { query: '{ a }', operationName: null, variables: { a: 1 } } },
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
    ['variables that are a text', '{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":"{}"}}'],
  ])('is null for %s', (_what, text) => {
    expect(readMessage(text)).toBeNull()
  })
})
