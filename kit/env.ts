import path from 'node:path'
import { isNetwork } from './http/request/client-address.ts'
import { limitNames, limitTable, limitVariable, type Limits } from './limits.ts'
import { LOG_LEVELS } from './log.ts'
import type { LogLevel } from './log.ts'

/** Start-up cannot go on. The message is one sentence for whoever typed the command; no stack belongs to it. */
export class StartupError extends Error {
  override name = 'StartupError'
}

export const ROLES = ['all', 'gateway', 'catalogue', 'runtime', 'placement', 'worker'] as const
export type Role = (typeof ROLES)[number]

/** Everything the process takes from its environment, checked and frozen. */
export type Env = {
  readonly role: Role
  /** Both addresses given, or neither: then the process brings its own Postgres and an in-memory bus. */
  readonly external: { readonly databaseUrl: string; readonly redisUrl: string } | null
  /** Origins of the subgraph processes; only a gateway has them. */
  readonly subgraphs: { readonly catalogue: string; readonly runtime: string; readonly placement: string } | null
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Keys of the administrator, the present one first; empty: made at the first start and kept in the data folder. */
  readonly adminKeys: readonly string[]
  /** What tokens are signed and secrets sealed with, the present one first; empty: see loadKeys. */
  readonly secrets: readonly string[]
  /** What has to be sent to see metrics and the parts of readyz; null: nothing. */
  readonly monitoringToken: string | null
  /** Whether the subgraphs answer callers that are no part of this installation. */
  readonly openSubgraphs: boolean
  readonly demo: boolean
  readonly logLevel: LogLevel
  readonly maxPropsBytes: number
  /** Folder whose sub-folders are content packages; null: there are none. */
  readonly contentDir: string | null
  readonly logRetentionDays: number
  /** How long activities are kept; 0: for ever. */
  readonly activityRetentionDays: number
  /** Folder of files that executors may read; null: `files` in the data folder. */
  readonly filesDir: string
  /** Folder of executors, a file each, besides those that Marquee brings; null: there are none. */
  readonly executorsDir: string | null
  /** codeRefs of supplied executors that may use the network; `*`: all of them. */
  readonly executorNetwork: readonly string[]
  /** How long a worker may be silent before its runs count as crashed. */
  readonly runLeaseSeconds: number
  readonly runsAtOnce: number
  /** The most that one run may be given, in seconds and megabytes. */
  readonly runTimeoutSecondsMax: number
  readonly runMemoryMbMax: number
  /** How many versions of each dataset stay on the disk. */
  readonly datasetVersionsKept: number
  /** host:port of addresses that bindings and webhooks may reach although they are not public; for development. */
  readonly fetchAllow: readonly string[]
  /** Origins of pages elsewhere that may talk to the gateway; `*` among them: all. */
  readonly allowedOrigins: readonly string[]
  /** How long /readyz says 503 before sockets are closed and connections refused. */
  readonly drainSeconds: number
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** Issuers of tokens from outside, as JSON or a file that holds it; null: there are none. */
  readonly oidc: string | null
  readonly limits: Limits
}

type Source = Readonly<Record<string, string | undefined>>

