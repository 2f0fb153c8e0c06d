import { useSyncExternalStore } from 'react'

/** Below this a page is one column. */
export const phone = '(max-width: 759px)'
/** From here there is room for a list and what is open beside it. */
export const wide = '(min-width: 1100px)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
