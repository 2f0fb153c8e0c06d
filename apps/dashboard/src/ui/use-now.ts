import { useEffect } from 'react'
import { createStore, useStore } from '../graph/store.ts'

const now = createStore(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The time, a second at most behind while somebody looks; one clock for the whole page. */
export function useNow(): number {
  useEffect(() => {
    watchers += 1
    timer ??= setInterval(() => document.visibilityState === 'visible' && now.set(Date.now()), 1_000)
    return () => {
      watchers -= 1
      if (watchers > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }, [])
  return useStore(now)
}
