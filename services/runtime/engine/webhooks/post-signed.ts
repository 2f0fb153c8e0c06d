import type { Pool } from 'pg'
import { FetchFailure, type GuardedFetch } from '../../../../kit/http/fetch/guarded-fetch.ts'
import type { SecretBox } from '../../../../kit/secret-box.ts'
import { signWebhook } from '../../../../kit/standard-webhooks.ts'
import { signingSecrets } from '../../store/webhooks/webhook-secrets.ts'

export type PostDeps = { pool: Pool; http: GuardedFetch; secrets: SecretBox }
export type SignedPost = {
  signerId: string
  url: string
  messageId: string
  body: object
  timeoutMs: number
  signal?: AbortSignal
}
export type Answer = { status: number; body: string } | { error: string; isOurs?: boolean }

/** What is read of an answer: a sentence at most. An endless one costs an attempt, not memory. */
const answerBytesMax = 256 * 1024

/**
 * Posts a message as Standard Webhooks says, signed with its signer's secret; redirects are answers like others and
 * not followed. Throws only when the database fails.
 */
export async function postSigned(
  { pool, http, secrets }: PostDeps,
  { signerId, url, messageId, body, timeoutMs, signal }: SignedPost,
): Promise<Answer> {
  const keys = await signingSecrets(pool, secrets, signerId)
  if (keys === null)
    return {
      error:
        'cannot be signed for: the secret was sealed under a secret of the installation that is gone, rotateWebhookSecret makes a new one',
      isOurs: true,
    }
  const text = JSON.stringify(body)
  const seconds = Math.floor(Date.now() / 1000)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': messageId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': keys.map((key) => signWebhook(key, messageId, seconds, text)).join(' '),
  }
  try {
    const answer = await http.request({
      url,
      method: 'POST',
      headers,
      body: text,
      timeoutMs,
      bytesMax: answerBytesMax,
      ...(signal ? { signal } : {}),
    })
    return { status: answer.status, body: answer.body }
  } catch (error) {
    if (error instanceof FetchFailure) return { error: error.message }
    throw error
  }
}
