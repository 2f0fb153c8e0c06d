import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aState } from '../state/test-state.ts'
import { decideDisplayKeys, keyHashesOf, type DisplayKeyCommand } from './display-keys.ts'
import { codeAlphabet, readCode } from './enrolment-code.ts'

const change = (displayKeyHash: string | null, command: Partial<DisplayKeyCommand>) =>
  decideDisplayKeys(aState({ displayKeyHash }), {
    type: 'DISPLAY_KEYS',
    add: null,
    remove: [],
    keysMax: 3,
    ...command,
  })

describe('the display keys of an instance', () => {
  it('are a set that additions and removals lead to, whatever their order', () => {
    const hash = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.record({ add: fc.option(hash), remove: fc.oneof(fc.array(hash), fc.constant('ALL' as const)) })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let state = aState({ displayKeyHash: null })
        let model = new Set<string>()
        for (const { add, remove } of steps) {
          const decision = decideDisplayKeys(state, { type: 'DISPLAY_KEYS', add, remove, keysMax: 3 })
          const next = new Set([...model].filter((each) => remove !== 'ALL' && !remove.some((one) => one === each)))
          if (add !== null) next.add(add)
          expect(decision.ok).toBe(next.size <= 3)
          if (!decision.ok) continue
          model = next
          state = decision.next
          expect(new Set(keyHashesOf(state))).toEqual(model)
          expect(state.displayKeyHash).not.toBe('')
        }
      }),
    )
  })

  it.each([
    ['below the bound', 'a', true],
    ['at the bound', 'a b', true],
    ['above the bound', 'a b c', false],
  ])('are bounded: %s', (_, held, isTaken) => {
    expect(change(held, { add: 'x' }).ok).toBe(isTaken)
  })

  it('stay when a bound was lowered, and may be taken away', () => {
    expect(change('a b c d', { remove: ['a'] }).ok).toBe(true)
    expect(change('a b c d', { remove: ['a'], add: 'e' }).ok).toBe(true)
  })

  it('make no revision where nothing changes', () => {
    const state = aState({ displayKeyHash: 'a' })
    const decision = decideDisplayKeys(state, { type: 'DISPLAY_KEYS', add: 'a', remove: ['b'], keysMax: 3 })
    expect(decision.ok && decision.next === state).toBe(true)
  })
})

describe('a code', () => {
  it('is read however it was typed', () => {
    expect(['ACD346', 'acd 346', ' acd-346 '].map(readCode)).toEqual(['ACD346', 'ACD346', 'ACD346'])
  })

  it.each(['', 'ACD34', 'ACD3466', 'ACD34O', 'ACD341', '\0'.repeat(6)])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull()
  })

  it('has letters and digits that look alike in no pair', () => {
    for (const pair of ['0O', '1I', '5S', '2Z', '8B']) {
      expect([...pair].filter((letter) => codeAlphabet.includes(letter)).length).toBeLessThan(2)
    }
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length)
  })
})
