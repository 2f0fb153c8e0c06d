import { createHmac, timingSafeEqual } from 'node:crypto'

/** The three headers of Standard Webhooks (standardwebhooks.com), in lower case. */
export type WebhookHeaders = { id: string; timestamp: string; signature: string }

const toleranceMs = 5 * 60_000
const secretPrefix = 'whsec_'

/** `whsec_` and base64 stands for those bytes, any other text for its own. */
const keyOf = (secret: string) =>
  secret.startsWith(secretPrefix)
    ? Buffer.from(secret.slice(secretPrefix.length), 'base64')
    : Buffer.from(secret, 'utf8')

/** `v1,` and the base64 of HMAC-SHA256 over id, timestamp and body. */
export function signWebhook(secret: string, id: string, timestampSeconds: number, body: string | Uint8Array): string {
  return `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestampSeconds}.`).update(body).digest('base64')}`
}

/** Whether whoever sent this knows the secret, and sent it within five minutes of now. Any one signature may fit. */
export function verifyWebhook(
  secret: string,
  { id, timestamp, signature }: WebhookHeaders,
  body: Uint8Array,
  now: Date,
): boolean {
  const seconds = Number(timestamp)
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() - seconds * 1000) > toleranceMs) return false
  const expected = Buffer.from(signWebhook(secret, id, seconds, body))
  return signature
    .split(' ', 16)
    .map((text) => Buffer.from(text))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
}
