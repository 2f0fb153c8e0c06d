/** The part of localStorage and sessionStorage that is needed. */
export type StateStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type KeptState<S> = {
  load(): S | null
  /** Written at most once a second; the last of a burst is what stays. */
  save(state: S): void
  forget(): void
  flush(): void
}

const writeEveryMs = 1_000

/**
 * One value that outlives the page. State and cursor are one text, so that a write cut short can never pair a state
 * with the cursor of another. A storage that is full, forbidden or absent is like an empty one.
 */
export function keepState<S>(
  storage: StateStorage | undefined,
  key: string,
  isState: (value: unknown) => value is S,
): KeptState<S> {
  let pending: S | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (pending === null) return
    const text = JSON.stringify(pending)
    pending = null
    attempt(() => storage?.setItem(key, text))
  }

  return {
    load() {
      const text = attempt(() => storage?.getItem(key) ?? null)
      const value = text === null ? null : attempt(() => JSON.parse(text) as unknown)
      return isState(value) ? value : null
    },
    save(state) {
      if (!storage) return
      pending = state
      timer ??= setTimeout(flush, writeEveryMs)
    },
    forget() {
      clearTimeout(timer)
      timer = undefined
      pending = null
      attempt(() => storage?.removeItem(key))
    },
    flush,
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
