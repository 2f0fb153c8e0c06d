import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../kit/db/embedded-postgres.ts'
import { createLogger } from '../../kit/log.ts'
import { startRedis } from '../../test/support/redis-server.ts'

/** A Postgres with durable settings and a Redis, for one run of the benches. */
export type Infrastructure = {
  redisUrl: string
  /** A new, empty database. */
  database(name: string): Promise<string>
  stop(): Promise<void>
}

export async function startInfrastructure(): Promise<Infrastructure> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'marquee-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLogger({ level: 'warn', name: 'bench' }) })
  const stopPostgres = async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const redis = await startRedis().catch(async (error: unknown) => {
    await stopPostgres()
    throw error
  })
  const stop = async () => {
    await redis?.stop()
    await stopPostgres()
  }
  if (!redis) {
    await stop()
    throw new Error('The benches need redis-server on the path (Debian: apt-get install redis-server).')
  }
  return {
    redisUrl: redis.url,
    async database(name) {
      const client = new pg.Client({ connectionString: postgres.url })
      await client.connect()
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      const url = new URL(postgres.url)
      url.pathname = `/${name}`
      return url.href
    },
    stop,
  }
}
