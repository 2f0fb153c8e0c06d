import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type SecretBox = {
  /** `context` says what the secret belongs to; it cannot be opened as another's. */
  seal(secret: string, context: string): string
  /** Null for what was sealed with another key or context, or was tampered with. */
  open(sealed: string, context: string): string | null
  /** The same secret sealed with the present key; null where it is already, or cannot be opened. */
  renew(sealed: string, context: string): string | null
}

const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/**
 * Keeps secrets that we must be able to use again: AES-256-GCM under a key derived from the installation's own. What
 * only has to be recognised is better hashed; a secret that signs (HMAC) has to be there in clear when a signature is
 * checked. The first of the installation's secrets seals; what any other has sealed is still opened.
 */
export function createSecretBox(installationSecrets: readonly string[]): SecretBox {
  const keys = installationSecrets.map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, 'marquee', 'secret-box', 32)),
  ) as [Buffer, ...Buffer[]]
  const openWith = (key: Buffer, sealed: string, context: string): string | null => {
    const [found, text] = sealed.split('.')
    const bytes = Buffer.from(text ?? '', 'base64')
    if (found !== version || bytes.length < ivBytes + tagBytes) return null
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
    } catch {
      return null
    }
  }
  return {
    seal(secret, context) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', keys[0], iv).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')}`
    },
    open(sealed, context) {
      for (const key of keys) {
        const secret = openWith(key, sealed, context)
        if (secret !== null) return secret
      }
      return null
    },
    renew(sealed, context) {
      const isPresent = openWith(keys[0], sealed, context) !== null
      const secret = isPresent ? null : this.open(sealed, context)
      return secret === null ? null : this.seal(secret, context)
    },
  }
}
