import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../../kit/pure/ids/hash.ts'
import { FlowHome, patient, runWrites, type ShownInstance } from '../../support/flows.ts'

type Json = Record<string, unknown>
type Logged = { type: string; body: Json; position: number; run: { status: string } }

const waits = `await new Promise((_, no) => input.signal.addEventListener('abort', () => no(input.signal.reason)))`
const executors = {
  'test.echo': `input.log('hello'); input.progress(0.5); return { outputs: { n: input.config.n, p: input.parameters }, metrics: { ms: 1 }, dataTime: '2026-01-02T00:00:00.000Z' }`,
  'test.large': `return { outputs: { text: 'x'.repeat(100000) } }`,
  'test.second': `if (input.run.attempt === 1) throw Object.assign(new Error('not yet'), { retryable: true }); return { outputs: { attempt: input.run.attempt } }`,
  'test.broken': `throw new Error('no luck')`,
  'test.brief': `await new Promise((done) => setTimeout(done, 1500)); return { outputs: { kept: true } }`,
  'test.waits': waits,
}

let flows: FlowHome
beforeAll(async () => {
  flows = await FlowHome.start(executors)
  flows.home.startWorker()
})
afterAll(() => flows.stop())

const eventsOf = async (runId: string) =>
  (
    await flows.home.pool.query<Logged>(
      'SELECT type, body, position, run FROM runtime.run_event WHERE run_id = $1 ORDER BY position',
      [runId],
    )
  ).rows
const historyOf = async (id: string) =>
  (
    await flows.home.ask<{ instance: { history: { nodes: { type: string; patch: Json | null }[] } } }>(
      'query ($id: ID!) { instance(id: $id) { history { nodes { type patch } } } }',
      { id },
    )
  ).instance.history.nodes
const flowOf = async ({ id }: ShownInstance) => (await flows.instance(id)).flows[0] as ShownInstance['flows'][number]

