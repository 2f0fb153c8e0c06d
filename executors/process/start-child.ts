import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExecutorOrigin } from '../registry.ts'
import { builtInUid, suppliedUids, type Fence, type Reach, type Rlimits } from './fence.ts'
import type { Folders } from './messages.ts'
import { RunProcess } from './run-process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = fileURLToPath(new URL('./child-main.ts', import.meta.url))
const sources = ['executors', 'kit', 'schema', 'node_modules'].map((folder) => path.join(root, folder))
/** Garbage is collected and files are read beside the executor's own thread: its clock may run that much faster. */
const threads = 4
/** Node reserves 576 MB before it does anything (VmData of an idle process, Node 24), DuckDB's and V8's threads their stacks. */
const reservedMb = 1024
/** What changes how dates are written, and what Windows cannot do without. No path, address or key. */
const harmless = ['TZ', 'LANG', 'LC_ALL', 'SystemRoot']
/** DuckDB and SQLite put their spills where they are told, which is the run's own folder; these are the defaults. */
const forBuiltIns = ['TMPDIR', 'TEMP', 'TMP']

export type ChildOptions = {
  origin: ExecutorOrigin
  fence: Fence
  folders: Folders
  memoryMb: number
  timeoutMs: number
  ownDir: string
  readable: readonly string[]
  /** It may use the network. */
  network: boolean
  fileBytesMax: number
}

/** How much time of the processor the kernel gives to a supplied run of that long. */
export const cpuSecondsOf = (timeoutMs: number): number => Math.ceil((timeoutMs / 1000) * threads) + 5

/** What the process of a run has to reach, whoever it runs as. */
export const reachOf = ({ dataDir, filesDir, suppliedDir }: Folders): Reach => ({
  readable: [entry, ...[filesDir, suppliedDir].filter((place) => place !== null)],
  passable: [process.execPath, dataDir, ...sources],
})

/** Whom a run runs as where the server is root: one user for each instance, so that no run can touch another's files or process. */
export function uidOf(origin: ExecutorOrigin, instanceId: string): number {
  if (origin.kind === 'built-in') return builtInUid
  let hash = 0
  for (const char of instanceId) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0
  return suppliedUids.first + (hash % suppliedUids.count)
}

/**
 * A process of its own for an executor, inside the fence. Code that others supplied gets less: Node's permission model
 * keeps it from other programs, threads, native code, the inspector, and all files but Marquee's sources, the input files,
 * its own folder and those of its upstreams.
 */
export function startChild(options: ChildOptions): RunProcess {
  const { origin, fence, folders, memoryMb, timeoutMs, ownDir, network, fileBytesMax } = options
  const isSupplied = origin.kind === 'supplied'
  const rlimits: Rlimits = {
    c: 0,
    ...(isSupplied
      ? {
          // If the server is killed, nobody is left to kill a loop that never ends: the kernel does it then.
          t: cpuSecondsOf(timeoutMs),
          // In blocks of 512 bytes. One more than may be written, so that who meets it has written too much.
          f: Math.ceil(fileBytesMax / 512) + 1,
          n: 256,
          p: 64,
          d: (memoryMb + reservedMb) * 1024,
        }
      : { p: 512 }),
  }
  const args = [
    process.execPath,
    `--max-old-space-size=${memoryMb}`,
    '--disable-sigusr1',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    ...(isSupplied ? permissions(origin.file, options) : []),
    entry,
  ]
  const names = isSupplied ? harmless : [...harmless, ...forBuiltIns]
  const env = Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
  return new RunProcess(
    [...fence.launcher({ uid: uidOf(origin, path.basename(ownDir)), network, rlimits }), ...args],
    env,
  )

  function permissions(file: string, { readable }: ChildOptions): string[] {
    const places = [
      ...sources,
      path.join(root, 'package.json'),
      path.dirname(file),
      folders.suppliedDir,
      ownDir,
      ...readable,
      folders.filesDir,
    ]
    return [
      '--permission',
      // SQLite opens files behind the back of the permission model.
      '--no-experimental-sqlite',
      ...places.flatMap((place) => (place === null ? [] : [`--allow-fs-read=${place}`])),
      `--allow-fs-write=${ownDir}`,
    ]
  }
}
