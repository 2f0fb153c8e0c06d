import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { impactOn } from './impact.ts'
import { factsWithoutDefinition, type InstanceFacts } from '../state/instance-facts.ts'
import { decideVersion, UPGRADE_BLOCKED, type TargetVersion, type VersionCommand } from './version-commands.ts'

function factsOf(
  versionId: string,
  props: JsonObject,
  defaultProps: JsonObject,
  config: JsonObject = {},
): InstanceFacts {
  const [checkProps, checkConfig] = [props, config].map((properties) => {
    const compiled = compileJsonSchema({ type: 'object', properties })
    return (value: unknown) => (compiled.ok ? compiled.validate(value) : [])
  }) as [InstanceFacts['checkProps'], InstanceFacts['checkConfig']]
  return { ...factsWithoutDefinition(1000), versionId, defaultProps, checkProps, checkConfig }
}
const target = (version: string, facts: InstanceFacts): TargetVersion => ({
  id: `defv-${version}`,
  definitionId: 'def-1',
  version,
  bundleUrl: `/${version}.js`,
  facts,
  migrations: [],
})
const text = { type: 'string' }
const fits = target('1.1.0', factsOf('defv-1.1.0', { title: text }, { title: 'New default', footer: 'F' }))
const breaks = target('2.0.0', factsOf('defv-2.0.0', { count: text }, {}, { size: text }))
const state = {
  definitionId: 'def-1',
  resolvedVersionId: 'defv-1.0.0',
  bundleUrl: '/1.0.0.js',
  upgradeStrategy: 'LATEST',
  maxVersion: null,
  lifecycle: 'ACTIVE',
  kind: 'DISPLAY',
  scope: 'PROJECT',
  config: { size: 7 },
  props: { count: 3 },
  inheritedProps: {},
  bindings: [],
  overrides: [],
  locks: [],
  conditions: [],
  effectiveProps: { title: 'Old default', count: 3 },
} as unknown as InstanceState
const now = '2026-11-21T12:00:00.000Z'
const auto = (target: TargetVersion | null, more: object = {}): VersionCommand => ({
  type: 'AUTO_UPGRADE',
  from: 'defv-1.0.0',
  policy: { strategy: 'LATEST', maxVersion: null },
  target,
  now,
  ...more,
})
const next = (state: InstanceState, command: VersionCommand) => {
  const decision = decideVersion(state, command, '1.0.0')
  if (!decision.ok) throw new Error(decision.refusal.public)
  return decision
}

describe('UPGRADE', () => {
  it('takes version, bundle and defaults together, in one VERSION event', () => {
    const decision = next(state, { type: 'UPGRADE', target: fits })
    expect(decision.event).toBe('VERSION')
    expect(decision.next).toMatchObject({
      resolvedVersionId: 'defv-1.1.0',
      bundleUrl: '/1.1.0.js',
      props: { count: 3 },
      effectiveProps: { title: 'New default', footer: 'F', count: 3 },
    })
  })

  it('is an equal write where the instance stands there already', () => {
    const there = next(state, { type: 'UPGRADE', target: fits }).next
    expect(next(there, { type: 'UPGRADE', target: fits }).next).toBe(there)
  })

  it('is refused with every place that does not fit, in props and in config', () => {
    expect(decideVersion(state, { type: 'UPGRADE', target: breaks }, '1.0.0')).toMatchObject({
      ok: false,
      refusal: {
        code: 'UPGRADE_BLOCKED',
        details: { targetVersion: '2.0.0', problems: [{ pointer: '/props/count' }, { pointer: '/config/size' }] },
      },
    })
  })

  it('weighs what lies below an override as well', () => {
    const overridden = {
      ...state,
      config: {},
      overrides: [{ path: '/count', value: 'three', writerId: null, since: now, expiresAt: null, reason: null }],
    }
    expect(decideVersion(overridden, { type: 'UPGRADE', target: breaks }, '1.0.0')).toMatchObject({
      ok: false,
      refusal: { code: 'UPGRADE_BLOCKED' },
    })
  })

  it('migrates the props, patches them and takes another config in the same event', () => {
    const renamed: TargetVersion = {
      ...target('2.0.0', factsOf('defv-2.0.0', { amount: { type: 'integer' }, unit: text }, {}, { size: text })),
      migrations: [{ version: '2.0.0', steps: [{ op: 'rename', from: '/count', to: '/amount' }] }],
    }
    const command = { type: 'UPGRADE' as const, target: renamed, propsPatch: { unit: 'pcs' }, config: { size: 'L' } }
    expect(next(state, command)).toMatchObject({
      event: 'VERSION',
      next: { resolvedVersionId: 'defv-2.0.0', props: { amount: 3, unit: 'pcs' }, config: { size: 'L' } },
    })
    expect(next(state, command).next.props).not.toHaveProperty('count')
    expect(decideVersion(state, { ...command, config: null }, '1.0.0')).toMatchObject({
      ok: false,
      refusal: { code: 'UPGRADE_BLOCKED', details: { problems: [{ pointer: '/config/size' }] } },
    })
    expect(next({ ...state, config: {} }, auto(renamed)).next.props).toEqual({ amount: 3 })
    expect(impactOn({ ...state, config: {} }, '1.0.0', renamed).verdict).toBe('MOVES')
  })

  it('refuses a version of another definition', () => {
    expect(
      decideVersion(state, { type: 'UPGRADE', target: { ...fits, definitionId: 'def-2' } }, '1.0.0'),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'BAD_USER_INPUT' },
    })
  })
})

