import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../../../kit/db/embedded-postgres.ts'
import { createLogger } from '../../../kit/log.ts'
import { linkNames, partNames, type LinkName, type PartName } from '../fault-plan.ts'
import { createPart, type Part } from './part.ts'
import { reservePort } from './ports.ts'
import { openProxy, type Proxy } from './proxy.ts'
import { startRedis, type RedisUnderFire } from './redis.ts'

export type Cluster = {
  readonly adminKey: string
  /** Where clients reach the two gateways: behind a proxy each. */
  readonly urls: readonly [string, string]
  /** Straight to the database, for whoever asks what is true. */
  readonly databaseUrl: string
  readonly redis: RedisUnderFire
  readonly parts: ReadonlyMap<PartName, Part>
  readonly links: ReadonlyMap<LinkName, Proxy>
  postgresPid(): number
  /** Shifts the clock of a part, at once and while it runs; null where libfaketime is not installed. */
  readonly shiftClock: ((part: PartName, seconds: number) => Promise<void>) | null
  /** Every part answers that it and what it needs is there. */
  ready(): Promise<boolean>
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url))
const adminKey = 'faults-admin-key-0123456789'
const libfaketime = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].map(
  (dir) => `${dir}/faketime/libfaketimeMT.so.1`,
)

/**
 * Marquee in five roles, the gateway twice, on a Postgres and a Redis of its own, every connection through a proxy.
 * `gatewayEntry` is a program to run in place of the gateways.
 */
export async function startCluster({ gatewayEntry }: { gatewayEntry: string | null }): Promise<Cluster> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'marquee-faults-'))
    undo.push(() => rm(dir, { recursive: true, force: true }))
    // Killed processes lose nothing that they gave to the system; only a machine without power would.
    const settings = { fsync: 'off', max_connections: '200' }
    const postgres = await startEmbeddedPostgres({
      dataDir: path.join(dir, 'postgres'),
      log: createLogger({ level: 'silent', name: 'faults' }),
      settings,
    })
    undo.push(() => postgres.stop())
    const redis = await startRedis()
    undo.push(() => redis.stop())

    const ports = new Map<string, number>([
      ['postgres', Number(new URL(postgres.url).port)],
      ['redis', redis.port],
    ])
    for (const part of partNames) ports.set(part, await reservePort())
    const links = new Map<LinkName, Proxy>()
    for (const link of linkNames) links.set(link, await openProxy({ port: ports.get(link.split('>')[1]!)! }))
    undo.push(() => Promise.all(links.values().map((link) => link.close())))

    const shiftClock = await clocks(dir)
    const parts = new Map<PartName, Part>()
    undo.push(() => Promise.all(parts.values().map((part) => part.close())))
    for (const name of partNames) {
      const through = (callee: string) => links.get(`${name}>${callee}` as LinkName)?.port
      const isGateway = name.startsWith('gateway')
      const database = new URL(postgres.url)
      database.port = String(through('postgres') ?? '1')
      const env: Record<string, string> = {
        DATA_DIR: path.join(dir, name),
        DATABASE_URL: database.href,
        REDIS_URL: `redis://127.0.0.1:${through('redis')}`,
        MARQUEE_ROLE: isGateway ? 'gateway' : name,
        MARQUEE_ADMIN_KEY: adminKey,
        MARQUEE_DRAIN_SECONDS: '0',
        ...shiftClock?.env(name),
      }
      if (isGateway) {
        for (const service of ['catalogue', 'runtime', 'placement'])
          env[`${service.toUpperCase()}_URL`] = `http://127.0.0.1:${through(service)}`
      }
      await shiftClock?.shift(name, 0)
      parts.set(name, createPart({ name, entry: (isGateway && gatewayEntry) || main, port: ports.get(name)!, env }))
    }
    await Promise.all(parts.values().map((part) => part.start()))

    const gatewayUrl = (link: LinkName) => `http://127.0.0.1:${links.get(link)?.port}`
    return {
      adminKey,
      urls: [gatewayUrl('clients>gateway-a'), gatewayUrl('clients>gateway-b')],
      databaseUrl: postgres.url,
      redis,
      parts,
      links,
      postgresPid: () => postgres.pid,
      shiftClock: shiftClock?.shift ?? null,
      ready: async () => (await Promise.all(parts.values().map(isReady))).every(Boolean),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function isReady({ port }: Part): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3000) })).ok
  } catch {
    return false
  }
}

/** One file per part says how far its clock is off; libfaketime looks into it every second. */
async function clocks(dir: string) {
  for (const library of libfaketime) {
    if (
      !(await access(library).then(
        () => true,
        () => false,
      ))
    )
      continue
    const file = (part: PartName) => path.join(dir, `${part}.clock`)
    return {
      env: (part: PartName) => ({
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: file(part),
        FAKETIME_CACHE_DURATION: '1',
        // Timers run on the monotonic clock, which no operator can set.
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      }),
      shift: (part: PartName, seconds: number) => writeFile(file(part), `${seconds < 0 ? '' : '+'}${seconds}\n`),
    }
  }
  return null
}
