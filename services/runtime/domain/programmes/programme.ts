import type { JsonObject } from '../../../../schema/events.ts'

/** One item of a playlist: what it shows for how long. */
export type PlaylistItem = { props: JsonObject; seconds: number }

/** FIXED: as listed. SHUFFLE: each round in an order that follows from the seed and the round. */
export type PlaylistOrder = 'FIXED' | 'SHUFFLE'

/**
 * What a programme shows in a window. `start` and `end` are local times without offset ('2027-01-04T11:00:00'). With
 * `rrule` the window comes again and again, each time `durationMs` long on the clock; without, it is one window from
 * start to `end`, or without end. `props` or `items`: exactly one is not null.
 */
export type ProgrammeEntry = {
  name: string
  start: string
  end: string | null
  rrule: string | null
  /** ISO 8601, as it was written. */
  duration: string | null
  durationMs: number | null
  priority: number
  interrupt: boolean
  props: JsonObject | null
  items: PlaylistItem[] | null
  order: PlaylistOrder
  seed: number
  /** Local dates ('2027-12-24') on which no window starts. */
  exceptDates: string[]
  exceptCalendarIds: string[]
  /** Written by an AI: it changes nothing that a person locked. */
  byAi: boolean
}

/** A programme as its plan needs it. */
export type Programme = {
  id: string
  name: string
  /** Where the instance's place says no zone. */
  timezone: string | null
  entries: ProgrammeEntry[]
}

/** Dates by calendar. */
export type CalendarDates = ReadonlyMap<string, ReadonlySet<string>>

/** A local time without offset, as wallClock counts; null where the text is none or its day does not exist. */
export function wallOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null
  const whole = text.length === 16 ? `${text}:00` : text
  const wall = Date.parse(`${whole}Z`)
  return Number.isFinite(wall) && new Date(wall).toISOString().slice(0, 19) === whole ? wall : null
}

export const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10)
