import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sha256Hex } from '../../pure/ids/hash.ts'
import type { AccessTokens } from './access-token.ts'
import { adminViewer, anonymousViewer, displayViewer, tokenViewer, type Viewer } from './viewer.ts'

/** 256 random bits as base64url. */
const displayKeyShape = /^mdk_[\w-]{43}$/

export const newDisplayKey = (): string => `mdk_${randomBytes(32).toString('base64url')}`

export type Authenticate = (authorization: string | null | undefined) => Viewer | null

/**
 * Who sends this `authorization` header: nobody known is an anonymous viewer, the admin key makes an administrator of
 * the tenant, a token the principal that it was issued to, anything else is null, which is a mistake and not an
 * anonymous caller. A display key needs no look-up: the viewer holds its hash, and opens what names that hash. One that
 * was taken back opens nothing.
 */
export function createAuthenticate(options: {
  adminKey: string
  tenantId: string
  adminPrincipalId: string
  tokens: AccessTokens
}): Authenticate {
  const anonymous = anonymousViewer(options.tenantId)
  const admin = adminViewer(options.tenantId, options.adminPrincipalId)
  const expected = Buffer.from(sha256Hex(options.adminKey))
  return (authorization) => {
    if (authorization === null || authorization === undefined || authorization === '') return anonymous
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    if (key === undefined) return null
    const hash = sha256Hex(key)
    // Hashes have one length, and comparing them tells nothing about the key.
    if (timingSafeEqual(Buffer.from(hash), expected)) return admin
    if (displayKeyShape.test(key)) return displayViewer(options.tenantId, hash)
    const claims = options.tokens.read(key)
    return claims && tokenViewer(claims)
  }
}
