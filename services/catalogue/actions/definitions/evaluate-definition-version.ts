import { isGreater } from '../../../../kit/pure/ids/semver.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { DefinitionRow, DefinitionVersionRow } from '../../domain/definitions/definition.ts'
import { evaluateVersion } from '../../domain/evaluation/evaluate.ts'
import { failuresOf, type EvaluationReport } from '../../domain/evaluation/report.ts'
import { greatestEverPublished, headOf } from '../../domain/definitions/version-status.ts'
import { nextStatus } from '../../errors.ts'
import {
  changeHead,
  setVersionStatus,
  versionById,
  versionSummaries,
} from '../../store/definitions/definition-writes.ts'
import { bundleSource } from '../../store/definitions/version-reads.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'
import { lockedVersion } from './locked-version.ts'

/**
 * Runs every check that publishing runs and keeps the report: a version that passes is SUBMITTED, one that fails a
 * DRAFT. Throws IMMUTABLE for what is published: it keeps the report it was published with.
 */
export function evaluateDefinitionVersion(
  deps: CatalogueDeps,
  viewer: Viewer,
  input: { definitionVersionId: string; idempotencyKey?: string | null },
): Promise<{ definitionVersionId: string; evaluation: EvaluationReport }> {
  return runChange(deps, viewer, { mutation: 'evaluateDefinitionVersion', input }, async (change) => {
    const { tx, now } = change
    const { definition, version } = await lockedVersion(change, 'definition.write', input.definitionVersionId)
    const evaluation = await evaluate(change, definition, version)
    const status = nextStatus(
      `Version ${version.version}`,
      version.status,
      evaluation.status === 'PASSED' ? 'PASS' : 'FAIL',
    )
    await setVersionStatus(tx, version.id, { status, evaluation, updatedAt: now })
    await changeHead(tx, definition.id, { ...headOf(await versionSummaries(tx, definition.id)), updatedAt: now })
    await change.record({
      action: 'definition.evaluated',
      resourceType: 'definition_version',
      resourceId: version.id,
      before: { status: version.status },
      after: { status, evaluation: evaluation.status, failures: failuresOf(evaluation) },
    })
    return { definitionVersionId: version.id, evaluation }
  })
}

/** What an evaluation of the version says now. */
export async function evaluate(
  change: Change,
  definition: DefinitionRow,
  version: DefinitionVersionRow,
): Promise<EvaluationReport> {
  const bundle = version.bundleHash === null ? null : await bundleSource(change.tx, version.bundleHash)
  const below = (await versionSummaries(change.tx, definition.id)).filter((other) =>
    isGreater(version.version, other.version),
  )
  const before = greatestEverPublished(below)
  const previous = before && (await versionById(change.tx, change.tenantId, before.id))
  return evaluateVersion({ kind: definition.kind, content: version, bundle, previous }, change.now)
}
