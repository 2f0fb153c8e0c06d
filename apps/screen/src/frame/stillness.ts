type Clock = Pick<
  typeof globalThis,
  'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval' | 'requestAnimationFrame' | 'cancelAnimationFrame'
>

export type Stillness = { hold(isHeld: boolean): void }

/**
 * Puts itself in front of a scope's timers and animation frames, before a component can take them: while it is held none
 * of them calls back, and what fell due meanwhile calls once when it is let go.
 */
export function createStillness(scope: Clock): Stillness {
  let isHeld = false
  /** By what it was started with and its id, in the order in which they fell due. */
  const due = new Map<string, () => void>()

  function put(start: 'setTimeout' | 'setInterval' | 'requestAnimationFrame', clear: keyof Clock): void {
    const begin = scope[start].bind(scope) as (callback: unknown, ...rest: unknown[]) => number
    const end = scope[clear].bind(scope) as (id: unknown) => void
    const started = (callback: unknown, ...rest: unknown[]): number => {
      if (typeof callback !== 'function') return begin(callback, ...rest)
      const id: number = begin(
        (...values: unknown[]) => {
          const call = () => void (callback as (...values: unknown[]) => unknown)(...values)
          if (isHeld) due.set(`${clear} ${id}`, call)
          else call()
        },
        ...rest,
      )
      return id
    }
    const ended = (id: unknown): void => {
      due.delete(`${clear} ${String(id)}`)
      end(id)
    }
    Object.assign(scope, { [start]: started, [clear]: ended })
  }

  put('setTimeout', 'clearTimeout')
  put('setInterval', 'clearInterval')
  put('requestAnimationFrame', 'cancelAnimationFrame')

  return {
    hold(next) {
      isHeld = next
      if (isHeld) return
      const calls = [...due.values()]
      due.clear()
      // One that throws keeps no other from being called.
      for (const call of calls) queueMicrotask(call)
    },
  }
}
