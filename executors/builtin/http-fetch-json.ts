import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { FetchFailure, type GuardedResponse } from '../../kit/http/guarded-fetch.ts'
import { valueAtPointer } from '../../kit/pure/json-pointer.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../kit/pure/json.ts'
import { parseJson, type JsonBounds } from '../../kit/pure/parse-json.ts'
import { literal } from '../data/duckdb.ts'
import { refreshDataset, refreshOutputs } from '../data/refresh.ts'
import type { RefreshConfig } from '../data/wanted-rows.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput } from '../executor.ts'

type Config = RefreshConfig & { url?: unknown; pointer?: unknown; headers?: Record<string, string> }

const bytesMax = 32 * 2 ** 20
const timeoutMs = 60_000
const answerBounds: JsonBounds = { depth: 64, nodes: 5_000_000, bytes: bytesMax }

/** Asks an address for JSON, takes the list of rows that a JSON pointer names, and brings what is new into the dataset's store. */
export const executor: Executor = {
  codeRef: 'http.fetch-json',
  outputsSchema: refreshOutputs,
  async run(input) {
    const config = input.config as Config
    const rows = rowsAt(await ask(input, config), typeof config.pointer === 'string' ? config.pointer : '')
    input.log(`${rows.length} rows received`)
    const folder = await mkdtemp(path.join(input.dataDir, input.run.instanceId, 'tmp-'))
    try {
      const file = path.join(folder, 'rows.jsonl')
      await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      return await refreshDataset(input, config, `read_json(${literal(file)}, format = 'newline_delimited', maximum_object_size = 16777216)`, [folder])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function ask({ fetch, signal }: ExecutorInput, { url, headers }: Config): Promise<JsonValue> {
  const refused = typeof url === 'string' ? fetch.refuse(url) : 'must be an http or https URL'
  if (typeof url !== 'string' || refused !== null) throw new ExecutorError('BAD_CONFIG', `/url ${refused}.`, { details: { pointer: '/url' } })
  let response: GuardedResponse
  try {
    response = await fetch.request({ url, headers: { accept: 'application/json', ...headers }, timeoutMs, bytesMax, signal })
  } catch (error) {
    if (error instanceof FetchFailure) throw new ExecutorError('SOURCE_FAILED', `The address ${error.message}.`, { retryable: true, cause: error })
    throw error
  }
  const { status } = response
  if (status < 200 || status > 299) {
    throw new ExecutorError('SOURCE_FAILED', `The address answers with status ${status}.`, { retryable: status >= 500 || status === 429 || status === 408, details: { status } })
  }
  const parsed = parseJson(response.body, answerBounds)
  if (parsed.ok) return parsed.value
  const { reason, pointer, message } = parsed.refusal
  if (reason === 'SYNTAX') throw new ExecutorError('SOURCE_FAILED', 'The address answers with something that is no JSON.')
  throw new ExecutorError('SOURCE_FAILED', `The answer${pointer === '' ? '' : `, at ${pointer.slice(0, 200).toWellFormed()},`} ${message}.`, { details: { pointer } })
}

function rowsAt(answer: JsonValue, pointer: string): JsonObject[] {
  const found = valueAtPointer(answer, pointer)
  if (!Array.isArray(found)) throw new ExecutorError('SOURCE_FAILED', `There is no list of rows at '${pointer}' in the answer.`, { details: { pointer: '/pointer' } })
  if (found.length === 0) throw new ExecutorError('SOURCE_FAILED', 'The list of rows is empty: its columns cannot be told.', { retryable: true })
  if (found.every(isJsonObject)) return found
  throw new ExecutorError('SOURCE_FAILED', `The list at '${pointer}' holds something that is no row: rows are JSON objects.`)
}
