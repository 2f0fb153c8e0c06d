import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { loadKeys } from '../../../kit/installation-keys.ts'
import { isAlive } from '../../../kit/db/data-folder.ts'
import { startEmbeddedPostgres } from '../../../kit/db/embedded-postgres.ts'
import { StartupError } from '../../../kit/env.ts'
import { createLogger } from '../../../kit/log.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const holder = path.resolve(import.meta.dirname, '../../support/hold-database.ts')
const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) await step()
})

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'marquee-int-'))
  cleanUp.push(() => rm(made, { recursive: true, force: true }))
  await chmod(made, 0o755)
  return path.join(made, 'data')
}

async function start(dataDir: string, port?: number) {
  const server = await startEmbeddedPostgres({ dataDir, log, port })
  cleanUp.push(() => server.stop())
  return server
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** Starts the holder and resolves with the line it prints. */
async function hold(
  dataDir: string,
  options: object = {},
): Promise<{ child: ChildProcess; said: Record<string, unknown> }> {
  const child = spawn(process.execPath, [holder, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], ...options })
  cleanUp.push(() => child.kill('SIGKILL'))
  const said = await new Promise<Record<string, unknown>>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString()) as Record<string, unknown>))
    child.once('exit', (code) => reject(new Error(`the holder ended with ${code} and said nothing`)))
  })
  return { child, said }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

