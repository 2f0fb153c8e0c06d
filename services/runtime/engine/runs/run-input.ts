import type { Pool } from 'pg'
import type { Sql } from '../../../../kit/db/pool.ts'
import type { Component, RunInput } from '../../../../executors/executor.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { isReference } from '../../domain/runs/run-results.ts'
import { componentsOf } from '../../store/instances/components.ts'
import { upstreamsOf } from '../../store/flows/flow-reads.ts'
import { loadRuns, runResults } from '../../store/runs/run-reads.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'
import { macrosFor } from './expression-macros.ts'
import type { DefinitionSource } from '../../ports.ts'
import type { RunOutcome } from './run-changes.ts'

export type RunInputDeps = {
  pool: Pool
  facts: DefinitionRulesCache
  definitions: Pick<DefinitionSource, 'forNewInstance'>
}

type Started = Pick<RunOutcome, 'run' | 'instance' | 'flow'>

/**
 * What whoever carries out runs is told: what was pinned when each started, with the outputs of the upstream runs (which
 * never change) and of its flow's last success, from which an incremental run goes on. In the order of the runs.
 */
export async function runInputs(
  { pool, facts, definitions }: RunInputDeps,
  started: readonly Started[],
): Promise<RunInput[]> {
  // It starts only when every upstream has succeeded, so that none is pinned where there is none.
  const withUpstreams = started
    .filter(({ run }) => Object.keys(run.upstreamRunIds).length > 0)
    .map(({ flow }) => flow.id)
  const refs = withUpstreams.length === 0 ? new Map<string, never>() : await upstreamsOf(pool, withUpstreams)
  const pinnedOf = ({ run, flow }: Started) =>
    (refs.get(flow.id) ?? []).map(({ role, flow: { id, instanceId } }) => ({
      role,
      flowId: id,
      instanceId,
      runId: (run.upstreamRunIds[id] as string | undefined) ?? null,
    }))
  const runIds = started
    .flatMap((each) => [...pinnedOf(each).map(({ runId }) => runId), each.flow.lastSuccessRunId])
    .filter((id) => id !== null)
  const outputs = await outputsOf(pool, [...new Set(runIds)])
  const components = await componentInputs(
    { pool, facts },
    started.map(({ run }) => run.instanceId),
  )
  const macros = await Promise.all(
    started.map(({ run, instance }) =>
      macrosFor(definitions, instance.tenantId, [run.parameters, instance.config, instance.effectiveProps]),
    ),
  )
  return started.map((each, index): RunInput => {
    const { run, instance, flow } = each
    const called = macros[index] ?? {}
    return {
      run: { id: run.id, instanceId: run.instanceId, flow: flow.name, attempt: run.attempt },
      // `instance` is the state that it started on: this is what was pinned.
      config: instance.config,
      props: instance.effectiveProps,
      parameters: run.parameters,
      upstreams: pinnedOf(each).map((upstream) => ({
        ...upstream,
        outputs: (upstream.runId && outputs.get(upstream.runId)) || {},
      })),
      components: components.get(run.instanceId) ?? [],
      previous: (flow.lastSuccessRunId && outputs.get(flow.lastSuccessRunId)) || null,
      ...(Object.keys(called).length === 0 ? {} : { macros: called }),
    }
  })
}

/** The parts of instances as executors know them, by instance: by the codeRef of what each is made from. */
export async function componentInputs(
  { pool, facts }: Omit<RunInputDeps, 'definitions'>,
  instanceIds: readonly string[],
): Promise<Map<string, Component[]>> {
  const found = await componentsOf(pool, [...new Set(instanceIds)])
  const inputs = new Map<string, Component[]>()
  for (const [instanceId, parts] of found) {
    inputs.set(
      instanceId,
      await Promise.all(
        parts.map(async ({ role, componentId, versionId, config }) => ({
          role,
          instanceId: componentId,
          codeRef: (await facts.get(versionId)).codeRef ?? '',
          config,
        })),
      ),
    )
  }
  return inputs
}

/** What runs gave, by run: in full, also where it is kept in a row of its own. */
export async function outputsOf(sql: Sql, runIds: readonly string[]): Promise<Map<string, JsonObject>> {
  if (runIds.length === 0) return new Map()
  const runs = await loadRuns(sql, runIds)
  const elsewhere = [...runs.values()].filter(({ outputs }) => isReference(outputs)).map(({ id }) => id)
  const large = elsewhere.length === 0 ? new Map<string, JsonObject>() : await runResults(sql, elsewhere, 'outputs')
  return new Map([...runs].map(([id, { outputs }]) => [id, large.get(id) ?? outputs ?? {}]))
}
