import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { publishVersion, write } from '../../support/graph/graph-data.ts'
import { adminKey, graphql, startMarquee } from '../../support/marquee.ts'
import { processesOf } from '../../support/processes.ts'
import { describeRedis } from '../../support/redis.ts'

// Each of these starts and stops the whole product.
vi.setConfig({ testTimeout: 400_000 })

const server = (file: string) => fileURLToPath(new URL(`../../../server/${file}`, import.meta.url))
const throwing = fileURLToPath(new URL('../../support/throw-on-signal.mjs', import.meta.url))

let folder: string
const running: Run[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'marquee-stop-'))
  // The embedded server may run as another user.
  await chmod(folder, 0o755)
})

afterEach(async () => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL')
  for (const { pid } of processesOf(folder)) process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(processesOf(folder)).toEqual([]), 10_000)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

type Run = {
  child: ChildProcess
  output(): string
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** A process of the product that is left alone: it may be stopped before it has come up. */
function run(file: 'main.ts' | 'supervise.ts', more: Record<string, string> = {}): Run {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    DATA_DIR: folder,
    PORT: '0',
    MARQUEE_ADMIN_KEY: adminKey,
    MARQUEE_DEMO: 'off',
    ...more,
  }
  const child = spawn(process.execPath, [server(file)], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  const made = { child, output: () => text, ended }
  running.push(made)
  return made
}

/** The address, once the process has said it for the `times`th time. */
async function urlOf({ output }: Run, times = 1): Promise<string> {
  return await vi.waitFor(() => {
    const found = [...output().matchAll(/GraphQL +(http:\/\/[^/\s]+)/g)]
    expect(found.length, output()).toBeGreaterThanOrEqual(times)
    return found.at(-1)?.[1] as string
  }, 120_000)
}

const readyz = async (url: string) => (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) })).status

type Opened = { socket: WebSocket; closed: Promise<number> }

/** Sockets that were acknowledged, and the code that each will have been closed with. */
async function openSockets(url: string, count: number): Promise<Opened[]> {
  const opened: Opened[] = []
  const open = async () => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws')
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    socket.once('open', () => socket.send('{"type":"connection_init"}'))
    await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject))
    socket.on('error', () => {})
    opened.push({ socket, closed })
  }
  for (let left = count; left > 0; left -= 100) await Promise.all(Array.from({ length: Math.min(100, left) }, open))
  return opened
}

const codesOf = async (sockets: readonly Opened[]) => [
  ...new Set(await Promise.all(sockets.map(({ closed }) => closed))),
]

describe('SIGTERM', () => {
  it('with 1,000 sockets open: each is closed with 1012, running requests are answered, nothing is left', async () => {
    const all = run('main.ts')
    const url = await urlOf(all)
    const { typeKey } = await publishVersion({ url })
    const sockets = await openSockets(url, 1000)
    const writes = Array.from({ length: 8 }, () => write({ url }, 'createInstance', { definitionTypeKey: typeKey }))
    // The server has them when it has answered the first.
    await Promise.race(writes)
    all.child.kill('SIGTERM')
    expect(await codesOf(sockets)).toEqual([1012])
    await Promise.all(writes)
    expect(await all.ended, all.output()).toEqual({ code: 0, signal: null })
    expect(processesOf(folder)).toEqual([])
  })

  it('says so first: for MARQUEE_DRAIN_SECONDS new connections are served, and asked to come back elsewhere', async () => {
    const all = run('main.ts', { MARQUEE_DRAIN_SECONDS: '3' })
    const url = await urlOf(all)
    const [socket] = (await openSockets(url, 1)) as [Opened]
    all.child.kill('SIGTERM')
    await vi.waitFor(async () => expect(await readyz(url)).toBe(503), 3000)
    expect(socket.socket.readyState).toBe(WebSocket.OPEN)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ me { tenantId } }"}',
    })
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close'])
    const [late] = (await openSockets(url, 1)) as [Opened]
    expect(await codesOf([socket, late])).toEqual([1012])
    expect(await all.ended).toEqual({ code: 0, signal: null })
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  it('at whatever moment of a start, a first one or one after a kill -9: exit code 0 and no process left', async () => {
    const seed = Number(process.env['STOP_SEED'] ?? randomInt(2 ** 31))
    const random = mulberry32(seed)
    // What a start says or makes on its way; the signal comes a random while after one of them.
    const phases: [string, (all: Run) => boolean][] = [
      ['the process', () => true],
      ['the database is being made', () => processesOf(folder).some(({ command }) => /initdb/.test(command))],
      ['the database is started', () => processesOf(folder).some(({ command }) => /bin\/postgres/.test(command))],
      ['migrations', ({ output }) => output().includes('migrations applied')],
      ['the demo', ({ output }) => output().includes('Server listening')],
    ]
    for (const [name, reached] of phases) {
      const delayMs = Math.floor(random() * 250)
      const told = `seed ${seed}: SIGTERM ${delayMs} ms after ${name}`
      const all = run('main.ts', { MARQUEE_DEMO: 'on' })
      // A phase that an earlier start has got through already does not come again.
      while (!reached(all) && !all.output().includes('Server listening') && all.child.exitCode === null) await sleep(10)
      await sleep(delayMs)
      all.child.kill('SIGTERM')
      const { code, signal } = await all.ended
      // Before the program's first line Node ends by the signal itself; nothing has been begun by then.
      const hasBegun = (await readdir(folder)).length > 0
      if (hasBegun || signal === null) expect(code, `${told}\n${all.output()}`).toBe(0)
      expect(processesOf(folder), told).toEqual([])
      expect(all.output(), told).not.toMatch(/fetch failed|TypeError|a part did not stop/)
    }
    // After a kill -9 the database is there already, and the demo half loaded.
    const killed = run('main.ts', { MARQUEE_DEMO: 'on' })
    await vi.waitFor(() => expect(killed.output()).toContain('Server listening'), { timeout: 60_000, interval: 5 })
    killed.child.kill('SIGKILL')
    await killed.ended
    const again = run('main.ts', { MARQUEE_DEMO: 'on' })
    await vi.waitFor(() => expect(again.output()).toContain('Server listening'), { timeout: 60_000, interval: 5 })
    again.child.kill('SIGTERM')
    expect(await again.ended, again.output()).toEqual({ code: 0, signal: null })
    expect(processesOf(folder)).toEqual([])
    expect(again.output()).not.toMatch(/fetch failed|TypeError/)
  })
})

