import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameReferences, referencesOf, resolveReferences } from './references.ts'

const ids = ['inst-00000001', 'inst-00000002', 'inst-abcdefgh']
const names = new Map(ids.map((id, index) => [id, `Screen ${index}`]))
const byName = new Map([...names].map(([id, name]) => [name, id]))
const never = (name: string) => {
  throw new Error(`missing ${name}`)
}

/** Texts with what could be taken for a reference, an id or an escape. */
const piece = fc.oneof(
  fc.constantFrom(
    ...ids,
    '$',
    '${',
    '$${',
    '${instance/',
    '${instance/Screen 0}',
    '$${instance/Screen 0}',
    '}',
    '#/title',
    ' ',
  ),
  fc.string(),
)
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value

describe('references', () => {
  it('come back as what they were, whatever stands around them', () => {
    fc.assert(
      fc.property(value, (given) => {
        const named = nameReferences(given, (id) => names.get(id))
        expect(resolveReferences(named, (name) => byName.get(name), never)).toEqual(given)
      }),
      // What a short round did not find, a longer one did.
      { numRuns: 1_000 },
    )
  })

  it('leave no id of an instance that has a name', () => {
    fc.assert(
      fc.property(value, (given) => {
        const named = JSON.stringify(nameReferences({ at: ids[0], given }, (id) => names.get(id)))
        for (const id of ids) expect(named).not.toMatch(new RegExp(`(^|\\W)${id}(\\W|$)`))
      }),
      { numRuns: 1_000 },
    )
  })

  it('are found within texts, and told of where nobody has the name', () => {
    expect(referencesOf({ path: '${instance/Clock}#/time', text: '${instance/}Nobody}' })).toEqual(new Set(['Clock']))
    const missing: string[] = []
    expect(
      resolveReferences(
        ['${instance/Gone}'],
        () => undefined,
        (name) => missing.push(name),
      ),
    ).toEqual(['${instance/Gone}'])
    expect(missing).toEqual(['Gone'])
  })
})
