import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState, Json, PathLock, PropOverride } from '../../../../schema/events.ts'
import { decide } from '../decide.ts'
import { factsWithoutDefinition, type InstanceFacts } from '../state/instance-facts.ts'
import { decideLayers, layersMax, type LayerCommand } from './layer-commands.ts'

const compiled = compileJsonSchema({
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string', maxLength: 20 },
    items: { type: 'array' },
    alert: { type: 'object' },
    // Present together or not at all.
    from: { type: 'integer' },
    to: { type: 'integer' },
  },
  dependentRequired: { from: ['to'], to: ['from'] },
})
const facts: InstanceFacts = {
  ...factsWithoutDefinition(1000),
  defaultProps: { title: 'Default' },
  checkProps: (value) => (compiled.ok ? compiled.validate(value) : []),
}
const t = (second: number) => `2026-11-21T12:00:${String(second).padStart(2, '0')}.000Z`
const override = (path: string, value: Json, more: Partial<PropOverride> = {}): PropOverride => ({
  path,
  value,
  writerId: 'prin-1',
  since: t(0),
  expiresAt: null,
  reason: null,
  ...more,
})
const lock = (path: string, more: Partial<PathLock> = {}): PathLock => ({
  path,
  holderId: 'prin-1',
  since: t(0),
  expiresAt: null,
  reason: null,
  ...more,
})
const blank = {
  props: { items: [1, 2] },
  inheritedProps: {},
  bindings: [],
  overrides: [],
  locks: [],
  effectiveProps: { title: 'Default', items: [1, 2] },
} as unknown as InstanceState

function run(state: InstanceState, ...commands: LayerCommand[]): InstanceState {
  return commands.reduce((before, command) => {
    const decision = decideLayers(before, command, facts)
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
    return decision.next
  }, state)
}
const refusal = (state: InstanceState, command: LayerCommand) => {
  const decision = decideLayers(state, command, facts)
  return decision.ok ? null : decision.refusal
}
const set = (override: PropOverride): LayerCommand => ({ type: 'SET_OVERRIDE', override })

describe('SET_OVERRIDE', () => {
  it('shows the value over everything else, and leaves the own props alone', () => {
    const state = run(blank, set(override('/title', 'Closed')), set(override('/alert/message', 'Flood')))
    expect(state.effectiveProps).toEqual({ title: 'Closed', items: [1, 2], alert: { message: 'Flood' } })
    expect(state.props).toBe(blank.props)
  })

  it('replaces the one at the same path, and the last one set is the highest', () => {
    const state = run(
      blank,
      set(override('/alert', { a: 1 })),
      set(override('/alert/a', 2)),
      set(override('/alert', { a: 3 })),
    )
    expect(state.overrides.map(({ path }) => path)).toEqual(['/alert/a', '/alert'])
    expect(state.effectiveProps['alert']).toEqual({ a: 3 })
  })

  it('is an equal write where the same is set again, whenever that was', () => {
    const state = run(blank, set(override('/title', 'Closed')))
    expect(run(state, set(override('/title', 'Closed', { since: t(9) })))).toBe(state)
    expect(run(state, set(override('/title', 'Closed', { expiresAt: t(9) })))).not.toBe(state)
  })

  it.each<[string, PropOverride, string]>([
    ['null', override('/title', null), '/value'],
    ['a path that is no pointer', override('title', 'x'), '/path'],
    ['the root', override('', {}), '/path'],
    ['an item that the list does not have', override('/items/2', 3), '/path'],
  ])('refuses %s and says where', (_what, given, pointer) => {
    expect(refusal(blank, set(given))).toMatchObject({ code: 'BAD_USER_INPUT', details: { problems: [{ pointer }] } })
  })

  it('takes an item that the list has, and drops null members of the value', () => {
    const state = run(blank, set(override('/items/1', 9)), set(override('/alert', { a: null, b: [null] })))
    expect(state.effectiveProps).toMatchObject({ items: [1, 9], alert: { b: [null] } })
    expect(state.effectiveProps['alert']).not.toHaveProperty('a')
  })

  it('refuses what the definition does not allow, with pointers into the props', () => {
    expect(refusal(blank, set(override('/title', 5)))).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      details: { problems: [{ pointer: '/props/title' }] },
    })
    expect(refusal(blank, set(override('/alert', { text: 'x'.repeat(1000) })))).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    })
  })

  it(`refuses more than ${layersMax}, but not another value for one that is there`, () => {
    const full = run(blank, ...Array.from({ length: layersMax }, (_, index) => set(override(`/alert/n${index}`, 1))))
    expect(refusal(full, set(override('/alert/more', 1)))).toMatchObject({
      code: 'LIMIT_REACHED',
      details: { limit: layersMax },
    })
    expect(refusal(full, set(override('/alert/n0', 2)))).toBeNull()
  })
})

