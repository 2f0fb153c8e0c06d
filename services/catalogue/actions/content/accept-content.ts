import { AppError } from '../../../../kit/errors/app-error.ts'
import { inspectBundle } from '../../domain/definitions/bundle.ts'
import { checkSubmission, type Submission } from '../../domain/definitions/check-submission.ts'
import type { VersionContent } from '../../domain/definitions/definition.ts'
import { badInput, refusedSubmission } from '../../errors.ts'
import type { CatalogueDeps } from '../deps.ts'

/**
 * The content of a submitted version, its defaults filled in. Throws BAD_USER_INPUT or SCHEMA_VIOLATION with every
 * problem, PAYLOAD_TOO_LARGE for the bundle. Without `deps` (what Marquee itself brings) flows may ask for what an installation gives unless told otherwise.
 */
export function acceptContent(
  input: Submission & { bundle?: string | null },
  deps?: Pick<CatalogueDeps, 'runLimits' | 'bundleBytesMax'>,
): VersionContent {
  const verdict = checkSubmission(input, deps?.runLimits)
  if (!verdict.ok) throw refusedSubmission(verdict.problems, verdict.wrongSchemas)
  return { ...verdict.content, bundleHash: acceptBundle(input, deps?.bundleBytesMax ?? 0) }
}

function acceptBundle({ bundle, kind }: Submission & { bundle?: string | null }, limitBytes: number): string | null {
  if (bundle === null || bundle === undefined) return null
  if (kind !== 'COMPONENT') throw badInput('/bundle', 'is for definitions of kind COMPONENT only')
  if (Buffer.byteLength(bundle) > limitBytes) {
    throw new AppError('PAYLOAD_TOO_LARGE', {
      public: `A bundle may have ${limitBytes} bytes.`,
      details: { limitBytes, pointer: '/bundle' },
    })
  }
  const verdict = inspectBundle(bundle)
  if (verdict.ok) return verdict.hash
  throw badInput('/bundle', verdict.problem)
}
