import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAlive } from '../../../kit/db/data-folder.ts'
import { publishVersion, readInstance, write } from '../../support/graph/graph-data.ts'
import { adminKey, startPart, stopPart, type Part } from '../../support/marquee.ts'

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url))

// Each of these starts the whole product, some of them twice, with the disk settings of a user.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
const parts: Part[] = []
const environment = (more: Record<string, string> = {}) => ({
  DATA_DIR: path.join(folder, 'data'),
  PORT: '0',
  MARQUEE_ADMIN_KEY: adminKey,
  MARQUEE_DEMO: 'off',
  ...more,
})
const start = async (more?: Record<string, string>): Promise<Part> => {
  const part = await startPart('all', environment(more))
  parts.push(part)
  return part
}
/** The process of the embedded server, as its data folder names it. */
const postgresPid = async () =>
  Number((await readFile(path.join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'marquee-start-'))
  // The embedded server may run as another user.
  await chmod(folder, 0o755)
})

afterEach(async () => {
  for (const part of parts.splice(0)) await stopPart(part, 'SIGKILL')
  // What a killed process left behind.
  const left = await postgresPid().catch(() => null)
  if (left !== null && isAlive(left)) {
    process.kill(left, 'SIGQUIT')
    while (isAlive(left)) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

type User = { uid?: number; gid?: number }

/** Root may write everywhere: its tests become nobody, where nobody may read the program; null where not. */
const poorUser = ((): User | null => {
  if (process.getuid?.() !== 0) return {}
  const nobody = { uid: 65_534, gid: 65_534 }
  return spawnSync(process.execPath, ['--check', main], { ...nobody, stdio: 'ignore' }).status === 0 ? nobody : null
})()

/** Runs the program to its end, which has to come by itself. */
function run(
  environment: Record<string, string>,
  as: User = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...environment }
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 100_000, ...as })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

describe('a start that cannot succeed ends with one sentence and exit code 1', () => {
  const expectSentence = ({ code, stderr }: { code: number | null; stderr: string }, says: RegExp) => {
    expect(code, stderr).toBe(1)
    expect(stderr).toMatch(says)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  }

  it('where the port is taken; the database it had started is stopped again', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as AddressInfo
    try {
      expectSentence(
        await run(environment({ PORT: String(port), LOG_LEVEL: 'silent' })),
        new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken`),
      )
      await expect(postgresPid()).rejects.toThrow('ENOENT')
    } finally {
      holder.close()
    }
  })

  it('where the data folder cannot be made', async () => {
    const file = path.join(folder, 'a-file')
    await writeFile(file, '')
    expectSentence(
      await run(environment({ DATA_DIR: path.join(file, 'data') })),
      /data folder .*cannot be made \(ENOTDIR\); set DATA_DIR/,
    )
  })

  it('where the data folder cannot be made and the key would be kept in it', async () => {
    const file = path.join(folder, 'a-file')
    await writeFile(file, '')
    expectSentence(await run(environment({ DATA_DIR: path.join(file, 'data'), MARQUEE_ADMIN_KEY: '' })), /DATA_DIR/)
  })

  it.skipIf(poorUser === null)('where the data folder cannot be written', async () => {
    await mkdir(path.join(folder, 'data'), { mode: 0o555 })
    expectSentence(
      await run(environment(), poorUser ?? {}),
      /data folder .*cannot be (written|made) \(EACCES\); set DATA_DIR/,
    )
  })

  it('where another process uses the data folder', async () => {
    const first = await start()
    expectSentence(
      await run(environment({ LOG_LEVEL: 'silent' })),
      new RegExp(`data folder .* is in use by process ${first.process.pid};`),
    )
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['DATABASE_URL without REDIS_URL', { DATABASE_URL: 'postgres://localhost/x' }, /REDIS_URL is missing/],
    ['REDIS_URL without DATABASE_URL', { REDIS_URL: 'redis://localhost' }, /DATABASE_URL is missing/],
    ['a role that needs both', { MARQUEE_ROLE: 'runtime' }, /DATABASE_URL and REDIS_URL are missing/],
    [
      'a database without the key that all processes share',
      { DATABASE_URL: 'postgres://localhost/x', REDIS_URL: 'redis://localhost', MARQUEE_ADMIN_KEY: '' },
      /MARQUEE_ADMIN_KEY is missing: with DATABASE_URL every process of the installation needs the same one/,
    ],
    [
      'a gateway without its subgraphs',
      { MARQUEE_ROLE: 'gateway', DATABASE_URL: 'postgres://localhost/x', REDIS_URL: 'redis://localhost' },
      /CATALOGUE_URL is missing.*RUNTIME_URL is missing.*PLACEMENT_URL is missing/,
    ],
    [
      'several mistakes at once',
      { MARQUEE_ROLE: 'king', PORT: '70000', MARQUEE_ADMIN_KEY: 'short' },
      /^(?=.*MARQUEE_ROLE)(?=.*PORT)(?=.*MARQUEE_ADMIN_KEY)/,
    ],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://127.0.0.1:1/x', REDIS_URL: 'redis://127.0.0.1:1', LOG_LEVEL: 'silent' },
      /The database does not answer/,
    ],
  ])('for half a configuration: %s', async (_, more, says) => {
    expectSentence(await run(environment(more)), says)
  })

  it('without repeating an address that may hold a password', async () => {
    const { stderr } = await run(
      environment({ DATABASE_URL: 'mysql://user:hunter2@host/x', REDIS_URL: 'redis://localhost' }),
    )
    expect(stderr).toContain('DATABASE_URL must be an address')
    expect(stderr).not.toContain('hunter2')
  })
})

describe('the embedded process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s: exit code 0, no Postgres left, and what was written is there next time',
    async (signal) => {
      const first = await start()
      const pid = await postgresPid()
      expect(isAlive(pid)).toBe(true)
      const { typeKey } = await publishVersion(first)
      const { instance } = await write(first, 'createInstance', { definitionTypeKey: typeKey, props: { kept: true } })
      await stopPart(first, signal)
      expect([first.process.exitCode, first.process.signalCode]).toEqual([0, null])
      expect(isAlive(pid)).toBe(false)
      await expect(postgresPid()).rejects.toThrow('ENOENT')
      const second = await start()
      expect(await readInstance(second, instance.id)).toMatchObject({ props: { kept: true }, revision: 1 })
    },
  )

  it('loses no acknowledged write when it is killed amid writes, and adopts what the dead process left', async () => {
    const first = await start()
    const { typeKey } = await publishVersion(first)
    const {
      instance: { id },
    } = await write(first, 'createInstance', { definitionTypeKey: typeKey })
    const acknowledged: { key: string; revision: number }[] = []
    const created: string[] = []
    let killed = false
    const writer = async (name: string) => {
      for (let index = 0; !killed; index++) {
        const key = `${name}-${index}`
        acknowledged.push({
          key,
          revision: (await write(first, 'patchProps', { id, patch: { [key]: index } })).revision,
        })
        created.push(
          (await write(first, 'createInstance', { definitionTypeKey: typeKey, placement: { tags: ['made'] } })).instance
            .id,
        )
        if (acknowledged.length >= 150 && !killed) {
          killed = true
          first.process.kill('SIGKILL')
        }
      }
    }
    await Promise.allSettled(Array.from({ length: 8 }, (_, index) => writer(`w${index}`)))
    const ended =
      first.process.signalCode ??
      (await new Promise((resolve) => first.process.once('exit', (_code, signal) => resolve(signal))))
    expect(ended).toBe('SIGKILL')
    expect(acknowledged.length).toBeGreaterThanOrEqual(150)

    const second = await start()
    const state = await readInstance(second, id)
    expect(Object.keys(state?.props ?? {})).toEqual(expect.arrayContaining(acknowledged.map(({ key }) => key)))
    expect(state?.revision).toBe(Object.keys(state?.props ?? {}).length + 1)
    expect(state?.revision).toBeGreaterThanOrEqual(Math.max(...acknowledged.map(({ revision }) => revision)))
    for (const one of created)
      expect(await readInstance(second, one)).toMatchObject({ revision: 1, placement: { tags: ['made'] } })
    expect((await write(second, 'patchProps', { id, patch: { after: true } })).revision).toBe(
      (state?.revision ?? 0) + 1,
    )
    const pid = await postgresPid()
    await stopPart(second)
    expect(second.process.exitCode).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  it('keeps its admin key in the data folder, readable for its owner only, and shows it once', async () => {
    const first = await start({ MARQUEE_ADMIN_KEY: '' })
    const [, key = '', file = ''] = /Admin key +(\S+) +\(kept in (.+)\)/.exec(first.log()) ?? []
    expect((await readFile(file, 'utf8')).trim()).toBe(key)
    expect((await stat(file)).mode & 0o077).toBe(0)
    const me = async ({ url }: Part) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
      return (await (
        await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ me { tenantId } }"}' })
      ).json()) as object
    }
    expect(await me(first)).toMatchObject({ data: { me: { tenantId: expect.any(String) } } })
    await stopPart(first)
    const second = await start({ MARQUEE_ADMIN_KEY: '' })
    expect(second.log()).not.toContain(key)
    expect(await me(second)).toMatchObject({ data: { me: { tenantId: expect.any(String) } } })
  })
})
