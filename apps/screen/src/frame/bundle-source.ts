import { pause } from '../pause.ts'
import { sha256Hex } from '../sha256.ts'

const cacheName = 'marquee-bundles'
/** The one that is shown, the one before it, and two for screens of other instances on the same machine. */
const keepMax = 4

/** The hash that a bundle's address promises, or null for an address that is none of ours. */
export function hashOf(bundleUrl: string): string | null {
  return /^\/bundles\/([0-9a-f]{64})\.js$/.exec(bundleUrl)?.[1] ?? null
}

/**
 * A component's source by its content hash: what is not byte for byte what was published is never run. Kept on this
 * machine, so that a start without network finds it. Throws when it cannot be had.
 */
export async function bundleSource(bundleUrl: string): Promise<string> {
  const hash = hashOf(bundleUrl)
  if (hash === null) throw new Error(`not a bundle's address: ${bundleUrl}`)
  const cache = await openCache()
  const kept = await cache?.match(bundleUrl).catch(() => undefined)
  if (kept) {
    const source = await kept.text()
    if ((await sha256Hex(source)) === hash) return source
    await cache?.delete(bundleUrl)
  }
  const response = await fetch(bundleUrl, { cache: kept ? 'reload' : 'force-cache', credentials: 'omit' })
  if (!response.ok) throw new Error(`the bundle's address answered ${response.status}`)
  const copy = response.clone()
  const source = await response.text()
  if ((await sha256Hex(source)) !== hash) throw new Error('the bundle is not what its address promises')
  if (cache) await keep(cache, bundleUrl, copy).catch(() => undefined)
  return source
}

/** As `bundleSource`, and again and again until it can be had or `signal` says that nobody wants it any more. */
export async function bundleSourceAtLast(bundleUrl: string, signal: AbortSignal): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await bundleSource(bundleUrl)
    } catch (error) {
      console.warn('The component is not to be had yet:', error)
    }
    await pause(Math.random() * Math.min(30_000, 500 * 2 ** attempt), signal)
  }
}

async function keep(cache: Cache, url: string, response: Response): Promise<void> {
  await cache.put(url, response)
  const requests = await cache.keys()
  for (const old of requests.slice(0, Math.max(0, requests.length - keepMax))) await cache.delete(old)
}

/** None where the page is not served securely or storage is forbidden; the browser's own cache has to do then. */
async function openCache(): Promise<Cache | undefined> {
  try {
    return await caches.open(cacheName)
  } catch {
    return undefined
  }
}
