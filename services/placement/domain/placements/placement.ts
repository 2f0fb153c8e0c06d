export type Geo = { lat: number; lng: number }

/** Where an instance stands, with the members and in the order that GraphQL shows. */
export type Placement = {
  location: string | null
  device: string | null
  geo: Geo | null
  timezone: string | null
  tags: string[]
}

/** What a caller sends: an absent member and null both mean "none". */
export type PlacementFields = {
  location?: string | null
  device?: string | null
  geo?: Geo | null
  timezone?: string | null
  tags?: readonly string[] | null
}

/** One thing wrong with an input, and where. Pointers are RFC 6901. */
export type Problem = { pointer: string; message: string }

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

export const emptyPlacement: Placement = { location: null, device: null, geo: null, timezone: null, tags: [] }
