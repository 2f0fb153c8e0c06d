import { useEffect, useState } from 'react'

/**
 * State that an effect reports for as long as `key` stays the same. With another key the first state is answered at
 * once: nothing of one thing is ever shown as another's. Renders on a server answer the first state.
 */
export function useFollowed<S>(
  key: string,
  first: S,
  open: (report: (change: (state: S) => S) => void) => () => void,
): S {
  const [held, hold] = useState({ key, state: first })
  useEffect(() => {
    let isOpen = true
    const close = open((change) => {
      if (!isOpen) return
      hold((before) => ({ key, state: change(before.key === key ? before.state : first) }))
    })
    return () => {
      isOpen = false
      close()
    }
    // What `open` and `first` close over is named by the key.
  }, [key])
  return held.key === key ? held.state : first
}
