import type { GuardedFetch } from '../../kit/http/fetch/guarded-fetch.ts'
import type { SourceLimits } from '../data/source/source-limits.ts'
import { jsonDepth } from '../../kit/pure/json/json.ts'
import { compileJsonSchema, type Problem } from '../../kit/pure/json-schema/json-schema.ts'
import type { Executor, ExecutorInput, ExecutorResult, RunInput } from '../executor.ts'
import { ExecutorError } from '../executor-error.ts'
import { cleanLine, logLinesMax, type Folders } from './messages.ts'

/** With the message around it, what the server takes. */
const depthMax = 64
const outputsBytesMax = 256 * 1024
const progressEveryMs = 100

export type Surroundings = {
  folders: Folders
  sources: SourceLimits
  memoryMb: number
  fetch: GuardedFetch
  onLog(line: string): void
  onProgress(share: number): void
}

/** An executor that is loaded, and what its outputs must be. */
export type Loaded = { executor: Executor; validate(outputs: unknown): Problem[] }

/** Throws EXECUTOR_FAILED for one whose outputsSchema is none. */
export function prepare(executor: Executor): Loaded {
  const outputs = compileJsonSchema(executor.outputsSchema)
  if (!outputs.ok)
    throw new ExecutorError(
      'EXECUTOR_FAILED',
      `The outputsSchema of ${executor.codeRef} is no JSON Schema: ${outputs.problems[0]?.message}.`,
    )
  return { executor, validate: outputs.validate }
}

/** One run in this very process, whichever that is; what it logs is bounded, what it gives is checked. */
export async function carryOut(
  { executor, validate }: Loaded,
  input: RunInput,
  signal: AbortSignal,
  { folders, sources, memoryMb, fetch, onLog, onProgress }: Surroundings,
): Promise<ExecutorResult> {
  let lines = 0
  let toldAt = 0
  const given: ExecutorInput = {
    ...input,
    dataDir: folders.dataDir,
    filesDir: folders.filesDir,
    sources,
    memoryMb,
    signal,
    fetch,
    log: (line) => {
      lines += 1
      // One more than is kept, so that the server knows that there were more.
      if (lines <= logLinesMax) onLog(cleanLine(String(line)))
    },
    progress: (share) => {
      const now = performance.now()
      if (now - toldAt < progressEveryMs && share < 1) return
      toldAt = now
      onProgress(share)
    },
  }
  return checked(executor.codeRef, await executor.run(given), validate)
}

function checked(codeRef: string, result: ExecutorResult, validate: Loaded['validate']): ExecutorResult {
  if (jsonDepth(result, depthMax) > depthMax)
    throw new ExecutorError('BAD_OUTPUTS', `The outputs of ${codeRef} are nested more than ${depthMax} levels deep.`)
  const problems = validate(result?.outputs)
  if (problems.length > 0) {
    const details = {
      problems: problems.slice(0, 20).map(({ pointer, message }) => ({ pointer: `/outputs${pointer}`, message })),
    }
    throw new ExecutorError('BAD_OUTPUTS', `The outputs of ${codeRef} do not fit its schema.`, { details })
  }
  const size = Buffer.byteLength(JSON.stringify(result))
  if (size <= outputsBytesMax) return result
  throw new ExecutorError(
    'BAD_OUTPUTS',
    `The outputs of ${codeRef} have ${size} bytes, more than ${outputsBytesMax}: write a file and give a reference to it.`,
  )
}

/** Characters kept of what an executor says of its failure. */
const messageMax = 2000

/** What an executor threw, in our words. */
export function toExecutorError(error: unknown, signal: AbortSignal): ExecutorError {
  if (signal.aborted && signal.reason instanceof ExecutorError) return signal.reason
  if (error instanceof ExecutorError) return error
  if (isOutOfMemory(error))
    return new ExecutorError('OUT_OF_MEMORY', 'The run took more memory than it may.', { cause: error })
  // A supplied executor cannot import our class; what it throws may say the same by its members.
  const { message, retryable } = (typeof error === 'object' && error !== null ? error : {}) as {
    message?: unknown
    retryable?: unknown
  }
  return new ExecutorError(
    'EXECUTOR_FAILED',
    (typeof message === 'string' ? message : String(error)).slice(0, messageMax),
    {
      retryable: retryable === true,
      cause: error,
    },
  )
}

/** Node, V8 and WebAssembly each word it their own way. */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof RangeError)) return false
  return (
    (error as NodeJS.ErrnoException).code === 'ERR_MEMORY_ALLOCATION_FAILED' ||
    /allocation failed|could not allocate|failed to allocate/i.test(error.message)
  )
}
