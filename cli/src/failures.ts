import { CommanderError } from 'commander'
import { isMarqueeError, type ErrorCode, type MarqueeError } from '@marquee/sdk'

/** What a shell is told: 1 the graph refused, 2 the command was written wrongly, 3 the server cannot be reached. */
export const exitCodes = { fine: 0, refused: 1, usage: 2, connection: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The command cannot be carried out as it was written. */
export class UsageError extends Error {}

/** The graph answered, and what it answered is a no; the message says why and what to do. */
export class Refusal extends Error {}

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return exitCodes.usage
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  if (isMarqueeError(error) && isAway(error)) return exitCodes.connection
  return exitCodes.refused
}

/** Whether to ask for anything else would be in vain. */
export const isAway = ({ code }: MarqueeError): boolean => code === 'UNAVAILABLE'

const advice: Partial<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Sign in with `marquee login`, or set MARQUEE_KEY.',
  FORBIDDEN: 'Ask an owner for a role on it: `marquee whoami` shows who you are.',
  NOT_FOUND: 'It is not there, or not yours to see: `marquee get` lists what is.',
  CONFLICT: 'Somebody changed it meanwhile: read it again, then decide again.',
  SCHEMA_VIOLATION: 'The definition says what fits: `marquee describe definition TYPE_KEY`.',
  IMMUTABLE: 'A published version never changes: raise the version.',
  LOCKED_PATH: 'Wait until the lock ends, or ask its holder.',
  INVALID_TRANSITION: '`marquee describe instance NAME` shows where it is in its life.',
  FLOW_REQUIRED: 'Name one with --flow.',
  UNAVAILABLE: 'Is the server running? `marquee login` or MARQUEE_URL set its address.',
}

/** An error as lines for people: what is wrong, where, and what to do. */
export function explain(error: unknown): string[] {
  if (!isMarqueeError(error)) return [error instanceof Error ? error.message : String(error)]
  const lines = [`${error.code}: ${error.message}`, ...problemsOf(error)]
  if (error.retryAfterMs !== undefined) lines.push(`Try again in ${Math.ceil(error.retryAfterMs / 1000)} s.`)
  const what = advice[error.code]
  if (what) lines.push(what)
  if (error.code === 'INTERNAL_SERVER_ERROR' && error.requestId)
    lines.push(`Tell the operator the request id ${error.requestId}.`)
  return lines
}

function problemsOf({ details }: MarqueeError): string[] {
  if (!Array.isArray(details.problems)) return []
  return (details.problems as { pointer?: unknown; message?: unknown }[]).map(
    ({ pointer, message }) => `  ${String(pointer || '/')}: ${String(message)}`,
  )
}
