import { ExecutorError, type ExecutorErrorCode } from '../../../../executors/executor-error.ts'
import type { RunInput } from '../../../../executors/executor.ts'
import type { ExecutorRunner } from '../../../../executors/run-isolated.ts'
import { Semaphore } from '../../../../kit/semaphore.ts'
import { AppError, type ErrorCode } from '../../../../kit/errors/app-error.ts'
import type { JsonObject } from '../../../../schema/events.ts'

export type Question = { codeRef: string } & Partial<Omit<RunInput, 'run'>> & {
    instanceId: string
    /** 20 s unless given. */
    timeoutMs?: number
  }

const answerMs = 20_000
/** Each takes a core for a moment; more at once would only take it from those who wait for them. */
const atOnceMax = 2
const waitingMax = 50

/**
 * Lets an executor answer a question at once, without a run: a preview. Few at a time in a process; beyond the queue it
 * is RATE_LIMITED. What is wrong with the question is BAD_USER_INPUT, with pointers below `at`.
 */
export class ExecutorQueries {
  readonly #executors: ExecutorRunner
  readonly #places = new Semaphore(atOnceMax)

  constructor(executors: ExecutorRunner) {
    this.#executors = executors
  }

  async ask({ codeRef, instanceId, timeoutMs = answerMs, ...rest }: Question, at = ''): Promise<JsonObject> {
    if (this.#places.waiting >= waitingMax)
      throw new AppError('RATE_LIMITED', { public: 'Too many previews at once. Try again in a moment.' })
    const run = { id: 'preview', instanceId, flow: 'preview', attempt: 1 }
    const input = { config: {}, props: {}, parameters: {}, upstreams: [], components: [], previous: null, ...rest, run }
    try {
      return (await this.#places.run(() => this.#executors.runExecutor({ codeRef, input, timeoutMs }))).outputs
    } catch (error) {
      throw error instanceof ExecutorError ? toAppError(error, at) : error
    }
  }
}

const codes: Partial<Record<ExecutorErrorCode, ErrorCode>> = {
  BAD_CONFIG: 'BAD_USER_INPUT',
  UNKNOWN_CODE_REF: 'BAD_USER_INPUT',
  SOURCE_FAILED: 'CONDITION_FAILED',
  ROWS_DELETED: 'CONDITION_FAILED',
  BAD_OUTPUTS: 'PAYLOAD_TOO_LARGE',
  OUT_OF_MEMORY: 'LIMIT_REACHED',
  OUT_OF_DISK: 'LIMIT_REACHED',
  TIMED_OUT: 'LIMIT_REACHED',
  CANCELLED: 'UNAVAILABLE',
  CRASHED: 'UNAVAILABLE',
}

function toAppError({ code, message, details = {}, cause }: ExecutorError, at: string): AppError {
  const { pointer, ...more } = details
  const problems = typeof pointer === 'string' ? { problems: [{ pointer: at + pointer, message }] } : {}
  return new AppError(codes[code] ?? 'INTERNAL_SERVER_ERROR', {
    public: message,
    details: { ...more, ...problems },
    cause,
  })
}
