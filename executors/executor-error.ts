import type { JsonObject } from '../kit/pure/json/json.ts'

/** Why a run gave nothing. */
export const executorErrorCodes = [
  /** Nobody supplies this codeRef. */
  'UNKNOWN_CODE_REF',
  /** Config, props or upstreams are not what the executor needs. */
  'BAD_CONFIG',
  /** What is read (a file, an address) cannot be read. */
  'SOURCE_FAILED',
  /** What an earlier run stored was deleted since: only the newest versions of a dataset are kept. */
  'ROWS_DELETED',
  /** The outputs do not fit the executor's own schema. */
  'BAD_OUTPUTS',
  /** The executor threw. */
  'EXECUTOR_FAILED',
  'TIMED_OUT',
  'OUT_OF_MEMORY',
  /** It wrote more than it may. */
  'OUT_OF_DISK',
  /** Its process died, for whatever reason. */
  'CRASHED',
  'CANCELLED',
] as const
export type ExecutorErrorCode = (typeof executorErrorCodes)[number]

export type ExecutorErrorFacts = { code: ExecutorErrorCode; message: string; retryable: boolean; details?: JsonObject }

/**
 * What a run ends with when it does not succeed; executors throw it to say why and whether trying again may help, and
 * whoever runs them gets one whatever happened. The message is for the user who looks at the run.
 */
export class ExecutorError extends Error {
  override name = 'ExecutorError'
  readonly code: ExecutorErrorCode
  readonly retryable: boolean
  readonly details: JsonObject | undefined

  constructor(
    code: ExecutorErrorCode,
    message: string,
    {
      retryable = false,
      details,
      cause,
    }: { retryable?: boolean; details?: JsonObject | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.code = code
    this.retryable = retryable
    this.details = details
  }

  toFacts(): ExecutorErrorFacts {
    const { code, message, retryable, details } = this
    return { code, message, retryable, ...(details ? { details } : {}) }
  }
}
