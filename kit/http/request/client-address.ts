import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/** By which a gateway tells a subgraph who asks. Believed only of parts of the installation. */
export const clientAddressHeader = 'x-marquee-client-address'

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

/**
 * Who a request comes from, for budgets by address. X-Forwarded-For is believed as far as trusted proxies wrote it:
 * read from its end, the first address that is no trusted proxy's is the client's.
 */
export class ClientAddress {
  readonly #trusted: readonly Network[]

  /** Addresses and networks (CIDR) of the proxies in front of this process. Throws for what `isNetwork` refuses. */
  constructor(trustedProxies: readonly string[]) {
    this.#trusted = trustedProxies.map(networkOf)
  }

  /** The client's address as a budget counts it; IPv6 by its /64 network, of which one client has every address. */
  of({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    let address = socket.remoteAddress ?? ''
    while (this.#trusts(address)) {
      const before = forwarded.pop()?.trim() ?? ''
      if (!ipaddr.isValid(before)) break
      address = before
    }
    return counted(address)
  }

  #trusts(address: string): boolean {
    if (!ipaddr.isValid(address)) return false
    const parsed = ipaddr.process(address)
    return this.#trusted.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))
  }
}

/** Whether the text names an address, or a network as `address/bits`. */
export const isNetwork = (text: string): boolean => ipaddr.isValidCIDR(text) || ipaddr.isValid(text)

function networkOf(text: string): Network {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

function counted(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`
}
