import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../kit/db/embedded-postgres.ts'
import { applyMigrations } from '../kit/db/migrate.ts'
import { createPool } from '../kit/db/pool.ts'
import { createLogger } from '../kit/log.ts'

/*
 * Prisma's command line without its download: it asks a vendor's host for a native engine before every command.
 * tools/schema-engine.mjs takes that engine's place.
 *
 *   node tools/prisma.ts generate
 *   node tools/prisma.ts check                  fails when the migrations do not make what prisma/schema describes
 *   node tools/prisma.ts migrate diff ...       any migrate or db command; without DATABASE_URL it works on a database
 *                                               that is thrown away afterwards, with our migrations applied
 */

const root = path.resolve(import.meta.dirname, '..')

/** Runs a command of Prisma's. With `quiet`, what it prints is returned, and appears only when it fails. */
export async function runPrisma(
  args: string[],
  options: { databaseUrl?: string; quiet?: boolean } = {},
): Promise<{ code: number; output: string }> {
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
    'build',
    'index.js',
  )
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: {
      ...process.env,
      // The engine's first line asks for "node": it has to be the one that runs us.
      PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(import.meta.dirname, 'schema-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => resolve(exit ?? 1))
  })
  if (code !== 0 && output !== '') process.stderr.write(output)
  return { code, output }
}

/** Calls `work` with the address of a migrated database that exists only meanwhile. */
async function withThrowAwayDatabase(work: (url: string) => Promise<number>): Promise<number> {
  // Ctrl-C reaches Prisma as well, which ends; we then go on to remove the server instead of leaving it behind.
  const stay = (): void => {}
  process.on('SIGINT', stay)
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'marquee-prisma-'))
  const log = createLogger({ level: 'warn', name: 'prisma' })
  try {
    const server = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: 'off' } })
    try {
      const pool = createPool(server.url, { max: 1, name: 'prisma', log })
      await applyMigrations(pool, path.join(root, 'prisma', 'migrations'), log)
      await pool.end()
      return await work(server.url)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
    process.off('SIGINT', stay)
  }
}

async function check(databaseUrl: string): Promise<number> {
  const diff = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema', '--exit-code']
  const { code, output } = await runPrisma(diff, { databaseUrl, quiet: true })
  if (code === 2)
    process.stderr.write('The migrations do not make the database that prisma/schema describes; see above.\n')
  // An engine that died makes the command line print nothing and end with 0, so silence is no proof.
  if (code !== 0 || output.includes('No difference detected')) return code
  process.stderr.write(`Prisma did not compare anything.\n${output}`)
  return 1
}

async function main(args: string[]): Promise<number> {
  if (args[0] === 'check') return withThrowAwayDatabase(check)
  const needsDatabase = args[0] === 'migrate' || args[0] === 'db'
  if (!needsDatabase || process.env['DATABASE_URL']) return (await runPrisma(args)).code
  return withThrowAwayDatabase(async (databaseUrl) => (await runPrisma(args, { databaseUrl })).code)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2))
