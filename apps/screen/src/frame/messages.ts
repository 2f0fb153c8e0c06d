import type { ShownInstance } from '@marquee/sdk'

/*
 * What the page and the frame say to each other. The frame runs code that is not ours: whatever comes out of it is
 * looked at before it is believed.
 */

export type { ShownInstance }

export type Props = Record<string, unknown>

export type ToFrame =
  | { type: 'show'; source: string; props: Props; instance: ShownInstance }
  | { type: 'props'; props: Props }
  | { type: 'instance'; instance: ShownInstance }

export type FromFrame =
  | { type: 'emit'; event: string; data: unknown }
  | { type: 'failed'; message: string; stack: string | null }
  | { type: 'shown' }

/** What the frame's script says once, to ask for its end of a channel. */
export const frameReady = 'marquee:frame-ready'

const textMax = 4_000
const dataMax = 16_384

/** The message as ours, cut to size; null for anything else. */
export function readFromFrame(message: unknown): FromFrame | null {
  if (typeof message !== 'object' || message === null) return null
  const { type, event, data, message: text, stack } = message as Record<string, unknown>
  switch (type) {
    case 'shown':
      return { type }
    case 'failed':
      return {
        type,
        message: String(text).slice(0, textMax),
        stack: typeof stack === 'string' ? stack.slice(0, textMax) : null,
      }
    case 'emit': {
      if (typeof event !== 'string' || event === '' || event.length > 100) return null
      const json = asJson(data)
      return json === undefined || json.length > dataMax ? null : { type, event, data: JSON.parse(json) as unknown }
    }
    default:
      return null
  }
}

function asJson(data: unknown): string | undefined {
  try {
    return data === undefined ? 'null' : JSON.stringify(data)
  } catch {
    return undefined
  }
}
