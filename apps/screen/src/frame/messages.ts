import type { ShownInstance } from '@marquee/sdk'

/*
 * What the page and the frame say to each other. The frame runs code that is not ours: whatever comes out of it is
 * looked at before it is believed.
 */

export type { ShownInstance }

export type Props = Record<string, unknown>

/** `turn` numbers what the component is told, so that the frame can say what it has painted. */
export type ToFrame =
  | { type: 'show'; turn: number; source: string; props: Props; instance: ShownInstance }
  | { type: 'props'; turn: number; props: Props }
  | { type: 'instance'; instance: ShownInstance }
  /** Nothing moves until it is let go. */
  | { type: 'hold'; isHeld: boolean }
  | { type: 'ping' }

export type FromFrame =
  | { type: 'emit'; event: string; data: unknown }
  /** `isFatal`: the component shows nothing, the fallback stands in its place. */
  | { type: 'failed'; message: string; stack: string | null; isFatal: boolean }
  /** The component took this turn and a frame with it was painted. */
  | { type: 'shown'; turn: number }
  | { type: 'pong' }

/** What the frame's script says once, to ask for its end of a channel. */
export const frameReady = 'marquee:frame-ready'

const textMax = 4_000
const dataMax = 16_384

/** The message as ours, cut to size; null for anything else, and for events beyond what `mayEmit` lets pass. */
export function readFromFrame(message: unknown, mayEmit: () => boolean): FromFrame | null {
  if (typeof message !== 'object' || message === null) return null
  const { type, turn, event, data, message: text, stack, isFatal } = message as Record<string, unknown>
  switch (type) {
    case 'pong':
      return { type }
    case 'shown':
      return Number.isSafeInteger(turn) ? { type, turn: turn as number } : null
    case 'failed':
      return {
        type,
        message: String(text).slice(0, textMax),
        stack: typeof stack === 'string' ? stack.slice(0, textMax) : null,
        isFatal: isFatal === true,
      }
    case 'emit': {
      if (typeof event !== 'string' || event === '' || event.length > 100 || !mayEmit()) return null
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
