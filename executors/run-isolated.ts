import type { ChildProcess } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ExecutorResult, RunInput } from './executor.ts'
import { createGuardedFetch } from '../kit/http/guarded-fetch.ts'
import { ExecutorError } from './executor-error.ts'
import { carryOut, prepare, toExecutorError, type Loaded } from './process/carry-out.ts'
import { ChildRun } from './process/child-run.ts'
import type { Folders } from './process/messages.ts'
import { startChild } from './process/start-child.ts'
import { isLight, originOf, resolveExecutor, unknownCodeRef } from './registry.ts'

export type ExecutorRunnerOptions = {
  /** Where runs keep what is too large for their outputs. */
  dataDir: string
  /** Files that executors may read; null: there are none. */
  filesDir: string | null
  /** The folder of executors that others supplied, a file each; null: there are none. */
  suppliedDir: string | null
  /** host:port of addresses that may be fetched although they are not public. */
  fetchAllow: readonly string[]
  /** How many runs there are at once: so many processes stay warm, or every run beyond them would pay for a start. 2 unless given. */
  atOnce?: number
}

export type RunRequest = {
  codeRef: string
  input: RunInput
  timeoutMs?: number
  memoryMb?: number
  signal?: AbortSignal
  onLog?: (line: string) => void
  onProgress?: (share: number) => void
}

export type ExecutorRunner = {
  /** Whether an executor of that name is at hand. */
  serves(codeRef: string): boolean
  /**
   * Runs an executor in a process of its own, a light one here, and answers what it gives. Throws an ExecutorError for everything else
   * that can happen: it fails, takes too long or too much memory, takes its process down, is cancelled by `signal`.
   */
  runExecutor(request: RunRequest): Promise<ExecutorResult>
  /** Ends all processes. What still runs is CANCELLED. */
  stop(): Promise<void>
}

export const defaultTimeoutMs = 15 * 60_000
export const defaultMemoryMb = 512
/** A warm process costs 60 MB; a cold start 0.4 s of one core. */
const idleMs = 30_000
/** What a library leaks over many runs goes with the process. */
const runsPerProcess = 500

type Idle = { child: ChildProcess; runs: number; memoryMb: number; timer: NodeJS.Timeout; onExit: () => void }

/**
 * Runs executors. The server loads the code of none but the light ones: a crash, a leak or an endless loop in one is the
 * end of one process, and heavy libraries are loaded where they are used. Built-in executors share a few warm processes,
 * one run at a time in each; what others supplied gets a fresh process for every run, so that no run sees another's traces.
 */
