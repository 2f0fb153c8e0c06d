import type { PlaylistItem, ProgrammeEntry } from './programme.ts'

type Playlist = Pick<ProgrammeEntry, 'order' | 'seed'> & { items: readonly PlaylistItem[] }

/** An item of a playlist and the instants between which it is shown. */
export type PlaylistStep = { item: number; from: number; to: number }

/**
 * What a playlist that began at `start` shows from `from` to `to`: nothing but the clock says which item it is, so
 * that all screens of a programme show the same. Rounds have the same length, in whatever order their items come.
 */
export function* playlistSteps(playlist: Playlist, start: number, from: number, to: number): Generator<PlaylistStep> {
  const { items } = playlist
  const roundMs = items.reduce((sum, { seconds }) => sum + seconds * 1000, 0)
  for (let round = Math.floor((from - start) / roundMs); start + round * roundMs < to; round++) {
    let at = start + round * roundMs
    for (const item of orderOf(playlist, round)) {
      const ends = at + (items[item] as PlaylistItem).seconds * 1000
      if (ends > from && at < to) yield { item, from: Math.max(at, from), to: Math.min(ends, to) }
      at = ends
    }
  }
}

function orderOf({ items, order, seed }: Playlist, round: number): number[] {
  const listed = [...items.keys()]
  if (order === 'FIXED') return listed
  const random = randomOf(seed, round)
  for (let last = listed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[listed[last], listed[other]] = [listed[other] as number, listed[last] as number]
  }
  return listed
}

/** Mulberry32: the same numbers in [0, 1) for the same seed and round, on every machine. */
function randomOf(seed: number, round: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
