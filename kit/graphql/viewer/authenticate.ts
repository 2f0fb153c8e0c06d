import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sha256Hex } from '../../pure/ids/hash.ts'
import { restricted } from './access.ts'
import type { AccessTokens } from './access-token.ts'
import type { NoteUse } from './credential-use.ts'
import type { KnownPrincipal, Principals } from './principals.ts'
import { adminViewer, anonymousViewer, displayViewer, principalViewer, type Viewer } from './viewer.ts'

/** 256 random bits as base64url. */
const displayKeyShape = /^mdk_[\w-]{43}$/

export const newDisplayKey = (): string => `mdk_${randomBytes(32).toString('base64url')}`

/** Whom a token speaks for that somebody else has issued. */
export type OutsidePrincipal = { id: string; principalId: string; expiresAt: Date }

/** Without a promise where nothing has to be read. */
export type Authenticate = (authorization: string | null | undefined) => Viewer | null | Promise<Viewer | null>

/**
 * Who sends this `authorization` header: nobody known is an anonymous viewer, an admin key makes an administrator of
 * the tenant, a token the principal that it was issued to with what they may do now, anything else is null, which is a
 * mistake and not an anonymous caller. A display key needs no look-up: the viewer holds its hash, and opens what names
 * that hash. One that was taken back opens nothing.
 */
export function createAuthenticate(options: {
  adminKeys: readonly string[]
  tenantId: string
  adminPrincipalId: string
  tokens: AccessTokens
  principals: Pick<Principals, 'find'>
  /** The permission that makes somebody a reader. */
  readPermission: string
  /** Hears of each credential that was taken; a display key may be nobody's. */
  noteUse?: NoteUse
  /** Whose a token of an issuer outside is; null for what none has signed. Left out: there are none. */
  outside?: ((token: string) => Promise<OutsidePrincipal | null>) | null
}): Authenticate {
  const { tenantId, tokens, principals, readPermission, noteUse, outside = null } = options
  const anonymous = anonymousViewer(tenantId)
  const admin = adminViewer(tenantId, options.adminPrincipalId)
  const expected = options.adminKeys.map((key) => Buffer.from(sha256Hex(key)))
  return (authorization) => {
    if (authorization === null || authorization === undefined || authorization === '') return anonymous
    const [, key] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    if (key === undefined) return null
    const hash = sha256Hex(key)
    // Hashes have one length, and comparing them tells nothing about the key.
    const given = Buffer.from(hash)
    if (expected.some((each) => timingSafeEqual(given, each))) return admin
    if (displayKeyShape.test(key)) {
      noteUse?.({ keyHash: hash })
      return displayViewer(tenantId, hash)
    }
    const claims = tokens.read(key)
    if (claims === null) return outside === null ? null : outsideViewer(outside, key)
    const viewerOf = (known: KnownPrincipal): Viewer | null => {
      if (known === null || known.revoked.includes(claims.id)) return null
      noteUse?.({ tokenId: claims.id })
      return viewer(claims, claims.scope, known)
    }
    const known = principals.find(claims.principalId)
    return known instanceof Promise ? known.then(viewerOf) : viewerOf(known)
  }

  async function outsideViewer(find: NonNullable<typeof outside>, key: string): Promise<Viewer | null> {
    const token = await find(key)
    const known = token && (await principals.find(token.principalId))
    return token && known ? viewer(token, null, known) : null
  }

  function viewer(
    token: OutsidePrincipal,
    scope: readonly string[] | null,
    { kind, access }: NonNullable<KnownPrincipal>,
  ): Viewer {
    const { id, principalId, expiresAt } = token
    return principalViewer({
      ...{ id, tenantId, principalId, expiresAt, readPermission },
      principalKind: kind,
      access: restricted(access, scope),
      credentialScope: scope,
    })
  }
}
