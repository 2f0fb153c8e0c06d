import { AppError, sentences } from '../../../kit/errors/app-error.ts'
import type { AccessRefusal } from '../domain/access/may-write.ts'
import type { Checked, Problem } from '../domain/placements/placement.ts'

/** The checked value; throws BAD_USER_INPUT with every problem in `details.problems`. */
export function accept<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  throw badInput(checked.problems)
}

/** Throws unless there are no problems. */
export function refuseProblems(problems: Problem[]): void {
  if (problems.length > 0) throw badInput(problems)
}

/** Throws UNAUTHENTICATED or FORBIDDEN for what `refuseInTenant` or `refuseOnInstances` answers. */
export function assertMay(refusal: AccessRefusal | null): void {
  if (refusal !== null) throw new AppError(refusal, { public: sentences[refusal] })
}

function badInput(problems: Problem[]): AppError {
  const sentences = problems.slice(0, 3).map(({ pointer, message }) => `${pointer} ${message}`)
  const more = problems.length > 3 ? `; and ${problems.length - 3} more` : ''
  return new AppError('BAD_USER_INPUT', {
    public: `Not acceptable: ${sentences.join('; ')}${more}.`,
    details: { problems },
  })
}
