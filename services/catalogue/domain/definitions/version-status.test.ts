import { describe, expect, it } from 'vitest'
import type { DefinitionStatus } from './definition.ts'
import {
  decideStatus,
  greatestEverPublished,
  greatestOfLine,
  headOf,
  type VersionEvent,
  type VersionSummary,
} from './version-status.ts'

const statuses: DefinitionStatus[] = ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'DEPRECATED', 'RETIRED']
const events: VersionEvent[] = ['REPLACE', 'PASS', 'FAIL', 'PUBLISH', 'DEPRECATE', 'RETIRE']

const allowed: Record<string, DefinitionStatus> = {
  'DRAFT REPLACE': 'DRAFT',
  'DRAFT PASS': 'SUBMITTED',
  'DRAFT FAIL': 'DRAFT',
  'SUBMITTED PASS': 'SUBMITTED',
  'SUBMITTED FAIL': 'DRAFT',
  'DRAFT PUBLISH': 'PUBLISHED',
  'DRAFT RETIRE': 'RETIRED',
  'SUBMITTED REPLACE': 'DRAFT',
  'SUBMITTED PUBLISH': 'PUBLISHED',
  'SUBMITTED RETIRE': 'RETIRED',
  'PUBLISHED DEPRECATE': 'DEPRECATED',
  'PUBLISHED RETIRE': 'RETIRED',
  'DEPRECATED RETIRE': 'RETIRED',
}

let counter = 0
const version = (number: string, status: DefinitionStatus, published = status !== 'DRAFT'): VersionSummary => ({
  id: `defv-${(counter += 1)}`,
  version: number,
  status,
  publishedAt: published ? '2026-01-01T00:00:00.000Z' : null,
})

describe('decideStatus', () => {
  it.each(statuses.flatMap((from) => events.map((event) => [from, event] as const)))(
    '%s, %s: as the table says',
    (from, event) => {
      const decision = decideStatus(from, event)
      expect(decision.ok ? decision.next : undefined).toBe(allowed[`${from} ${event}`])
    },
  )

  it('never lets what was published be a draft again', () => {
    for (const from of statuses.slice(2)) {
      for (const event of events) {
        const decision = decideStatus(from, event)
        if (decision.ok) expect(['DEPRECATED', 'RETIRED']).toContain(decision.next)
      }
    }
  })

  it('calls publishing, replacing and evaluating a published version IMMUTABLE', () => {
    for (const event of ['REPLACE', 'PUBLISH', 'PASS', 'FAIL'] as const) {
      expect(decideStatus('PUBLISHED', event)).toEqual({ ok: false, code: 'IMMUTABLE' })
    }
  })

  it('says where one could go instead', () => {
    expect(decideStatus('DRAFT', 'DEPRECATE')).toEqual({
      ok: false,
      code: 'INVALID_TRANSITION',
      allowed: ['SUBMITTED', 'PUBLISHED', 'RETIRED'],
    })
    expect(decideStatus('RETIRED', 'PUBLISH')).toEqual({ ok: false, code: 'INVALID_TRANSITION', allowed: [] })
  })
})

describe('headOf', () => {
  it('is the greatest published version by precedence of numbers, not of text or time', () => {
    const ten = version('1.10.0', 'PUBLISHED')
    const versions = [
      ten,
      version('1.9.0', 'PUBLISHED'),
      version('1.10.0-rc.1', 'PUBLISHED'),
      version('2.0.0', 'DRAFT'),
    ]
    expect(headOf(versions)).toEqual({ status: 'PUBLISHED', latestVersionId: ten.id })
  })

  it('is a pre-release only where no release is published', () => {
    const beta = version('1.1.0-beta.1', 'PUBLISHED')
    const one = version('1.0.0', 'PUBLISHED')
    expect(headOf([one, beta]).latestVersionId).toBe(one.id)
    expect(headOf([version('1.0.0', 'DRAFT'), beta]).latestVersionId).toBe(beta.id)
  })

  it('falls back to the next one when the greatest is deprecated', () => {
    const one = version('1.0.0', 'PUBLISHED')
    expect(headOf([one, version('2.0.0', 'DEPRECATED')])).toEqual({ status: 'PUBLISHED', latestVersionId: one.id })
  })

  it.each([
    [['DRAFT'], 'DRAFT'],
    [['DRAFT', 'SUBMITTED'], 'SUBMITTED'],
    [['DRAFT', 'DEPRECATED'], 'DEPRECATED'],
    [['RETIRED', 'RETIRED'], 'RETIRED'],
    [[], 'RETIRED'],
  ] as [DefinitionStatus[], DefinitionStatus][])('of %j is %s', (given, status) => {
    expect(headOf(given.map((each, index) => version(`${index}.0.0`, each)))).toEqual({ status, latestVersionId: null })
  })
})

describe('greatestOfLine', () => {
  it('looks at the same major and minor number only', () => {
    const versions = ['1.0.2', '1.1.0', '2.0.0'].map((each) => version(each, 'PUBLISHED'))
    expect(greatestOfLine(versions, '1.0.3')?.version).toBe('1.0.2')
    expect(greatestOfLine(versions, '1.1.0-rc.1')?.version).toBe('1.1.0')
    expect(greatestOfLine(versions, '1.2.0')).toBeNull()
  })
})

describe('greatestEverPublished', () => {
  it('counts deprecated versions and no drafts', () => {
    const versions = [version('1.0.0', 'PUBLISHED'), version('1.1.0', 'DEPRECATED'), version('9.0.0', 'DRAFT')]
    expect(greatestEverPublished(versions)?.version).toBe('1.1.0')
    expect(greatestEverPublished([version('9.0.0', 'DRAFT')])).toBeNull()
  })
})
