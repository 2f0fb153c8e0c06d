import { AppError, sentences } from '../../kit/errors/app-error.ts'
import type { Problem } from '../../kit/pure/json-schema/json-schema.ts'
import type { AccessRefusal } from './domain/access/access.ts'
import { decideStatus, type VersionEvent } from './domain/definitions/version-status.ts'
import type { DefinitionStatus } from './domain/definitions/definition.ts'
import { failuresOf, onlySchemasFail, type EvaluationReport } from './domain/evaluation/report.ts'

const verbs: Record<VersionEvent, string> = {
  REPLACE: 'replaced',
  PASS: 'evaluated',
  FAIL: 'evaluated',
  PUBLISH: 'published',
  DEPRECATE: 'deprecated',
  RETIRE: 'retired',
}

/** Throws what a rule of domain/access answers; `what` says what is not there where that is the answer. */
export function assertMay(refusal: AccessRefusal | 'NOT_FOUND' | null, what = 'thing'): void {
  if (refusal === 'NOT_FOUND') throw notFound(what)
  if (refusal !== null) throw new AppError(refusal, { public: sentences[refusal] })
}

/** The status after the event; throws IMMUTABLE or INVALID_TRANSITION where there is none. */
export function nextStatus(what: string, from: DefinitionStatus, event: VersionEvent): DefinitionStatus {
  const decision = decideStatus(from, event)
  if (decision.ok) return decision.next
  if (decision.code === 'IMMUTABLE') {
    throw new AppError('IMMUTABLE', { public: `${what} is published: it never changes.`, details: { status: from } })
  }
  throw new AppError('INVALID_TRANSITION', {
    public: `${what} is ${from} and cannot be ${verbs[event]}.`,
    details: { from, event, allowed: decision.allowed },
  })
}

export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', { public: `There is no such ${what}.` })
}

export function badInput(pointer: string, message: string): AppError {
  return new AppError('BAD_USER_INPUT', {
    public: `${pointer} ${message}.`,
    details: { problems: [{ pointer, message }] },
  })
}

/** All that is wrong with a submission at once; the message has room for the first. */
export function refusedSubmission(problems: readonly Problem[], wrongSchemas: boolean): AppError {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return new AppError(wrongSchemas ? 'SCHEMA_VIOLATION' : 'BAD_USER_INPUT', {
    public: `${first?.pointer ?? 'The input'} ${first?.message ?? 'is wrong'}${more}.`,
    details: { problems },
  })
}

/** A version that may not be published yet, with the checks that it fails. */
export function refusedEvaluation(what: string, report: EvaluationReport): AppError {
  const failures = failuresOf(report)
  const [first] = failures
  const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : ''
  return new AppError(onlySchemasFail(failures) ? 'SCHEMA_VIOLATION' : 'BAD_USER_INPUT', {
    public: `${what} fails its evaluation: ${first?.pointer} ${first?.message}${more}.`,
    details: { problems: failures.map(({ pointer, message }) => ({ pointer, message })), checks: failures },
  })
}
