export type TokenBucket = {
  /** Whether one more may pass now. */
  take(): boolean
}

/** `burst` at once, and one more every `everyMs`. Starts full. */
export function createTokenBucket(
  { burst, everyMs }: { burst: number; everyMs: number },
  now: () => number = () => performance.now(),
): TokenBucket {
  let tokens = burst
  let filledAt = now()
  return {
    take() {
      const at = now()
      tokens = Math.min(burst, tokens + (at - filledAt) / everyMs)
      filledAt = at
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}

/** What a component may say: one event a second on average. Kept on both sides of the wall between page and frame. */
export const emitRate = { burst: 60, everyMs: 1_000 }
