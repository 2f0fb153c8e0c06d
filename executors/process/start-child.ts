import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExecutorOrigin } from '../registry.ts'
import type { Folders } from './messages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = fileURLToPath(new URL('./child-main.ts', import.meta.url))
/** Garbage is collected and files are read beside the executor's own thread: its clock may run that much faster. */
const threads = 4
/** What a process needs to find its libraries, its zone and its temporary folder; no address, no key. */
const harmless = ['PATH', 'HOME', 'TZ', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot']

export type ChildOptions = { origin: ExecutorOrigin; folders: Folders; memoryMb: number; timeoutMs: number; ownDir: string; readable: readonly string[] }

/**
 * A process of its own for an executor. Code that others supplied gets less: no other programs, no threads, no native
 * code, no files but Marquee's sources, the input files, its own folder and those of its upstreams. It is a fence against accidents and curiosity,
 * not a prison: who may put a file into that folder is trusted not to attack the machine.
 */
export function startChild({ origin, folders, memoryMb, timeoutMs, ownDir, readable }: ChildOptions): ChildProcess {
  const isSupplied = origin.kind === 'supplied'
  const args = [
    `--max-old-space-size=${memoryMb}`,
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    ...(isSupplied ? fence(origin.file, folders, ownDir, readable) : []),
    entry,
  ]
  // If the server is killed, nobody is left to kill a loop that never ends: the kernel does it then.
  const cpuSeconds = Math.ceil((timeoutMs / 1000) * threads) + 5
  const [command, commandArgs] =
    isSupplied && process.platform !== 'win32'
      ? ['/bin/sh', ['-c', 'ulimit -t "$0"; exec "$@"', String(cpuSeconds), process.execPath, ...args]]
      : [process.execPath, args]
  const child = spawn(command, commandArgs, {
    env: Object.fromEntries(harmless.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
    windowsHide: true,
  })
  // A run listens while it lasts; what breaks between runs is found by the exit, and must not end the server.
  child.on('error', () => {})
  child.stdout?.on('error', () => {})
  child.stderr?.on('error', () => {})
  return child
}

function fence(file: string, { filesDir, suppliedDir }: Folders, ownDir: string, others: readonly string[]): string[] {
  const sources = ['executors', 'kit', 'schema', 'node_modules'].map((folder) => path.join(root, folder))
  const readable = [...sources, path.join(root, 'package.json'), path.dirname(file), suppliedDir, ownDir, ...others, filesDir]
  return [
    '--permission',
    // SQLite opens files behind the back of the permission model.
    '--no-experimental-sqlite',
    ...readable.flatMap((place) => (place === null ? [] : [`--allow-fs-read=${place}`])),
    `--allow-fs-write=${ownDir}`,
  ]
}
