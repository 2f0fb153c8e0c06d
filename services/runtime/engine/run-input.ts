import type { Pool } from 'pg'
import type { Sql } from '../../../kit/db/pool.ts'
import type { Component, RunInput } from '../../../executors/executor.ts'
import type { JsonObject } from '../../../schema/events.ts'
import { isReference } from '../domain/run-results.ts'
import { componentsOf } from '../store/components.ts'
import { upstreamsOf } from '../store/flow-reads.ts'
import { loadRuns, runResults } from '../store/run-reads.ts'
import type { FactsSource } from './facts.ts'
import type { RunOutcome } from './run-changes.ts'

export type RunInputDeps = { pool: Pool; facts: FactsSource }

/**
 * What whoever carries out a run is told: what was pinned when it started, with the outputs of the upstream runs (which
 * never change) and of this flow's last success, from which an incremental run goes on.
 */
export async function runInput({ pool, facts }: RunInputDeps, { run, instance, flow }: Pick<RunOutcome, 'run' | 'instance' | 'flow'>): Promise<RunInput> {
  // It starts only when every upstream has succeeded, so that none is pinned where there is none.
  const hasUpstreams = Object.keys(run.upstreamRunIds).length > 0
  const refs = hasUpstreams ? ((await upstreamsOf(pool, [flow.id])).get(flow.id) ?? []) : []
  const pinned = refs.map(({ role, flow: { id } }) => ({ role, flowId: id, runId: (run.upstreamRunIds[id] as string | undefined) ?? null }))
  const runIds = [...pinned.flatMap(({ runId }) => runId ?? []), ...(flow.lastSuccessRunId === null ? [] : [flow.lastSuccessRunId])]
  const outputs = await outputsOf(pool, runIds)
  return {
    run: { id: run.id, instanceId: run.instanceId, flow: flow.name, attempt: run.attempt },
    // `instance` is the state that it started on: this is what was pinned.
    config: instance.config,
    props: instance.effectiveProps,
    parameters: run.parameters,
    upstreams: pinned.map((upstream) => ({ ...upstream, outputs: (upstream.runId && outputs.get(upstream.runId)) || {} })),
    components: await componentInputs({ pool, facts }, run.instanceId),
    previous: (flow.lastSuccessRunId && outputs.get(flow.lastSuccessRunId)) || null,
  }
}

/** The parts of an instance as executors know them: by the codeRef of what each is made from. */
export async function componentInputs({ pool, facts }: RunInputDeps, instanceId: string): Promise<Component[]> {
  const parts = (await componentsOf(pool, [instanceId])).get(instanceId) ?? []
  return await Promise.all(
    parts.map(async ({ role, componentId, versionId, config }) => ({ role, instanceId: componentId, codeRef: (await facts.get(versionId)).codeRef ?? '', config })),
  )
}

/** What runs gave, by run: in full, also where it is kept in a row of its own. */
export async function outputsOf(sql: Sql, runIds: readonly string[]): Promise<Map<string, JsonObject>> {
  if (runIds.length === 0) return new Map()
  const runs = await loadRuns(sql, runIds)
  const elsewhere = [...runs.values()].filter(({ outputs }) => isReference(outputs)).map(({ id }) => id)
  const large = elsewhere.length === 0 ? new Map<string, JsonObject>() : await runResults(sql, elsewhere, 'outputs')
  return new Map([...runs].map(([id, { outputs }]) => [id, large.get(id) ?? outputs ?? {}]))
}