describe('the embedded Postgres', { timeout: 60_000 }, () => {
  it('keeps data over a stop and a start, durable, on loopback only, with a private password', async () => {
    const dataDir = await folder()
    const first = await start(dataDir)
    await ask(first.url, 'CREATE TABLE t AS SELECT 7 AS n')
    const [settings] = await ask(
      first.url,
      `SELECT current_setting('fsync') f, current_setting('synchronous_commit') s, current_setting('listen_addresses') l,
              current_setting('unix_socket_directories') u, current_setting('max_connections') m, current_database() d`,
    )
    expect(settings).toEqual({ f: 'on', s: 'on', l: '127.0.0.1', u: '', m: '100', d: 'marquee' })
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const second = await start(dataDir)
    expect(await ask(second.url, 'SELECT n FROM t')).toEqual([{ n: 7 }])
    expect((await stat(path.join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600)
    const stranger = new URL(second.url)
    stranger.password = 'wrong'
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
  })

  it('adopts the server that a killed process left running, and then stops it like its own', async () => {
    const dataDir = await folder()
    const { child, said } = await hold(dataDir)
    await ask(String(said['url']), 'CREATE TABLE t AS SELECT 7 AS n')
    await kill(child, 'SIGKILL')
    expect(isAlive(Number(said['pid']))).toBe(true)

    const adopted = await start(dataDir)
    expect(adopted.pid).toBe(said['pid'])
    expect(await ask(adopted.url, 'SELECT n FROM t')).toEqual([{ n: 7 }])
    await adopted.stop()
    expect(isAlive(adopted.pid)).toBe(false)
  })

  it('recovers everything acknowledged when process and server were both killed', async () => {
    const dataDir = await folder()
    const { child, said } = await hold(dataDir)
    const url = String(said['url'])
    await ask(url, 'CREATE TABLE t AS SELECT generate_series(1, 1000) AS n')
    const open = new pg.Client({ connectionString: url })
    open.on('error', () => {})
    await open.connect()
    process.kill(child.pid ?? 0, 'SIGKILL')
    process.kill(Number(said['pid']), 'SIGKILL')

    const again = await start(dataDir)
    expect(again.pid).not.toBe(said['pid'])
    expect(await ask(again.url, 'SELECT count(*)::int AS n FROM t')).toEqual([{ n: 1000 }])
    await open.end().catch(() => {})
  })

  it('starts the server again on the same port when it dies alone', async () => {
    const server = await start(await folder())
    const before = server.pid
    process.kill(before, 'SIGKILL')
    // The killed server's last connections may still answer: only the new one's answer counts.
    await expect.poll(() => server.pid, { timeout: 30_000 }).not.toBe(before)
    await expect.poll(() => ask(server.url, 'SELECT 1 AS n').catch(() => null), { timeout: 30_000 }).toEqual([{ n: 1 }])
  })

  it('refuses a second owner of one data folder, in this process or another, with one sentence', async () => {
    const dataDir = await folder()
    await start(dataDir)
    await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(StartupError)
    const { said } = await hold(dataDir)
    expect(said['name']).toBe('StartupError')
    expect(said['message']).toMatch(new RegExp(`^The data folder .* is in use by process ${process.pid}; .*\\.$`))
  })

  it('lets at most one of two that start together have the folder, and loses no later start', async () => {
    const dataDir = await folder()
    const both = await Promise.all([hold(dataDir), hold(dataDir)])
    const winners = both.filter(({ said }) => 'url' in said)
    expect(winners.length).toBeLessThanOrEqual(1)
    for (const { child } of winners) await kill(child, 'SIGTERM')
    await start(dataDir)
  })

  it('says in one sentence that a port is taken', async () => {
    const listener = createServer()
    const port = await new Promise<number>((resolve) => {
      listener.listen(0, '127.0.0.1', () => resolve((listener.address() as { port: number }).port))
    })
    cleanUp.push(() => listener.close())
    await expect(start(await folder(), port)).rejects.toThrow(
      `The embedded Postgres cannot use port ${port}: something else listens there.`,
    )
  })

  it('says in one sentence that the data folder cannot be made', async () => {
    const dataDir = await folder()
    await writeFile(dataDir, 'a file')
    await expect(start(path.join(dataDir, 'below'))).rejects.toThrow(/^The data folder .* cannot be made \(ENOTDIR\)/)
  })

  it('leaves a folder alone that is called postgres and is no database', async () => {
    const dataDir = await folder()
    await mkdir(path.join(dataDir, 'postgres'), { recursive: true })
    await writeFile(path.join(dataDir, 'postgres', 'notes'), 'mine')
    await expect(start(dataDir)).rejects.toThrow(StartupError)
    expect(await readFile(path.join(dataDir, 'postgres', 'notes'), 'utf8')).toBe('mine')
  })

  it('is not misled by a postmaster.pid whose number now belongs to a stranger', async () => {
    const dataDir = await folder()
    const first = await start(dataDir)
    await first.stop()
    const stranger = spawn('sleep', ['60'])
    cleanUp.push(() => stranger.kill('SIGKILL'))
    await writeFile(path.join(dataDir, 'postgres', 'postmaster.pid'), `${stranger.pid}\n/x\n1\n5432\n\n127.0.0.1\n`, {
      mode: 0o644,
    })
    await start(dataDir)
    expect(isAlive(stranger.pid ?? 0)).toBe(true)
  })

  it('works below a folder that only its owner may enter', async () => {
    const dataDir = await folder()
    await mkdir(dataDir, { mode: 0o700 })
    const server = await start(dataDir)
    expect(await ask(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  })

  it.runIf(process.getuid?.() === 0)('works as an ordinary user, and then as root on the same data', async () => {
    const dataDir = await folder()
    await mkdir(dataDir, { mode: 0o755 })
    await chown(dataDir, 65534, 65534)
    const { child, said } = await hold(dataDir, { uid: 65534, gid: 65534, cwd: '/' })
    await ask(String(said['url']), 'CREATE TABLE t AS SELECT 7 AS n')
    await kill(child, 'SIGTERM')
    const server = await start(dataDir)
    expect(await ask(server.url, 'SELECT n FROM t')).toEqual([{ n: 7 }])
  })
})

describe('loadKeys', () => {
  const [one, two] = ['x'.repeat(16), 'y'.repeat(16)]

  it('gives every caller of a race the same keys, kept for the owner only', async () => {
    const dataDir = await folder()
    const load = () => loadKeys({ dataDir, adminKeys: [], secrets: [], isEmbedded: true })
    const keys = await Promise.all(Array.from({ length: 20 }, load))
    const [first] = keys
    expect(new Set(keys.map(({ admin }) => admin.key)).size).toBe(1)
    expect(keys.filter(({ admin }) => admin.created)).toHaveLength(1)
    expect(first?.admin.key).toMatch(/^mk_[0-9A-Za-z]{32}$/)
    expect(new Set(keys.map(({ secrets }) => secrets.join())).size).toBe(1)
    expect(first?.secrets).toEqual([expect.stringMatching(/^ms_[0-9A-Za-z]{32}$/), first?.admin.key])
    for (const file of ['admin-key', 'secret']) expect((await stat(path.join(dataDir, file))).mode & 0o777).toBe(0o600)
    expect((await load()).admin).toMatchObject({ key: first?.admin.key, created: false })
  })

  it('takes given keys, and the admin key for the secret where processes have no folder in common', async () => {
    const dataDir = await folder()
    expect(await loadKeys({ dataDir, adminKeys: [one, two], secrets: [], isEmbedded: false })).toEqual({
      admin: { key: one, path: null, created: false },
      adminKeys: [one, two],
      secrets: [one, two],
    })
    expect((await loadKeys({ dataDir, adminKeys: [one], secrets: [two], isEmbedded: true })).secrets).toEqual([
      two,
      one,
    ])
  })
})
