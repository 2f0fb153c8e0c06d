import type { InstanceState } from '../../../../schema/events.ts'
import type { Decision } from '../state/decision.ts'
import { refuse } from '../state/refusal.ts'

/** Gives keys to an instance's screens and takes them back, by their hashes. */
export type DisplayKeyCommand = {
  type: 'DISPLAY_KEYS'
  add: string | null
  remove: readonly string[] | 'ALL'
  /** How many an instance may have. */
  keysMax: number
}

/** Hashes of the keys that open an instance. */
export const keyHashesOf = ({ displayKeyHash }: Pick<InstanceState, 'displayKeyHash'>): string[] =>
  displayKeyHash === null ? [] : displayKeyHash.split(' ')

export function decideDisplayKeys(state: InstanceState, { add, remove, keysMax }: DisplayKeyCommand): Decision {
  const before = keyHashesOf(state)
  const kept = remove === 'ALL' ? [] : before.filter((hash) => !remove.includes(hash))
  const hashes = add === null || kept.includes(add) ? kept : [...kept, add]
  if (hashes.length > Math.max(keysMax, before.length)) {
    return refuse('LIMIT_REACHED', `The instance has ${keysMax} display keys, which is all it may have: revoke one.`, {
      limit: keysMax,
    })
  }
  const displayKeyHash = hashes.length === 0 ? null : hashes.join(' ')
  const next = displayKeyHash === state.displayKeyHash ? state : { ...state, displayKeyHash }
  return { ok: true, next, event: 'CONFIG' }
}
