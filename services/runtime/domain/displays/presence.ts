import type { Presence } from '../../../../schema/enums.ts'

/** Presence of one screen; an instance that no screen ever reported for is NEVER. */
export type SessionPresence = Exclude<Presence, 'NEVER'>

/**
 * Screens report every 30 seconds (and at once when they show something new). One lost report is no news, a second one
 * makes a screen STALE, five minutes OFFLINE.
 */
export const presenceLimits = { onlineWithinMs: 45_000, staleAfterMs: 75_000, offlineAfterMs: 300_000 }

/**
 * A report came in after this silence. Hysteresis: who has become STALE is ONLINE again only after two reports in good
 * time, so that a screen which reports every 80 seconds does not flicker. Who was given up is back with one.
 */
export function afterReport(before: SessionPresence, silenceMs: number): SessionPresence {
  return before === 'STALE' && silenceMs > presenceLimits.onlineWithinMs ? 'STALE' : 'ONLINE'
}

/**
 * Nothing came in for this long. While `isStarting` (the watcher has just begun to look) nobody is given up: the
 * silence may have been ours, and the screens get time to come back.
 */
export function afterSilence(before: SessionPresence, silenceMs: number, isStarting: boolean): SessionPresence {
  if (before === 'OFFLINE') return 'OFFLINE'
  if (silenceMs > presenceLimits.offlineAfterMs && !isStarting) return 'OFFLINE'
  return silenceMs > presenceLimits.staleAfterMs ? 'STALE' : before
}

/** An instance on several screens is as present as the best of them. */
export function presenceOf(sessions: readonly SessionPresence[]): Presence {
  return (['ONLINE', 'STALE', 'OFFLINE'] as const).find((presence) => sessions.includes(presence)) ?? 'NEVER'
}
