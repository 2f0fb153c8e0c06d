import { AppError, type ErrorCode } from '../../../../kit/errors/app-error.ts'

/** Why a rule says no: what the caller is told. Rules return it; actions throw it. */
export type Refusal = { code: ErrorCode; public: string; details?: Record<string, unknown> }

export const refuse = (
  code: ErrorCode,
  message: string,
  details?: Record<string, unknown>,
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, public: message, details },
})

/** The refusal of what is one part of an input: its pointers begin at that part. What has no place in it is said of the whole part. */
export function within(at: string, refusal: Refusal): Refusal {
  const problems = refusal.details?.['problems'] as { pointer: string; message: string }[] | undefined
  if (!problems) return refusal
  const moved = problems.map((problem) => ({
    ...problem,
    pointer: problem.pointer === '/instanceId' ? at : at + problem.pointer,
  }))
  return { ...refusal, details: { ...refusal.details, problems: moved } }
}

export const toError = (refusal: Refusal) => new AppError(refusal.code, refusal)
