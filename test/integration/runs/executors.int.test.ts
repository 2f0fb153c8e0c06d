import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunInput } from '../../../executors/executor.ts'
import { createExecutorRunner, type ExecutorRunner } from '../../../executors/run-isolated.ts'

const schema = '{ type: "object" }'
const executorFile = (codeRef: string, body: string, outputsSchema = schema) =>
  `export const executor = { codeRef: '${codeRef}', outputsSchema: ${outputsSchema}, async run(input) { ${body} } }\n`

const supplied: Record<string, string> = {
  'user.double': executorFile(
    'user.double',
    'input.log("halfway"); input.progress(0.5); input.progress(1); return { outputs: { twice: input.config.n * 2 }, metrics: { ms: 1 }, dataTime: "2020-01-01" }',
  ),
  'user.loop': executorFile('user.loop', 'for (;;) {}'),
  'user.heap': executorFile('user.heap', 'const kept = []; for (;;) kept.push(new Array(1e6).fill(kept.length))'),
  'user.buffers': executorFile(
    'user.buffers',
    'const kept = []; for (;;) { kept.push(Buffer.alloc(16 * 2 ** 20, 1)); await new Promise((done) => setTimeout(done, 5)) }',
  ),
  'user.exit': executorFile('user.exit', 'process.exit(3)'),
  'user.throws': executorFile('user.throws', 'throw Object.assign(new Error("no luck"), { retryable: true })'),
  'user.wrong': executorFile(
    'user.wrong',
    'return { outputs: { twice: "two" } }',
    '{ type: "object", properties: { twice: { type: "number" } } }',
  ),
  'user.large': executorFile('user.large', 'return { outputs: { text: "x".repeat(300000) } }'),
  'user.polite': executorFile(
    'user.polite',
    'input.log("ready"); await new Promise((_, no) => input.signal.addEventListener("abort", () => no(input.signal.reason)))',
  ),
  'user.deaf': executorFile('user.deaf', 'input.log("ready"); await new Promise((done) => setTimeout(done, 1e6))'),
  'user.lies':
    'process.send?.({ type: "done", result: 7 })\nexport const executor = { codeRef: "user.other", outputsSchema: {}, run: async () => ({ outputs: {} }) }\n',
  'user.chatty': executorFile(
    'user.chatty',
    'for (let i = 0; i < 3000; i++) input.log("line " + i); console.log("printed"); return { outputs: {} }',
  ),
  'user.curious': executorFile(
    'user.curious',
    `const attempt = async (work) => { try { await work(); return 'allowed' } catch (error) { return error.code ?? error.message } }
     const fs = await import('node:fs/promises')
     return { outputs: {
       env: Object.keys(process.env).sort(),
       secret: await attempt(() => fs.readFile(input.config.secret)),
       write: await attempt(() => fs.writeFile(input.config.secret + '.new', 'x')),
       own: await attempt(() => fs.writeFile(input.dataDir + '/' + input.run.instanceId + '/mine.txt', 'x')),
       spawn: await attempt(async () => (await import('node:child_process')).execSync('true')),
       thread: await attempt(async () => new (await import('node:worker_threads')).Worker('1', { eval: true })),
       sqlite: await attempt(() => import('node:sqlite')),
       private: await attempt(() => input.fetch.request({ url: 'http://127.0.0.1:1/', timeoutMs: 100, bytesMax: 10 })),
       parent: typeof process.send,
     } }`,
  ),
}

const root = mkdtempSync(path.join(tmpdir(), 'marquee-executors-'))
const folder = (name: string) => path.join(root, name)
let runner: ExecutorRunner

const input = (config: RunInput['config'] = {}, instanceId = 'inst-00000001'): RunInput => ({
  run: { id: 'run-00000001', instanceId, flow: 'refresh', attempt: 1 },
  config,
  props: {},
  parameters: {},
  upstreams: [],
  components: [],
  previous: null,
})
const run = (codeRef: string, more: Partial<Parameters<ExecutorRunner['runExecutor']>[0]> = {}) =>
  runner.runExecutor({ codeRef, input: input(), timeoutMs: 60_000, ...more })

beforeAll(async () => {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(folder('executors'))
  for (const [codeRef, source] of Object.entries(supplied))
    writeFileSync(path.join(folder('executors'), `${codeRef}.mjs`), source)
  writeFileSync(path.join(root, 'secret.txt'), 'a key')
  process.env['MARQUEE_ADMIN_KEY'] ??= 'only-for-the-server-to-know'
  runner = createExecutorRunner({
    dataDir: folder('data'),
    filesDir: null,
    suppliedDir: folder('executors'),
    fetchAllow: [],
  })
})

afterAll(async () => {
  if (process.env['MARQUEE_ADMIN_KEY'] === 'only-for-the-server-to-know') delete process.env['MARQUEE_ADMIN_KEY']
  await runner.stop()
  rmSync(root, { recursive: true, force: true })
})

