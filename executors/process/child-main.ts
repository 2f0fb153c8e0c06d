/**
 * The process that executors run in. It is told of one run at a time and answers with log lines, progress and one
 * end. It knows no secrets: its environment is empty but for what Node needs, and what it may read is what it is told.
 */
import { Socket } from 'node:net'
import { createGuardedFetch } from '../../kit/http/fetch/guarded-fetch.ts'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'
import type { ExecutorResult } from '../executor.ts'
import { ExecutorError } from '../executor-error.ts'
import { resolveExecutor } from '../registry.ts'
import { carryOut, prepare, toExecutorError } from './carry-out.ts'
import { frame, FrameReader } from './frames.ts'
import type { FromChild, ToChild } from './messages.ts'

type Run = Extract<ToChild, { type: 'run' }>

const reusableBytesMax = 256 * 2 ** 20

/** The server's side of the pipe is what bounds messages; what the server says is trusted. */
const reader = new FrameReader({ frameMax: Infinity, parse: parseOwnJson })
const pipe = new Socket({ fd: 3, readable: true, writable: true })
let running: AbortController | undefined

pipe.on('data', (bytes) => {
  for (const message of reader.take(bytes) as ToChild[]) {
    if (message.type === 'abort') running?.abort(new ExecutorError('CANCELLED', 'The run was cancelled.'))
    else void answer(message)
  }
})
// Whoever asked is gone.
pipe.on('error', () => process.exit(0))
pipe.on('close', () => process.exit(0))

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

async function execute(
  { codeRef, input, folders, sources, fetchAllow, memoryMb }: Run,
  signal: AbortSignal,
): Promise<ExecutorResult> {
  const loaded = prepare(await resolveExecutor(codeRef, folders.suppliedDir))
  const http = createGuardedFetch({ allow: fetchAllow })
  try {
    return await carryOut(loaded, input, signal, {
      folders,
      sources,
      memoryMb,
      fetch: http,
      onLog: (line) => tell({ type: 'log', line }),
      onProgress: (share) => tell({ type: 'progress', share }),
    })
  } finally {
    await http.close()
  }
}

/** Allocators keep what they once had. A process begins with about 90 MB, with DuckDB 150. */
const isSpent = (): boolean => process.memoryUsage.rss() > reusableBytesMax

function tell(message: FromChild): void {
  pipe.write(frame(message))
}
