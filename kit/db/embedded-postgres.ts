import path from 'node:path'
import pg from 'pg'
import type { Logger } from '../log.ts'
import { ensureFolder, isAlive, lockDataFolder } from './data-folder.ts'
import { createPostmaster } from './postmaster.ts'
import type { Running } from './postmaster.ts'

/*
 * States of the server: absent -> running (started by us, or adopted from a process that died) -> stopped.
 * `start` moves it to running, `stop` to stopped; when it dies by itself the watch below starts it again on the same
 * port, so that pools reconnect without being told. The data folder's lock is held from before the first look at the
 * data until after the server has ended: whoever holds it is the only one who starts, adopts or stops.
 */

export type EmbeddedPostgres = {
  readonly url: string
  /** The server's process; another one after it had to be started again. */
  readonly pid: number
  stop(): Promise<void>
  /** Ends it at once, without waiting: for a process that ends now. Nothing acknowledged is lost. */
  abandon(): void
}

export type EmbeddedPostgresOptions = {
  dataDir: string
  log: Logger
  /** Default: a free one. */
  port?: number
  /** Server settings on top of ours; tests give up durability for speed here. */
  settings?: Readonly<Record<string, string>>
  /** Interrupts a start: it rejects soon with the signal's reason, and nothing is left running. */
  signal?: AbortSignal
}

const DATABASE = 'marquee'
const WATCH_MS = 500
const CALM_MS = 60_000
const RESTARTS_MAX = 5

/**
 * Runs the Postgres that npm installed, with its data in `<dataDir>/postgres`, reachable from this machine only.
 * Resolves when the database `marquee` accepts connections. A server that a killed process left running is adopted.
 * Throws a StartupError, with one sentence, when the folder is in use or cannot be used, or the port is taken.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options
  const dataDir = path.resolve(options.dataDir)
  await ensureFolder(dataDir)
  const unlock = await lockDataFolder(dataDir)
  try {
    const postmaster = await createPostmaster({
      dataDir,
      log,
      settings: options.settings ?? {},
      signal: options.signal ?? new AbortController().signal,
    })
    const running = (await postmaster.adopt()) ?? (await postmaster.start(options.port))
    try {
      await createDatabase(postmaster.url(running.port, 'postgres'))
    } catch (error) {
      await postmaster.stop(running.pid)
      throw error
    }

    const server = watch(running, postmaster.start, log)
    let stopped: Promise<void> | null = null
    const stop = async (): Promise<void> => {
      await server.release()
      await postmaster.stop(server.current().pid)
      await unlock()
    }
    log.debug(running, 'embedded Postgres is ready')
    return {
      url: postmaster.url(running.port, DATABASE),
      get pid() {
        return server.current().pid
      },
      stop: () => (stopped ??= stop()),
      abandon: () => postmaster.abandon(server.current().pid),
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Starts the server again when it has ended by itself, but not for ever. */
function watch(first: Running, start: (port: number) => Promise<Running>, log: Logger) {
  let server = first
  let restarts = 0
  let lastRestart = 0
  let restarting: Promise<void> | null = null

  async function restart(): Promise<void> {
    restarts = Date.now() - lastRestart > CALM_MS ? 1 : restarts + 1
    lastRestart = Date.now()
    if (restarts > RESTARTS_MAX) {
      clearInterval(timer)
      return log.fatal('the embedded Postgres keeps ending by itself; it is left alone from now on')
    }
    log.error({ pid: server.pid }, 'the embedded Postgres ended by itself; starting it again')
    try {
      server = await start(server.port)
    } catch (error) {
      log.error({ err: error }, 'the embedded Postgres could not be started again')
    }
  }

  // Asking twice a second serves a child and an adopted server alike; the latter sends no exit event.
  const timer = setInterval(() => {
    if (restarting === null && !isAlive(server.pid)) restarting = restart().finally(() => (restarting = null))
  }, WATCH_MS)
  timer.unref()

  return {
    current: () => server,
    async release(): Promise<void> {
      clearInterval(timer)
      await restarting
    },
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // Each query tells of it.
  client.on('error', () => {})
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}
