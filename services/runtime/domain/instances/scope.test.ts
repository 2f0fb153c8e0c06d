import type { InstanceKind } from '../../../../schema/enums.ts'
import { describe, expect, it } from 'vitest'
import type { InstanceState } from '../../../../schema/events.ts'
import { childrenMax, refusePlace } from './scope.ts'

const scopes = ['GLOBAL', 'PROJECT', 'ORCHESTRATION'] as const
const hopper = (scope: string, projectId: string | null, more: Partial<InstanceState> = {}) =>
  ({
    id: 'inst-00000000',
    kind: 'HOPPER',
    scope,
    projectId: scope === 'GLOBAL' ? null : projectId,
    lifecycle: 'CREATED',
    config: {},
    ...more,
  }) as InstanceState
const code = (child: InstanceState, parent: InstanceState | null) => refusePlace(child, parent)?.code ?? null

describe('where an instance may stand (S3-35, S3-37, R9)', () => {
  const fits = new Set([
    'GLOBAL>PROJECT',
    'GLOBAL>ORCHESTRATION',
    'PROJECT>PROJECT',
    'PROJECT>ORCHESTRATION',
    'ORCHESTRATION>ORCHESTRATION',
  ])
  const pairs = scopes.flatMap((parent) => scopes.map((child) => [parent, child] as const))

  it.each(pairs)('below %s: %s', (parent, child) => {
    expect(code(hopper(child, 'a'), hopper(parent, 'a'))).toBe(
      fits.has(`${parent}>${child}`) ? null : 'SCOPE_VIOLATION',
    )
  })

  it.each(pairs)('below %s of another project: %s only if the parent is GLOBAL', (parent, child) => {
    expect(code(hopper(child, 'b'), hopper(parent, 'a'))).toBe(
      parent === 'GLOBAL' && child !== 'GLOBAL' ? null : 'SCOPE_VIOLATION',
    )
  })

  it('says which scopes would fit', () => {
    expect(refusePlace(hopper('PROJECT', 'a'), hopper('ORCHESTRATION', 'a'))?.details).toMatchObject({
      allowed: ['ORCHESTRATION'],
      projectId: 'a',
    })
  })

  it('a job needs the part that it belongs to, and parts stand in sessions (S2-20, S2-21)', () => {
    const of = (kind: InstanceKind) => hopper('PROJECT', 'a', { kind })
    expect(code(of('JOB'), null)).toBe('BAD_USER_INPUT')
    expect(code(of('BACKTEST'), null)).toBeNull()
    expect(code(of('JOB'), of('SESSION_PART'))).toBeNull()
    expect(code(of('JOB'), of('SESSION'))).toBe('SCOPE_VIOLATION')
    expect(refusePlace(of('DISPLAY'), of('SESSION'))?.details).toMatchObject({
      allowed: ['SESSION_PART', 'POD', 'HOST'],
    })
    expect(code(of('SESSION'), of('DISPLAY'))).toBeNull()
  })

  it('a HOPPER that may not delegate takes none of a narrower scope, and everything else as before (S3-24)', () => {
    const closed = { config: { delegation: { enabled: false } } }
    expect(refusePlace(hopper('PROJECT', 'a'), hopper('GLOBAL', null, closed))).toMatchObject({
      code: 'SCOPE_VIOLATION',
      details: { setting: 'delegation.enabled' },
    })
    expect(code(hopper('ORCHESTRATION', 'a'), hopper('PROJECT', 'a', closed))).toBe('SCOPE_VIOLATION')
    expect(code(hopper('PROJECT', 'a'), hopper('PROJECT', 'a', closed))).toBeNull()
    expect(code(hopper('PROJECT', 'a', { kind: 'DISPLAY' }), hopper('GLOBAL', null, closed))).toBeNull()
    expect(code(hopper('ORCHESTRATION', 'a'), hopper('PROJECT', 'a', { kind: 'DISPLAY', ...closed }))).toBeNull()
  })

  it('what is archived takes no children', () => {
    expect(code(hopper('PROJECT', 'a'), hopper('PROJECT', 'a', { lifecycle: 'ARCHIVED' }))).toBe('INVALID_TRANSITION')
  })
})

describe('how many children (S3-24)', () => {
  it('is what the config says, for a HOPPER what its scope says otherwise, and any number elsewhere', () => {
    expect(childrenMax(hopper('GLOBAL', null))).toBe(100)
    expect(childrenMax(hopper('GLOBAL', null, { config: { limits: { max_child_instances: 2 } } }))).toBe(2)
    expect(childrenMax(hopper('PROJECT', 'a', { kind: 'DISPLAY' }))).toBeNull()
    expect(
      childrenMax(hopper('PROJECT', 'a', { kind: 'DISPLAY', config: { limits: { max_child_instances: 0 } } })),
    ).toBe(0)
    expect(
      childrenMax(hopper('PROJECT', 'a', { kind: 'DISPLAY', config: { limits: { max_child_instances: 'many' } } })),
    ).toBeNull()
  })
})
