import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState, JsonObject, ProgrammeLayer } from '../../../../schema/events.ts'
import { decide, type Command } from '../decide.ts'
import { factsWithoutDefinition, type InstanceFacts } from '../state/instance-facts.ts'
import { aState } from '../state/test-state.ts'

const compiled = compileJsonSchema({
  type: 'object',
  properties: { from: { type: 'integer' }, to: { type: 'integer' }, text: { type: 'string' } },
  dependentRequired: { from: ['to'] },
})
const facts: InstanceFacts = {
  ...factsWithoutDefinition(1000),
  checkProps: (value) => (compiled.ok ? compiled.validate(value) : []),
}
const at = '2027-01-01T12:00:00.000Z'
const layer = (props: JsonObject, byAi = false): Omit<ProgrammeLayer, 'blocked'> => ({
  ...{ programmeId: 'prog-1', programme: 'P', entry: 'e', item: null, since: at },
  ...{ props, byAi },
})
const show = (props: JsonObject | null, byAi = false): Command => ({
  type: 'SET_PROGRAMME',
  layer: props && layer(props, byAi),
})
const patch = (patch: JsonObject): Command => ({ type: 'PATCH_PROPS', patch })
const lock = (path: string): Command => ({
  type: 'LOCK_PATH',
  lock: { path, holderId: 'p', since: at, expiresAt: null, reason: null },
})

function run(state: InstanceState, ...commands: Command[]): InstanceState {
  return commands.reduce((before, command) => {
    const decision = decide(before, command, facts)
    return decision.ok ? decision.next : before
  }, state)
}

describe('a programme on an instance', () => {
  it('is shown while it is there, and leaves what was there before', () => {
    const start = aState({ props: { text: 'own' }, effectiveProps: { text: 'own' } })
    const shown = run(start, show({ text: 'lunch' }))
    expect(shown).toMatchObject({ props: { text: 'own' }, effectiveProps: { text: 'lunch' } })
    expect(run(shown, show(null))).toEqual(start)
  })

  it('planned again as it is changes nothing', () => {
    const shown = run(aState(), show({ text: 'lunch' }))
    expect(run(shown, { type: 'SET_PROGRAMME', layer: { ...layer({ text: 'lunch' }), since: 'later' } })).toBe(shown)
  })

  it('is not shown while it does not fit with what is there, and comes back once it does', () => {
    const blocked = run(aState(), show({ from: 1 }))
    expect(blocked.effectiveProps).toEqual({})
    expect(blocked.conditions).toMatchObject([{ type: 'ProgrammeBlocked', details: { entry: 'e' } }])
    const back = run(blocked, patch({ to: 2 }))
    expect(back).toMatchObject({ effectiveProps: { from: 1, to: 2 }, conditions: [] })
    // A patch that the programme does not fit is the programme's matter.
    expect(run(back, patch({ to: null }))).toMatchObject({ props: {}, effectiveProps: {} })
  })

  it('does not help what would not fit without it', () => {
    const shown = run(aState(), show({ to: 3 }))
    expect(decide(shown, patch({ from: 1 }), facts)).toMatchObject({ ok: false, refusal: { code: 'SCHEMA_VIOLATION' } })
  })

  it('written by an AI does not change what a person locked, also before the lock', () => {
    const start = run(aState({ props: { text: 'own' } }), patch({ to: 1 }))
    const blocked = { effectiveProps: { text: 'own', to: 1 }, conditions: [{ details: { path: '/text' } }] }
    expect(run(start, lock('/text'), show({ text: 'ai' }, true))).toMatchObject(blocked)
    expect(run(start, show({ text: 'ai' }, true), lock('/text'))).toMatchObject(blocked)
    expect(run(start, lock('/text'), show({ to: 2 }, true)).effectiveProps).toEqual({ text: 'own', to: 2 })
    expect(run(start, lock('/text'), show({ text: 'person' })).effectiveProps).toEqual({ text: 'person', to: 1 })
  })

  it('whatever else happens, what is shown fits, and without it is what it would be had it never been', () => {
    const value = fc.record(
      { from: fc.nat(2), to: fc.nat(2), text: fc.constantFrom('a', 'b') },
      { requiredKeys: [] },
    ) as fc.Arbitrary<JsonObject>
    const own = fc.oneof(
      value.map(patch),
      fc.constantFrom<Command>(patch({ to: null }), patch({ from: null }), lock('/text'), lock('/to')),
      fc.constant<Command>({ type: 'UNLOCK_PATH', path: '/text' }),
    )
    const programme = fc.tuple(fc.option(value), fc.boolean()).map(([props, byAi]) => show(props, byAi))
    fc.assert(
      fc.property(fc.array(fc.oneof(own, programme), { maxLength: 12 }), (commands) => {
        const state = run(aState(), ...commands)
        expect(facts.checkProps(state.effectiveProps)).toEqual([])
        const without = run(aState(), ...commands.filter(({ type }) => type !== 'SET_PROGRAMME'))
        expect(run(state, show(null))).toEqual({ ...without, locks: state.locks })
        expect(state.locks.map(({ path }) => path)).toEqual(without.locks.map(({ path }) => path))
      }),
    )
  })
})
