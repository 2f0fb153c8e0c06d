import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { JsonObject } from '../../../kit/pure/json/json.ts'
import '../../support/provided.ts'
import { ChildRun } from '../../../executors/process/child-run.ts'
import { builtInUid, findFence } from '../../../executors/process/fence.ts'
import { RunProcess } from '../../../executors/process/run-process.ts'
import type { Asked, Told } from '../../fixtures/fenced-server.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
const isRoot = process.getuid?.() === 0
const plainUid = 61_000
const portOf = (address: string | null, fallback: number) => Number((address && new URL(address).port) || fallback)

/** A server in a process of its own, as root or as somebody, with hostile code in its folder of executors. */
class FencedServer {
  readonly root = realpathSync(mkdtempSync(path.join(tmpdir(), 'marquee-fence-')))
  readonly process: ChildProcess
  readonly #waiting = new Map<number, (told: Told) => void>()
  readonly ended: Promise<unknown>
  #asked = 0

  constructor(uid: number | null) {
    chmodSync(this.root, 0o711)
    for (const name of ['executors', 'data', 'data/inst-other']) mkdirSync(path.join(this.root, name))
    const source = readFileSync(fixture('hostile-executor.mjs'), 'utf8')
    writeFileSync(
      path.join(this.root, 'executors/user.online.mjs'),
      source.replace("codeRef: 'user.hostile'", "codeRef: 'user.online'"),
    )
    copyFileSync(fixture('hostile-executor.mjs'), path.join(this.root, 'executors/user.hostile.mjs'))
    writeFileSync(path.join(this.root, 'admin-key'), 'the admin key', { mode: 0o600 })
    const words = [process.execPath, '--disable-sigusr1', fixture('fenced-server.ts'), this.root]
    if (uid !== null) {
      for (const name of ['', 'data', 'data/inst-other', 'admin-key']) chownSync(path.join(this.root, name), uid, uid)
      words.unshift('setpriv', '--reuid', String(uid), '--regid', String(uid), '--clear-groups', '--')
    }
    const env = { PATH: process.env['PATH'] ?? '', MARQUEE_ADMIN_KEY: 'the admin key' }
    this.process = spawn(words[0] as string, words.slice(1), { stdio: ['pipe', 'pipe', 'inherit'], env })
    this.ended = new Promise((done) => this.process.once('close', (code, signal) => done(signal ?? code)))
    createInterface({ input: this.process.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const told = JSON.parse(line) as Told
      this.#waiting.get(told.id)?.(told)
    })
  }

