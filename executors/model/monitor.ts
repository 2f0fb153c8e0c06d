import type { JsonObject } from '../../kit/pure/json/json.ts'
import { accessRows, foldersOf } from '../data/series/accessors.ts'
import { count, identifier } from '../data/stores/duckdb.ts'
import { withDuckDb } from '../data/stores/session.ts'
import { readVersion } from '../data/stores/version.ts'
import { ExecutorError } from '../executor-error.ts'
import type { ExecutorInput, ExecutorResult } from '../executor.ts'
import { driftOf } from './drift.ts'

type Monitor = { columns: string[]; psi_max?: number; p_value_min?: number; missing_max?: number }
type Alert = { type: 'DriftDetected'; column: string; metric: string; value: number; limit: number }

/**
 * How far columns of the upstream in the role `current` are from the one in the role `reference` (S1-22): population
 * stability, Kolmogorov-Smirnov, and missing values; what is beyond its limit is an alert.
 */
export async function monitorDrift(input: ExecutorInput, monitor: Monitor | undefined): Promise<ExecutorResult> {
  if (monitor === undefined)
    throw new ExecutorError('BAD_CONFIG', '/monitor is missing: which columns?', { details: { pointer: '/monitor' } })
  const { columns, psi_max: psiMax = 0.25, p_value_min: pMin = 0.001, missing_max: missingMax = 0.05 } = monitor
  const [reference, current] = [
    await columnsOf(input, 'reference', columns),
    await columnsOf(input, 'current', columns),
  ]
  const metrics: JsonObject = {}
  const alerts: Alert[] = []
  for (const column of columns) {
    const drift = driftOf(reference.values.get(column) ?? [], current.values.get(column) ?? [], current.rows)
    metrics[column] = drift
    const alert = (metric: string, value: number, limit: number) =>
      alerts.push({ type: 'DriftDetected', column, metric, value, limit })
    if (drift === null) {
      alert('missing_rate', 1, missingMax)
      continue
    }
    if (drift.psi > psiMax) alert('psi', drift.psi, psiMax)
    if (drift.p_value < pMin) alert('p_value', drift.p_value, pMin)
    if (drift.missing_rate > missingMax) alert('missing_rate', drift.missing_rate, missingMax)
  }
  for (const { column, metric, value, limit } of alerts)
    input.log(`DriftDetected: ${metric} of ${column} is ${value}, beyond ${limit}`)
  return { outputs: { drift_metrics: metrics, alerts }, metrics: { alerts: alerts.length } }
}

async function columnsOf(input: ExecutorInput, role: string, columns: readonly string[]) {
  const upstream = input.upstreams.find((each) => each.role === role)
  const refuse = (message: string) =>
    new ExecutorError('BAD_CONFIG', `The upstream '${role}' ${message}.`, {
      details: { pointer: `/upstreams/${role}` },
    })
  if (upstream === undefined) throw refuse('is missing: monitoring compares reference and current')
  const stored = { ...(await readVersion(input.dataDir, upstream.outputs)), filesDir: input.filesDir }
  for (const name of columns) {
    const type = stored.version.columns.find((column) => column.name === name)?.type
    if (type === undefined || !/INT|DOUBLE|FLOAT|DECIMAL/.test(type)) throw refuse(`has no column of numbers ${name}`)
  }
  return await withDuckDb(input, foldersOf([stored]), async (db, tempDir) => {
    await accessRows(db, { ...stored, request: {}, name: 'asked', tempDir })
    const values = new Map<string, number[]>()
    for (const name of columns) {
      const column = `CAST(${identifier(name)} AS DOUBLE)`
      const [found = []] = await db.numbers(
        `SELECT ${column} FROM asked WHERE ${column} IS NOT NULL AND isfinite(${column})`,
      )
      values.set(name, found)
    }
    return { values, rows: await count(db, 'asked') }
  })
}
