import { EmitInstanceEventDocument, type MarqueeClient } from '@marquee/sdk'

/** Passes on what a component says back. Needs a key, because it writes. */
export function createEmitter(client: MarqueeClient, id: string, mayWrite: boolean) {
  let toldOff = false

  return (event: string, data: unknown): void => {
    if (!mayWrite) {
      if (!toldOff) console.debug('Events of the component are dropped: the screen was opened without a key.')
      toldOff = true
      return
    }
    const input = { id, event, data, idempotencyKey: uniqueKey() }
    client
      .mutate(EmitInstanceEventDocument, { input })
      .catch((error: unknown) => console.warn('An event was lost:', event, error))
  }
}

/** crypto.randomUUID exists in secure contexts only; random bytes exist everywhere. */
export function uniqueKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
