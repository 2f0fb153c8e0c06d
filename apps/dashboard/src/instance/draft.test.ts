import { mergePatch, type JsonObject } from '@marquee/sdk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, differences, dropped, edited, emptyDraft, overtaken, patchBetween, settled } from './draft.ts'

/** JSON without null: as a merge patch cannot write null, what it makes has none. */
const json = fc.letrec<{ value: unknown; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.integer(), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'c/d', 'e~f', ''), tie('value'), {
    maxKeys: 4,
    noNullPrototype: true,
  }) as fc.Arbitrary<JsonObject>,
})).object

describe('a draft', () => {
  it('keeps what is typed while everything else follows the live value', () => {
    const draft = edited(emptyDraft, '/title', 'half ty', 'before')
    expect(applyEdits({ title: 'changed elsewhere', theme: 'dark' }, draft)).toEqual({
      title: 'half ty',
      theme: 'dark',
    })
    expect([...overtaken(draft, { title: 'changed elsewhere' })]).toEqual([['/title', 'changed elsewhere']])
    expect([...overtaken(draft, { title: 'before' })]).toEqual([])
    expect([...overtaken(draft, { title: 'half ty' })]).toEqual([])
  })

  it('remembers what stood there when the edit began, not at its last letter', () => {
    const draft = edited(edited(emptyDraft, '/title', 'a', 'before'), '/title', 'ab', 'changed elsewhere')
    expect(draft.bases.get('/title')).toBe('before')
  })

  it('loses what was saved and keeps what was typed since', () => {
    const saved = edited(edited(emptyDraft, '/a', 1, 0), '/b', 'x', '')
    const later = edited(saved, '/b', 'xy', '')
    expect([...settled(later, saved).edits]).toEqual([['/b', 'xy']])
    expect(dropped(later, '/b').edits.has('/b')).toBe(false)
  })

  it('reaches members whose names have slashes, tildes or nothing in them', () => {
    const draft = edited(emptyDraft, '/c~1d/e~0f/', 1, undefined)
    expect(applyEdits({}, draft)).toEqual({ 'c/d': { 'e~f': { '': 1 } } })
  })

  it('becomes a merge patch that makes the one of the other, for any two objects', () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        expect(mergePatch(from, patchBetween(from, to))).toEqual(to)
        expect(patchBetween(from, from)).toEqual({})
      }),
    )
  })

  it('names every member that differs, and none that does not', () => {
    expect(differences({ a: 1, b: { c: [1], d: 2 } }, { a: 1, b: { c: [1, 2] }, e: null })).toEqual([
      { pointer: '/b/c', from: [1], to: [1, 2] },
      { pointer: '/b/d', from: 2, to: undefined },
      { pointer: '/e', from: undefined, to: null },
    ])
  })
})
