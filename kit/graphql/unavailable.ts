const networkCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]
/** Shutting down, crashed, starting up, too many connections; a deadlock or a serialization failure that kept coming; out of time. */
const postgresCodes = ['57P01', '57P02', '57P03', '53300', '40001', '40P01', '57014']
/** Prisma's names for: unreachable, timed out, connection closed, pool or transaction slot not got in time, conflict. */
const prismaCodes = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']
const codes = new Set([...networkCodes, ...postgresCodes, ...prismaCodes])

// pg reports these without a code.
const messages =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout|Cannot use a pool after calling end)/

/** Whether an error, or one that caused it, says that something we need is away for now rather than broken for good. */
export function isUnavailable(error: unknown): boolean {
  return causes(error).some(({ code, message }) => {
    // Class 08 is "connection exception" as a whole.
    if (typeof code === 'string') return codes.has(code) || /^08\w{3}$/.test(code)
    return typeof message === 'string' && messages.test(message)
  })
}

/** Text that the database cannot hold: U+0000 in a string (22021) or in JSON (22P05). The caller's doing. */
export function isUnstorableText(error: unknown): boolean {
  return causes(error).some(({ code }) => code === '22021' || code === '22P05')
}

/** What a value asks of the database cannot be: class 22, "data exception", as a whole. */
export function isDataException(error: unknown): boolean {
  return causes(error).some(({ code }) => typeof code === 'string' && /^22\w{3}$/.test(code))
}

type Facts = { code?: unknown; message?: unknown }

/** The error and everything below it: causes, the members of an AggregateError, what Prisma's adapters wrap. */
function causes(error: unknown): Facts[] {
  const found: Facts[] = []
  const queue: unknown[] = [error]
  // Bounded, because nothing forbids an error to be its own cause.
  while (queue.length > 0 && found.length < 20) {
    const next = queue.shift()
    if (typeof next !== 'object' || next === null) continue
    const node = next as Record<string, unknown>
    const { code, originalCode, message, cause, originalError, meta, errors } = node
    found.push({ code, message })
    if (originalCode !== undefined) found.push({ code: originalCode })
    const adapterError =
      typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta ? meta.driverAdapterError : undefined
    queue.push(cause, originalError, adapterError, ...(Array.isArray(errors) ? errors : []))
  }
  return found
}
