import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { factsWithoutDefinition } from '../state/instance-facts.ts'
import { decideInherit } from './inherit-command.ts'

const compiled = compileJsonSchema({ type: 'object', properties: { color: { type: 'string' } } })
const facts = {
  ...factsWithoutDefinition(1000),
  defaultProps: { color: 'black', size: 1 },
  checkProps: (value: unknown) => (compiled.ok ? compiled.validate(value) : []),
}
const child = {
  parentId: 'inst-parent00',
  props: { size: 2 },
  inheritedProps: {},
  bindings: [],
  overrides: [],
  conditions: [],
  effectiveProps: { color: 'black', size: 2 },
} as unknown as InstanceState
const hand = (state: InstanceState, props: JsonObject, parentId: string | null = 'inst-parent00') => {
  const decision = decideInherit(state, { type: 'INHERIT', parentId, props, now: '2026-11-21T12:00:00.000Z' }, facts)
  if (!decision.ok) throw new Error(decision.refusal.public)
  return decision.next
}

describe('INHERIT', () => {
  it('puts what comes down over the defaults and below the own props', () => {
    expect(hand(child, { color: 'red', size: 9 }).effectiveProps).toEqual({ color: 'red', size: 2 })
  })

  it('takes away what no longer comes down, and is an equal write where nothing has changed', () => {
    const state = hand(child, { color: 'red' })
    expect(hand(state, { color: 'red' })).toBe(state)
    expect(hand(state, {})).toMatchObject({ inheritedProps: {}, effectiveProps: child.effectiveProps })
  })

  it('keeps what the child had where the new does not fit it, and says so until it does', () => {
    const red = hand(child, { color: 'red' })
    const blocked = hand(red, { color: 5 })
    expect(blocked).toMatchObject({
      inheritedProps: { color: 'red' },
      conditions: [
        { type: 'InheritanceBlocked', details: { parentId: 'inst-parent00', problems: [{ pointer: '/props/color' }] } },
      ],
    })
    expect(hand(blocked, { color: 5 })).toBe(blocked)
    expect(hand(blocked, { color: 'blue' })).toMatchObject({ conditions: [], effectiveProps: { color: 'blue' } })
    expect(hand(blocked, { color: 'red' })).toMatchObject({ conditions: [], effectiveProps: { color: 'red' } })
  })

  it('leaves alone a child that has another parent by now', () => {
    expect(hand(child, { color: 'red' }, 'inst-former00')).toBe(child)
  })
})
