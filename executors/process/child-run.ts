import type { ExecutorResult } from '../executor.ts'
import { ExecutorError } from '../executor-error.ts'
import { cleanLine, logLinesMax, readMessage, type ToChild } from './messages.ts'
import type { OwnFolder } from './own-folder.ts'
import type { ProcessListener, RunProcess } from './run-process.ts'

export type RunLimits = {
  timeoutMs: number
  memoryMb: number
  /** Time of the processor, which the kernel ends; null: as much as there is. */
  cpuSeconds: number | null
  onLog: ((line: string) => void) | undefined
  onProgress: ((share: number) => void) | undefined
  /** Where it writes, if that is bounded. */
  folder: OwnFolder | null
}

/** How long a cancelled executor may tidy up. */
const graceMs = 3000
/** Log lines, and as many times progress: who says more than this floods on purpose or by mistake. */
const messagesMax = 20_000
const stderrKept = 4000
const watchEveryMs = 250
/** Node itself, its compiler and DuckDB's code, besides what the limit is about. */
const baseMemoryMb = 192
/** A folder is read whole to know how large it is. */
const watchesPerFolder = 4

/**
 * One run in one process, seen from the server. It ends once: with the process's word, with the limit of time or
 * memory, with the process itself, or with a cancellation, whichever is first; whatever comes after is not heard.
 */
export class ChildRun implements ProcessListener {
  /** The process said how the run ended and can be used again. */
  isHealthy = false
  /** It has grown so large that the next run would begin close to its limit. */
  isSpent = false
  readonly #child: RunProcess
  readonly #limits: RunLimits
  readonly #done = Promise.withResolvers<ExecutorResult>()
  readonly #leave: (() => void)[] = []
  #isOver = false
  #stderr = ''
  #lines = 0
  #messages = 0
  #watches = 0
  #isWatching = false
  #cpuSeconds = 0

  constructor(child: RunProcess, limits: RunLimits) {
    this.#child = child
    this.#limits = limits
  }

