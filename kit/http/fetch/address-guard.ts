import type { LookupAddress, LookupAllOptions, LookupOptions } from 'node:dns'
import { lookup as systemLookup } from 'node:dns'
import ipaddr from 'ipaddr.js'

/** Said of an address that a stranger made us ask for and that we do not ask. The message is for the stranger. */
export class AddressRefused extends Error {
  override name = 'AddressRefused'
}

/** Addresses that are public by their range, and are a cloud's own: the wire server of every Azure machine. */
const cloudInternals = new Set(['168.63.129.16'])

/**
 * Whether an IP address belongs to the public internet. Everything that is not plainly unicast is refused: private,
 * loopback, link-local (the clouds' metadata among them), unique local, carrier-grade NAT, multicast, documentation,
 * and IPv6 ranges that lead to an IPv4 address (mapped, translated, 6to4, Teredo), whatever that one is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast' && !cloudInternals.has(parsed.toString())
}

/** Ports below 1024 that speak HTTP; the others there are mail, shells and databases of old. */
const lowPorts = new Set([80, 443])

/** `host:port` of a URL, as allow-lists write it; IPv6 addresses keep their brackets. */
export const hostAndPort = (url: URL) => `${url.hostname}:${portOf(url)}`

const portOf = (url: URL) => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port))

/** Why this URL is not asked, as far as it can be seen without resolving its name; null when nothing speaks against it. */
export function refuseUrl(url: URL, allowed: ReadonlySet<string>): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'must be an http or https URL'
  if (url.username !== '' || url.password !== '') return 'must not hold credentials'
  if (allowed.has(hostAndPort(url))) return null
  const port = portOf(url)
  if (port < 1024 && !lowPorts.has(port)) return `has a port that is not asked (${port})`
  // A URL has already made 0x7f.1 and 2130706433 into 127.0.0.1.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(host) && !isPublicAddress(host)) return 'is not a public address'
  return null
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void
type Callback = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * A `lookup` for sockets that refuses a name when any of its addresses is not public. The socket connects to what was
 * checked, so a name that answers differently the second time gains nothing. Not called for IP literals: see refuseUrl.
 */
export function guardedLookup(resolve: Resolve = systemLookup) {
  return (hostname: string, options: LookupOptions, callback: Callback): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const [first] = addresses
      if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
        return callback(new AddressRefused('is not a public address'), '')
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
  }
}