describe('a run', () => {
  it('is carried out to its success, and pins what it works with (S0-15, S0-23, S1-04, S1-16, S1-26)', async () => {
    const made = await flows.dataset('test.echo', { config: { n: 7 } })
    const triggered = await flows.do('triggerRun', { instanceId: made.id, parameters: { full: true } })
    expect(triggered).toMatchObject({ status: 'QUEUED', trigger: 'MANUAL', attempt: 1 })
    const run = await flows.reaches(triggered.id, 'SUCCEEDED')
    expect(run).toMatchObject({
      outputs: { n: 7, p: { full: true } },
      metrics: { ms: 1 },
      progress: 1,
      error: null,
      config: { n: 7 },
      configHash: sha256Hex(canonicalJson({ n: 7 })),
      propsRevision: made.revision,
      upstreamRunIds: {},
    })
    expect(run.definitionVersion?.id).toMatch(/^defv-/)
    expect((await eventsOf(run.id)).map(({ type }) => type)).toEqual([
      'QUEUED',
      'STARTED',
      'LOG',
      'PROGRESS',
      'SUCCEEDED',
    ])
    expect((await eventsOf(run.id)).find(({ type }) => type === 'LOG')?.body).toEqual({ lines: ['hello'] })
    expect(await flows.actions(run.id)).toEqual(['run.triggered'])
    expect(await flowOf(made)).toMatchObject({
      status: 'READY',
      staleReason: null,
      lastSuccessAt: run.endedAt,
      lastRun: { id: run.id },
    })
    // Readiness is state of the instance: a revision for each change of it, and a row in the log.
    const readiness = (await historyOf(made.id)).filter(({ type }) => type === 'READINESS').map(({ patch }) => patch)
    expect(readiness).toEqual([{ readiness: 'READY' }, { readiness: 'RUNNING' }])
    expect(await flows.instance(made.id)).toMatchObject({ readiness: 'READY', revision: made.revision + 2 })
  })

  it('never changes again once it has ended, not even in the database (S1-04)', async () => {
    const made = await flows.dataset('test.echo')
    const run = await flows.reaches((await flows.do('triggerRun', { instanceId: made.id })).id, 'SUCCEEDED')
    await expect(
      flows.home.pool.query(`UPDATE runtime.run SET outputs = '{}' WHERE id = $1`, [run.id]),
    ).rejects.toMatchObject({ code: 'MQ001' })
    await expect(
      flows.home.pool.query(`UPDATE runtime.run_event SET body = '{"a":1}' WHERE run_id = $1`, [run.id]),
    ).rejects.toMatchObject({ code: 'MQ001' })
    expect(await flows.do('cancelRun', { id: run.id })).toEqual(run)
    expect(await flows.actions(run.id)).toEqual(['run.triggered'])
    expect((await flows.home.refusal(runWrites.retryRun, { input: { id: run.id } })).code).toBe('INVALID_TRANSITION')
  })

  it('keeps large outputs in a row of their own, with a reference in its own', async () => {
    const made = await flows.dataset('test.large')
    const { id } = await flows.do('triggerRun', { instanceId: made.id })
    const run = await flows.reaches(id, 'SUCCEEDED')
    const full = { text: 'x'.repeat(100_000) }
    expect(run.outputs).toEqual({
      $ref: `run:${id}/outputs`,
      bytes: Buffer.byteLength(JSON.stringify(full)),
      sha256: sha256Hex(canonicalJson(full)),
    })
    const answer = await flows.home.ask<{ run: { fullOutputs: Json } }>(
      'query ($id: ID!) { run(id: $id) { fullOutputs } }',
      { id },
    )
    expect(answer.run.fullOutputs).toEqual(full)
    await expect(
      flows.home.pool.query(`UPDATE runtime.run_result SET body = '{}' WHERE run_id = $1`, [id]),
    ).rejects.toMatchObject({ code: 'MQ001' })
  })

  it('that fails in a way that may pass is tried again later, as another attempt', async () => {
    const made = await flows.dataset('test.second')
    const first = await flows.reaches(
      (await flows.do('triggerRun', { instanceId: made.id, parameters: { a: 1 } })).id,
      'FAILED',
    )
    expect(first.error).toMatchObject({ message: expect.stringContaining('not yet'), retryable: true })
    const second = await flows.reaches(first.retriedBy?.id as string, 'SUCCEEDED')
    expect(second).toMatchObject({ attempt: 2, trigger: 'RETRY', retryOf: { id: first.id }, outputs: { attempt: 2 } })
    expect(await flowOf(made)).toMatchObject({ status: 'READY' })
  })

  it('that fails for good makes its flow and its instance ERROR, and can be tried again by hand, once', async () => {
    const made = await flows.dataset('test.broken')
    const first = await flows.reaches((await flows.do('triggerRun', { instanceId: made.id })).id, 'FAILED')
    expect(first).toMatchObject({
      error: { message: expect.stringContaining('no luck'), retryable: false },
      retriedBy: null,
    })
    expect(await flows.instance(made.id)).toMatchObject({
      readiness: 'ERROR',
      flows: [{ status: 'ERROR', staleReason: 'NEVER_RUN' }],
    })
    const again = await flows.do('retryRun', { id: first.id, reason: 'once more' })
    expect(again).toMatchObject({ attempt: 2, trigger: 'RETRY', retryOf: { id: first.id } })
    expect(await flows.home.refusal(runWrites.retryRun, { input: { id: first.id } })).toMatchObject({
      code: 'CONFLICT',
    })
    await flows.reaches(again.id, 'FAILED')
    expect(await flows.actions(again.id)).toEqual(['run.retried'])
    const { instance } = await flows.home.ask<{ instance: { readinessExplanation: Json } }>(
      'query ($id: ID!) { instance(id: $id) { readinessExplanation } }',
      { id: made.id },
    )
    expect(instance.readinessExplanation).toMatchObject({
      readiness: 'ERROR',
      decidedBy: ['refresh'],
      flows: [{ run: { id: again.id, error: { message: expect.stringContaining('no luck') } } }],
    })
  })

  it('that is under way is stopped when somebody cancels it', async () => {
    const made = await flows.dataset('test.waits')
    const { id } = await flows.do('triggerRun', { instanceId: made.id })
    await flows.reaches(id, 'RUNNING')
    expect(await flows.do('cancelRun', { id, reason: 'not needed' })).toMatchObject({
      status: 'RUNNING',
      cancelRequestedAt: expect.any(String),
    })
    expect(await flows.reaches(id, 'CANCELLED')).toMatchObject({ outputs: null, error: null, retriedBy: null })
    expect(await flows.actions(id)).toEqual(['run.triggered', 'run.cancelled'])
    // A cancelled run says nothing of the flow: it is as stale as before.
    expect(await flows.instance(made.id)).toMatchObject({ readiness: 'STALE' })
  })

  it('keeps what it led to when the database is away at the moment that it ends', async () => {
    const made = await flows.dataset('test.brief')
    const { id } = await flows.do('triggerRun', { instanceId: made.id })
    await flows.reaches(id, 'RUNNING')
    await flows.home.pool.query('ALTER TABLE runtime.run_feed RENAME TO run_feed_away')
    // Longer than the executor takes: what it gave has to wait.
    await expect
      .poll(
        async () =>
          (
            await flows.home.pool.query<{ done: boolean }>(
              `SELECT started_at < now() - interval '3 seconds' AS done FROM runtime.run WHERE id = $1`,
              [id],
            )
          ).rows[0]?.done,
        patient,
      )
      .toBe(true)
    expect((await flows.run(id)).status).toBe('RUNNING')
    await flows.home.pool.query('ALTER TABLE runtime.run_feed_away RENAME TO run_feed')
    expect(await flows.reaches(id, 'SUCCEEDED')).toMatchObject({ attempt: 1, outputs: { kept: true } })
  })

  it('that is asked for twice with one key is one run', async () => {
    const made = await flows.dataset('test.echo')
    const input = { instanceId: made.id, idempotencyKey: `once-${made.id}` }
    const [first, second] = [await flows.do('triggerRun', input), await flows.do('triggerRun', input)]
    expect(second.id).toBe(first.id)
    expect((await flows.home.refusal(runWrites.triggerRun, { input: { ...input, parameters: { b: 1 } } })).code).toBe(
      'IDEMPOTENCY_MISMATCH',
    )
  })

  it('ends with its instance: what waits and what runs is cancelled on stop, and nothing new starts', async () => {
    const made = await flows.dataset('test.waits')
    const lifecycle = (event: string) =>
      flows.home.ask(`mutation ($input: TransitionInput!) { ${event}(input: $input) { revision } }`, {
        input: { id: made.id },
      })
    await lifecycle('startInstance')
    const running = await flows.do('triggerRun', { instanceId: made.id })
    await flows.reaches(running.id, 'RUNNING')
    await lifecycle('pauseInstance')
    const waiting = await flows.do('triggerRun', { instanceId: made.id })
    expect(waiting).toMatchObject({
      status: 'BLOCKED',
      blockedBy: [{ instanceId: made.id, reason: 'INSTANCE_PAUSED' }],
    })
    expect((await flows.run(running.id)).status).toBe('RUNNING')
    await lifecycle('stopInstance')
    await flows.reaches(running.id, 'CANCELLED')
    await flows.reaches(waiting.id, 'CANCELLED')
    expect(await flows.home.refusal(runWrites.triggerRun, { input: { instanceId: made.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'STOPPED' },
    })
  })

  it('that waits for a paused instance starts when that is resumed', async () => {
    const made = await flows.dataset('test.echo')
    const lifecycle = (event: string) =>
      flows.home.ask(`mutation ($input: TransitionInput!) { ${event}(input: $input) { revision } }`, {
        input: { id: made.id },
      })
    await lifecycle('startInstance')
    await lifecycle('pauseInstance')
    const { id } = await flows.do('triggerRun', { instanceId: made.id })
    await lifecycle('resumeInstance')
    await flows.reaches(id, 'SUCCEEDED')
    expect((await eventsOf(id)).map(({ type }) => type).slice(0, 3)).toEqual(['BLOCKED', 'QUEUED', 'STARTED'])
  })
})

describe('a worker outside', () => {
  it('claims, reports and completes a run under its lease', async () => {
    const made = await flows.dataset('outside.one', { config: { k: 'v' } })
    const { id } = await flows.do('triggerRun', { instanceId: made.id, parameters: { p: 1 } })
    const claimed = await flows.claim({ codeRefs: ['outside.one'], worker: 'w1' })
    expect(claimed).toMatchObject({
      run: { id, status: 'RUNNING', worker: 'w1' },
      input: {
        config: { k: 'v' },
        parameters: { p: 1 },
        run: { id, flow: 'refresh', attempt: 1 },
        upstreams: [],
        previous: null,
      },
    })
    expect(await flows.claim({ codeRefs: ['outside.one'], worker: 'w2' })).toEqual({
      run: null,
      lease: null,
      input: null,
    })
    const lease = claimed.lease as string
    expect(await flows.home.refusal(runWrites.heartbeatRun, { input: { id, lease: 'another' } })).toMatchObject({
      code: 'CONFLICT',
      details: { worker: 'w1' },
    })
    expect(await flows.home.refusal(runWrites.completeRun, { input: { id, lease: 'another' } })).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await flows.do('heartbeatRun', { id, lease, progress: 0.25, log: ['a', 'b'] })).toMatchObject({
      status: 'RUNNING',
      progress: 0.25,
    })
    expect(await flows.do('completeRun', { id, lease, outputs: { rows: 3 }, metrics: { s: 1 } })).toMatchObject({
      status: 'SUCCEEDED',
      outputs: { rows: 3 },
    })
    expect(await flows.actions(id)).toEqual(['run.triggered', 'run.claimed', 'run.completed'])
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['QUEUED', 'STARTED', 'LOG', 'PROGRESS', 'SUCCEEDED'])
  })

  it('that comes too late changes nothing, whatever it says', async () => {
    const made = await flows.dataset('outside.late')
    const { id } = await flows.do('triggerRun', { instanceId: made.id })
    const { lease } = await flows.claim({ codeRefs: ['outside.late'], worker: 'w1' })
    const done = await flows.do('completeRun', { id, lease, outputs: { n: 1 } })
    expect(await flows.do('completeRun', { id, lease, outputs: { n: 2 } })).toEqual(done)
    expect(await flows.do('failRun', { id, lease, error: { code: 'X' }, retryable: true })).toEqual(done)
    expect(await flows.do('heartbeatRun', { id, lease, progress: 0.1 })).toEqual(done)
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['QUEUED', 'STARTED', 'SUCCEEDED'])
  })

  it('that falls silent has crashed: its run is tried again, and what it says afterwards changes nothing', async () => {
    const made = await flows.dataset('outside.silent')
    const { id } = await flows.do('triggerRun', { instanceId: made.id })
    const { lease } = await flows.claim({ codeRefs: ['outside.silent'], worker: 'w1', leaseSeconds: 5 })
    await flows.home.pool.query(`UPDATE runtime.run SET lease_expires_at = now() WHERE id = $1`, [id])
    const crashed = await flows.reaches(id, 'CRASHED')
    expect(crashed).toMatchObject({ error: { code: 'WORKER_LOST' }, retriedBy: { attempt: 2, status: 'QUEUED' } })
    expect(await flows.do('completeRun', { id, lease, outputs: { n: 1 } })).toEqual(crashed)
    const second = await flows.claim({ codeRefs: ['outside.silent'], worker: 'w2' })
    expect(second.run).toMatchObject({ attempt: 2, retryOf: { id } })
    expect(
      await flows.do('failRun', { id: second.run?.id, lease: second.lease, error: { code: 'BAD', message: 'no' } }),
    ).toMatchObject({ status: 'FAILED', error: { code: 'BAD', retryable: false }, retriedBy: null })
  })

  it('learns from its heartbeat that somebody cancelled, and the run is over when it says so', async () => {
    const made = await flows.dataset('outside.cancel')
    const { id } = await flows.do('triggerRun', { instanceId: made.id })
    const { lease } = await flows.claim({ codeRefs: ['outside.cancel'], worker: 'w1' })
    await flows.do('cancelRun', { id })
    expect(await flows.do('heartbeatRun', { id, lease })).toMatchObject({
      status: 'RUNNING',
      cancelRequestedAt: expect.any(String),
    })
    expect(await flows.do('failRun', { id, lease, error: { code: 'STOPPED' } })).toMatchObject({ status: 'CANCELLED' })
  })

  it('gets each of thirty runs once, whoever else asks at the same time', async () => {
    const made = await flows.dataset('outside.race')
    await Promise.all(Array.from({ length: 30 }, () => flows.do('triggerRun', { instanceId: made.id })))
    const claimed: string[] = []
    const worker = async (name: string) => {
      for (let misses = 0; misses < 3;) {
        const { run } = await flows.claim({ codeRefs: ['outside.race'], worker: name })
        if (run) claimed.push(run.id)
        else misses++
      }
    }
    await Promise.all(['w1', 'w2', 'w3', 'w4'].map(worker))
    expect(new Set(claimed).size).toBe(claimed.length)
    await expect
      .poll(async () => {
        await worker('w5')
        return claimed.length
      }, patient)
      .toBe(30)
  })
})

it("positions in the log of an instance's runs have no gaps, whoever writes", async () => {
  const made = await flows.dataset('outside.many')
  const worker = async () => {
    await flows.do('triggerRun', { instanceId: made.id })
    const { run, lease } = await flows.claim({ codeRefs: ['outside.many'], worker: 'w' })
    if (run) await flows.do('completeRun', { id: run.id, lease })
  }
  await Promise.all(Array.from({ length: 12 }, worker))
  const { rows } = await flows.home.pool.query<{ position: number }>(
    'SELECT position FROM runtime.run_event WHERE instance_id = $1 ORDER BY position',
    [made.id],
  )
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_row, index) => index + 1))
})
