/**
 * Tells of the moments when waiting makes no sense: the network is back, or somebody looks at the page again; and of
 * the last moment at which something can be written. Does nothing outside a browser. Returns how to stop listening.
 */
export function listenForWakeUps({ onWake, onHide }: { onWake: () => void; onHide: () => void }): () => void {
  const page = globalThis.document as Document | undefined
  if (!page || typeof globalThis.addEventListener !== 'function') return () => undefined
  const onVisibility = () => (page.visibilityState === 'visible' ? onWake() : onHide())
  globalThis.addEventListener('online', onWake)
  globalThis.addEventListener('pagehide', onHide)
  page.addEventListener('visibilitychange', onVisibility)
  return () => {
    globalThis.removeEventListener('online', onWake)
    globalThis.removeEventListener('pagehide', onHide)
    page.removeEventListener('visibilitychange', onVisibility)
  }
}