  async ask(message: Extract<ToChild, { type: 'run' }>): Promise<ExecutorResult> {
    this.#child.listen(this)
    const timer = setTimeout(() => this.#timeOut(), this.#limits.timeoutMs)
    const watch = setInterval(() => void this.#watch(), watchEveryMs)
    this.#leave.push(
      () => clearTimeout(timer),
      () => clearInterval(watch),
      () => this.#child.leave(),
    )
    this.#child.send(message)
    return await this.#done.promise
  }

  /** Asks the executor to stop, and kills it when it does not. */
  cancel(): void {
    if (this.#isOver) return
    this.#child.send({ type: 'abort' })
    const timer = setTimeout(() => this.#kill(new ExecutorError('CANCELLED', 'The run was cancelled.')), graceMs)
    this.#leave.push(() => clearTimeout(timer))
  }

  /** At once, because the server stops: another one may take the run up again. */
  async end(): Promise<void> {
    this.#kill(new ExecutorError('CANCELLED', 'The worker was stopped.', { retryable: true }))
    await this.#done.promise.catch(() => {})
  }

  message(said: unknown): void {
    this.#messages += 1
    if (this.#messages > messagesMax) return this.babble()
    const message = readMessage(said)
    if (message === null)
      return this.#kill(new ExecutorError('EXECUTOR_FAILED', 'The executor answered something that is no answer.'))
    switch (message.type) {
      case 'log':
        return this.#log(message.line)
      case 'progress':
        return this.#limits.onProgress?.(message.share)
      case 'done':
        this.isHealthy = true
        this.isSpent = message.isSpent
        return this.#end(() => this.#done.resolve(message.result))
      case 'failed': {
        this.isHealthy = true
        this.isSpent = message.isSpent
        const { code, message: text, ...rest } = message.error
        // Only here is it known how much memory the run had.
        if (code === 'OUT_OF_MEMORY') return this.#fail(this.#outOfMemory())
        return this.#fail(new ExecutorError(code, text, rest))
      }
    }
  }

  print(bytes: Buffer): void {
    for (const line of bytes.toString().split('\n')) if (line.trim() !== '') this.#log(cleanLine(line))
  }

  complain(bytes: Buffer): void {
    this.#stderr = (this.#stderr + bytes.toString()).slice(-stderrKept)
  }

  babble(): void {
    this.#kill(
      new ExecutorError('EXECUTOR_FAILED', 'The executor said more than can be listened to, or what is no message.'),
    )
  }

  failedToStart(error: Error): void {
    this.#fail(
      new ExecutorError('CRASHED', 'The process of the run could not be started.', { retryable: true, cause: error }),
    )
  }

  /** After the last bytes of stderr, which say why. */
  closed(code: number | null, signal: string | null): void {
    this.#fail(this.#diagnose(code, signal))
  }

  #log(line: string): void {
    this.#lines += 1
    if (this.#lines < logLinesMax) this.#limits.onLog?.(line)
    else if (this.#lines === logLinesMax) this.#limits.onLog?.(`Only the first ${logLinesMax} lines are kept.`)
  }

  #timeOut(): void {
    this.#kill(
      new ExecutorError('TIMED_OUT', `The run took longer than ${this.#limits.timeoutMs} ms.`, {
        retryable: true,
        details: { timeoutMs: this.#limits.timeoutMs },
      }),
    )
  }

  /** V8 guards its own heap; what a library or a Buffer takes, and what is written, only the kernel knows. */
  async #watch(): Promise<void> {
    if (this.#isWatching) return
    this.#isWatching = true
    const { bytes, cpuSeconds } = await this.#child.usage()
    this.#cpuSeconds = Math.max(this.#cpuSeconds, cpuSeconds)
    if (bytes !== null && bytes / 2 ** 20 > this.#limits.memoryMb + baseMemoryMb) this.#kill(this.#outOfMemory())
    if (this.#watches++ % watchesPerFolder === 0 && (await this.#limits.folder?.isFull())) this.#kill(outOfDisk())
    this.#isWatching = false
  }

  #outOfMemory(): ExecutorError {
    const { memoryMb } = this.#limits
    return new ExecutorError('OUT_OF_MEMORY', `The run took more than ${memoryMb} MB of memory.`, {
      details: { memoryMb },
    })
  }

  #diagnose(code: number | null, signal: string | null): ExecutorError {
    if (/out of memory|Allocation failed/.test(this.#stderr)) return this.#outOfMemory()
    if (signal === 'SIGXCPU' || this.#hasUsedItsTime()) {
      const { timeoutMs, cpuSeconds } = this.#limits
      return new ExecutorError('TIMED_OUT', 'The run took more time of the processor than it has in all.', {
        retryable: true,
        details: { timeoutMs, cpuSeconds },
      })
    }
    const how = signal === null ? `exit code ${code}` : signal
    const said = cleanLine(/^\w*Error.*$/m.exec(this.#stderr)?.[0] ?? '')
    return new ExecutorError('CRASHED', `The process of the run ended (${how})${said === '' ? '' : `: ${said}`}.`, {
      retryable: true,
    })
  }

  /**
   * Where soft and hard limit are one, and for the first process of a namespace, the kernel sends SIGKILL, as it does
   * for much else, of which `unshare` makes an exit code. It counts whole seconds; what we know is as old as the last look.
   */
  #hasUsedItsTime(): boolean {
    const { cpuSeconds } = this.#limits
    return cpuSeconds !== null && this.#cpuSeconds >= cpuSeconds - 1
  }

  #kill(error: ExecutorError): void {
    this.#child.kill()
    this.#fail(error)
  }

  #fail(error: ExecutorError): void {
    this.#end(() => this.#done.reject(error))
  }

  #end(settle: () => void): void {
    if (this.#isOver) return
    this.#isOver = true
    for (const leave of this.#leave.splice(0)) leave()
    settle()
  }
}

export const outOfDisk = (): ExecutorError =>
  new ExecutorError('OUT_OF_DISK', 'The run wrote more than it may; what it wrote was deleted.')
