import { isGreater, isPrerelease, sameMinor } from '../../../../kit/pure/ids/semver.ts'
import type { DefinitionStatus } from './definition.ts'

/** What can happen to a version. REPLACE: the same number is submitted again. PASS, FAIL: it has been evaluated. */
export type VersionEvent = 'REPLACE' | 'PASS' | 'FAIL' | 'PUBLISH' | 'DEPRECATE' | 'RETIRE'

type Cell = DefinitionStatus | 'IMMUTABLE' | 'INVALID_TRANSITION'

/**
 * Who may become what. The two ways to say no: IMMUTABLE for touching what has been published, INVALID_TRANSITION
 * for everything else. A changed SUBMITTED version has to be evaluated again, hence DRAFT.
 */
const table: Record<DefinitionStatus, Record<VersionEvent, Cell>> = {
  DRAFT: {
    REPLACE: 'DRAFT',
    PASS: 'SUBMITTED',
    FAIL: 'DRAFT',
    PUBLISH: 'PUBLISHED',
    DEPRECATE: 'INVALID_TRANSITION',
    RETIRE: 'RETIRED',
  },
  SUBMITTED: {
    REPLACE: 'DRAFT',
    PASS: 'SUBMITTED',
    FAIL: 'DRAFT',
    PUBLISH: 'PUBLISHED',
    DEPRECATE: 'INVALID_TRANSITION',
    RETIRE: 'RETIRED',
  },
  PUBLISHED: {
    REPLACE: 'IMMUTABLE',
    PASS: 'IMMUTABLE',
    FAIL: 'IMMUTABLE',
    PUBLISH: 'IMMUTABLE',
    DEPRECATE: 'DEPRECATED',
    RETIRE: 'RETIRED',
  },
  DEPRECATED: {
    REPLACE: 'IMMUTABLE',
    PASS: 'IMMUTABLE',
    FAIL: 'IMMUTABLE',
    PUBLISH: 'IMMUTABLE',
    DEPRECATE: 'INVALID_TRANSITION',
    RETIRE: 'RETIRED',
  },
  RETIRED: {
    REPLACE: 'IMMUTABLE',
    PASS: 'INVALID_TRANSITION',
    FAIL: 'INVALID_TRANSITION',
    PUBLISH: 'INVALID_TRANSITION',
    DEPRECATE: 'INVALID_TRANSITION',
    RETIRE: 'INVALID_TRANSITION',
  },
}

export type StatusDecision =
  | { ok: true; next: DefinitionStatus }
  | { ok: false; code: 'IMMUTABLE' }
  | { ok: false; code: 'INVALID_TRANSITION'; allowed: DefinitionStatus[] }

/** The status after the event, or why not; `allowed` are the statuses that can be reached from here. */
export function decideStatus(from: DefinitionStatus, event: VersionEvent): StatusDecision {
  const cell = table[from][event]
  if (cell === 'IMMUTABLE') return { ok: false, code: cell }
  if (cell === 'INVALID_TRANSITION') return { ok: false, code: cell, allowed: reachableFrom(from) }
  return { ok: true, next: cell }
}

function reachableFrom(from: DefinitionStatus): DefinitionStatus[] {
  const reached = Object.values(table[from]).filter((cell) => cell !== 'IMMUTABLE' && cell !== 'INVALID_TRANSITION')
  return [...new Set(reached)].filter((status) => status !== from)
}

/** One version as far as the head of its definition depends on it. */
export type VersionSummary = { id: string; version: string; status: DefinitionStatus; publishedAt: string | null }

/**
 * The greatest version that was ever published of the same major.minor line, whatever became of it. The next one of
 * that line has to be greater: 1.0.1 may follow 2.0.0, and may not follow 1.0.2.
 */
export function greatestOfLine(versions: readonly VersionSummary[], version: string): VersionSummary | null {
  return greatestEverPublished(versions.filter((other) => sameMinor(other.version, version)))
}

/** The greatest version that was ever published, whatever became of it. */
export function greatestEverPublished(versions: readonly VersionSummary[]): VersionSummary | null {
  return greatest(versions.filter((version) => version.publishedAt !== null))
}

/**
 * Status and latest version of a definition, folded over its versions. A pre-release is the latest only where there is
 * no release. RETIRED is the definition's own decision.
 */
export function headOf(versions: readonly VersionSummary[]): {
  status: DefinitionStatus
  latestVersionId: string | null
} {
  const precedence: DefinitionStatus[] = ['PUBLISHED', 'DEPRECATED', 'SUBMITTED', 'DRAFT']
  const status = precedence.find((candidate) => versions.some((version) => version.status === candidate)) ?? 'RETIRED'
  const published = versions.filter((version) => version.status === 'PUBLISHED')
  const latest = greatest(published.filter(({ version }) => !isPrerelease(version))) ?? greatest(published)
  return { status, latestVersionId: latest?.id ?? null }
}

/** By precedence of numbers; null for none. */
export function greatest(versions: readonly VersionSummary[]): VersionSummary | null {
  let best: VersionSummary | null = null
  for (const candidate of versions) if (best === null || isGreater(candidate.version, best.version)) best = candidate
  return best
}
