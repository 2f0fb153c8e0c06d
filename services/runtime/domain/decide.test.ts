import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileJsonSchema } from '../../../kit/pure/json-schema/json-schema.ts'
import { applyMergePatch, stripNullMembers } from '../../../kit/pure/json/merge-patch.ts'
import type { InstanceState, JsonObject } from '../../../schema/events.ts'
import { decide, type Command } from './decide.ts'
import { factsWithoutDefinition, type InstanceFacts } from './state/instance-facts.ts'
import { effectivePropsOf } from './props/layer-props.ts'
import { stateDiff } from './state/state-document.ts'
import { aState } from './state/test-state.ts'

const checker = (schema: object) => {
  const compiled = compileJsonSchema(schema)
  if (!compiled.ok) throw new Error('the schema does not compile')
  return (value: unknown) => compiled.validate(value)
}
const facts: InstanceFacts = {
  ...factsWithoutDefinition(1000),
  versionId: 'defv-1',
  defaultProps: { title: 'Default', level: 1 },
  checkProps: checker({
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string' }, level: { type: 'integer', maximum: 9 } },
  }),
  checkConfig: checker({ type: 'object', properties: { speed: { type: 'integer' } } }),
}
const state = aState({
  props: { level: 2, alert: { a: 1, b: 2 } },
  effectiveProps: { title: 'Default', level: 2, alert: { a: 1, b: 2 } },
})

function next(command: Command, before = state): InstanceState {
  const decision = decide(before, command, facts)
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
  return decision.next
}
const refusal = (command: Command) => {
  const decision = decide(state, command, facts)
  return decision.ok ? null : decision.refusal
}
const patch = (patch: JsonObject): Command => ({ type: 'PATCH_PROPS', patch })
const replace = (props: JsonObject): Command => ({ type: 'REPLACE_PROPS', props })
const update = (fields: (Command & { type: 'UPDATE' })['fields']): Command => ({ type: 'UPDATE', fields })

describe('a patch of props', () => {
  it("merges into the own props, and null takes away what is one's own: the default shows again", () => {
    expect(next(patch({ alert: { b: null, c: 3 }, level: null }))).toMatchObject({
      props: { alert: { a: 1, c: 3 } },
      effectiveProps: { title: 'Default', level: 1, alert: { a: 1, c: 3 } },
    })
  })

  it('that changes nothing is the same state', () => {
    const patches: JsonObject[] = [{}, { level: 2 }, { alert: { b: 2, a: 1 } }, { missing: null }, { alert: {} }]
    for (const equal of patches) expect(next(patch(equal))).toBe(state)
  })

  it('is refused with every problem where what is shown would not fit, judged with the defaults', () => {
    expect(refusal(patch({ title: 5, level: 10 }))).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      details: { problems: [{ pointer: '/props/title' }, { pointer: '/props/level' }] },
    })
    expect(refusal(patch({ title: null }))).toBeNull()
  })

  it('is refused where what is shown would be too large, in bytes and not in characters', () => {
    expect(refusal(patch({ text: '🚏'.repeat(200) }))).toBeNull()
    expect(refusal(patch({ text: '🚏'.repeat(250) }))).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      details: { limitBytes: 1000 },
    })
  })
})

describe('a replacement of props', () => {
  it('leaves nothing of the old ones, and takes null members for absent ones', () => {
    const after = next(replace({ title: 'New', gone: null, nested: { gone: null } }))
    expect([after.props, after.effectiveProps]).toEqual([
      { title: 'New', nested: {} },
      { title: 'New', level: 1, nested: {} },
    ])
  })

  it('by equal props is the same state', () => {
    expect(next(replace({ alert: { b: 2, a: 1 }, level: 2, gone: null }))).toBe(state)
  })
})

describe('an update', () => {
  it('changes what is given, clears what is null, leaves the rest', () => {
    const before = aState({ name: 'Old', maxVersion: '2.0.0', metadata: { a: 1 } })
    const after = next(
      update({ name: null, visibility: 'PRIVATE', maxVersion: undefined, config: { speed: 2 } }),
      before,
    )
    expect(after).toEqual({ ...before, name: null, visibility: 'PRIVATE', config: { speed: 2 } })
  })

  it('that changes nothing is the same state', () => {
    for (const fields of [{}, { name: null }, { config: {} }, { visibility: 'PUBLIC' as const, metadata: {} }])
      expect(next(update(fields))).toBe(state)
  })

  it('is refused where the config does not fit', () => {
    expect(refusal(update({ config: { speed: 'fast' } }))).toMatchObject({
      code: 'SCHEMA_VIOLATION',
      details: { problems: [{ pointer: '/config/speed' }] },
    })
  })

  it.each(['config', 'metadata', 'webhooks'])('is refused where %s would be too large', (member) => {
    expect(refusal(update({ [member]: { text: 'x'.repeat(1000) } }))).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' })
  })
})

const json = fc.dictionary(
  fc.constantFrom('title', 'level', 'alert', 'a', '__proto__'),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 4, noNullPrototype: true },
)
const commands = fc.array(
  fc.oneof(
    json.map((value) => patch(value as JsonObject)),
    json.map((value) => replace(value as JsonObject)),
    fc
      .record(
        { name: fc.option(fc.string()), metadata: json.map((value) => stripNullMembers(value as JsonObject)) },
        { requiredKeys: [] },
      )
      .map(update),
  ),
  { maxLength: 12 },
)

describe('any sequence of commands', () => {
  it('keeps what is shown true to its layers and fitting, touches no state, and says every change as a patch both ways', () => {
    fc.assert(
      fc.property(commands, (sequence) => {
        let before = state
        for (const command of sequence) {
          const frozen = JSON.stringify(before)
          const decision = decide(before, command, facts)
          expect(JSON.stringify(before)).toBe(frozen)
          if (!decision.ok) continue
          const after = decision.next
          expect(after.effectiveProps).toEqual(effectivePropsOf(after, facts.defaultProps))
          expect(facts.checkProps(after.effectiveProps)).toEqual([])
          const diff = stateDiff(before, after)
          expect(diff === null).toBe(after === before)
          if (diff)
            expect(applyMergePatch(before.props, (diff.patch['props'] ?? {}) as JsonObject)).toEqual(after.props)
          before = after
        }
      }),
    )
  })
})
