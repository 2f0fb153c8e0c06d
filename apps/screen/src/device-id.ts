import { uniqueKey } from './emitter.ts'

/** Names this browser among the screens of the instance: the same after a restart, another on another machine. */
export function deviceId(instanceId: string): string {
  const name = `marquee:device:${instanceId}`
  const fresh = uniqueKey()
  try {
    const known = localStorage.getItem(name)
    if (known) return known
    localStorage.setItem(name, fresh)
  } catch {
    // Storage is forbidden here: another start is another screen.
  }
  return fresh
}
