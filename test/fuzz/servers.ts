import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnServer, takeDeaths, type ServerProcess } from '../../bench/lib/processes.ts'
import { startEmbeddedPostgres } from '../../kit/db/embedded-postgres.ts'
import { limitNames, limitTable, limitVariable } from '../../kit/limits.ts'
import { createLogger } from '../../kit/log.ts'
import { startRedis } from '../support/redis-server.ts'
import type { Addresses } from './sender.ts'

export type Mode = 'embedded' | 'distributed'
export const adminKey = 'fuzz-admin-key-0123456789'

/** A Marquee to be fuzzed: every process a child of this one. */
export type Servers = {
  addresses: Addresses & { edge: string }
  parts: ReadonlyMap<string, ServerProcess>
  /** Processes that ended since the last call although nobody asked them to, each with its last words. */
  deaths(): string[]
  /** Kills each process that does not answer /healthz within a minute, so that it counts as one that ended. */
  killHung(): Promise<void>
  /** Lines of the log at level error or fatal since the last call. */
  complaints(): string[]
  cpuMs(): number
  /** Heap and buffers of all processes after a collection, in bytes; and what they have of the system. */
  memory(): Promise<{ inUse: number; resident: number }>
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const ready = /(?:"url":"|GraphQL +)(http:\/\/[^"/\s]+)/

/**
 * What is refused for its rate costs nothing and finds nothing: the rates are lifted, all other budgets stay as they
 * are delivered.
 */
const lifted: Record<string, string> = Object.fromEntries(
  limitNames
    .filter((name) => /PerSecond|PerMinute|AtOnce/.test(name))
    .map((name) => [limitVariable(name), String(limitTable[name].max)]),
)

export async function startServers(mode: Mode): Promise<Servers> {
  const undo: (() => Promise<unknown>)[] = []
  const complaints: string[] = []
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
    takeDeaths()
  }
  try {
    takeDeaths()
    const dir = await mkdtemp(path.join(os.tmpdir(), 'marquee-fuzz-'))
    undo.push(() => rm(dir, { recursive: true, force: true }))
    const parts = new Map<string, ServerProcess>()
    undo.push(async () => {
      for (const part of [...parts.values()].reverse()) await part.stop()
    })
    const startPart = async (role: string, env: Record<string, string>) => {
      const base = {
        DATA_DIR: path.join(dir, role),
        PORT: '0',
        MARQUEE_ROLE: role,
        MARQUEE_ADMIN_KEY: adminKey,
        // Hostile clients ask the subgraphs too.
        MARQUEE_OPEN_SUBGRAPHS: 'on',
        MARQUEE_DEMO: 'off',
        LOG_LEVEL: 'info',
        ...lifted,
      }
      const part = await spawnServer({
        args: [main],
        env: { ...base, ...env },
        inspect: true,
        ready,
        onOutput: linesOf((line) => isComplaint(line) && complaints.push(line)),
      })
      parts.set(role, part)
      return part.url
    }
    const addresses =
      mode === 'embedded' ? { edge: await startPart('all', {}) } : await startRoles(dir, undo, startPart)
    return {
      addresses,
      parts,
      deaths: takeDeaths,
      async killHung() {
        await Promise.all(
          [...parts.values()].map(async ({ pid, url }) => {
            try {
              await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(60_000) })
            } catch (error) {
              if ((error as Error).name === 'TimeoutError') process.kill(pid, 'SIGKILL')
            }
          }),
        )
      },
      complaints: () => complaints.splice(0),
      cpuMs: () => [...parts.values()].reduce((sum, part) => sum + part.cpuMs(), 0),
      async memory() {
        let [inUse, resident] = [0, 0]
        for (const part of parts.values()) {
          inUse += await part.memoryInUse()
          resident += part.rss()
        }
        return { inUse, resident }
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startRoles(
  dir: string,
  undo: (() => Promise<unknown>)[],
  startPart: (role: string, env: Record<string, string>) => Promise<string>,
) {
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(dir, 'postgres'),
    log: createLogger({ level: 'silent', name: 'fuzz' }),
    settings,
  })
  // Below the processes that use them: what was pushed last is undone first.
  undo.splice(1, 0, () => postgres.stop())
  const redis = await startRedis()
  if (!redis) throw new Error('Distributed mode needs redis-server on the path (Debian: apt-get install redis-server).')
  undo.splice(1, 0, () => redis.stop())
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url }
  // One after the other where they migrate, or six of them wait for one lock.
  const catalogue = await startPart('catalogue', env)
  const [runtime, placement] = await Promise.all(['runtime', 'placement', 'worker'].map((role) => startPart(role, env)))
  const edge = await startPart('gateway', {
    ...env,
    CATALOGUE_URL: catalogue,
    RUNTIME_URL: runtime as string,
    PLACEMENT_URL: placement as string,
  })
  return { edge, catalogue, runtime: runtime as string, placement: placement as string }
}

const isComplaint = (line: string): boolean =>
  /"level":"(error|fatal)"/.test(line) || /^(Uncaught|node:internal|\w*Error:)/.test(line)

/** Calls `onLine` for each line of a text that comes in pieces. */
function linesOf(onLine: (line: string) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!.slice(-100_000)
    for (const line of lines) onLine(line)
  }
}
