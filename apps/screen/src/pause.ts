/** Resolves after `ms`, or earlier when the network comes back; rejects when `signal` aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => () => {
      clearTimeout(timer)
      removeEventListener('online', resume)
      signal.removeEventListener('abort', stop)
      how()
    }
    const resume = settle(resolve)
    const stop = settle(() => reject(signal.reason as Error))
    const timer = setTimeout(resume, ms)
    addEventListener('online', resume)
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
  })
}