/** Reads the environment once. Throws one StartupError that names every mistake found. */
export function readEnv(source: Source): Env {
  const mistakes: string[] = []
  // An empty or blank variable is how shells and compose files say "not set".
  const text = (name: string): string | null => source[name]?.trim() || null

  function oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const given = text(name)
    if (given === null) return fallback
    const found = allowed.find((value) => value === given)
    if (found === undefined) mistakes.push(`${name} must be one of ${allowed.join(', ')}, not "${given}"`)
    return found ?? fallback
  }

  function wholeNumber(name: string, fallback: number, min: number, max: number): number {
    const given = text(name)
    if (given === null) return fallback
    const value = Number(given)
    if (/^\d+$/.test(given) && value >= min && value <= max) return value
    mistakes.push(`${name} must be a whole number from ${min} to ${max}, not "${given}"`)
    return fallback
  }

  // The value of a faulty address is not repeated in the message: it may hold a password.
  function address(name: string, protocols: readonly string[]): string | null {
    const given = text(name)
    if (given === null) return null
    if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given
    mistakes.push(`${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`)
    return null
  }

  function origin(name: string): string {
    const given = address(name, ['http:', 'https:'])
    if (given === null) {
      if (text(name) === null)
        mistakes.push(`${name} is missing; MARQUEE_ROLE=gateway needs the address of that process`)
      return ''
    }
    const url = new URL(given)
    if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
      mistakes.push(`${name} must be a bare origin such as http://host:4001, without path, query or credentials`)
    }
    return url.origin
  }

  function hostsAndPorts(name: string): readonly string[] {
    const given = (text(name) ?? '')
      .split(',')
      .map((item) => item.trim().toLowerCase())
      .filter((item) => item !== '')
    for (const item of given) {
      const port = Number(/^(?:[^\s:/@[\]]+|\[[\d:.a-f]+\]):(\d{1,5})$/.exec(item)?.[1])
      if (!(port >= 1 && port <= 65_535))
        mistakes.push(`${name} must list addresses as host:port,host:port; "${item}" is none`)
    }
    return Object.freeze(given)
  }

  function origins(name: string): readonly string[] {
    const given = (text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    return Object.freeze(
      given.map((item) => {
        const url = URL.canParse(item) && /^https?:\/\/[^/]+\/?$/.test(item) ? new URL(item) : null
        if (item === '*' || (url && !url.username && !url.password && !url.search && !url.hash))
          return url?.origin ?? item
        mistakes.push(`${name} must list origins such as https://host:port, or be *; "${item}" is none`)
        return item
      }),
    )
  }

  function codeRefs(name: string): readonly string[] {
    const given = (text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    for (const item of given) {
      if (!/^(?:\*|[a-z0-9]+(?:[.-][a-z0-9]+)*)$/.test(item))
        mistakes.push(`${name} must list codeRefs as a.b,c.d, or be *; "${item}" is none`)
    }
    return Object.freeze(given)
  }

  /** Several are one that is being replaced and the one that takes its place. */
  function secretTexts(name: string): readonly string[] {
    const given = (text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    if (given.some((item) => item.length < 16)) mistakes.push(`${name} must have at least 16 characters`)
    return Object.freeze(given)
  }

  function networks(name: string): readonly string[] {
    const given = (text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    for (const item of given)
      if (!isNetwork(item))
        mistakes.push(`${name} must list addresses or networks such as 10.0.0.0/8; "${item}" is none`)
    return Object.freeze(given)
  }

  const readLimits = () =>
    Object.freeze(
      Object.fromEntries(
        limitNames.map((name) => {
          const { default: fallback, min, max } = limitTable[name]
          return [name, wholeNumber(limitVariable(name), fallback, min, max)]
        }),
      ),
    ) as Limits

  const role = oneOf('MARQUEE_ROLE', ROLES, 'all')
  const databaseUrl = address('DATABASE_URL', ['postgres:', 'postgresql:'])
  const redisUrl = address('REDIS_URL', ['redis:', 'rediss:'])
  const missing = (['DATABASE_URL', 'REDIS_URL'] as const).filter((name) => text(name) === null)
  if (missing.length === 1) {
    const given = missing[0] === 'REDIS_URL' ? 'DATABASE_URL' : 'REDIS_URL'
    mistakes.push(
      `${missing[0]} is missing: ${given} is set, and the two belong together (set both, or neither to run embedded)`,
    )
  } else if (missing.length === 2 && role !== 'all') {
    mistakes.push(`DATABASE_URL and REDIS_URL are missing: MARQUEE_ROLE=${role} needs both`)
  }
  const subgraphs =
    role === 'gateway'
      ? Object.freeze({
          catalogue: origin('CATALOGUE_URL'),
          runtime: origin('RUNTIME_URL'),
          placement: origin('PLACEMENT_URL'),
        })
      : null

  const dataDir = text('DATA_DIR') ?? '.marquee'
  const adminKeys = secretTexts('MARQUEE_ADMIN_KEY')
  const secrets = secretTexts('MARQUEE_SECRET')

  // Made up by each process, keys would differ: one part could not ask another, nor read what it signed.
  if (adminKeys.length === 0 && missing.length < 2)
    mistakes.push(
      'MARQUEE_ADMIN_KEY is missing: with DATABASE_URL every process of the installation needs the same one (a secret of at least 16 characters)',
    )

  const external = databaseUrl !== null && redisUrl !== null ? Object.freeze({ databaseUrl, redisUrl }) : null
  const env: Env = {
    role,
    external,
    subgraphs,
    host: text('HOST') ?? '127.0.0.1',
    port: wholeNumber('PORT', 4000, 0, 65_535),
    dataDir,
    adminKeys,
    secrets,
    monitoringToken: secretTexts('MARQUEE_MONITORING_TOKEN')[0] ?? null,
    openSubgraphs: oneOf('MARQUEE_OPEN_SUBGRAPHS', ['on', 'off'], 'off') === 'on',
    demo: oneOf('MARQUEE_DEMO', ['on', 'off'], external === null ? 'on' : 'off') === 'on',
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    contentDir: text('MARQUEE_CONTENT_DIR'),
    maxPropsBytes: wholeNumber('MARQUEE_MAX_PROPS_BYTES', 262_144, 1, 16_777_216),
    logRetentionDays: wholeNumber('MARQUEE_LOG_RETENTION_DAYS', 30, 1, 3650),
    activityRetentionDays: wholeNumber('MARQUEE_ACTIVITY_RETENTION_DAYS', 365, 0, 36_500),
    filesDir: text('MARQUEE_FILES') ?? path.join(dataDir, 'files'),
    executorsDir: text('MARQUEE_EXECUTORS'),
    executorNetwork: codeRefs('MARQUEE_EXECUTOR_NETWORK'),
    runLeaseSeconds: wholeNumber('MARQUEE_RUN_LEASE_SECONDS', 30, 2, 3600),
    runsAtOnce: wholeNumber('MARQUEE_RUNS_AT_ONCE', 4, 1, 64),
    runTimeoutSecondsMax: wholeNumber('MARQUEE_RUN_TIMEOUT_SECONDS_MAX', 86_400, 1, 604_800),
    runMemoryMbMax: wholeNumber('MARQUEE_RUN_MEMORY_MB_MAX', 4096, 64, 1_048_576),
    datasetVersionsKept: wholeNumber('MARQUEE_DATASET_VERSIONS_KEPT', 30, 1, 1_000_000),
    fetchAllow: hostsAndPorts('MARQUEE_FETCH_ALLOW'),
    allowedOrigins: origins('MARQUEE_ALLOWED_ORIGINS'),
    drainSeconds: wholeNumber('MARQUEE_DRAIN_SECONDS', external === null || role === 'worker' ? 0 : 2, 0, 3600),
    trustedProxies: networks('MARQUEE_TRUSTED_PROXIES'),
    oidc: text('MARQUEE_OIDC'),
    limits: readLimits(),
  }
  if (mistakes.length > 0) throw new StartupError(`The environment is not usable: ${mistakes.join('; ')}.`)
  return Object.freeze(env)
}
