import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyMergePatch, stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { stateDiff, stateDocument } from './state-document.ts'
import { aState } from './test-state.ts'

const values = fc.dictionary(fc.string({ maxLength: 2 }), fc.jsonValue({ maxDepth: 3 }), {
  maxKeys: 4,
  noNullPrototype: true,
})
const states = fc
  .record({
    name: fc.option(fc.string()),
    lifecycle: fc.constantFrom('CREATED', 'ACTIVE'),
    props: values,
    config: values,
    timeslotStart: fc.option(fc.string()),
  })
  // Through JSON, as a state comes: it has no -0.
  .map((part) => JSON.parse(JSON.stringify(part)) as typeof part)
  .map((part) =>
    aState({
      ...part,
      props: stripNullMembers(part.props as JsonObject),
      config: stripNullMembers(part.config as JsonObject),
    }),
  )

describe('stateDocument', () => {
  it("is the state without what the log's row carries, null being absent", () => {
    const document = stateDocument(aState({ name: null, props: { a: 1 }, revision: 7 }))
    expect(document).toMatchObject({ id: 'inst-0000000a', props: { a: 1 } })
    for (const member of ['revision', 'updatedAt', 'name', 'parentId'])
      expect(Object.hasOwn(document, member)).toBe(false)
  })
})

describe('stateDiff', () => {
  it('leads from any state to any other, and back', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const diff = stateDiff(before, after) ?? { patch: {}, undo: {} }
        const overTheWire = JSON.parse(JSON.stringify(diff)) as { patch: JsonObject; undo: JsonObject }
        expect(applyMergePatch(stateDocument(before), overTheWire.patch)).toEqual(stateDocument(after))
        expect(applyMergePatch(stateDocument(after), overTheWire.undo)).toEqual(stateDocument(before))
      }),
    )
  })

  it('is null where only the revision and its time differ, or the order of members', () => {
    const state = aState({ props: { a: 1, b: 2 } })
    expect(stateDiff(state, { ...state, revision: 9, updatedAt: 'later', props: { b: 2, a: 1 } })).toBeNull()
  })

  it('says just what changed', () => {
    const state = aState({ name: 'Old', props: { a: 1, b: 2 } })
    expect(stateDiff(state, { ...state, name: null, props: { a: 1, c: 3 } })).toEqual({
      patch: { name: null, props: { b: null, c: 3 } },
      undo: { name: 'Old', props: { b: 2, c: null } },
    })
  })
})
