/*
 * Lets a screen start without network: pages from the network while it answers in time, from the last copy otherwise;
 * assets are named after their content, so a copy is as good. State and bundles are kept by the page itself.
 */

type WorkerEvent = Event & { waitUntil(work: Promise<unknown>): void }
type FetchEvent = WorkerEvent & { request: Request; respondWith(response: Promise<Response>): void }
type Worker = EventTarget & {
  location: Location
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
}

const worker = globalThis as unknown as Worker
const cacheName = 'marquee-live'
/** Enough for several screens over several releases; the oldest go first. */
const keepMax = 60
const networkWithinMs = 4_000

worker.addEventListener('install', (event) => (event as WorkerEvent).waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => (event as WorkerEvent).waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  const paths = (event as MessageEvent<{ keep?: unknown }>).data?.keep
  if (!Array.isArray(paths)) return
  const work = keepAll(paths.filter((path): path is string => typeof path === 'string').filter(isOurs))
  ;(event as unknown as WorkerEvent).waitUntil(work)
})
worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as FetchEvent
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || !isOurs(pathname)) return
  respondWith.call(event, isAsset(pathname) ? copyFirst(request, pathname) : networkFirst(request, pathname))
})

const isAsset = (path: string) => path.startsWith('/assets/')
const isOurs = (path: string) => isAsset(path) || (path.startsWith('/live/') && path !== '/live/sw.js')

async function copyFirst(request: Request, path: string): Promise<Response> {
  return (await copyOf(path)) ?? (await fetch(request))
}

async function networkFirst(request: Request, path: string): Promise<Response> {
  const copy = await copyOf(path)
  if (!copy) return fetch(request)
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(networkWithinMs) })
    // A server that is starting or failing is no better than none; a page that is gone is the server's last word.
    return response.status >= 500 ? copy : response
  } catch {
    return copy
  }
}

async function copyOf(path: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(path)
}

async function keepAll(paths: string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  for (const path of paths) {
    if (isAsset(path) && (await cache.match(path))) continue
    // The page alone: the state that it comes with is the page's to keep, and to forget when it is not shown to everybody any more.
    const response = await fetch(isAsset(path) ? path : `${path}?shell`, { credentials: 'omit' }).catch(() => undefined)
    if (!response?.ok) continue
    // Deleted first, so that the order of the keys tells which copy is the oldest.
    await cache.delete(path)
    await cache.put(path, response)
  }
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - keepMax))) await cache.delete(old)
}