export function createExecutorRunner(options: ExecutorRunnerOptions): ExecutorRunner {
  const folders = {
    dataDir: path.resolve(options.dataDir),
    filesDir: options.filesDir && path.resolve(options.filesDir),
    suppliedDir: options.suppliedDir && path.resolve(options.suppliedDir),
  }
  const idleMax = options.atOnce ?? 2
  const idle: Idle[] = []
  const busy = new Set<ChildRun>()
  const light = new Map<string, Promise<Loaded>>()
  const http = createGuardedFetch({ allow: options.fetchAllow })
  let isStopped = false

  function takeIdle(memoryMb: number): Idle | undefined {
    const index = idle.findLastIndex((each) => each.memoryMb === memoryMb && each.child.connected)
    const [taken] = index === -1 ? [] : idle.splice(index, 1)
    if (taken) forget(taken)
    return taken
  }

  function giveBack(child: ChildProcess, run: ChildRun, runs: number, memoryMb: number): void {
    if (isStopped || run.isSpent || runs >= runsPerProcess || idle.length >= idleMax || !child.connected) {
      child.kill('SIGKILL')
      return
    }
    const entry: Idle = { child, runs, memoryMb, timer: setTimeout(() => drop(entry), idleMs).unref(), onExit: () => drop(entry) }
    // A process that nobody uses keeps nobody from leaving.
    child.unref()
    child.channel?.unref()
    child.once('exit', entry.onExit)
    idle.push(entry)
  }

  function drop(entry: Idle): void {
    const index = idle.indexOf(entry)
    if (index === -1) return
    idle.splice(index, 1)
    forget(entry)
    entry.child.kill('SIGKILL')
  }

  function forget({ child, timer, onExit }: Idle): void {
    clearTimeout(timer)
    child.off('exit', onExit)
  }

  /** An executor that has nothing to do needs no limits, and no process that keeps them. */
  async function runHere({ codeRef, input, memoryMb = defaultMemoryMb, signal, onLog = () => {}, onProgress = () => {} }: RunRequest): Promise<ExecutorResult> {
    const aborted = signal ?? new AbortController().signal
    try {
      const loading = light.get(codeRef) ?? resolveExecutor(codeRef, null).then(prepare)
      light.set(codeRef, loading)
      return await carryOut(await loading, input, aborted, { folders, memoryMb, fetch: http, onLog, onProgress })
    } catch (error) {
      throw toExecutorError(error, aborted)
    }
  }

  return {
    serves: (codeRef) => originOf(codeRef, folders.suppliedDir) !== null,

    async runExecutor(request) {
      const { codeRef, input, timeoutMs = defaultTimeoutMs, memoryMb = defaultMemoryMb, signal, onLog, onProgress } = request
      const origin = originOf(codeRef, folders.suppliedDir)
      if (origin === null) throw unknownCodeRef(codeRef)
      if (isStopped || signal?.aborted) throw new ExecutorError('CANCELLED', 'The run was cancelled.', { retryable: isStopped })
      if (isLight(codeRef)) return await runHere(request)
      const ownDir = path.join(folders.dataDir, input.run.instanceId)
      await mkdir(ownDir, { recursive: true })
      const warm = origin.kind === 'built-in' ? takeIdle(memoryMb) : undefined
      const child = warm?.child ?? startChild({ origin, folders, memoryMb, timeoutMs, ownDir, readable: upstreamDirs(folders.dataDir, input) })
      const run = new ChildRun(child, { timeoutMs, memoryMb, onLog, onProgress })
      busy.add(run)
      const cancel = () => run.cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      try {
        const result = await run.ask({ type: 'run', codeRef, input, folders, fetchAllow: options.fetchAllow, memoryMb })
        if (origin.kind === 'built-in') giveBack(child, run, (warm?.runs ?? 0) + 1, memoryMb)
        return result
      } catch (error) {
        // A run that failed in good order left its process in good order.
        if (origin.kind === 'built-in' && run.isHealthy) giveBack(child, run, (warm?.runs ?? 0) + 1, memoryMb)
        throw error instanceof ExecutorError ? withoutPlaces(error, folders) : error
      } finally {
        signal?.removeEventListener('abort', cancel)
        busy.delete(run)
        if (origin.kind === 'supplied') child.kill('SIGKILL')
      }
    },

    async stop() {
      isStopped = true
      for (const entry of [...idle]) drop(entry)
      await Promise.all([...[...busy].map((run) => run.end()), http.close()])
    },
  }
}

/** Where the rows lie that this run's upstreams refer to. */
function upstreamDirs(dataDir: string, { upstreams }: RunInput): string[] {
  return upstreams.flatMap(({ outputs: { ref } }) => {
    const instanceId = typeof ref === 'string' ? /^([A-Za-z0-9-]+)\//.exec(ref)?.[1] : undefined
    return instanceId === undefined ? [] : [path.join(dataDir, instanceId)]
  })
}

/** Libraries like to say where on this machine a file lies, which is nobody's business. */
function withoutPlaces(error: ExecutorError, folders: Folders): ExecutorError {
  const places = Object.values(folders).filter((place) => place !== null && existsSync(place)) as string[]
  const message = places.flatMap((place) => [place, realpathSync(place)]).reduce((text, place) => text.replaceAll(`${place}/`, ''), error.message)
  return message === error.message ? error : new ExecutorError(error.code, message, { retryable: error.retryable, details: error.details, cause: error })
}
