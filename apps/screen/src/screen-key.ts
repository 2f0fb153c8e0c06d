const name = 'marquee:key'

/**
 * The key that a private screen was opened with. It comes in the fragment, which no server and no log sees, and leaves
 * the address bar at once; sessionStorage keeps it for a reload (`keep`) and drops it with the window.
 */
export function takeKey({ keep }: { keep: boolean }): string | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const given = fragment.get('key')
  if (given) {
    if (keep) store(given)
    fragment.delete('key')
    const rest = fragment.toString()
    history.replaceState(history.state, '', `${location.pathname}${location.search}${rest && `#${rest}`}`)
    return given
  }
  try {
    return sessionStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

export function forgetKey(): void {
  try {
    sessionStorage.removeItem(name)
  } catch {
    // Then there was nothing kept either.
  }
}

function store(key: string): void {
  try {
    sessionStorage.setItem(name, key)
  } catch {
    // Storage is forbidden here: the key lives as long as this page.
  }
}
