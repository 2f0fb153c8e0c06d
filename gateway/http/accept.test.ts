import { describe, expect, it } from 'vitest'
import { negotiate } from './accept.ts'

const results = ['application/json', 'application/graphql-response+json', 'text/event-stream'] as const
const streams = ['text/event-stream', 'multipart/mixed;subscriptionSpec=1.0'] as const

describe('negotiate', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['text/*', 'text/event-stream'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json;charset=utf-8, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/json;q=0.2, APPLICATION/graphql-response+json;q=0.5', 'application/graphql-response+json'],
    [
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      'application/graphql-response+json',
    ],
    ['text/html, image/png', null],
    ['application/json;q=0', null],
    ['application/json;q=x', null],
    [',;,;q', null],
  ])('answers a query that accepts %s with %s', (accept, type) => {
    expect(negotiate(accept, results)).toBe(type)
  })

  it.each([
    ['text/event-stream, multipart/mixed', 'text/event-stream'],
    ['multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json', 'multipart/mixed;subscriptionSpec=1.0'],
    ['multipart/mixed; boundary="graphql"; subscriptionSpec="1.0"', 'multipart/mixed;subscriptionSpec=1.0'],
    // Without its version it means @defer, whose parts look otherwise.
    ['multipart/mixed', null],
    ['application/json', null],
  ])('answers a subscription that accepts %s with %s', (accept, type) => {
    expect(negotiate(accept, streams)).toBe(type)
  })
})
