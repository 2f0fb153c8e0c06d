import { EmitInstanceEventDocument, type MarqueeClient } from '@marquee/sdk'

const perMinute = 60

/**
 * Passes on what a component says back. Needs a key, because it writes; at most one a second on average, because a
 * component is not ours and the server is everybody's.
 */
export function createEmitter(client: MarqueeClient, id: string, mayWrite: boolean, now: () => number = Date.now) {
  let tokens = perMinute
  let filledAt = now()
  let toldOff = false

  return (event: string, data: unknown): void => {
    if (!mayWrite) {
      if (!toldOff) console.debug('Events of the component are dropped: the screen was opened without a key.')
      toldOff = true
      return
    }
    const at = now()
    tokens = Math.min(perMinute, tokens + ((at - filledAt) * perMinute) / 60_000)
    filledAt = at
    if (tokens < 1) return
    tokens -= 1
    const input = { id, event, data, idempotencyKey: uniqueKey() }
    client
      .mutate(EmitInstanceEventDocument, { input })
      .catch((error: unknown) => console.warn('An event was lost:', event, error))
  }
}

/** crypto.randomUUID exists in secure contexts only; random bytes exist everywhere. */
function uniqueKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
