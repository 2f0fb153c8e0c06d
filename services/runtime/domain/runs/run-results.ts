import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { jsonBytes } from '../state/payload-size.ts'
import { refuse, type Refusal } from '../state/refusal.ts'

/** A run's row travels with every event of it, so that what is larger stands elsewhere. */
export const inRowBytesMax = 32 * 1024
export const resultBytesMax = 8 * 1024 * 1024

export type KeptResult =
  | { ok: true; inRow: JsonObject; elsewhere: { body: JsonObject; bytes: number } | null }
  | { ok: false; refusal: Refusal }

/** Whether what stands in a run's row only says where the rest is. */
export const isReference = (result: JsonObject | null): boolean =>
  typeof result?.['$ref'] === 'string' && typeof result['sha256'] === 'string'

/** How outputs or metrics are kept: in the run's row, or in a row of their own with a reference to it. */
export function keepResult(runId: string, name: 'outputs' | 'metrics', value: JsonObject): KeptResult {
  const bytes = jsonBytes(value)
  if (bytes > resultBytesMax) {
    return refuse(
      'PAYLOAD_TOO_LARGE',
      `The ${name} have ${bytes} bytes; at most ${resultBytesMax} are kept. Write what is larger to a file and give its name.`,
      {
        bytes,
        limitBytes: resultBytesMax,
      },
    )
  }
  if (bytes <= inRowBytesMax) return { ok: true, inRow: value, elsewhere: null }
  return {
    ok: true,
    inRow: { $ref: `run:${runId}/${name}`, bytes, sha256: sha256Hex(canonicalJson(value)) },
    elsewhere: { body: value, bytes },
  }
}
