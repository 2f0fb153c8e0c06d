import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFence } from '../../../executors/process/fence.ts'
import { publish, submit } from '../../support/graph/graph-data.ts'
import { FlowHome, type ShownRun } from '../../support/flows.ts'
import { unique } from '../../support/graph/graph-client.ts'

const executors = {
  'test.sleeps': `await new Promise((done) => setTimeout(done, input.parameters.ms)); return { outputs: { slept: true } }`,
  // Outside V8's heap, and held for as long as whoever looks at it needs.
  'test.grows': `const held = Buffer.alloc(input.parameters.mb * 2 ** 20, 1); await new Promise((done) => setTimeout(done, 1500)); return { outputs: { bytes: held.length } }`,
}

// Connects to a port of this machine, and tells whether anything could be reached.
const connects = `const { connect } = await import('node:net'); return { outputs: { reached: await new Promise((done) => connect(input.parameters.port, '127.0.0.1').on('connect', () => done(true)).on('error', () => done(false))) } }`

let flows: FlowHome
beforeAll(async () => {
  flows = await FlowHome.start(
    { ...executors, 'test.online': connects, 'test.offline': connects },
    { networkAllow: ['test.online'] },
  )
  flows.home.startWorker()
})
afterAll(() => flows.stop())

/** A flow with these limits, and how a run of it ends. */
async function runOf(codeRef: string, limits: object, parameters: object): Promise<ShownRun> {
  const definitionTypeKey = await flows.define({
    codeRef,
    flowTemplates: [{ name: 'refresh', runKind: 'PipelineRun', ...limits }],
  })
  const { id } = await flows.create({ kind: 'DATASET', definitionTypeKey })
  const triggered = await flows.do('triggerRun', { instanceId: id, parameters })
  await expect
    .poll(async () => (await flows.run(triggered.id)).endedAt, { timeout: 60_000, interval: 50 })
    .not.toBeNull()
  return await flows.run(triggered.id)
}

describe('the limits of a flow', () => {
  it('end a run that takes longer than its template says, and let one go on that may (S1-23)', async () => {
    const [short, long] = await Promise.all([
      runOf('test.sleeps', { timeoutSeconds: 1 }, { ms: 4000 }),
      runOf('test.sleeps', { timeoutSeconds: 30 }, { ms: 2500 }),
    ])
    expect(short).toMatchObject({ status: 'FAILED', error: { code: 'TIMED_OUT', details: { timeoutMs: 1000 } } })
    expect(long).toMatchObject({ status: 'SUCCEEDED', outputs: { slept: true } })
  })

  it('end a run that takes more memory than its template says, and let one go on that may', async () => {
    const small = await runOf('test.grows', { memoryMb: 64 }, { mb: 500 })
    expect(small).toMatchObject({ status: 'FAILED', error: { code: 'OUT_OF_MEMORY', details: { memoryMb: 64 } } })
    const large = await runOf('test.grows', { memoryMb: 700 }, { mb: 500 })
    expect(large).toMatchObject({ status: 'SUCCEEDED', outputs: { bytes: 500 * 2 ** 20 } })
  })

  it('give the network to a run whose template asks for it and whose code the operator allows it', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    try {
      await once(server, 'listening')
      const parameters = { port: (server.address() as AddressInfo).port }
      expect((await runOf('test.online', { network: true }, parameters)).outputs).toEqual({ reached: true })
      const fence = await findFence({ readable: [], passable: [process.execPath] })
      for (const codeRef of ['test.online', 'test.offline'])
        expect((await runOf(codeRef, {}, parameters)).outputs).toEqual({ reached: !fence.isolatesNetwork })
    } finally {
      server.close()
    }
    const refusal = await flows.home.refusal(submit, {
      input: {
        typeKey: `flows/${unique()}`,
        kind: 'PIPELINE',
        version: '1',
        codeRef: 'test.offline',
        flowTemplates: [{ name: 'refresh', runKind: 'PipelineRun', network: true }],
      },
    })
    expect(refusal).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/flowTemplates/0/network' }] },
    })
  })

  it('are shown by the template and by the flow; where nothing is said there are none of its own', async () => {
    const definitionTypeKey = await flows.define({
      codeRef: 'test.online',
      flowTemplates: [
        { name: 'a', runKind: 'Run', timeoutSeconds: 60, memoryMb: 128, network: true },
        { name: 'b', runKind: 'Run' },
      ],
    })
    const { id } = await flows.create({ kind: 'DATASET', definitionTypeKey })
    const query = `query ($id: ID!, $key: String!) { instance(id: $id) { flows { name timeoutSeconds memoryMb network } } definition(typeKey: $key) { latestVersion { flowTemplates { name timeoutSeconds memoryMb network } } } }`
    const shown = [
      { name: 'a', timeoutSeconds: 60, memoryMb: 128, network: true },
      { name: 'b', timeoutSeconds: null, memoryMb: null, network: false },
    ]
    expect(await flows.home.ask(query, { id, key: definitionTypeKey })).toEqual({
      instance: { flows: shown },
      definition: { latestVersion: { flowTemplates: shown } },
    })
  })

  it('follow the version that the instance is upgraded to', async () => {
    const template = { name: 'refresh', runKind: 'PipelineRun' }
    const definitionTypeKey = await flows.define({
      version: '1.0.0',
      flowTemplates: [{ ...template, timeoutSeconds: 60 }],
    })
    const { id, revision } = await flows.create({ kind: 'DATASET', definitionTypeKey })
    await flows.define({ version: '1.1.0', flowTemplates: [{ ...template, memoryMb: 256 }] }, definitionTypeKey)
    await flows.home.ask(`mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision } }`, {
      input: { id, targetVersion: '1.1.0', expectedRevision: revision },
    })
    const query = 'query ($id: ID!) { instance(id: $id) { flows { timeoutSeconds memoryMb } } }'
    expect(await flows.home.ask(query, { id })).toEqual({
      instance: { flows: [{ timeoutSeconds: null, memoryMb: 256 }] },
    })
  })

  it('may not be larger than the installation gives, and every one that is gets its pointer', async () => {
    const template = { name: 'refresh', runKind: 'PipelineRun', timeoutSeconds: 3601, memoryMb: 2049 }
    const refusal = await flows.home.refusal(submit, {
      input: {
        typeKey: `flows/${unique()}`,
        kind: 'PIPELINE',
        version: '1',
        flowTemplates: [template, { ...template, name: 'none', timeoutSeconds: 0, memoryMb: 1 }],
      },
    })
    const pointers = [
      '/flowTemplates/0/timeoutSeconds',
      '/flowTemplates/0/memoryMb',
      '/flowTemplates/1/timeoutSeconds',
      '/flowTemplates/1/memoryMb',
    ]
    expect(refusal).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: pointers.map((pointer) => ({ pointer })) },
    })
    const most = { ...template, timeoutSeconds: 3600, memoryMb: 2048 }
    const { submitDefinition } = await flows.home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(
      submit,
      { input: { typeKey: `flows/${unique()}`, kind: 'PIPELINE', version: '1', flowTemplates: [most] } },
    )
    await flows.home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  })
})
