import { describe, expect, it } from 'vitest'
import { AllowedOrigins } from './allowed-origins.ts'

const host = 'marquee.test:4000'
const none = new AllowedOrigins([])
const some = new AllowedOrigins(['https://dashboards.test', 'http://localhost:5173'])
const all = new AllowedOrigins(['*'])

describe('AllowedOrigins', () => {
  it('admits what is no page, and pages of this server whatever ends TLS in front of it', () => {
    for (const origins of [none, some, all]) {
      expect(origins.admits({ host })).toBe(true)
      expect(origins.admits({ host, origin: `http://${host}` })).toBe(true)
      expect(origins.admits({ host, origin: `https://${host}` })).toBe(true)
      expect(origins.admits({ host: 'MARQUEE.test:4000', origin: `http://${host}` })).toBe(true)
    }
    expect(
      none.admits({ host: '10.0.0.7:4000', origin: 'https://marquee.test', 'x-forwarded-host': 'marquee.test' }),
    ).toBe(true)
    expect(
      none.admits({ host: '10.0.0.7:4000', origin: 'https://marquee.test', 'sec-fetch-site': 'same-origin' }),
    ).toBe(true)
  })

  it('admits pages of listed origins, and of no other', () => {
    expect(some.admits({ host, origin: 'https://dashboards.test' })).toBe(true)
    for (const origin of [
      'http://dashboards.test',
      'https://dashboards.test:8443',
      'https://a.dashboards.test',
      'https://dashboards.test.evil.test',
      'null',
      '',
      'marquee.test:4000',
      'http://marquee.test',
      'file://',
    ]) {
      expect(some.admits({ host, origin }), origin).toBe(false)
      expect(some.crossOrigin({ host, origin }), origin).toBeNull()
      expect(all.admits({ host, origin }), origin).toBe(true)
    }
  })

  it('names the one origin that may read the answer, or all', () => {
    expect(some.crossOrigin({ origin: 'http://localhost:5173' })).toBe('http://localhost:5173')
    expect(all.crossOrigin({ origin: 'http://anybody.test' })).toBe('*')
    expect(none.crossOrigin({ host, origin: `http://${host}` })).toBeNull()
    expect(all.crossOrigin({ host })).toBeNull()
  })
})
