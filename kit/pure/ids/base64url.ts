/** Base64url without padding of the text's UTF-8 bytes. */
export function encodeBase64Url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url')
}

/** Strict where Buffer is lenient: null for stray characters, padding, loose bits and invalid UTF-8. */
export function decodeBase64Url(text: string): string | null {
  const decoded = Buffer.from(text, 'base64url').toString('utf8')
  return encodeBase64Url(decoded) === text ? decoded : null
}
