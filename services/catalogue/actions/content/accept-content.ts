import { AppError } from '../../../../kit/errors/app-error.ts'
import { BUNDLE_BYTES_MAX, inspectBundle } from '../../domain/definitions/bundle.ts'
import { checkSubmission, type RunLimitsMax, type Submission } from '../../domain/definitions/check-submission.ts'
import type { VersionContent } from '../../domain/definitions/definition.ts'
import { badInput, refusedSubmission } from '../../errors.ts'

/**
 * The content of a submitted version, its defaults filled in. Throws BAD_USER_INPUT or SCHEMA_VIOLATION with every
 * problem, PAYLOAD_TOO_LARGE for the bundle. Without `limits` flows may ask for what an installation gives unless told otherwise.
 */
export function acceptContent(input: Submission & { bundle?: string | null }, limits?: RunLimitsMax): VersionContent {
  const verdict = checkSubmission(input, limits)
  if (!verdict.ok) throw refusedSubmission(verdict.problems, verdict.wrongSchemas)
  return { ...verdict.content, bundleHash: acceptBundle(input) }
}

function acceptBundle({ bundle, kind }: Submission & { bundle?: string | null }): string | null {
  if (bundle === null || bundle === undefined) return null
  if (kind !== 'COMPONENT') throw badInput('/bundle', 'is for definitions of kind COMPONENT only')
  const verdict = inspectBundle(bundle)
  if (verdict.ok) return verdict.hash
  if (!verdict.tooLarge) throw badInput('/bundle', verdict.problem)
  const details = { limitBytes: BUNDLE_BYTES_MAX, pointer: '/bundle' }
  throw new AppError('PAYLOAD_TOO_LARGE', { public: `A bundle may have ${BUNDLE_BYTES_MAX} bytes.`, details })
}
