import { describe, expect, it } from 'vitest'
import { guardedLookup, hostAndPort, isPublicAddress, refuseUrl } from './address-guard.ts'

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '100::1',
    '',
    'example.org',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('refuseUrl', () => {
  const refusal = (url: string, allowed: string[] = []) => refuseUrl(new URL(url), new Set(allowed))

  it.each([
    'https://example.org/a?b#c',
    'http://example.org:8080/',
    'https://8.8.8.8/',
    'http://[2606:4700::1111]:3000/',
  ])('lets %s pass', (url) => {
    expect(refusal(url)).toBeNull()
  })

  it.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://user@example.org/',
    'https://u:p@example.org/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://example.org:22/',
    'http://example.org:25/',
    'http://127.0.0.1:9000/',
  ])('refuses %s', (url) => {
    expect(refusal(url)).toEqual(expect.any(String))
  })

  it('makes an exception for host and port together, not for one of them', () => {
    expect(refusal('http://127.0.0.1:9000/x', ['127.0.0.1:9000'])).toBeNull()
    expect(refusal('http://127.0.0.1:9001/x', ['127.0.0.1:9000'])).not.toBeNull()
    expect(refusal('http://127.0.0.2:9000/x', ['127.0.0.1:9000'])).not.toBeNull()
    expect(refusal('http://u:p@127.0.0.1:9000/x', ['127.0.0.1:9000'])).not.toBeNull()
  })

  it('spells host and port with the default port of the scheme', () => {
    expect(['http://a.b/', 'https://a.b/', 'http://[::1]:8/'].map((url) => hostAndPort(new URL(url)))).toEqual([
      'a.b:80',
      'a.b:443',
      '[::1]:8',
    ])
  })
})

describe('guardedLookup', () => {
  const resolveTo = (...addresses: string[]) =>
    guardedLookup((_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    )
  const ask = (lookup: ReturnType<typeof guardedLookup>, all: boolean) =>
    new Promise((resolve, reject) =>
      lookup('name', { all }, (error, address) => (error ? reject(error) : resolve(address))),
    )

  it('answers one address or all, as the socket asks', async () => {
    expect(await ask(resolveTo('8.8.8.8', '2606:4700::1111'), false)).toBe('8.8.8.8')
    expect(await ask(resolveTo('8.8.8.8'), true)).toEqual([{ address: '8.8.8.8', family: 4 }])
  })

  it('refuses a name when any of its addresses is inside, and one without addresses', async () => {
    await expect(ask(resolveTo('8.8.8.8', '10.0.0.1'), true)).rejects.toThrow('not a public address')
    await expect(ask(resolveTo('::1'), false)).rejects.toThrow('not a public address')
    await expect(ask(resolveTo(), true)).rejects.toThrow('not a public address')
  })
})
