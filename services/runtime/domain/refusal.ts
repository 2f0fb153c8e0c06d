import { AppError, type ErrorCode } from '../../../kit/errors/app-error.ts'

/** Why a rule says no: what the caller is told. Rules return it; actions throw it. */
export type Refusal = { code: ErrorCode; public: string; details?: Record<string, unknown> }

export const refuse = (code: ErrorCode, message: string, details?: Record<string, unknown>): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, public: message, details },
})

export const toError = (refusal: Refusal) => new AppError(refusal.code, refusal)
