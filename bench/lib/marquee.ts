import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { limitTable, limitVariable } from '../../kit/limits.ts'
import type { BenchContext } from './bench.ts'
import { spawnServer, type ServerProcess } from './processes.ts'

export const adminKey = 'bench-admin-key-0123456789'
export const authorization = `Bearer ${adminKey}`

export type Mode = 'embedded' | 'distributed'

/** A whole Marquee. `edge` is the process that clients talk to: the only one in embedded mode, the gateway else. */
export type Marquee = {
  mode: Mode
  databaseUrl: string
  edge: ServerProcess
  parts: Record<string, ServerProcess>
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const ready = /"url":"(http:\/\/[^"/\s]+)/

/** All screens of the bench come from one address, and as one viewer. */
const oneClient: Record<string, string> = Object.fromEntries(
  (['socketsPerAddress', 'socketsPerPrincipal', 'subscriptionsPerViewer'] as const).map((name) => [
    limitVariable(name),
    String(limitTable[name].max),
  ]),
)

/** Starts it on a new database, as a user would: one process that plays all parts, or the five roles. */
export async function startMarquee(
  { infrastructure, profileDir }: BenchContext,
  mode: Mode,
  { inspect = profileDir !== null, env: more = {} }: { inspect?: boolean; env?: Record<string, string> } = {},
): Promise<Marquee> {
  const databaseUrl = await infrastructure.database(`bench_${mode}`)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-bench-'))
  const base = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: infrastructure.redisUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    MARQUEE_ADMIN_KEY: adminKey,
    // Other gateways ask the subgraphs too.
    MARQUEE_OPEN_SUBGRAPHS: 'on',
    MARQUEE_DEMO: 'off',
    LOG_LEVEL: 'info',
    ...oneClient,
    ...more,
  }
  const parts: Record<string, ServerProcess> = {}
  const startPart = async (role: string, env: Record<string, string> = {}) => {
    const part = await spawnServer({
      args: [main],
      env: { ...base, MARQUEE_ROLE: role, ...env },
      inspect,
      ready: readyOf(role),
    })
    parts[role] = part
    return part
  }
  const stop = async () => {
    for (const part of Object.values(parts).reverse()) await part.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    if (mode === 'embedded') {
      const edge = await startPart('all')
      return { mode, databaseUrl, edge, parts, stop }
    }
    const [catalogue, runtime, placement] = await Promise.all(
      ['catalogue', 'runtime', 'placement', 'worker'].map((role) => startPart(role)),
    )
    const edge = await startPart('gateway', {
      CATALOGUE_URL: catalogue!.url,
      RUNTIME_URL: runtime!.url,
      PLACEMENT_URL: placement!.url,
    })
    return { mode, databaseUrl, edge, parts, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

// The part that plays all roles greets a person instead of a log, where it has no databases given; here it has.
const readyOf = (role: string) => (role === 'all' ? /(?:"url":"|GraphQL +)(http:\/\/[^"/\s]+)/ : ready)

/** One request as the administrator. Throws where the answer has errors. */
export async function ask<Data>(url: string, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown[] }
  if (errors || !data) throw new Error(`the server refuses: ${JSON.stringify(errors)}`)
  return data
}
