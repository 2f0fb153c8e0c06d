import type { Pool } from 'pg'
import { assertNever } from '../../../../kit/pure/assert-never.ts'
import { FetchFailure, type GuardedFetch } from '../../../../kit/http/fetch/guarded-fetch.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { parseJson } from '../../../../kit/pure/json/parse-json.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { Json } from '../../../../schema/events.ts'
import { refuseValue, valueBounds } from '../../domain/bindings/binding-value.ts'
import type { SharedSource, Outcome } from '../../store/bindings/binding-sources.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { findKv } from '../../store/bindings/kv.ts'

export const askTimeoutMs = 5000
export const answerBytesMax = 256 * 1024

/** Asks a source once. Throws only when the database fails. */
export async function readSource(
  deps: { pool: Pool; http: GuardedFetch },
  source: SharedSource,
  signal: AbortSignal,
): Promise<Outcome> {
  switch (source.source) {
    case 'KV':
      return toOutcome((await findKv(deps.pool, source.tenantId, source.address))?.value ?? null, null)
    case 'DO': {
      const target = (await loadStates(deps.pool, [source.address])).get(source.address)
      return target?.tenantId === source.tenantId
        ? toOutcome(target.effectiveProps, null)
        : { type: 'ERROR', error: goneError(source.address) }
    }
    case 'API':
      return await askAddress(deps.http, source, signal)
    case 'STATIC':
      throw new Error('a literal is part of the binding and is never read')
    default:
      return assertNever(source.source)
  }
}

export const goneError = (instanceId: string) => `reads ${instanceId}, which does not exist`

async function askAddress(
  http: GuardedFetch,
  { address, marker }: SharedSource,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const headers: Record<string, string> = {
      accept: 'application/json',
      ...(marker === null ? {} : { 'if-none-match': marker }),
    }
    const answer = await http.request({
      url: address,
      headers,
      timeoutMs: askTimeoutMs,
      bytesMax: answerBytesMax,
      signal,
    })
    if (answer.status === 304 && marker !== null) return { type: 'SAME' }
    if (answer.status !== 200) return { type: 'ERROR', error: `answers with status ${answer.status}` }
    return parseAnswer(answer.body, answer.header('etag'))
  } catch (error) {
    if (error instanceof FetchFailure) return { type: 'ERROR', error: error.message }
    throw error
  }
}

/** The outcome that a JSON text from outside means. */
export function parseAnswer(body: string, marker: string | null): Outcome {
  const parsed = parseJson(body, valueBounds)
  if (parsed.ok) return toOutcome(parsed.value, marker)
  const { reason, pointer, message } = parsed.refusal
  if (reason === 'SYNTAX') return { type: 'ERROR', error: 'answers with something that is not JSON' }
  return {
    type: 'ERROR',
    error: `answers with JSON that ${message}${pointer === '' ? '' : `, at ${pointer.slice(0, 200).toWellFormed()}`}`,
  }
}

function toOutcome(value: Json, marker: string | null): Outcome {
  const refused = refuseValue(value)
  if (refused !== null) return { type: 'ERROR', error: `answers with JSON that ${refused}` }
  return { type: 'VALUE', value, valueHash: sha256Hex(canonicalJson(value)), marker }
}
