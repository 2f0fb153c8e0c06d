import { sameJson } from '@marquee/sdk'
import type { Json } from './manifest.ts'

export type Difference = { pointer: string; from: unknown; to: unknown }

/** Members of the wanted spec that are otherwise in the present one. What a manifest does not say stays as it is. */
export const differingMembers = (present: Json, wanted: Json): Set<string> =>
  new Set(Object.keys(wanted).filter((member) => !sameJson(present[member] ?? null, wanted[member] ?? null)))

/** The same, down to the values, with JSON pointers. */
export function differences(present: Json, wanted: Json): Difference[] {
  return [...differingMembers(present, wanted)].flatMap((member) =>
    within(present[member], wanted[member], pointer(member)),
  )
}

function within(from: unknown, to: unknown, at: string): Difference[] {
  if (sameJson(from ?? null, to ?? null)) return []
  if (!isObject(from) || !isObject(to)) return [{ pointer: at, from, to }]
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return keys.flatMap((key) => within(from[key], to[key], at + pointer(key)))
}

const pointer = (key: string) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
