import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { ExecutorResult } from '../executor.ts'
import { ExecutorError } from '../executor-error.ts'
import { cleanLine, logLinesMax, readMessage, type ToChild } from './messages.ts'

export type RunLimits = {
  timeoutMs: number
  memoryMb: number
  onLog: ((line: string) => void) | undefined
  onProgress: ((share: number) => void) | undefined
}

/** How long a cancelled executor may tidy up. */
const graceMs = 3000
/** Log lines, and as many times progress: who says more than this floods on purpose or by mistake. */
const messagesMax = 20_000
const stderrKept = 4000
const watchEveryMs = 250
/** Node itself, its compiler and DuckDB's code, besides what the limit is about. */
const baseMemoryMb = 192
const pageBytes = 4096

/**
 * One run in one process, seen from the server. It ends once: with the process's word, with the limit of time or
 * memory, with the process itself, or with a cancellation, whichever is first; whatever comes after is not heard.
 */
export class ChildRun {
  /** The process said how the run ended and can be used again. */
  isHealthy = false
  /** It has grown so large that the next run would begin close to its limit. */
  isSpent = false
  readonly #child: ChildProcess
  readonly #limits: RunLimits
  readonly #done = Promise.withResolvers<ExecutorResult>()
  readonly #leave: (() => void)[] = []
  #isOver = false
  #stderr = ''
  #lines = 0
  #messages = 0

  constructor(child: ChildProcess, limits: RunLimits) {
    this.#child = child
    this.#limits = limits
  }

  async ask(message: Extract<ToChild, { type: 'run' }>): Promise<ExecutorResult> {
    const child = this.#child
    child.ref()
    child.channel?.ref()
    this.#on(child, 'message', (said: unknown) => this.#hear(said))
    this.#on(child, 'error', (error: Error) => this.#fail(new ExecutorError('CRASHED', 'The process of the run could not be started.', { retryable: true, cause: error })))
    // 'close' comes after the last bytes of stderr, which say why.
    this.#on(child, 'close', (code: number | null, signal: string | null) => this.#fail(this.#diagnose(code, signal)))
    if (child.stdout) this.#on(child.stdout, 'data', (bytes: Buffer) => this.#print(bytes))
    if (child.stderr) this.#on(child.stderr, 'data', (bytes: Buffer) => (this.#stderr = (this.#stderr + bytes.toString()).slice(-stderrKept)))
    const timer = setTimeout(() => this.#timeOut(), this.#limits.timeoutMs)
    const watch = setInterval(() => void this.#watchMemory(), watchEveryMs)
    this.#leave.push(() => clearTimeout(timer), () => clearInterval(watch))
    child.send(message, (error) => {
      if (error) this.#fail(new ExecutorError('CRASHED', 'The process of the run ended before it began.', { retryable: true, cause: error }))
    })
    return await this.#done.promise
  }

  /** Asks the executor to stop, and kills it when it does not. */
  cancel(): void {
    if (this.#isOver) return
    if (this.#child.connected) this.#child.send({ type: 'abort' } satisfies ToChild, () => {})
    const timer = setTimeout(() => this.#kill(new ExecutorError('CANCELLED', 'The run was cancelled.')), graceMs)
    this.#leave.push(() => clearTimeout(timer))
  }

  /** At once, because the server stops: another one may take the run up again. */
  async end(): Promise<void> {
    this.#kill(new ExecutorError('CANCELLED', 'The worker was stopped.', { retryable: true }))
    await this.#done.promise.catch(() => {})
  }

  #hear(said: unknown): void {
    this.#messages += 1
    if (this.#messages > messagesMax) return this.#kill(new ExecutorError('EXECUTOR_FAILED', 'The executor said more than can be listened to.'))
    const message = readMessage(said)
    if (message === null) return this.#kill(new ExecutorError('EXECUTOR_FAILED', 'The executor answered something that is no answer.'))
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
        return this.#fail(new ExecutorError(code, text, rest))
      }
    }
  }

  #print(bytes: Buffer): void {
    for (const line of bytes.toString().split('\n')) if (line.trim() !== '') this.#log(cleanLine(line))
  }

  #log(line: string): void {
    this.#lines += 1
    if (this.#lines < logLinesMax) this.#limits.onLog?.(line)
    else if (this.#lines === logLinesMax) this.#limits.onLog?.(`Only the first ${logLinesMax} lines are kept.`)
  }

  #timeOut(): void {
    this.#kill(new ExecutorError('TIMED_OUT', `The run took longer than ${this.#limits.timeoutMs} ms.`, { retryable: true, details: { timeoutMs: this.#limits.timeoutMs } }))
  }

  /** V8 guards its own heap; what a library or a Buffer takes, only the kernel knows. Where there is no /proc, V8's limit has to do. */
  async #watchMemory(): Promise<void> {
    const statm = await readFile(`/proc/${this.#child.pid}/statm`, 'utf8').catch(() => '')
    const megabytes = (Number(statm.split(' ')[1]) * pageBytes) / 2 ** 20
    if (megabytes > this.#limits.memoryMb + baseMemoryMb) this.#kill(this.#outOfMemory())
  }

  #outOfMemory(): ExecutorError {
    const { memoryMb } = this.#limits
    return new ExecutorError('OUT_OF_MEMORY', `The run took more than ${memoryMb} MB of memory.`, { details: { memoryMb } })
  }

  #diagnose(code: number | null, signal: string | null): ExecutorError {
    if (/heap out of memory|Allocation failed/.test(this.#stderr)) return this.#outOfMemory()
    if (signal === 'SIGXCPU') return new ExecutorError('TIMED_OUT', 'The run took more time of the processor than it has in all.', { retryable: true, details: { timeoutMs: this.#limits.timeoutMs } })
    const how = signal === null ? `exit code ${code}` : signal
    const said = cleanLine(/^\w*Error.*$/m.exec(this.#stderr)?.[0] ?? '')
    return new ExecutorError('CRASHED', `The process of the run ended (${how})${said === '' ? '' : `: ${said}`}.`, { retryable: true })
  }

  #kill(error: ExecutorError): void {
    this.#child.kill('SIGKILL')
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

  #on<Event extends string>(source: { on(event: Event, listener: never): unknown; off(event: Event, listener: never): unknown }, event: Event, listener: (...args: never[]) => void): void {
    source.on(event, listener as never)
    this.#leave.push(() => source.off(event, listener as never))
  }
}