describe('an error that nobody caught', () => {
  it.each(['throw', 'rejection', 'emitter'])(
    '(%s) is logged once with its cause; sockets are closed with 1012 and the process ends with a code of its own',
    async (escape) => {
      const all = run('main.ts', { NODE_OPTIONS: `--import=${throwing}`, ESCAPE: escape })
      const url = await urlOf(all)
      const sockets = await openSockets(url, 10)
      all.child.kill('SIGUSR2')
      expect(await codesOf(sockets)).toEqual([1012])
      expect(await all.ended).toEqual({ code: 70, signal: null })
      const said = all
        .output()
        .split('\n')
        .filter((line) => line.includes('"level":"fatal"'))
      expect(said).toHaveLength(1)
      expect(said[0]).toContain('escaped: of a test')
      expect(processesOf(folder)).toEqual([])
    },
  )
})

describe('the supervisor of npm start', () => {
  const childOf = ({ child }: Run) =>
    processesOf(folder).find(({ pid, command }) => pid !== child.pid && command.includes('main.ts'))?.pid as number

  it('starts the program again after a bug and after a kill, with what was written', async () => {
    const supervised = run('supervise.ts', {
      NODE_OPTIONS: `--import=${throwing}`,
      PORT: String(randomInt(41_400, 41_500)),
    })
    const url = await urlOf(supervised)
    const { typeKey } = await publishVersion({ url })
    for (const [times, signal] of [
      [2, 'SIGUSR2'],
      [3, 'SIGKILL'],
    ] as const) {
      process.kill(childOf(supervised), signal)
      await urlOf(supervised, times)
      expect(await readyz(url)).toBe(200)
    }
    await write({ url }, 'createInstance', { definitionTypeKey: typeKey })
    supervised.child.kill('SIGTERM')
    expect(await supervised.ended, supervised.output()).toEqual({ code: 0, signal: null })
    expect(processesOf(folder)).toEqual([])
  })

  it('passes Ctrl-C on, though npm and the terminal send one each', async () => {
    const supervised = run('supervise.ts')
    await urlOf(supervised)
    supervised.child.kill('SIGINT')
    supervised.child.kill('SIGINT')
    expect(await supervised.ended, supervised.output()).toEqual({ code: 0, signal: null })
    expect(processesOf(folder)).toEqual([])
  })

  it('leaves neither the program nor its database behind when it is killed', async () => {
    const supervised = run('supervise.ts')
    await urlOf(supervised)
    expect(processesOf(folder).length).toBeGreaterThan(2)
    supervised.child.kill('SIGKILL')
    await vi.waitFor(() => expect(processesOf(folder)).toEqual([]), 20_000)
  })

  it('does not try again what cannot succeed', async () => {
    const supervised = run('supervise.ts', { PORT: '99999' })
    expect(await supervised.ended).toEqual({ code: 1, signal: null })
    expect(supervised.output().trimEnd().split('\n')).toEqual([expect.stringContaining('PORT must be')])
  })
})

describeRedis('each role of the distributed mode', () => {
  it('ends with 0 on SIGTERM, the gateway with its sockets closed by 1012', async () => {
    const marquee = await startMarquee({ mode: 'distributed' })
    try {
      await graphql(marquee, '{ me { tenantId } }')
      const sockets = await openSockets(marquee.url, 500)
      const ends = marquee.parts.map(
        ({ role, process: child }) => new Promise((resolve) => child.once('exit', (code) => resolve([role, code]))),
      )
      for (const { process: child } of marquee.parts) child.kill('SIGTERM')
      expect(await codesOf(sockets)).toEqual([1012])
      expect(await Promise.all(ends)).toEqual(marquee.parts.map(({ role }) => [role, 0]))
    } finally {
      await marquee.stop()
    }
  })
})

/** A small generator of numbers in [0, 1) that a seed repeats. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
