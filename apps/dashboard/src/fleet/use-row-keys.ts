import { useEffect, useRef, type RefObject } from 'react'
import { isTyping } from '../shell/keys.ts'
import { address, go } from '../shell/router.tsx'
import type { Row } from './row-state.ts'

type RowKeys = {
  rows: readonly Row[]
  /** Index of the row that has, or last had, the focus. */
  active: number
  scroll: RefObject<HTMLElement | null>
  open: string | null
  scrollTo: (index: number) => void
  toggle: ((id: string) => void) | undefined
}

/** j and k (and the arrows) go down and up the rows, Enter opens one, x selects it, Escape closes what is open. */
export function useRowKeys(options: RowKeys): void {
  const latest = useRef(options)
  latest.current = options
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const { rows, active, open, toggle, scrollTo, scroll } = latest.current
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const isInTable = scroll.current?.contains(document.activeElement) === true
      const step = { j: 1, k: -1, ...(isInTable ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key]
      if (step !== undefined && rows.length > 0) {
        event.preventDefault()
        const start = active < 0 ? (step > 0 ? -1 : rows.length) : active
        focusRow(scroll, Math.min(rows.length - 1, Math.max(0, start + step)), scrollTo)
      } else if (event.key === 'x' && isInTable && rows[active] && toggle) {
        toggle(rows[active].id)
      } else if (event.key === 'Escape' && open !== null) {
        go(address([], new URLSearchParams(location.search)))
      }
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** The row may be far away: it is there a frame after the list has been scrolled to it. */
function focusRow(scroll: RefObject<HTMLElement | null>, index: number, scrollTo: (index: number) => void): void {
  scrollTo(index)
  let tries = 0
  const focus = (): void => {
    const link = scroll.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)
    if (link) return link.focus({ preventScroll: true })
    tries += 1
    if (tries < 20) requestAnimationFrame(focus)
  }
  focus()
}
