import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartupError } from '../env.ts'
import type { Logger } from '../log.ts'
import { isAlive } from './data-folder.ts'
import { openCluster, pathsFor } from './postgres-cluster.ts'

export type Running = { pid: number; port: number }

/** One data folder's server process: finding one that is left over, starting, stopping. No state of its own. */
export type Postmaster = {
  url(port: number, database: string): string
  adopt(): Promise<Running | null>
  start(port?: number): Promise<Running>
  stop(pid: number): Promise<void>
  /** Ends it at once, without waiting; the next start recovers from its log. */
  abandon(pid: number): void
}

const ADOPT_MS = 10_000
// After the postmaster was killed its children need a moment to notice, and hold the shared memory until then.
const CLEAR_MS = 5000
const PORT_MS = 3000
// Long enough for recovery from the log after a crash under load.
const READY_MS = 60_000
const FAST_STOP_MS = 10_000
const HARD_STOP_MS = 5000

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // Compiling pays off for long reports; here it adds 50 ms and more to queries the planner overestimates.
  jit: 'off',
  timezone: 'UTC',
  // The caller sees its own statements' errors; the file is for the server's health and must not grow with traffic.
  log_min_messages: 'log',
  log_checkpoints: 'off',
}

/** Prepares the data folder (made at the first use) and returns what starts and stops a server on it. */
export async function createPostmaster(given: {
  dataDir: string
  log: Logger
  settings: Readonly<Record<string, string>>
  /** Ends what is being made or started. */
  signal: AbortSignal
}): Promise<Postmaster> {
  const { log, signal } = given
  const cluster = await openCluster(given.dataDir, signal)
  const settings = { ...SETTINGS, ...given.settings }
  const logFile = path.join(given.dataDir, 'postgres.log')
  const url = (port: number, database: string): string =>
    `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${database}`

  async function adopt(): Promise<Running | null> {
    const deadline = Date.now() + ADOPT_MS
    for (let left = leftOver(cluster.folder); left !== null; left = leftOver(cluster.folder)) {
      signal.throwIfAborted()
      // SCRAM proves both sides: a stranger that happens to listen on that port does not know the verifier.
      if (left.port !== null && (await canConnect(url(left.port, 'postgres')))) {
        log.info({ pid: left.pid }, 'adopted the Postgres that an earlier process left running')
        return { pid: left.pid, port: left.port }
      }
      if (Date.now() > deadline) {
        if (!left.surelyOurs)
          throw new StartupError(
            `The database in ${cluster.folder} is held by process ${left.pid}, which does not answer; end that process first.`,
          )
        log.warn({ pid: left.pid }, 'the Postgres left by an earlier process does not answer; ending it')
        await stop(left.pid)
      }
      await sleep(50)
    }
    forgetStranger(cluster.folder)
    return null
  }

  async function start(port?: number): Promise<Running> {
    const begun = Date.now()
    for (;;) {
      signal.throwIfAborted()
      const attempt = await launch(port ?? (await freePort()))
      if ('pid' in attempt) return attempt
      const waited = Date.now() - begun
      if (/already in use/i.test(attempt.failure) && port !== undefined && waited > PORT_MS) {
        throw new StartupError(`The embedded Postgres cannot use port ${port}: something else listens there.`)
      }
      const passes = /already in use|pre-existing shared memory|lock file .* already exists/i.test(attempt.failure)
      if (!passes || waited > CLEAR_MS)
        throw new StartupError(`The embedded Postgres does not start: ${attempt.failure} (see ${logFile}).`)
      await sleep(100)
    }
  }

  async function launch(port: number): Promise<Running | { failure: string }> {
    const { folder, cwd } = pathsFor(cluster.folder, cluster.account)
    const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    // A file, not a pipe: the server may outlive us. It begins anew when it has become long.
    const keep = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) < 1_000_000
    const output = openSync(logFile, keep ? 'a' : 'w', 0o600)
    const from = statSync(logFile).size
    // Detached, into a process group of its own: Ctrl-C in a terminal goes to the whole group, and the database must
    // still be there while the rest of us finishes.
    const child = spawn(path.join(cluster.bin, 'postgres'), ['-D', folder, ...options], {
      ...(cluster.account ?? {}),
      cwd,
      env: cluster.env,
      detached: true,
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    child.unref()
    let ended: string | null = null
    child.on('error', (error) => (ended = error.message))
    child.on('exit', (code, signal) => (ended ??= `it ended with ${signal ?? code}`))

    const deadline = Date.now() + READY_MS
    while (ended === null && Date.now() < deadline && !signal.aborted) {
      if (await canConnect(url(port, 'postgres'))) return { pid: child.pid ?? 0, port }
      await sleep(15)
    }
    if (ended === null && child.pid !== undefined) {
      await stop(child.pid)
      signal.throwIfAborted()
      return { failure: `it was not ready within ${READY_MS / 1000} s` }
    }
    const written = readFileSync(logFile, 'utf8').slice(from)
    const lines = written.match(
      /(?<=(?:FATAL|PANIC|LOG):\s+)(?:could not bind|could not create|pre-existing|lock file|.*already in use|.*incompatible).*/g,
    )
    const fatal = written.match(/(?<=(?:FATAL|PANIC):\s+).*/g)
    return { failure: lines?.[0] ?? fatal?.at(-1) ?? ended ?? 'it ended' }
  }

  async function stop(pid: number): Promise<void> {
    // Fast: open transactions are rolled back, everything acknowledged is written. Then immediate: recovery at start.
    for (const [signal, limitMs] of [
      ['SIGINT', FAST_STOP_MS],
      ['SIGQUIT', HARD_STOP_MS],
    ] as const) {
      try {
        process.kill(pid, signal)
      } catch {
        return
      }
      for (const deadline = Date.now() + limitMs; Date.now() < deadline; await sleep(10)) if (!isAlive(pid)) return
      log.warn({ pid, signal }, 'the embedded Postgres is slow to end')
    }
  }

  function abandon(pid: number): void {
    try {
      process.kill(pid, 'SIGQUIT')
    } catch {
      // It has ended already.
    }
  }

  return { url, adopt, start, stop, abandon }
}

/** What postmaster.pid says, if the process it names may be this folder's server. */
function leftOver(folder: string): { pid: number; port: number | null; surelyOurs: boolean } | null {
  let lines: string[]
  try {
    lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!(pid > 1) || !isAlive(pid)) return null
  let surelyOurs = false
  if (process.platform === 'linux') {
    // A server works inside its data folder. After a reboot the number may be anyone's, even another Postgres's.
    try {
      surelyOurs = readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
    } catch {
      return null
    }
    if (!surelyOurs) return null
  }
  return { pid, port: Number(lines[3]) || null, surelyOurs }
}

/**
 * Postgres takes any living process of the same user for the server that postmaster.pid names, and does not start: after
 * a crash and a reboot the number may be an editor's. With its parent's number in that place it takes the file for one
 * that is left over, and still looks whether anybody uses the shared memory that it names.
 */
function forgetStranger(folder: string): void {
  if (process.platform !== 'linux') return
  const file = path.join(folder, 'postmaster.pid')
  try {
    const text = readFileSync(file, 'utf8')
    const pid = Number.parseInt(text, 10)
    if (!(pid > 1) || !isAlive(pid) || readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)) return
    writeFileSync(file, text.replace(/^\d+/, String(process.pid)))
  } catch {
    // There is none, or the number is another user's: Postgres sees that itself.
  }
}

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  // A server on its way down may cut the line after the answer; without a listener that would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}
