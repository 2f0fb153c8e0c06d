import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { collectGarbage, memoryInUse, startProfile, type Profile } from './profile.ts'

/** A server under measurement, in a process of its own. */
export type ServerProcess = {
  pid: number
  url: string
  port: number
  /** User and system time of the whole process so far, in milliseconds. */
  cpuMs(): number
  /** Resident memory in bytes. */
  rss(): number
  /** Samples the process's CPU until the returned profile is stopped. Only with `inspect`. */
  profile(): Promise<Profile>
  /** Throws away what nobody needs any more, so that `rss` is what is in use. Only with `inspect`. */
  collectGarbage(): Promise<void>
  /** Bytes in its heap and in buffers, after a collection. Only with `inspect`. */
  memoryInUse(): Promise<number>
  /** Asks it to end; its exit code, or null where it had to be killed. */
  stop(): Promise<number | null>
}

export type SpawnOptions = {
  args: string[]
  env: Record<string, string>
  inspect: boolean
  ready: RegExp
  /** Gets everything that the process prints. */
  onOutput?: (text: string) => void
}

const startMs = 180_000
const running = new Set<ChildProcess>()
const deaths: string[] = []

/** Ends a child with the runner, however that ends. */
export function endWithRunner(child: ChildProcess): void {
  running.add(child)
  child.once('exit', () => running.delete(child))
}

/** For a bench that hangs: what it started must not burden the next one. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

process.on('exit', killAll)

/** Servers that ended by themselves since the last call, with their last words: why a bench failed. */
export const takeDeaths = (): string[] => deaths.splice(0)

/** "with 1", "by SIGKILL". */
export const endOf = (code: number | null, signal: string | null): string =>
  signal === null ? `with ${code}` : `by ${signal}`

/** Starts Node on `args` and waits until it prints what `ready` matches; its first group is the server's address. */
export async function spawnServer({ args, env, inspect, ready, onOutput }: SpawnOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...(inspect ? ['--inspect=127.0.0.1:0'] : []), ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithRunner(child)
  const name = `${args.join(' ')}${env['MARQUEE_ROLE'] === undefined ? '' : ` (${env['MARQUEE_ROLE']})`}`
  let output = ''
  let newest = ''
  let isReady = false
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      // Its start and its end explain a failure; the rest of what it says is not kept.
      newest = chunk.toString().slice(-2000)
      onOutput?.(chunk.toString())
      if (isReady) return
      output += chunk.toString()
      const found = ready.exec(output)?.[1]
      isReady = found !== undefined
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code, signal) => reject(new Error(`${name} ended ${endOf(code, signal)}:\n${output}`)))
    setTimeout(() => reject(new Error(`${name} is not ready after ${startMs} ms:\n${output}`)), startMs).unref()
  }).catch(async (error: unknown) => {
    await end(child)
    throw error
  })
  const pid = child.pid as number
  const inspector = () => {
    const address = /Debugger listening on (ws:\S+)/.exec(output)?.[1]
    if (!address) throw new Error('the process was not started for inspection')
    return address
  }
  let isStopping = false
  child.once('exit', (code, signal) => {
    if (!isStopping)
      deaths.push(`${name} ended ${endOf(code, signal)} while it was measured. The last it said:\n${newest}`)
  })
  const alive = () => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} has ended`)
    return pid
  }
  return {
    pid,
    url,
    port: Number(new URL(url).port),
    cpuMs: () => cpuMs(alive()),
    rss: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${alive()}/status`, 'utf8'))?.[1]) * 1024,
    profile: async () => await startProfile(inspector()),
    collectGarbage: async () => await collectGarbage(inspector()),
    memoryInUse: async () => await memoryInUse(inspector()),
    stop: async () => {
      isStopping = true
      return await end(child)
    },
  }
}

/** Time on a processor of all threads, from the scheduler: /proc/<pid>/stat has it too, but in steps of 10 ms. */
function cpuMs(pid: number): number {
  let nanos = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    nanos += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  }
  return nanos / 1e6
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(patience)
  return child.exitCode
}

/** How many files this process and its children may open, as the system enforces it. */
export function openFilesMax(): number {
  return Number(/Max open files\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1])
}
