import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { canonicalJson } from '../../../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { refuseScreen, refuseWriter } from '../../domain/access/access.ts'
import { checkFields, type InstanceFields } from '../../domain/state/instance-fields.ts'
import { toError, type Refusal } from '../../domain/state/refusal.ts'

/** Throws unless the viewer may change instances and the input's free fields are well formed. */
export function guardWrite(viewer: Viewer, input: InstanceFields): void {
  guard(refuseWriter(viewer), input)
}

/** The same for what a screen says of itself. */
export function guardScreen(viewer: Viewer, input: InstanceFields): void {
  guard(refuseScreen(viewer), input)
}

function guard(refusal: Refusal | null, input: InstanceFields): void {
  if (refusal) throw toError(refusal)
  const problems = checkFields(input)
  if (problems.length > 0) {
    throw new AppError('BAD_USER_INPUT', {
      public: `${problems.length === 1 ? 'A field is' : 'Some fields are'} not right: ${problems[0]?.pointer} ${problems[0]?.message}.`,
      details: { problems },
    })
  }
}

/** The key of a write with the hash of what was asked: operation and input, the key itself left out. */
export function keyOf(
  operation: string,
  input: { idempotencyKey?: string | null },
): { key: string; inputHash: string } | null {
  const { idempotencyKey, ...body } = input
  return idempotencyKey ? { key: idempotencyKey, inputHash: sha256Hex(`${operation}\n${canonicalJson(body)}`) } : null
}