describe('a codeRef leads to one file that is loaded when it runs (S1-23, S1-27, S1-28)', () => {
  it('runs an executor that is one file in the folder of supplied ones, with log, progress and results', async () => {
    const lines: string[] = []
    const shares: number[] = []
    const result = await run('user.double', {
      input: input({ n: 21 }),
      onLog: (line) => lines.push(line),
      onProgress: (share) => shares.push(share),
    })
    expect(result).toEqual({ outputs: { twice: 42 }, metrics: { ms: 1 }, dataTime: '2020-01-01T00:00:00.000Z' })
    expect(lines).toEqual(['halfway'])
    expect(shares.at(-1)).toBe(1)
  })

  it('refuses a codeRef that nobody supplies, however it is written', async () => {
    for (const codeRef of [
      'user.none',
      '../secret',
      'user.double.mjs',
      '__proto__',
      'constructor',
      '',
      'a'.repeat(300),
    ]) {
      expect(runner.serves(codeRef)).toBe(false)
      await expect(run(codeRef)).rejects.toMatchObject({ code: 'UNKNOWN_CODE_REF', retryable: false })
    }
  })

  it('refuses a file that exports another executor than its name says', async () => {
    await expect(run('user.lies')).rejects.toMatchObject({ code: 'EXECUTOR_FAILED' })
  })

  it('runs a built-in one again and again in a warm process', async () => {
    const upstreams = [{ role: 'input', flowId: 'flow-a', runId: null, outputs: {} }]
    for (let i = 0; i < 20; i++) {
      expect(await run('flow.checkpoint', { input: { ...input(), upstreams } })).toEqual({
        outputs: { passed: ['flow-a'] },
      })
    }
  })
})

describe('a run that goes wrong is the end of its own process only', () => {
  it.each([
    ['user.loop', { timeoutMs: 1500 }, { code: 'TIMED_OUT', retryable: true }],
    ['user.heap', { memoryMb: 64 }, { code: 'OUT_OF_MEMORY', retryable: false }],
    ['user.buffers', { memoryMb: 64 }, { code: 'OUT_OF_MEMORY', retryable: false }],
    ['user.exit', {}, { code: 'CRASHED', retryable: true, message: expect.stringContaining('exit code 3') as string }],
    ['user.throws', {}, { code: 'EXECUTOR_FAILED', retryable: true, message: 'no luck' }],
    [
      'user.wrong',
      {},
      {
        code: 'BAD_OUTPUTS',
        details: { problems: [{ pointer: '/outputs/twice', message: expect.any(String) as string }] },
      },
    ],
    ['user.large', {}, { code: 'BAD_OUTPUTS', message: expect.stringContaining('reference') as string }],
  ])('%s', async (codeRef, limits, error) => {
    const [failed, other] = await Promise.allSettled([
      run(codeRef, limits),
      run('user.double', { input: input({ n: 1 }) }),
    ])
    expect(failed).toMatchObject({ status: 'rejected', reason: error })
    expect(other).toMatchObject({ status: 'fulfilled', value: { outputs: { twice: 2 } } })
  })

  it.each(['user.polite', 'user.deaf'])('%s ends when it is cancelled, whether it listens or not', async (codeRef) => {
    const controller = new AbortController()
    const ended = run(codeRef, { signal: controller.signal, onLog: () => controller.abort() })
    await expect(ended).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('ends with its runner, and may then be tried elsewhere', async () => {
    const other = createExecutorRunner({
      dataDir: folder('data'),
      filesDir: null,
      suppliedDir: folder('executors'),
      fetchAllow: [],
    })
    const started = Promise.withResolvers<void>()
    const ended = other.runExecutor({ codeRef: 'user.deaf', input: input(), onLog: () => started.resolve() })
    const outcome = expect(ended).rejects.toMatchObject({ code: 'CANCELLED', retryable: true })
    await started.promise
    await other.stop()
    await outcome
  })

  it('keeps the first lines of a log that is too long, and says so', async () => {
    const lines: string[] = []
    await run('user.chatty', { onLog: (line) => lines.push(line) })
    expect(lines.length).toBeLessThanOrEqual(2000)
    expect(lines).toContain('line 0')
    expect(lines).toContain('Only the first 2000 lines are kept.')
  })
})

it('a supplied executor sees no keys, no other files, no programs and no private addresses', async () => {
  const { outputs } = await run('user.curious', {
    input: input({ secret: path.join(root, 'secret.txt') }, 'inst-00000002'),
  })
  expect(outputs['env']).not.toEqual(expect.arrayContaining(['MARQUEE_ADMIN_KEY']))
  expect((outputs['env'] as string[]).filter((name) => /KEY|URL|SECRET|TOKEN|DATABASE|REDIS/.test(name))).toEqual([])
  expect(outputs).toMatchObject({
    secret: 'ERR_ACCESS_DENIED',
    write: 'ERR_ACCESS_DENIED',
    own: 'allowed',
    spawn: 'ERR_ACCESS_DENIED',
    thread: 'ERR_ACCESS_DENIED',
    parent: 'undefined',
  })
  expect(outputs['sqlite']).not.toBe('allowed')
  expect(outputs['private']).not.toBe('allowed')
  expect(existsSync(path.join(root, 'secret.txt.new'))).toBe(false)
  expect(readFileSync(path.join(root, 'secret.txt'), 'utf8')).toBe('a key')
})
