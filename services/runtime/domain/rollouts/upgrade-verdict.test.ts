import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { factsWithoutDefinition } from '../state/instance-facts.ts'
import { upgradeVerdict } from './upgrade-verdict.ts'

const check = (schema: JsonObject) => {
  const compiled = compileJsonSchema(schema)
  return (value: unknown) => (compiled.ok ? compiled.validate(value) : [])
}
const checkProps = check({ type: 'object', required: ['title'], properties: { title: { type: 'string' } } })
const target = {
  ...{ id: 'defv-2', definitionId: 'def-1', version: '2.0.0', bundleUrl: '/2.js', migrations: [] },
  facts: { ...factsWithoutDefinition(1000), versionId: 'defv-2', version: '2.0.0', checkProps },
}
const state = {
  ...{ definitionId: 'def-1', resolvedVersionId: 'defv-1', bundleUrl: '/1.js', upgradeStrategy: 'LATEST' },
  ...{ maxVersion: null, lifecycle: 'ACTIVE', kind: 'DISPLAY', scope: 'PROJECT', config: {}, props: { title: 'A' } },
  ...{ inheritedProps: {}, bindings: [], overrides: [], locks: [], conditions: [], effectiveProps: { title: 'A' } },
} as unknown as InstanceState
const now = '2026-11-21T12:00:00.000Z'

describe('upgradeVerdict', () => {
  it.each<[string, Partial<InstanceState>, string[], object?]>([
    ['OK', {}, []],
    ['PINNED', { upgradeStrategy: 'PIN' }, []],
    ['CURRENT', { resolvedVersionId: 'defv-2' }, []],
    ['NEEDS_PATCH', { props: {} }, ['/props/title']],
    ['PROPS_INVALID', { props: { title: 7 } }, ['/props/title']],
    ['BLOCKED_BY_POLICY', { upgradeStrategy: 'MINOR' }, ['/upgradeStrategy']],
    ['BLOCKED_BY_POLICY', { upgradeStrategy: 'PIN', maxVersion: '1.9.0' }, ['/maxVersion']],
    ['LOCKED', {}, [''], { rolloutId: 'roll-1' }],
  ])('is %s for %j', (verdict, change, pointers, more = {}) => {
    const judged = upgradeVerdict(
      { ...state, ...change },
      { target, from: '1.0.0', writer: { kind: 'HUMAN', now }, rolloutId: null, ...more },
    )
    expect(judged.verdict).toBe(verdict)
    expect(judged.problems.map(({ pointer }) => pointer)).toEqual(pointers)
  })

  it('is LOCKED for an AI where a migration would change what is locked', () => {
    const locked = {
      ...state,
      locks: [{ path: '/title', holderId: 'prin-1', since: now, expiresAt: null, reason: null }],
    } as unknown as InstanceState
    const moving = {
      ...target,
      migrations: [{ version: '2.0.0', steps: [{ op: 'set' as const, path: '/title', value: 'B' }] }],
    }
    const verdictFor = (kind: 'AI' | 'HUMAN') =>
      upgradeVerdict(locked, { target: moving, from: '1.0.0', writer: { kind, now }, rolloutId: null }).verdict
    expect([verdictFor('AI'), verdictFor('HUMAN')]).toEqual(['LOCKED', 'OK'])
  })
})
