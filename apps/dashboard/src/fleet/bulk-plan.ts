import { mergePatch, sameJson, type JsonObject } from '@marquee/sdk'
import { problemsIn, type JsonSchema } from '../graph/json-schema.ts'
import type { Row } from './row-state.ts'

export type BulkAction = 'patch' | 'start' | 'pause' | 'resume' | 'stop' | 'archive' | 'upgrade'
export type Transition = Exclude<BulkAction, 'patch' | 'upgrade'>

/** From which state a lifecycle action leads on; the server decides with the same table. */
export const allowedFrom: Record<Transition, readonly Row['lifecycle'][]> = {
  start: ['CREATED'],
  pause: ['ACTIVE'],
  resume: ['PAUSED'],
  stop: ['ACTIVE', 'PAUSED'],
  archive: ['STOPPED'],
}

export type Verdict = { row: Row; verdict: 'changes' | 'same' | 'refused'; why: string }

/** What a lifecycle action would do to each. */
export const planTransition = (rows: readonly Row[], action: Transition): Verdict[] =>
  rows.map((row) =>
    allowedFrom[action].includes(row.lifecycle)
      ? { row, verdict: 'changes', why: '' }
      : { row, verdict: 'refused', why: `It is ${row.lifecycle.toLowerCase()}.` },
  )

/** What a patch would do to each, by the schema of the version that it follows. */
export function planPatch(
  rows: readonly Row[],
  patch: JsonObject,
  schemaOf: (versionId: string) => JsonSchema | undefined,
): Verdict[] {
  return rows.map((row) => {
    const next = mergePatch(row.effectiveProps, patch) as JsonObject
    if (sameJson(next, row.effectiveProps)) return { row, verdict: 'same', why: '' }
    if (row.lifecycle === 'ARCHIVED') return { row, verdict: 'refused', why: 'It is archived.' }
    const schema = row.definitionVersion && schemaOf(row.definitionVersion.id)
    const [first] = schema ? problemsIn(schema, next) : []
    return first
      ? { row, verdict: 'refused', why: `${first.pointer || 'props'}: ${first.message}` }
      : { row, verdict: 'changes', why: '' }
  })
}

export type Tally = { done: number; failed: { row: Row; message: string }[] }

/** Does `work` for every row, a few at a time, and tells how far it is. Stops where `signal` says so. */
export async function forEach(
  rows: readonly Row[],
  work: (row: Row) => Promise<unknown>,
  { atOnce, signal, onProgress }: { atOnce: number; signal: AbortSignal; onProgress: (tally: Tally) => void },
): Promise<Tally> {
  const tally: Tally = { done: 0, failed: [] }
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < rows.length && !signal.aborted) {
      const row = rows[next++]!
      try {
        await work(row)
      } catch (error) {
        tally.failed.push({ row, message: error instanceof Error ? error.message : String(error) })
      }
      tally.done += 1
      onProgress({ done: tally.done, failed: [...tally.failed] })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return tally
}
