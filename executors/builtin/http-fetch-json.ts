import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { FetchFailure, type GuardedResponse } from '../../kit/http/fetch/guarded-fetch.ts'
import { valueAtPointer } from '../../kit/pure/json/json-pointer.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../kit/pure/json/json.ts'
import { parseJson, type JsonBounds } from '../../kit/pure/json/parse-json.ts'
import { httpJsonConfig } from '../../schema/builtin-configs.ts'
import { refreshDataset, refreshOutputs } from '../data/refresh.ts'
import type { SourceConfig } from '../data/source/source-config.ts'
import { checked } from '../checked.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput } from '../executor.ts'

type Config = SourceConfig & { url?: string; pointer?: string; headers?: Record<string, string> }

const configOf = checked<Config>({ ...httpJsonConfig, required: [] })

const bytesMax = 32 * 2 ** 20
const timeoutMs = 60_000
const answerBounds: JsonBounds = { depth: 64, nodes: 5_000_000, bytes: bytesMax }

/** Asks an address for JSON, takes the list of rows that a JSON pointer names, and brings what is new into the dataset's store. */
export const executor: Executor = {
  codeRef: 'http.fetch-json',
  outputsSchema: refreshOutputs,
  async run(input) {
    const config = configOf(input.config)
    const rows = rowsAt(await ask(input, config), config.pointer ?? '')
    input.log(`${rows.length} rows received`)
    // A list that may be empty adds nothing; only to replace everything by nothing needs to be said.
    const { mode = 'append', allowEmpty = mode === 'append' } = config
    return await refreshDataset(input, { ...config, allowEmpty }, async (tempDir) => {
      const file = path.join(tempDir, 'rows.jsonl')
      await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      return { file, format: 'json', tempDir }
    })
  },
}

async function ask({ fetch, signal }: ExecutorInput, { url, headers }: Config): Promise<JsonValue> {
  const refused = typeof url === 'string' ? fetch.refuse(url) : 'must be an http or https URL'
  if (typeof url !== 'string' || refused !== null)
    throw new ExecutorError('BAD_CONFIG', `/url ${refused}.`, { details: { pointer: '/url' } })
  let response: GuardedResponse
  try {
    response = await fetch.request({
      url,
      headers: { accept: 'application/json', ...headers },
      timeoutMs,
      bytesMax,
      signal,
    })
  } catch (error) {
    if (error instanceof FetchFailure)
      throw new ExecutorError('SOURCE_FAILED', `The address ${error.message}.`, { retryable: true, cause: error })
    throw error
  }
  const { status } = response
  if (status < 200 || status > 299) {
    throw new ExecutorError('SOURCE_FAILED', `The address answers with status ${status}.`, {
      retryable: status >= 500 || status === 429 || status === 408,
      details: { status },
    })
  }
  // Bounded first; numbers that a double cannot hold are kept below.
  const parsed = parseJson(response.body, answerBounds, 'NEAREST')
  if (parsed.ok) return parseKeepingDigits(response.body)
  const { reason, pointer, message } = parsed.refusal
  if (reason === 'SYNTAX')
    throw new ExecutorError('SOURCE_FAILED', 'The address answers with something that is no JSON.')
  throw new ExecutorError(
    'SOURCE_FAILED',
    `The answer${pointer === '' ? '' : `, at ${pointer.slice(0, 200).toWellFormed()},`} ${message}.`,
    { details: { pointer } },
  )
}

function rowsAt(answer: JsonValue, pointer: string): JsonObject[] {
  const found = valueAtPointer(answer, pointer)
  if (!Array.isArray(found))
    throw new ExecutorError('SOURCE_FAILED', `There is no list of rows at '${pointer}' in the answer.`, {
      details: { pointer: '/pointer' },
    })
  if (found.every(isJsonObject)) return found
  throw new ExecutorError(
    'SOURCE_FAILED',
    `The list at '${pointer}' holds something that is no row: rows are JSON objects.`,
  )
}

/** Numbers are written again as they came: a whole number beyond 2^53 would be another one. */
function parseKeepingDigits(text: string): JsonValue {
  const { rawJSON } = JSON as unknown as { rawJSON(source: string): JsonValue }
  // eslint-disable-next-line no-restricted-properties -- its bounds are checked by parseJson before
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
      ? rawJSON(context.source)
      : value,
  ) as JsonValue
}
