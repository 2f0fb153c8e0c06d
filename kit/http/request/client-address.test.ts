import { describe, expect, it } from 'vitest'
import { ClientAddress, isNetwork } from './client-address.ts'

const of = (trusted: string[], remoteAddress: string | undefined, forwarded?: string) =>
  new ClientAddress(trusted).of({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as never)

describe('ClientAddress', () => {
  it.each([
    ['the peer where no proxy is trusted, whatever it claims', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['what a trusted proxy says', ['10.0.0.0/8'], '10.0.0.2', '198.51.100.1', '198.51.100.1'],
    [
      'what the last trusted proxy says, not what the client wrote before it',
      ['10.0.0.2'],
      '10.0.0.2',
      '192.0.2.66, 198.51.100.1',
      '198.51.100.1',
    ],
    [
      'the client behind two trusted proxies',
      ['10.0.0.0/8'],
      '10.0.0.2',
      '192.0.2.66, 198.51.100.1, 10.0.0.3',
      '198.51.100.1',
    ],
    ['the proxy where it says nothing', ['10.0.0.2'], '10.0.0.2', undefined, '10.0.0.2'],
    ['the last address that can be read', ['10.0.0.0/8'], '10.0.0.2', 'unknown, 10.0.0.3', '10.0.0.3'],
    ['IPv4 in the clothes of IPv6', ['10.0.0.2'], '::ffff:10.0.0.2', '::ffff:198.51.100.1', '198.51.100.1'],
    ['IPv6 by its network', [], '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    ['nothing where the socket is gone', [], undefined, undefined, ''],
  ])('is %s', (_what, trusted, peer, forwarded, expected) => {
    expect(of(trusted, peer, forwarded)).toBe(expected)
  })

  it('counts all addresses of a /64 network as one, and its neighbour apart', () => {
    expect(of([], '2001:db8:1:2::1')).toBe(of([], '2001:db8:1:2:ffff::9'))
    expect(of([], '2001:db8:1:3::1')).not.toBe(of([], '2001:db8:1:2::1'))
  })

  it.each([
    ['10.0.0.2', true],
    ['10.0.0.0/8', true],
    ['::1', true],
    ['fd00::/8', true],
    ['10.0.0.0/33', false],
    ['proxy', false],
    ['', false],
  ])('reads %j as a network: %s', (text, expected) => {
    expect(isNetwork(text)).toBe(expected)
  })
})
