import { describe, expect, it } from 'vitest'
import { createAccessTokens } from '../graphql/viewer/access-token.ts'
import { createServiceCalls } from './service-calls.ts'

const secrets = ['the-present-secret', 'the-earlier-secret']

describe('createServiceCalls', () => {
  it('knows a call of a part that shares a secret, to the service it was meant for', () => {
    const calls = createServiceCalls(secrets)
    expect(calls.isFromPart('runtime', calls.headersTo('runtime'))).toBe(true)
    expect(calls.isFromPart('placement', calls.headersTo('runtime'))).toBe(false)
    const behind = createServiceCalls(['the-earlier-secret'])
    expect(calls.isFromPart('runtime', behind.headersTo('runtime'))).toBe(true)
    expect(behind.isFromPart('runtime', calls.headersTo('runtime'))).toBe(false)
    expect(createServiceCalls(['another-secret-x']).isFromPart('runtime', calls.headersTo('runtime'))).toBe(false)
  })

  it('takes nothing else for one: no header, several, text, or a token of a principal', () => {
    const calls = createServiceCalls(secrets)
    const token = createAccessTokens({ secrets, tenantId: 'runtime' }).issue(
      { id: 'tok', tenantId: 'runtime', principalId: 'p', principalKind: 'HUMAN', scope: null },
      new Date(Date.now() + 60_000),
    )
    const good = calls.headersTo('runtime')['x-marquee-call'] as string
    for (const given of [undefined, '', 'x', 'a.b.c', token, [good, good], `${good}x`])
      expect(calls.isFromPart('runtime', { 'x-marquee-call': given })).toBe(false)
    expect(calls.isFromPart('runtime', { authorization: `Bearer ${good}` })).toBe(false)
  })

  it('says it anew while the last is good, and takes none that is older than its life and the difference of clocks', () => {
    let now = Date.now()
    const calls = createServiceCalls(secrets, () => now)
    const first = calls.headersTo('runtime')
    expect(calls.headersTo('runtime')).toBe(first)
    now += 5 * 60_000
    expect(calls.headersTo('runtime')).not.toEqual(first)
    now = Date.now() - 16 * 60_000
    expect(
      createServiceCalls(secrets).isFromPart('runtime', createServiceCalls(secrets, () => now).headersTo('runtime')),
    ).toBe(false)
    now = Date.now() - 14 * 60_000
    expect(
      createServiceCalls(secrets).isFromPart('runtime', createServiceCalls(secrets, () => now).headersTo('runtime')),
    ).toBe(true)
  })
})