describe('AUTO_UPGRADE', () => {
  it('moves an instance that fits, and puts UpgradeBlocked with the paths on one that does not', () => {
    expect(next(state, auto(fits))).toMatchObject({
      event: 'VERSION',
      next: { resolvedVersionId: 'defv-1.1.0', conditions: [] },
    })
    const blocked = next(state, auto(breaks))
    expect(blocked.event).toBe('CONDITION')
    expect(blocked.next).toMatchObject({
      resolvedVersionId: 'defv-1.0.0',
      effectiveProps: state.effectiveProps,
      conditions: [
        {
          type: UPGRADE_BLOCKED,
          since: now,
          details: { targetVersion: '2.0.0', problems: [{ pointer: '/props/count' }, { pointer: '/config/size' }] },
        },
      ],
    })
  })

  it('says the same thing once', () => {
    const blocked = next(state, auto(breaks)).next
    expect(next(blocked, auto(breaks, { now: '2026-11-21T12:00:03.000Z' })).next).toBe(blocked)
  })

  it('takes the condition away when it moves, and when there is nothing to follow any more', () => {
    const blocked = next(state, auto(breaks)).next
    expect(next({ ...blocked, config: {}, props: {} }, auto(breaks))).toMatchObject({
      event: 'VERSION',
      next: { conditions: [] },
    })
    expect(next(blocked, auto(null))).toMatchObject({
      event: 'CONDITION',
      next: { conditions: [], resolvedVersionId: 'defv-1.0.0' },
    })
    expect(next(state, auto(null)).next).toBe(state)
  })

  it('leaves alone an instance whose version, policy or life has changed since it was weighed', () => {
    for (const changed of [
      { resolvedVersionId: 'defv-1.0.5' },
      { upgradeStrategy: 'PIN' as const },
      { maxVersion: '1.0.0' },
      { lifecycle: 'ARCHIVED' as const },
    ]) {
      const moved = { ...state, ...changed }
      expect(next(moved, auto(fits)).next).toBe(moved)
    }
  })
})

describe('the impact of a version', () => {
  it('is MOVES, BREAKS with the places, or STAYS, by policy and fit', () => {
    const impact = (more: Partial<InstanceState>, target: TargetVersion) => {
      const { verdict, problems } = impactOn({ ...state, ...more }, '1.0.0', target)
      return [verdict, ...problems.map(({ pointer }) => pointer)]
    }
    expect(impact({}, fits)).toEqual(['MOVES'])
    expect(impact({}, breaks)).toEqual(['BREAKS', '/props/count', '/config/size'])
    expect(impact({ upgradeStrategy: 'PIN' }, breaks)).toEqual(['STAYS'])
    expect(impact({ upgradeStrategy: 'MINOR' }, breaks)).toEqual(['STAYS'])
    expect(impact({ maxVersion: '1.0.9' }, fits)).toEqual(['STAYS'])
  })
})
