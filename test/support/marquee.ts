import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { testDatabase } from './postgres.ts'
import { redisUrl } from './redis.ts'

export type Mode = 'embedded' | 'distributed'

/** A part of a running Marquee: its process, and the port that it must come back on. */
export type Part = { role: string; port: number; process: ChildProcess; url: string; log(): string }

export type RunningMarquee = {
  mode: Mode
  /** The public address: the gateway's, or that of the one process. */
  url: string
  adminKey: string
  parts: Part[]
  databaseUrl: string | null
  stop(): Promise<void>
}

const run = promisify(execFile)
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
export const adminKey = 'test-admin-key-0123456789'

/**
 * A whole Marquee in processes of its own, as a user would start it: `embedded` is one process with its own Postgres,
 * `distributed` the five roles on the test run's Postgres (a fresh database) and Redis. Ready when it resolves.
 */
export async function startMarquee(options: {
  mode: Mode
  env?: Record<string, string>
  /** In place of the test run's, for suites that take it away. */
  redis?: string
}): Promise<RunningMarquee> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-test-'))
  const base = {
    DATA_DIR: dataDir,
    PORT: '0',
    MARQUEE_ADMIN_KEY: adminKey,
    MARQUEE_DEMO: 'off',
    LOG_LEVEL: 'info',
    MARQUEE_DRAIN_SECONDS: '0',
    ...options.env,
  }
  const parts: Part[] = []
  const stopParts = async () => {
    for (const part of parts.splice(0).reverse()) await stopPart(part)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    if (options.mode === 'embedded') {
      // With its owners: the server of the database may be another user's. A first start is a suite of its own.
      await run('cp', ['-pR', `${inject('startedFolder')}/.`, dataDir])
      parts.push(await startPart('all', base))
      const [all] = parts as [Part]
      return { mode: 'embedded', url: all.url, adminKey, parts, databaseUrl: null, stop: stopParts }
    }
    const redis = options.redis ?? redisUrl()
    if (redis === null) throw new Error('distributed mode needs Redis: wrap the suite in describeRedis')
    const database = await testDatabase('seeded')
    const shared = { ...base, DATABASE_URL: database.url, REDIS_URL: redis }
    const services = await Promise.all(
      ['catalogue', 'runtime', 'placement', 'worker'].map((role) => startPart(role, { ...shared, MARQUEE_ROLE: role })),
    )
    parts.push(...services)
    const urlOf = (role: string) => services.find((part) => part.role === role)?.url as string
    const gateway = await startPart('gateway', {
      ...shared,
      MARQUEE_ROLE: 'gateway',
      CATALOGUE_URL: urlOf('catalogue'),
      RUNTIME_URL: urlOf('runtime'),
      PLACEMENT_URL: urlOf('placement'),
    })
    parts.push(gateway)
    const stop = async () => {
      await stopParts()
      await database.drop()
    }
    return { mode: 'distributed', url: gateway.url, adminKey, parts, databaseUrl: database.url, stop }
  } catch (error) {
    await stopParts()
    throw error
  }
}

/** Starts one process and waits until it says where it listens and is ready. Rejects with its output if it ends. */
export async function startPart(role: string, env: Record<string, string>): Promise<Part> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const [, found] = /(?:GraphQL +|"url":")(http:\/\/[^"/\s]+)/.exec(output) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`the ${role} process ended with ${code}:\n${output}`)))
  })
  return { role, port: Number(new URL(url).port), process: child, url, log: () => output }
}

/** Asks a process to end, and waits until it has. */
export async function stopPart({ process: child }: Part, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

export type GraphqlAnswer<Data> = { data?: Data | null; errors?: GraphqlErrorShape[] }
export type GraphqlErrorShape = {
  message: string
  path?: (string | number)[]
  extensions: {
    code: string
    service: string
    retryable: boolean
    requestId: string
    details?: Record<string, unknown>
  }
}

/** One request as the given caller (the administrator unless told otherwise; null is anonymous). */
export async function graphql<Data = Record<string, never>>(
  { url }: { url: string },
  query: string,
  variables: object = {},
  key: string | null = adminKey,
): Promise<GraphqlAnswer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as GraphqlAnswer<Data>
}
