/**
 * The process that executors run in. It is told of one run at a time and answers with log lines, progress and one
 * end. It knows no secrets: its environment is empty but for what Node needs, and what it may read is what it is told.
 */
import { createGuardedFetch } from '../../kit/http/guarded-fetch.ts'
import { compileJsonSchema } from '../../kit/pure/json-schema.ts'
import type { ExecutorResult } from '../executor.ts'
import { ExecutorError } from '../executor-error.ts'
import { resolveExecutor } from '../registry.ts'
import { cleanLine, logLinesMax, type FromChild, type ToChild } from './messages.ts'

type Run = Extract<ToChild, { type: 'run' }>

const outputsBytesMax = 256 * 1024
const progressEveryMs = 100
const reusableBytesMax = 256 * 2 ** 20

// Executors get what they are given; the line to the server is not theirs.
const send = process.send?.bind(process)
delete process.send
let running: AbortController | undefined

process.on('message', (message: ToChild) => {
  if (message.type === 'abort') running?.abort(new ExecutorError('CANCELLED', 'The run was cancelled.'))
  else void answer(message)
})
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0))

async function answer(run: Run): Promise<void> {
  const controller = new AbortController()
  running = controller
  let end: FromChild
  try {
    end = { type: 'done', result: await execute(run, controller.signal), isSpent: isSpent() }
  } catch (error) {
    end = { type: 'failed', error: toExecutorError(error, controller.signal).toFacts(), isSpent: isSpent() }
  }
  running = undefined
  tell(end)
}

async function execute({ codeRef, input, folders, fetchAllow, memoryMb }: Run, signal: AbortSignal): Promise<ExecutorResult> {
  const executor = await resolveExecutor(codeRef, folders.suppliedDir)
  const outputs = compileJsonSchema(executor.outputsSchema)
  if (!outputs.ok) throw new ExecutorError('EXECUTOR_FAILED', `The outputsSchema of ${codeRef} is no JSON Schema: ${outputs.problems[0]?.message}.`)
  const http = createGuardedFetch({ allow: fetchAllow })
  let lines = 0
  let toldAt = 0
  try {
    const result = await executor.run({
      ...input,
      dataDir: folders.dataDir,
      filesDir: folders.filesDir,
      memoryMb,
      signal,
      fetch: http,
      log: (line) => {
        lines += 1
        // One more than is kept, so that the server knows that there were more.
        if (lines <= logLinesMax) tell({ type: 'log', line: cleanLine(String(line)) })
      },
      progress: (share) => {
        const now = performance.now()
        if (now - toldAt < progressEveryMs && share < 1) return
        toldAt = now
        tell({ type: 'progress', share })
      },
    })
    return checked(codeRef, result, outputs.validate)
  } finally {
    await http.close()
  }
}

function checked(codeRef: string, result: ExecutorResult, validate: (value: unknown) => { pointer: string; message: string }[]): ExecutorResult {
  const problems = validate(result?.outputs)
  if (problems.length > 0) {
    const details = { problems: problems.slice(0, 20).map(({ pointer, message }) => ({ pointer: `/outputs${pointer}`, message })) }
    throw new ExecutorError('BAD_OUTPUTS', `The outputs of ${codeRef} do not fit its schema.`, { details })
  }
  const size = Buffer.byteLength(JSON.stringify(result))
  if (size <= outputsBytesMax) return result
  throw new ExecutorError('BAD_OUTPUTS', `The outputs of ${codeRef} have ${size} bytes, more than ${outputsBytesMax}: write a file and give a reference to it.`)
}

function toExecutorError(error: unknown, signal: AbortSignal): ExecutorError {
  if (signal.aborted && signal.reason instanceof ExecutorError) return signal.reason
  if (error instanceof ExecutorError) return error
  // A supplied executor cannot import our class; what it throws may say the same by its members.
  const { message, retryable } = (typeof error === 'object' && error !== null ? error : {}) as { message?: unknown; retryable?: unknown }
  return new ExecutorError('EXECUTOR_FAILED', typeof message === 'string' ? message : String(error), { retryable: retryable === true, cause: error })
}

/** Allocators keep what they once had. A process begins with about 90 MB, with DuckDB 150. */
const isSpent = (): boolean => process.memoryUsage.rss() > reusableBytesMax

function tell(message: FromChild): void {
  send?.(message)
}
