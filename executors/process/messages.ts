import { isJsonObject, type JsonObject } from '../../kit/pure/json/json.ts'
import type { SourceLimits } from '../data/source/source-limits.ts'
import { executorErrorCodes, type ExecutorErrorFacts } from '../executor-error.ts'
import type { ExecutorResult, RunInput } from '../executor.ts'

/** What the server says to the process of a run. */
export type ToChild =
  | {
      type: 'run'
      codeRef: string
      input: RunInput
      folders: Folders
      sources: SourceLimits
      fetchAllow: readonly string[]
      memoryMb: number
    }
  | { type: 'abort' }

export type Folders = { dataDir: string; filesDir: string | null; suppliedDir: string | null }

/** What the process answers. */
export type FromChild =
  | { type: 'log'; line: string }
  | { type: 'progress'; share: number }
  /** `isSpent`: the process is so large by now that it had better not be used again. */
  | { type: 'done'; result: ExecutorResult; isSpent: boolean }
  | { type: 'failed'; error: ExecutorErrorFacts; isSpent: boolean }

export const logLineMax = 2000
export const logLinesMax = 2000

/** Code that others supplied runs in that process and may say anything: what makes no sense is null. */
export function readMessage(message: unknown): FromChild | null {
  if (!isJsonObject(message)) return null
  // Whatever it says: only these four types mean something.
  switch (String(message['type'])) {
    case 'log':
      return typeof message['line'] === 'string' ? { type: 'log', line: cleanLine(message['line']) } : null
    case 'progress': {
      const { share } = message
      return typeof share === 'number' && Number.isFinite(share)
        ? { type: 'progress', share: Math.min(1, Math.max(0, share)) }
        : null
    }
    case 'done':
      return isJsonObject(message['result']) ? readResult(message['result'], message['isSpent'] === true) : null
    case 'failed':
      return isJsonObject(message['error'])
        ? { type: 'failed', error: readError(message['error']), isSpent: message['isSpent'] === true }
        : null
    default:
      return null
  }
}

/** One line that can be stored: no NUL, no broken surrogates, bounded. */
export const cleanLine = (line: string): string => line.slice(0, logLineMax).replaceAll('\0', '').toWellFormed()

function readResult({ outputs, metrics, dataTime }: JsonObject, isSpent: boolean): FromChild | null {
  if (!isJsonObject(outputs)) return null
  return {
    type: 'done',
    isSpent,
    result: {
      outputs,
      ...(isJsonObject(metrics) ? { metrics } : {}),
      ...(typeof dataTime === 'string' && !Number.isNaN(Date.parse(dataTime))
        ? { dataTime: new Date(dataTime).toISOString() }
        : {}),
    },
  }
}

function readError({ code, message, retryable, details }: JsonObject): ExecutorErrorFacts {
  return {
    code: executorErrorCodes.find((known) => known === code) ?? 'EXECUTOR_FAILED',
    message: typeof message === 'string' ? cleanLine(message) : 'The executor failed.',
    retryable: retryable === true,
    ...(isJsonObject(details) ? { details } : {}),
  }
}
