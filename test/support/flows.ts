import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { publish, submit, writes } from './graph/graph-data.ts'
import { unique } from './graph/graph-client.ts'
import { Installation, type InstallationOptions } from './installation.ts'

type Json = Record<string, unknown>

export type ShownRun = {
  id: string
  status: string
  trigger: string
  attempt: number
  progress: number | null
  outputs: Json | null
  metrics: Json | null
  error: Json | null
  blockedBy: Json[]
  worker: string | null
  config: Json | null
  configHash: string | null
  propsRevision: number | null
  upstreamRunIds: Json
  definitionVersion: { id: string } | null
  retryOf: { id: string } | null
  retriedBy: { id: string; attempt: number; status: string } | null
  cancelRequestedAt: string | null
  startedAt: string | null
  endedAt: string | null
}
export type ShownFlow = {
  id: string
  name: string
  runKind: string
  status: string
  staleReason: string | null
  staleSince: string | null
  lastSuccessAt: string | null
  schedulable: boolean
  codeRef: string | null
  freshnessSlaSeconds: number | null
  handles: Json
  upstreamRefs: { role: string; flow: { id: string } }[]
  lastRun: { id: string; status: string } | null
}
export type ShownInstance = {
  id: string
  revision: number
  readiness: string | null
  lifecycle: string
  flows: ShownFlow[]
}

export const runFields = `id status trigger attempt progress outputs metrics error blockedBy worker config configHash propsRevision upstreamRunIds
  definitionVersion { id } retryOf { id } retriedBy { id attempt status } cancelRequestedAt startedAt endedAt`
const flowFields = `id name runKind status staleReason staleSince lastSuccessAt schedulable codeRef freshnessSlaSeconds handles
  upstreamRefs { role flow { id } } lastRun { id status }`
const instanceFields = `id revision readiness lifecycle flows { ${flowFields} }`

const run = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { run { ${runFields} } } }`
export const runWrites = {
  triggerRun: run('triggerRun', 'TriggerRunInput'),
  cancelRun: run('cancelRun', 'RunInput'),
  retryRun: run('retryRun', 'RunInput'),
  heartbeatRun: run('heartbeatRun', 'HeartbeatRunInput'),
  completeRun: run('completeRun', 'CompleteRunInput'),
  failRun: run('failRun', 'FailRunInput'),
  claimRun: `mutation ($input: ClaimRunInput!) { claimRun(input: $input) { run { ${runFields} } lease input } }`,
  setUpstreams: `mutation ($input: SetUpstreamsInput!) { setUpstreams(input: $input) { revision instance { ${instanceFields} } } }`,
  setFlowHandles: `mutation ($input: SetFlowHandlesInput!) { setFlowHandles(input: $input) { instance { ${instanceFields} } } }`,
}

/** Long, for a machine that is busy with everything else: nothing of it is waited for where all is well. */
export const patient = { timeout: 60_000, interval: 50 }

/** An installation with executors of the test's own, and short words for what tests of flows and runs do with it. */
export class FlowHome {
  readonly home: Installation
  readonly #executorsDir: string

  private constructor(home: Installation, executorsDir: string) {
    this.home = home
    this.#executorsDir = executorsDir
  }

  /** `executors`: by code ref, the body of `run(input)`. */
  static async start(executors: Record<string, string> = {}, options: InstallationOptions = {}): Promise<FlowHome> {
    const executorsDir = mkdtempSync(path.join(tmpdir(), 'marquee-executors-'))
    for (const [codeRef, body] of Object.entries(executors)) {
      const source = `export const executor = { codeRef: '${codeRef}', outputsSchema: { type: 'object' }, async run(input) { ${body} } }\n`
      writeFileSync(path.join(executorsDir, `${codeRef}.mjs`), source)
    }
    return new FlowHome(await Installation.start({ executorsDir, ...options }), executorsDir)
  }

  async stop(): Promise<void> {
    await this.home.stop()
    rmSync(this.#executorsDir, { recursive: true, force: true })
  }

  /** A published definition; answers its type key. */
  async define(given: Json, typeKey = `flows/${unique()}`): Promise<string> {
    const { submitDefinition } = await this.home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(
      submit,
      {
        input: { typeKey, kind: 'PIPELINE', version: '1', ...given },
      },
    )
    await this.home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
    return typeKey
  }

  async create(input: Json): Promise<ShownInstance> {
    const { createInstance } = await this.home.ask<{ createInstance: { instance: { id: string } } }>(
      writes.createInstance,
      { input },
    )
    return await this.instance(createInstance.instance.id)
  }

  /** A dataset whose refreshes this code carries out. */
  async dataset(codeRef: string, more: Json = {}): Promise<ShownInstance> {
    return await this.create({ kind: 'DATASET', definitionTypeKey: await this.define({ codeRef }), ...more })
  }

  async instance(id: string): Promise<ShownInstance> {
    return (
      await this.home.ask<{ instance: ShownInstance }>(`query ($id: ID!) { instance(id: $id) { ${instanceFields} } }`, {
        id,
      })
    ).instance
  }

  async do(
    name: Exclude<keyof typeof runWrites, 'claimRun' | 'setUpstreams' | 'setFlowHandles'>,
    input: Json,
  ): Promise<ShownRun> {
    const answer = await this.home.ask<Record<string, { run: ShownRun }>>(runWrites[name], { input })
    return (answer[name] as { run: ShownRun }).run
  }

  async claim(input: Json): Promise<{ run: ShownRun | null; lease: string | null; input: Json | null }> {
    return (
      await this.home.ask<{ claimRun: { run: ShownRun | null; lease: string | null; input: Json | null } }>(
        runWrites.claimRun,
        { input },
      )
    ).claimRun
  }

  async upstreams(id: string, upstreams: Json[], flow?: string): Promise<ShownInstance> {
    return (
      await this.home.ask<{ setUpstreams: { instance: ShownInstance } }>(runWrites.setUpstreams, {
        input: { id, upstreams, flow },
      })
    ).setUpstreams.instance
  }

  async run(id: string): Promise<ShownRun> {
    return (await this.home.ask<{ run: ShownRun }>(`query ($id: ID!) { run(id: $id) { ${runFields} } }`, { id })).run
  }

  /** Waits until the run stands there, and answers it. */
  async reaches(id: string, status: string): Promise<ShownRun> {
    await expect.poll(async () => (await this.run(id)).status, patient).toBe(status)
    return await this.run(id)
  }

  /** What was done to a resource, oldest first. */
  async actions(resourceId: string): Promise<string[]> {
    const { rows } = await this.home.pool.query<{ action: string }>(
      'SELECT action FROM runtime.activity WHERE resource_id = $1 ORDER BY at, id',
      [resourceId],
    )
    return rows.map(({ action }) => action)
  }
}
