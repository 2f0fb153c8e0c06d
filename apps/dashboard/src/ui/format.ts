/** "840 ms", "12.3 s", "4 min 5 s", "2 h 13 min", "3 d 4 h". */
export function shortDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 60) return `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** How long ago: "now", "12 s", "4 min", "3 h", "9 d". */
export function age(at: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(at))
  if (ms < 5_000) return 'now'
  if (ms < 60_000) return `${Math.floor(ms / 1000)} s`
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min`
  return ms < 172_800_000 ? `${Math.floor(ms / 3_600_000)} h` : `${Math.floor(ms / 86_400_000)} d`
}

/** "UPSTREAM_NEWER" as people write it. */
export const words = (name: string): string => name.toLowerCase().replaceAll('_', ' ')

export const count = (value: number): string => value.toLocaleString('en')

/** The time for today, the date and time for any other day. */
export function shortTime(at: string, now: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString('en-GB')
  return date.toDateString() === new Date(now).toDateString()
    ? time
    : `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })} ${time.slice(0, 5)}`
}

/** A number with as many digits as tell something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  if (Number.isInteger(value)) return value.toLocaleString('en')
  return Number(value.toPrecision(5)).toLocaleString('en', { maximumFractionDigits: 6 })
}
