import { timingSafeEqual } from 'node:crypto'
import { sha256Hex } from '../pure/hash.ts'
import { adminViewer, anonymousViewer, type Viewer } from './viewer.ts'

export type Authenticate = (authorization: string | null | undefined) => Viewer | null

/**
 * Who sends this `authorization` header: nobody known is an anonymous viewer, the admin key makes an administrator of
 * the tenant, anything else is null, which is a mistake and not an anonymous caller.
 */
export function createAuthenticate(options: { adminKey: string; tenantId: string; adminPrincipalId: string }): Authenticate {
  const anonymous = anonymousViewer(options.tenantId)
  const admin = adminViewer(options.tenantId, options.adminPrincipalId)
  const expected = Buffer.from(sha256Hex(options.adminKey))
  return (authorization) => {
    if (authorization === null || authorization === undefined || authorization === '') return anonymous
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    // Hashes have one length, and comparing them tells nothing about the key.
    return key !== undefined && timingSafeEqual(Buffer.from(sha256Hex(key)), expected) ? admin : null
  }
}
