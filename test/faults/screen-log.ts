import { canonicalJson } from '../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../kit/pure/ids/hash.ts'

/** One screen: an SDK client with a socket of its own and one feed. */
export type Screen = { index: number; instanceId: string; feed: 'displayChanged' | 'instanceChanged'; url: string }

/** What a screen noted, in order. */
export type ScreenEntry =
  /** It subscribed; `since` is the revision that its cursor stands for, `operation` unlike any before. */
  | { type: 'subscribed'; operation: string; since: number | null }
  /** A frame as it came over the wire, whatever the SDK makes of it. */
  | { type: 'frame'; operation: string; event: string; revision: number; hash: string | null }
  /** What the SDK then says the screen is to show. */
  | { type: 'shown'; revision: number; hash: string }
  /** The feed is over for good. */
  | { type: 'ended'; code: string }

export type ScreenPosition = { revision: number; hash: string } | null

export type ToScreens =
  | { type: 'open'; key: string; screens: Screen[] }
  /** What each shows now. */
  | { type: 'positions' }
  /** The entries since the last time, by screen. */
  | { type: 'collect' }

export type FromScreens =
  | { type: 'opened' }
  | { type: 'positions'; positions: [number, ScreenPosition][] }
  | { type: 'collected'; entries: [number, ScreenEntry[]][] }

/** Equal for equal props, whatever the order of their members. */
export const contentHash = (props: unknown): string => sha256Hex(canonicalJson(props)).slice(0, 16)
