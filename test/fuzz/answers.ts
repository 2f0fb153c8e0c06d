import { isErrorCode } from '../../kit/errors/app-error.ts'

/** Something that must not be. `what` is the same for two cases with the same cause. */
export type Problem = { what: string; detail: string }

/** What an answer says, for the tally, and what is wrong with it. */
export type Judged = { codes: string[]; problems: Problem[] }

/** One GraphQL error as it went over the wire: four members, and never a bug of ours. */
export function judgeError(error: unknown, where: string): Judged {
  const { extensions, message } = (error ?? {}) as { message?: unknown; extensions?: Record<string, unknown> }
  const { code, service, retryable, requestId } = extensions ?? {}
  const detail = JSON.stringify(error)?.slice(0, 1500) ?? 'undefined'
  const missing = [
    ...(isText(message) ? [] : ['message']),
    ...(isText(code) ? [] : ['code']),
    ...(isText(service) ? [] : ['service']),
    ...(typeof retryable === 'boolean' ? [] : ['retryable']),
    ...(isText(requestId) ? [] : ['requestId']),
  ]
  const problems: Problem[] =
    missing.length === 0
      ? []
      : [{ what: `${where}: an error without ${missing.join(', ')}${isText(code) ? ` (${code})` : ''}`, detail }]
  if (code === 'INTERNAL_SERVER_ERROR')
    problems.push({ what: `${where}: INTERNAL_SERVER_ERROR of ${String(service)}`, detail })
  else if (isText(code) && !isErrorCode(code) && !standardCodes.has(code))
    problems.push({ what: `${where}: the unknown code ${code}`, detail })
  return { codes: [isText(code) ? code : 'none'], problems }
}

/** Codes of Apollo Server and of GraphQL itself that docs/guides/errors.md tells of beside ours. */
const standardCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** One answer over HTTP. */
export function judgeHttp(status: number, type: string, body: string, where: string): Judged {
  const judged: Judged = { codes: [String(status)], problems: [] }
  if (status >= 500 && status !== 503)
    judged.problems.push({ what: `${where}: HTTP ${status}`, detail: body.slice(0, 1500) })
  let errors: unknown
  if (type.includes('json')) {
    try {
      const parsed = JSON.parse(body) as { errors?: unknown } | { errors?: unknown }[]
      errors = Array.isArray(parsed)
        ? parsed.flatMap((one) => (one as { errors?: unknown[] }).errors ?? [])
        : parsed.errors
    } catch {
      judged.problems.push({
        what: `${where}: HTTP ${status} with a body that is no JSON`,
        detail: body.slice(0, 1500),
      })
    }
  }
  if (Array.isArray(errors)) {
    for (const error of errors) {
      const { codes, problems } = judgeError(error, where)
      judged.codes.push(...codes)
      judged.problems.push(...problems)
    }
  } else if (status >= 400) {
    judged.problems.push({ what: `${where}: HTTP ${status} without errors`, detail: body.slice(0, 1500) })
  }
  return judged
}

type Message = { id?: string; type?: string; payload?: unknown }

/** One message of the server over a socket. */
export function judgeMessage({ type, payload }: Message): Judged {
  const errors =
    type === 'error' ? payload : type === 'next' ? ((payload as { errors?: unknown } | null)?.errors ?? []) : []
  if (!Array.isArray(errors))
    return {
      codes: [],
      problems: [{ what: 'socket: errors that are no list', detail: JSON.stringify(payload).slice(0, 1500) }],
    }
  const judged: Judged = { codes: [], problems: [] }
  for (const error of errors) {
    const { codes, problems } = judgeError(error, 'socket')
    judged.codes.push(...codes)
    judged.problems.push(...problems)
  }
  return judged
}

/** Codes with which the server says that something broke on its side. */
const ourFault = new Set([1011, 4500])

export function judgeClose(code: number, reason: string): Judged {
  return {
    codes: [`close ${code}`],
    problems: ourFault.has(code) ? [{ what: `socket: closed with ${code}`, detail: reason }] : [],
  }
}
