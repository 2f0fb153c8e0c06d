import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'

/*
 * Every state of the dashboard is an address below /dashboard. A dozen lines over the History API instead of a router:
 * pages are chosen by one switch, and what a page shows follows from path and query alone.
 */

export const base = '/dashboard'
const moved = new EventTarget()

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  moved.addEventListener('move', listener)
  return () => {
    removeEventListener('popstate', listener)
    moved.removeEventListener('move', listener)
  }
}

const here = (): string => location.pathname + location.search

export type Place = { parts: string[]; params: URLSearchParams }

/** Where we are: the path below /dashboard in parts, and the query. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, here, here))
}

let last: { address: string; place: Place } | null = null

function placeOf(address: string): Place {
  if (last?.address === address) return last.place
  const [path = '', query = ''] = address.split('?', 2)
  const parts = path.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent)
  last = { address, place: { parts, params: new URLSearchParams(query) } }
  return last.place
}

/** Goes to an address below /dashboard. `replace` for what Back should not stop at, such as letters of a search. */
export function go(to: string, { replace = false } = {}): void {
  const target = base + (to === '/' ? '' : to)
  if (target === here()) return
  if (replace) history.replaceState(null, '', target)
  else history.pushState(null, '', target)
  moved.dispatchEvent(new Event('move'))
}

/** The address of the same page with some members of the query changed; null takes one out. */
export function withParams(changes: Record<string, string | null>): string {
  const { parts, params } = placeOf(here())
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  return address(parts, next)
}

export function address(parts: readonly string[], params?: URLSearchParams): string {
  const query = params?.toString() ?? ''
  return `/${parts.map(encodeURIComponent).join('/')}${query && `?${query}`}`
}

/** An instance's page; the fleet's filter stays in the address, so that the list beside it stays what it is. */
export function instanceAddress(id: string, tab?: string): string {
  const { parts, params } = placeOf(here())
  const isFleet = parts.length === 0 || parts[0] === 'instances'
  return address(['instances', id, ...(tab ? [tab] : [])], isFleet ? params : undefined)
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string; children: ReactNode }

/** A link that stays in the page; with a modifier it opens a tab as any link does. */
export function Link({ to, children, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={base + (to === '/' ? '' : to)} onClick={follow} {...rest}>
      {children}
    </a>
  )
}
