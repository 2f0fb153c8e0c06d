import type { JsonObject } from '@marquee/sdk'
import type { JsonSchema } from '../graph/json-schema.ts'
import type { Problem } from '../graph/use-action.ts'
import type { Draft } from './draft.ts'

/** What the fields of one form share. */
export type PropsForm = {
  root: JsonSchema | null
  /** Set on the instance itself. */
  own: JsonObject
  /** What the screen shows: own props with defaults, bindings and overrides. */
  shown: JsonObject
  draft: Draft
  overtaken: ReadonlyMap<string, unknown>
  problems: readonly Problem[]
  mayWrite: boolean
  edit: (pointer: string, value: unknown, text?: string) => void
  drop: (pointer: string) => void
  explain: (pointer: string) => void
}

export const problemAt = ({ problems }: Pick<PropsForm, 'problems'>, pointer: string): string | null =>
  problems.find((problem) => problem.pointer === pointer)?.message ?? null

/** What is wrong about a member that is edited as a whole: about itself, or anything in it. */
export function problemWithin({ problems }: Pick<PropsForm, 'problems'>, pointer: string): string | null {
  const inside = problems.find((problem) => problem.pointer.startsWith(`${pointer}/`))
  return (
    problemAt({ problems }, pointer) ?? (inside ? `${inside.pointer.slice(pointer.length)}: ${inside.message}` : null)
  )
}
