import { existsSync, realpathSync } from 'node:fs'
import { chown, mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import path from 'node:path'
import type { SourceLimits } from './data/source/source-limits.ts'
import type { ExecutorResult, RunInput } from './executor.ts'
import { createGuardedFetch } from '../kit/http/fetch/guarded-fetch.ts'
import { ExecutorError } from './executor-error.ts'
import { carryOut, prepare, toExecutorError, type Loaded } from './process/carry-out.ts'
import { ChildRun, outOfDisk } from './process/child-run.ts'
import { builtInUid, findFence, type Fence } from './process/fence.ts'
import type { Folders } from './process/messages.ts'
import { OwnFolder, type FolderLimits } from './process/own-folder.ts'
import type { RunProcess } from './process/run-process.ts'
import { cpuSecondsOf, reachOf, startChild, uidOf } from './process/start-child.ts'
import { isLight, originOf, usesNetwork, resolveExecutor, unknownCodeRef } from './registry.ts'

export type ExecutorRunnerOptions = {
  /** Where runs keep what is too large for their outputs. */
  dataDir: string
  /** Files that executors may read; null: there are none. */
  filesDir: string | null
  /** The folder of executors that others supplied, a file each; null: there are none. */
  suppliedDir: string | null
  /** host:port of addresses that may be fetched although they are not public. */
  fetchAllow: readonly string[]
  /** codeRefs of supplied executors that may use the network when their runs ask for it; `*`: all. Nobody may unless given. */
  networkAllow?: readonly string[]
  /** How large the sources may be that are read. */
  sources?: SourceLimits
  /** What one run of a supplied executor may write. */
  folderLimits?: FolderLimits
  /** Hears once what cannot be held here. */
  onFence?: (fence: Fence) => void
  /** How many runs there are at once: so many processes stay warm, or every run beyond them would pay for a start. 2 unless given. */
  atOnce?: number
}

export type RunRequest = {
  codeRef: string
  input: RunInput
  timeoutMs?: number
  memoryMb?: number
  /** It asks for the network. What Marquee brings has it where it needs it. */
  network?: boolean
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
export const defaultFolderLimits: FolderLimits = { bytesMax: 2 ** 30, filesMax: 10_000 }
const defaultSources: SourceLimits = { bytesMax: 2 ** 34, rowsMax: 200_000_000, tempBytesMax: 2 ** 35 }
/** A warm process costs 60 MB; a cold start 0.4 s of one core. */
const idleMs = 30_000
/** What a library leaks over many runs goes with the process. */
const runsPerProcess = 500

type Idle = { child: RunProcess; runs: number; memoryMb: number; network: boolean; forget: () => void }

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
  const { sources = defaultSources } = options
  const idleMax = options.atOnce ?? 2
  const idle: Idle[] = []
  const busy = new Set<ChildRun>()
  const light = new Map<string, Promise<Loaded>>()
  const http = createGuardedFetch({ allow: options.fetchAllow })
  let isStopped = false

  let fencing: Promise<Fence> | undefined
  /** Found when the first process is needed. */
  const fence = () => (fencing ??= surround(folders).then((found) => (options.onFence?.(found), found)))

  function takeIdle(memoryMb: number, network: boolean): Idle | undefined {
    const index = idle.findLastIndex(
      (each) => each.memoryMb === memoryMb && each.network === network && each.child.isAlive,
    )
    const [taken] = index === -1 ? [] : idle.splice(index, 1)
    taken?.forget()
    return taken
  }

  function giveBack(
    child: RunProcess,
    run: ChildRun,
    { runs, memoryMb, network }: Pick<Idle, 'runs' | 'memoryMb' | 'network'>,
  ): void {
    if (isStopped || run.isSpent || runs >= runsPerProcess || idle.length >= idleMax || !child.isAlive)
      return child.kill()
    const timer = setTimeout(() => drop(entry), idleMs).unref()
    const leave = child.onExit(() => drop(entry))
    const entry: Idle = {
      child,
      runs,
      memoryMb,
      network,
      forget: () => {
        clearTimeout(timer)
        leave()
      },
    }
    idle.push(entry)
  }

  function drop(entry: Idle): void {
    const index = idle.indexOf(entry)
    if (index === -1) return
    idle.splice(index, 1)
    entry.forget()
    entry.child.kill()
  }

  /** An executor that has nothing to do needs no limits, and no process that keeps them. */
  async function runHere({
    codeRef,
    input,
    memoryMb = defaultMemoryMb,
    signal,
    onLog = () => {},
    onProgress = () => {},
  }: RunRequest): Promise<ExecutorResult> {
    const aborted = signal ?? new AbortController().signal
    try {
      const loading = light.get(codeRef) ?? resolveExecutor(codeRef, null).then(prepare)
      light.set(codeRef, loading)
      return await carryOut(await loading, input, aborted, {
        folders,
        sources,
        memoryMb,
        fetch: http,
        onLog,
        onProgress,
      })
    } catch (error) {
      throw toExecutorError(error, aborted)
    }
  }

  return {
    serves: (codeRef) => originOf(codeRef, folders.suppliedDir) !== null,

    async runExecutor(request) {
      const {
        codeRef,
        input,
        timeoutMs = defaultTimeoutMs,
        memoryMb = defaultMemoryMb,
        signal,
        onLog,
        onProgress,
      } = request
      const origin = originOf(codeRef, folders.suppliedDir)
      if (origin === null) throw unknownCodeRef(codeRef)
      const throwIfOver = () => {
        if (isStopped || signal?.aborted)
          throw new ExecutorError('CANCELLED', 'The run was cancelled.', { retryable: isStopped })
      }
      throwIfOver()
      if (isLight(codeRef)) return await runHere(request)
      const isSupplied = origin.kind === 'supplied'
      const around = await fence()
      const network = isSupplied
        ? request.network === true &&
          (options.networkAllow ?? []).some((allowed) => allowed === '*' || allowed === codeRef)
        : usesNetwork(codeRef)
      const folder = new OwnFolder(
        path.join(folders.dataDir, input.run.instanceId),
        options.folderLimits ?? defaultFolderLimits,
      )
      await folder.prepare(around.hasOwnUser ? uidOf(origin, input.run.instanceId) : null)
      if (isSupplied) await folder.remember()
      throwIfOver()
      const warm = isSupplied ? undefined : takeIdle(memoryMb, network)
      const readable = upstreamDirs(folders.dataDir, input)
      const fileBytesMax = (options.folderLimits ?? defaultFolderLimits).bytesMax
      const child =
        warm?.child ??
        startChild({
          origin,
          fence: around,
          folders,
          memoryMb,
          timeoutMs,
          ownDir: folder.path,
          readable,
          network,
          fileBytesMax,
        })
      const run = new ChildRun(child, {
        timeoutMs,
        memoryMb,
        cpuSeconds: isSupplied ? cpuSecondsOf(timeoutMs) : null,
        onLog,
        onProgress,
        folder: isSupplied ? folder : null,
      })
      busy.add(run)
      const cancel = () => run.cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      const asked = run.ask({ type: 'run', codeRef, input, folders, sources, fetchAllow: options.fetchAllow, memoryMb })
      const [outcome] = await Promise.allSettled([asked])
      signal?.removeEventListener('abort', cancel)
      busy.delete(run)
      // A run that failed in good order left its process in good order.
      if (isSupplied || !run.isHealthy) child.kill()
      else giveBack(child, run, { runs: (warm?.runs ?? 0) + 1, memoryMb, network })
      // However it ended, and whatever it said: too much is too much.
      if (isSupplied && (await folder.isFull())) {
        await folder.undo()
        throw outOfDisk()
      }
      if (outcome.status === 'fulfilled') return outcome.value
      throw outcome.reason instanceof ExecutorError ? withoutPlaces(outcome.reason, folders) : outcome.reason
    },

    async stop() {
      isStopped = true
      for (const entry of [...idle]) drop(entry)
      await Promise.all([...[...busy].map((run) => run.end()), http.close()])
    },
  }
}

/** What surrounds processes here, on folders that can be given to another user; on some shared ones root cannot. */
async function surround(folders: Folders): Promise<Fence> {
  await mkdir(folders.dataDir, { recursive: true })
  const fence = await findFence(reachOf(folders))
  if (!fence.hasOwnUser) return fence
  const trial = await mkdtemp(path.join(folders.dataDir, 'tmp-'))
  const canGive = await chown(trial, builtInUid, builtInUid).then(
    () => true,
    () => false,
  )
  await rmdir(trial)
  return canGive ? fence : await findFence(reachOf(folders), { ownUser: false })
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
  const message = places
    .flatMap((place) => [place, realpathSync(place)])
    .reduce((text, place) => text.replaceAll(`${place}/`, ''), error.message)
  return message === error.message
    ? error
    : new ExecutorError(error.code, message, { retryable: error.retryable, details: error.details, cause: error })
}
