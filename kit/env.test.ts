import { describe, expect, it } from 'vitest'
import { readEnv, StartupError } from './env.ts'
import { defaultLimits } from './limits.ts'

const both = {
  DATABASE_URL: 'postgres://u:secret@db/marquee',
  REDIS_URL: 'redis://cache:6379',
  MARQUEE_ADMIN_KEY: 'mk_0123456789abcdef',
}
const gateway = {
  ...both,
  MARQUEE_ROLE: 'gateway',
  CATALOGUE_URL: 'http://c:4001',
  RUNTIME_URL: 'http://r:4002/',
  PLACEMENT_URL: 'https://p',
}

describe('readEnv', () => {
  it('runs embedded, with demo data, when nothing is set', () => {
    expect(readEnv({})).toEqual({
      role: 'all',
      external: null,
      subgraphs: null,
      host: '127.0.0.1',
      port: 4000,
      dataDir: '.marquee',
      adminKeys: [],
      secrets: [],
      monitoringToken: null,
      oidc: null,
      openSubgraphs: false,
      demo: true,
      logLevel: 'info',
      maxPropsBytes: 262_144,
      contentDir: null,
      filesDir: '.marquee/files',
      executorsDir: null,
      executorNetwork: [],
      runLeaseSeconds: 30,
      runsAtOnce: 4,
      runTimeoutSecondsMax: 86_400,
      runMemoryMbMax: 4096,
      datasetVersionsKept: 30,
      logRetentionDays: 30,
      activityRetentionDays: 365,
      fetchAllow: [],
      trustedProxies: [],
      allowedOrigins: [],
      drainSeconds: 0,
      limits: defaultLimits,
    })
  })

  it('selects the external servers, without demo data, when both addresses are set', () => {
    const env = readEnv(both)
    expect(env.external).toEqual({ databaseUrl: both.DATABASE_URL, redisUrl: both.REDIS_URL })
    expect(env.demo).toBe(false)
    expect(readEnv({ ...both, MARQUEE_DEMO: 'on' }).demo).toBe(true)
  })

  it('gives a gateway the bare origins of its subgraphs', () => {
    expect(readEnv(gateway).subgraphs).toEqual({
      catalogue: 'http://c:4001',
      runtime: 'http://r:4002',
      placement: 'https://p',
    })
  })

  it('lets a load balancer look elsewhere where there may be one', () => {
    expect(readEnv(both).drainSeconds).toBe(2)
    expect(readEnv({ ...both, MARQUEE_ROLE: 'worker' }).drainSeconds).toBe(0)
    expect(readEnv({ MARQUEE_DRAIN_SECONDS: '7' }).drainSeconds).toBe(7)
  })

  it('reads an empty or blank variable as not set', () => {
    expect(readEnv({ DATABASE_URL: '', REDIS_URL: ' ', PORT: '', MARQUEE_ADMIN_KEY: '' })).toEqual(readEnv({}))
  })

  it('returns an object that cannot be changed', () => {
    const env = readEnv(gateway)
    expect([env, env.external, env.subgraphs].every((part) => Object.isFrozen(part))).toBe(true)
  })

  it.each([
    [{ DATABASE_URL: both.DATABASE_URL }, 'REDIS_URL is missing: DATABASE_URL is set'],
    [{ REDIS_URL: both.REDIS_URL }, 'DATABASE_URL is missing: REDIS_URL is set'],
    [{ MARQUEE_ROLE: 'runtime' }, 'DATABASE_URL and REDIS_URL are missing: MARQUEE_ROLE=runtime needs both'],
    [
      { MARQUEE_ROLE: 'king' },
      'MARQUEE_ROLE must be one of all, gateway, catalogue, runtime, placement, worker, not "king"',
    ],
    [
      { ...both, DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must be an address that begins with postgres:// or postgresql://',
    ],
    [{ ...both, REDIS_URL: 'cache:6379' }, 'REDIS_URL must be an address that begins with redis:// or rediss://'],
    [{ ...gateway, RUNTIME_URL: undefined }, 'RUNTIME_URL is missing; MARQUEE_ROLE=gateway needs'],
    [{ ...gateway, RUNTIME_URL: 'http://r/graphql' }, 'RUNTIME_URL must be a bare origin'],
    [{ ...gateway, RUNTIME_URL: 'ftp://r' }, 'RUNTIME_URL must be an address that begins with http:// or https://'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, not "65536"'],
    [{ PORT: '-1' }, 'PORT must be'],
    [{ PORT: '0x10' }, 'PORT must be'],
    [{ PORT: '1e3' }, 'PORT must be'],
    [{ ...both, MARQUEE_ADMIN_KEY: undefined }, 'MARQUEE_ADMIN_KEY is missing: with DATABASE_URL every process'],
    [{ MARQUEE_ADMIN_KEY: 'short' }, 'MARQUEE_ADMIN_KEY must have at least 16 characters'],
    [{ MARQUEE_DEMO: 'yes' }, 'MARQUEE_DEMO must be one of on, off, not "yes"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ MARQUEE_MAX_PROPS_BYTES: '0' }, 'MARQUEE_MAX_PROPS_BYTES must be'],
    [{ MARQUEE_ACTIVITY_RETENTION_DAYS: '-1' }, 'MARQUEE_ACTIVITY_RETENTION_DAYS must be'],
    [{ MARQUEE_LOG_RETENTION_DAYS: 'ever' }, 'MARQUEE_LOG_RETENTION_DAYS must be'],
    [
      { MARQUEE_TRUSTED_PROXIES: '10.0.0.0/8, proxy' },
      'MARQUEE_TRUSTED_PROXIES must list addresses or networks such as 10.0.0.0/8; "proxy" is none',
    ],
    [{ MARQUEE_FETCH_ALLOW: '127.0.0.1' }, 'MARQUEE_FETCH_ALLOW must list addresses as host:port'],
    [{ MARQUEE_ALLOWED_ORIGINS: 'https://a.test/path' }, '"https://a.test/path" is none'],
    [{ MARQUEE_ALLOWED_ORIGINS: 'a.test' }, 'MARQUEE_ALLOWED_ORIGINS must list origins such as https://host:port'],
    [{ MARQUEE_FETCH_ALLOW: 'a:1,http://b:2' }, '"http://b:2" is none'],
    [{ MARQUEE_FETCH_ALLOW: 'a:99999' }, '"a:99999" is none'],
  ])('refuses %j with the reason', (source, reason) => {
    expect(() => readEnv(source)).toThrow(StartupError)
    expect(() => readEnv(source)).toThrow(reason)
  })

  it('reports every mistake in one sentence, and no password', () => {
    const source = { DATABASE_URL: 'mysql://u:secret@db', PORT: 'x', LOG_LEVEL: 'y', MARQUEE_ADMIN_KEY: 'tooshort' }
    const message = (() => {
      try {
        readEnv(source)
      } catch (error) {
        return (error as Error).message
      }
      return ''
    })()
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'PORT', 'LOG_LEVEL', 'MARQUEE_ADMIN_KEY'])
      expect(message).toContain(name)
    expect(message).not.toContain('secret')
    expect(message).not.toContain('tooshort')
  })

  it('reads the addresses that bindings may reach besides the public ones', () => {
    expect(readEnv({ MARQUEE_FETCH_ALLOW: ' 127.0.0.1:9000, Feeds.local:80 ,[::1]:1' }).fetchAllow).toEqual([
      '127.0.0.1:9000',
      'feeds.local:80',
      '[::1]:1',
    ])
  })

  it('reads allowed origins as browsers write them', () => {
    expect(
      readEnv({ MARQUEE_ALLOWED_ORIGINS: ' https://A.test/, http://localhost:80,http://[::1]:5173 ' }).allowedOrigins,
    ).toEqual(['https://a.test', 'http://localhost', 'http://[::1]:5173'])
    expect(readEnv({ MARQUEE_ALLOWED_ORIGINS: '*' }).allowedOrigins).toEqual(['*'])
  })

  it('reads trusted proxies as addresses and networks', () => {
    expect(readEnv({ MARQUEE_TRUSTED_PROXIES: ' 10.0.0.0/8,::1 ' }).trustedProxies).toEqual(['10.0.0.0/8', '::1'])
  })

  it('accepts port 0, which means any free port', () => {
    expect(readEnv({ PORT: '0' }).port).toBe(0)
  })
})