  async ask(config: JsonObject, more: Partial<Asked> = {}): Promise<Told> {
    const id = ++this.#asked
    const asked: Asked = {
      id,
      codeRef: 'user.hostile',
      instanceId: `inst-${id}`,
      config,
      timeoutMs: 40_000,
      memoryMb: 64,
      ...more,
    }
    const told = new Promise<Told>((done) => this.#waiting.set(id, done))
    this.process.stdin?.write(`${JSON.stringify(asked)}\n`)
    const died = this.ended.then((how) => {
      throw new Error(`the server ended: ${String(how)}`)
    })
    return await Promise.race([told, died])
  }

  folder = (instanceId: string) => path.join(this.root, 'data', instanceId)

  /** Processes whose command names our folder, but for the server itself. */
  get runs(): string[] {
    return readdirSync('/proc').filter((pid) => {
      return /^\d+$/.test(pid) && Number(pid) !== this.process.pid && commandOf(pid).includes(this.root)
    })
  }

  async close(): Promise<unknown> {
    this.process.stdin?.end()
    const how = await this.ended
    rmSync(this.root, { recursive: true, force: true })
    return how
  }
}

const attacks: [attack: string, codes: readonly string[], more?: Partial<Asked>][] = [
  ['one file that never ends', ['OUT_OF_DISK']],
  ['many files', ['OUT_OF_DISK']],
  ['an old file that grows', ['OUT_OF_DISK']],
  ['objects', ['OUT_OF_MEMORY']],
  ['buffers at once', ['OUT_OF_MEMORY', 'CRASHED']],
  ['WebAssembly memory', ['OUT_OF_MEMORY']],
  ['a message of 1 GB', ['EXECUTOR_FAILED']],
  ['many messages', ['EXECUTOR_FAILED']],
  ['what is no JSON', ['EXECUTOR_FAILED']],
  ["a message of Node's own", ['EXECUTOR_FAILED']],
  ['a deep message', ['EXECUTOR_FAILED']],
  ['deep outputs', ['BAD_OUTPUTS']],
  ['outputs in a circle', ['BAD_OUTPUTS', 'EXECUTOR_FAILED']],
  ['prints without end', ['EXECUTOR_FAILED']],
  ['never ends', ['TIMED_OUT'], { timeoutMs: 3000 }],
  ['closes the line', ['CRASHED', 'TIMED_OUT'], { timeoutMs: 3000 }],
  ['kills itself', ['CRASHED', 'TIMED_OUT'], { timeoutMs: 3000 }],
  ['throws from a timer', ['CRASHED']],
]

/** Namespaces, no_new_privs and users are Linux's. */
const onLinux = process.platform === 'linux' ? describe : describe.skip
const variants: [who: string, uid: number | null][] = isRoot
  ? [
      ['root', null],
      ['a plain user', plainUid],
    ]
  : [['a plain user', null]]

onLinux.each(variants)('hostile supplied code under a server that is %s', (who, uid) => {
  let server: FencedServer

  beforeAll(() => {
    server = new FencedServer(uid)
  })

  afterAll(async () => {
    expect(await server.close()).toBe(0)
  })

  it('sees no environment, key, other process or file, reaches no port, signals nobody and starts nothing', async () => {
    const ports = [portOf(inject('databaseServer').adminUrl, 5432), portOf(inject('redisUrl'), 6379)]
    const { code, outputs, missing } = await server.ask({ ports })
    expect(code).toBe('DONE')
    const { environment, ...tried } = outputs as Record<string, { refused?: string; got?: string }> & {
      environment: unknown
    }
    expect(environment).toEqual([])
    const isHeld = (name: string) => {
      if (name.startsWith('port')) return !missing.includes('a closed network')
      if (name.startsWith('SIG'))
        return (
          !missing.includes('a view without other processes') ||
          (who === 'root' && !missing.includes('a user of its own'))
        )
      return true
    }
    const got = Object.entries(tried).filter(([name, { refused }]) => isHeld(name) && refused === undefined)
    expect(got).toEqual([])
    expect(Object.keys(tried)).toEqual(
      expect.arrayContaining([
        'keyFile',
        'serverEnviron',
        'serverMemory',
        'SIGUSR1',
        'SIGTERM',
        'SIGKILL',
        'port 0',
        'port 1',
        'port 2',
      ]),
    )
    expect(existsSync(path.join(server.folder('inst-other'), 'planted'))).toBe(false)
    if (process.env['CI'] === 'true' && who === 'root') expect(missing).toEqual([])
  })

  it('has a network only where its run asks for it and the operator allows it', async () => {
    const requests = [{ codeRef: 'user.online', network: true }, { codeRef: 'user.online' }, { network: true }]
    const [allowed, ...others] = await Promise.all(requests.map((more) => server.ask({}, more)))
    expect(allowed?.outputs?.['port 0']).toEqual({ got: 'undefined' })
    if (allowed?.missing.includes('a closed network')) return
    for (const { outputs } of others)
      expect(outputs?.['port 0']).toMatchObject({ refused: expect.any(String) as string })
  })

  // Writing and counting ten thousand files takes a busy machine its time.
  it.each(attacks)('fails alone with a code: %s', { timeout: 300_000 }, async (attack, codes, more) => {
    const instanceId = `inst-${attack.replaceAll(/\W/g, '-')}`
    mkdirSync(server.folder(instanceId))
    if (uid !== null) chownSync(server.folder(instanceId), uid, uid)
    const kept = path.join(server.folder(instanceId), 'kept')
    writeFileSync(kept, 'of an earlier run')
    if (uid !== null) chownSync(kept, uid, uid)
    const told = await server.ask({ attack }, { instanceId, ...more })
    expect(codes, told.message).toContain(told.code)
    // Nothing of it stays, neither on the disk nor in the server's memory.
    expect(readdirSync(server.folder(instanceId))).toEqual(['kept'])
    expect(statSync(kept).size).toBe(17)
    expect(told.memoryMb).toBeLessThan(600)
  })

  it('runs others as before', async () => {
    expect((await server.ask({ attack: 'none' })).code).toBe('DONE')
  })

  it('leaves no process behind', async () => {
    await expect.poll(() => server.runs, { timeout: 5000 }).toEqual([])
  })
})

onLinux('time of the processor', () => {
  it('that is used up before the time of the clock ends the run as TIMED_OUT, whatever the launcher makes of the signal', async () => {
    const fence = await findFence({ readable: [], passable: [process.execPath] })
    const child = new RunProcess(
      [
        ...fence.launcher({ uid: builtInUid, network: false, rlimits: { t: 2 } }),
        process.execPath,
        '-e',
        'for (;;) {}',
      ],
      {},
    )
    const limits = { timeoutMs: 300_000, memoryMb: 512, cpuSeconds: 2, onLog: undefined, onProgress: undefined }
    const input = { run: { id: 'r', instanceId: 'i', flow: 'f', attempt: 1 }, config: {}, props: {}, parameters: {} }
    const asked = new ChildRun(child, { ...limits, folder: null }).ask({
      type: 'run',
      codeRef: 'user.loop',
      input: { ...input, upstreams: [], components: [], previous: null },
      folders: { dataDir: '/', filesDir: null, suppliedDir: null },
      sources: { bytesMax: 1024, rowsMax: 1, tempBytesMax: 2 ** 20 },
      fetchAllow: [],
      memoryMb: 512,
    })
    await expect(asked).rejects.toMatchObject({ code: 'TIMED_OUT', details: { cpuSeconds: 2 } })
  })
})

/** What would stand if somebody got past Node's permission model: native code in DuckDB, or a fault of Node's. */
onLinux('the fence of the kernel alone', () => {
  it('hides the server, closes the network, takes privileges away, and ends with all that was started', async () => {
    const mark = `marquee-left-behind-${process.pid}`
    const script = `
      const { spawn } = require('node:child_process'), fs = require('node:fs'), net = require('node:net')
      const attempt = (work) => { try { work(); return 'got' } catch (error) { return error.code } }
      for (const words of [['setsid', 'sh', '-c', 'sleep 1000; : ${mark}'], ['sh', '-c', 'sleep 1000; : ${mark}']]) spawn(words[0], words.slice(1), { stdio: 'ignore', detached: true, env: { PATH: '/usr/bin:/bin' } })
      const found = {
        environ: attempt(() => fs.readFileSync('/proc/${process.pid}/environ')),
        signal: attempt(() => process.kill(${process.pid}, 'SIGURG')),
        privileges: fs.readFileSync('/proc/self/status', 'utf8').match(/NoNewPrivs:\\s*1/) !== null,
        capabilities: /CapEff:\\s*0+$/m.test(fs.readFileSync('/proc/self/status', 'utf8')),
        user: process.getuid(),
      }
      net.connect(${portOf(inject('databaseServer').adminUrl, 5432)}, '127.0.0.1').on('connect', () => end('got')).on('error', (error) => end(error.code))
      const end = (network) => fs.writeSync(3, JSON.stringify({ ...found, network }) + '\\n')
      setTimeout(() => {}, 1e6)`
    const fence = await findFence({ readable: [], passable: [process.execPath] })
    const child = new RunProcess(
      [
        ...fence.launcher({ uid: builtInUid, network: false, rlimits: { p: 64, c: 0 } }),
        process.execPath,
        '-e',
        script,
      ],
      {},
    )
    const said = Promise.withResolvers<unknown>()
    const nothing = () => {}
    child.listen({
      message: said.resolve,
      print: nothing,
      complain: (bytes) => process.stderr.write(bytes),
      babble: nothing,
      failedToStart: said.reject,
      closed: () => said.reject(new Error('it ended')),
    })
    const found = (await said.promise) as Record<string, unknown>
    const isHidden = fence.isolatesProcesses || fence.hasOwnUser
    expect(found).toEqual({
      environ: isHidden ? expect.stringMatching(/^E/) : 'got',
      signal: isHidden ? expect.stringMatching(/^E/) : 'got',
      privileges: fence.hasNoNewPrivileges,
      capabilities: fence.hasNoNewPrivileges || !isRoot,
      user: fence.hasOwnUser ? builtInUid : process.getuid?.(),
      network: fence.isolatesNetwork ? 'ENETUNREACH' : 'got',
    })
    const left = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(`: ${mark}`))
    expect(left().length).toBeGreaterThan(0)
    child.kill()
    if (fence.isolatesProcesses) await expect.poll(left, { timeout: 5000 }).toEqual([])
  })
})

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
