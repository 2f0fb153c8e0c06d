import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose'

export type SigningKey = { kid: string; alg: string; privateKey: CryptoKey; publicKey: CryptoKey; jwk: JWK }

/** A real issuer on the loopback: a discovery document, a key set over HTTP, and tokens that jose signs. */
export class OidcIssuer {
  readonly #server: Server
  readonly url: string
  /** How it answers: with its keys, not at all, with an error, or with something else. */
  answers: 'keys' | 'never' | 'error' | 'nonsense' = 'keys'
  keys: SigningKey[] = []
  fetches = 0

  private constructor(server: Server) {
    this.#server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', (request, response) => {
      if (request.url === '/jwks') this.fetches++
      if (this.answers === 'never') return
      if (this.answers === 'error') return void response.writeHead(500).end()
      if (this.answers === 'nonsense') return void response.end('<html>')
      if (request.url === '/jwks') return void response.end(JSON.stringify({ keys: this.keys.map(({ jwk }) => jwk) }))
      if (request.url === '/.well-known/openid-configuration')
        return void response.end(JSON.stringify({ issuer: this.url, jwks_uri: `${this.url}/jwks` }))
      response.writeHead(404).end()
    })
  }

  static async start(): Promise<OidcIssuer> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const issuer = new OidcIssuer(server)
    issuer.keys = [await issuer.newKey('first')]
    return issuer
  }

  async newKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
    return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
  }

  /** Good for a minute unless the claims say otherwise; a claim that is undefined is left out. */
  async sign(claims: JWTPayload, { key = this.keys[0] as SigningKey, header = {} } = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const payload = { iss: this.url, aud: 'marquee', iat: now, exp: now + 60, ...claims }
    return await new SignJWT(payload).setProtectedHeader({ alg: key.alg, kid: key.kid, ...header }).sign(key.privateKey)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
