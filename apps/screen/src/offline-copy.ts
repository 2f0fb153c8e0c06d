/** Asks the service worker to keep what a start without network needs. Does nothing where there can be none. */
export async function keepForOffline(paths: string[]): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!workers) return
  try {
    await workers.register('/live/sw.js', { scope: '/live/' })
    const { active } = await workers.ready
    active?.postMessage({ keep: paths })
  } catch (error) {
    console.debug('This screen cannot start without network:', error)
  }
}
