import { describe, expect, it } from 'vitest'
import { healthOf, type Vitals } from './health.ts'

const well: Vitals = {
  lifecycle: 'ACTIVE',
  desiredLifecycle: 'ACTIVE',
  readiness: 'READY',
  presence: 'ONLINE',
  conditions: [],
  screenProblems: [],
}
const failing = [{ type: 'BindingFailing', message: 'no answer' }]

describe('the health of an instance (S3-19, S3-56)', () => {
  it.each<[string, Partial<Vitals>, string, string[]]>([
    ['all is well', {}, 'HEALTHY', []],
    ['nothing runs and nobody looks yet', { readiness: null, presence: 'NEVER' }, 'HEALTHY', []],
    ['a flow is running', { readiness: 'RUNNING' }, 'HEALTHY', []],
    ['a flow failed', { readiness: 'ERROR' }, 'UNHEALTHY', ['READINESS']],
    ['a flow is stale', { readiness: 'STALE' }, 'DEGRADED', ['READINESS']],
    ['its screens are gone', { presence: 'OFFLINE' }, 'UNHEALTHY', ['PRESENCE']],
    ['its screens are silent', { presence: 'STALE' }, 'DEGRADED', ['PRESENCE']],
    ['a binding fails', { conditions: failing }, 'DEGRADED', ['CONDITION']],
    ['it is on its way', { lifecycle: 'CREATED' }, 'DEGRADED', ['LIFECYCLE']],
    [
      'it is paused on purpose, whatever else',
      { lifecycle: 'PAUSED', desiredLifecycle: 'PAUSED', readiness: 'ERROR', presence: 'OFFLINE', conditions: failing },
      'HEALTHY',
      [],
    ],
    [
      'several things at once: the worst says',
      { readiness: 'STALE', presence: 'OFFLINE', conditions: failing },
      'UNHEALTHY',
      ['READINESS', 'PRESENCE', 'CONDITION'],
    ],
  ])('%s', (_what, vitals, status, sources) => {
    const health = healthOf({ ...well, ...vitals })
    expect([health.status, health.problems.map(({ source }) => source)]).toEqual([status, sources])
  })
})