describe('below an override', () => {
  it('own props must fit by themselves: the override leaves some day', () => {
    const state = run(blank, set(override('/title', 'Closed')))
    const decision = decide(state, { type: 'PATCH_PROPS', patch: { title: 5 } }, facts)
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'SCHEMA_VIOLATION', details: { problems: [{ pointer: '/props/title' }] } },
    })
    expect(decide(state, { type: 'PATCH_PROPS', patch: { title: 'Later' } }, facts)).toMatchObject({
      ok: true,
      next: { effectiveProps: { title: 'Closed' } },
    })
  })
})

describe('CLEAR_OVERRIDE', () => {
  it('shows what lies below again; where there is none at that path nothing changes', () => {
    const state = run(blank, set(override('/title', 'Closed')))
    expect(run(state, { type: 'CLEAR_OVERRIDE', path: '/title' })).toMatchObject({
      overrides: [],
      effectiveProps: blank.effectiveProps,
    })
    expect(run(state, { type: 'CLEAR_OVERRIDE', path: '/titles' })).toBe(state)
  })
})

describe('LOCK_PATH and UNLOCK_PATH', () => {
  it('keep one lock per path, the last one', () => {
    const state = run(
      blank,
      { type: 'LOCK_PATH', lock: lock('/title') },
      { type: 'LOCK_PATH', lock: lock('/title', { expiresAt: t(5) }) },
    )
    expect(state.locks).toEqual([lock('/title', { expiresAt: t(5) })])
    expect(run(state, { type: 'UNLOCK_PATH', path: '/title' }).locks).toEqual([])
    expect(run(state, { type: 'UNLOCK_PATH', path: '/other' })).toBe(state)
    expect(run(state, { type: 'LOCK_PATH', lock: lock('/title', { expiresAt: t(5), since: t(3) }) })).toBe(state)
  })

  it('refuse a bad path and the 101st', () => {
    expect(refusal(blank, { type: 'LOCK_PATH', lock: lock('title') })).toMatchObject({ code: 'BAD_USER_INPUT' })
    const full = run(
      blank,
      ...Array.from({ length: layersMax }, (_, index): LayerCommand => ({
        type: 'LOCK_PATH',
        lock: lock(`/n${index}`),
      })),
    )
    expect(refusal(full, { type: 'LOCK_PATH', lock: lock('/more') })).toMatchObject({ code: 'LIMIT_REACHED' })
  })
})

describe('EXPIRE_LAYERS', () => {
  it('takes away what has run out, at that very moment and not before, and nothing else', () => {
    const state = run(blank, set(override('/title', 'Closed', { expiresAt: t(5) })), set(override('/alert/a', 1)), {
      type: 'LOCK_PATH',
      lock: lock('/title', { expiresAt: t(6) }),
    })
    expect(run(state, { type: 'EXPIRE_LAYERS', now: t(4) })).toBe(state)
    const first = run(state, { type: 'EXPIRE_LAYERS', now: t(5) })
    expect(first).toMatchObject({ effectiveProps: { title: 'Default', alert: { a: 1 } }, locks: state.locks })
    const second = run(first, { type: 'EXPIRE_LAYERS', now: t(6) })
    expect(second.locks).toEqual([])
    expect(second.effectiveProps).toBe(first.effectiveProps)
  })

  it('takes away with it what fits only together with it', () => {
    const both = {
      ...blank,
      overrides: [override('/from', 1, { expiresAt: t(5) }), override('/to', 2), override('/title', 'Closed')],
    }
    const state = run(both, { type: 'EXPIRE_LAYERS', now: t(5) })
    expect(state.overrides).toEqual([])
    expect(state.effectiveProps).toEqual(blank.effectiveProps)
  })
})
