import type { Readiness } from '../../../../schema/enums.ts'
import { describe, expect, it } from 'vitest'
import { aggregateReadiness, readinesses } from './aggregate-readiness.ts'

const triples = readinesses.flatMap((a) =>
  readinesses.flatMap((b) => readinesses.map((c): [Readiness, Readiness, Readiness] => [a, b, c])),
)

describe('readiness from flows (model R3)', () => {
  it('is the worst of them, in all 64 combinations of three: READY only if all are (S0-33..S0-38)', () => {
    expect(triples).toHaveLength(64)
    for (const triple of triples) {
      const worst = Math.min(...triple.map((status) => readinesses.indexOf(status)))
      expect(aggregateReadiness(triple), triple.join()).toBe(readinesses[worst])
      expect(aggregateReadiness(triple) === 'READY').toBe(triple.every((status) => status === 'READY'))
    }
  })

  it('of one flow is that of the flow, and of none is null', () => {
    for (const status of readinesses) expect(aggregateReadiness([status])).toBe(status)
    expect(aggregateReadiness([])).toBeNull()
  })

  it('follows the order that the contract gives, in all 64 combinations', () => {
    const order: Readiness[] = ['READY', 'STALE', 'RUNNING', 'ERROR']
    for (const triple of triples) {
      const first = order.find((status) => triple.includes(status))
      expect(aggregateReadiness(triple, { aggregation_method: 'min_severity', status_priority: order })).toBe(first)
    }
  })

  it.each<[string, object, Readiness[], Readiness]>([
    [
      'a status that the contract leaves out is worse than any it names',
      { status_priority: ['ERROR', 'STALE', 'READY'] },
      ['ERROR', 'RUNNING'],
      'RUNNING',
    ],
    [
      'of two that it leaves out the worse one counts',
      { status_priority: ['READY'] },
      ['READY', 'RUNNING', 'STALE'],
      'STALE',
    ],
    ['what it says of no known status is not heard', { status_priority: ['GREEN'] }, ['READY', 'STALE'], 'STALE'],
    ['no contract is the usual one', {}, ['READY', 'RUNNING'], 'RUNNING'],
    [
      'twice is once',
      { status_priority: ['STALE', 'STALE', 'ERROR', 'RUNNING', 'READY'] },
      ['ERROR', 'STALE'],
      'STALE',
    ],
  ])('%s', (_title, contract, statuses, expected) => {
    expect(aggregateReadiness(statuses, contract as Record<string, never>)).toBe(expected)
  })
})
