import { pino } from 'pino'
import type { DestinationStream, Logger as PinoLogger } from 'pino'

export type Logger = PinoLogger

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

// A log is read by more people than may hold a key. The wildcard covers one level: { req: { authorization } }.
const SECRET_NAMES = [
  'authorization',
  'Authorization',
  'adminKey',
  'adminKeys',
  'secrets',
  'monitoringToken',
  'apiKey',
  'password',
  'databaseUrl',
  'redisUrl',
  'cookie',
]
const SECRET_PATHS = [
  ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`]),
  'headers["x-api-key"]',
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-api-key"]',
]

/** A structured logger that writes one JSON line per event to standard output (or `destination`), secrets removed. */
export function createLogger(options: { level: LogLevel; name: string; destination?: DestinationStream }): Logger {
  const settings = {
    level: options.level,
    name: options.name,
    redact: { paths: SECRET_PATHS, censor: '[redacted]' },
    serializers: { err: readError },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      // The host is the log collector's business; the process id tells replicas of one role apart.
      bindings: (bindings: Record<string, unknown>) => ({ pid: bindings['pid'], name: bindings['name'] }),
    },
  }
  return options.destination ? pino(settings, options.destination) : pino(settings)
}

/** An error with its stack, its causes and what is said of it; not the objects that libraries hang on it (a client, a socket, its state). */
function readError(error: Error): Record<string, unknown> {
  const all = Object.entries(pino.stdSerializers.err(error))
  return Object.fromEntries(
    all.filter(([name, value]) => typeof value !== 'object' || name === 'details' || name === 'aggregateErrors'),
  )
}
