import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aState } from '../../domain/state/test-state.ts'
import { StateCache } from './state-cache.ts'

const withProps = (id: string, length = 0) => aState({ id, effectiveProps: { text: 'x'.repeat(length) } })
const kept = (cache: StateCache, ids: string[]) => ids.filter((id) => cache.get(id) !== undefined)

describe('StateCache', () => {
  it('gives back the very state it was given last, and nothing it was told to forget', () => {
    const cache = new StateCache()
    const [first, second] = [aState(), aState({ revision: 2 })]
    cache.set(first)
    cache.set(second)
    expect(cache.get(first.id)).toBe(second)
    cache.delete(first.id)
    cache.delete(first.id)
    expect(cache.get(first.id)).toBeUndefined()
  })

  it('lets go first what has not been written for longest', () => {
    const cache = new StateCache({ entriesMax: 3 })
    for (const id of ['a', 'b', 'c', 'a', 'd']) cache.set(withProps(id))
    expect(kept(cache, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd'])
  })

  it('lets go what is too many bytes, and one that is too large alone at once', () => {
    const cache = new StateCache({ bytesMax: 10_000 })
    cache.set(withProps('a', 1000))
    cache.set(withProps('b', 1000))
    cache.set(withProps('c', 2500))
    expect(kept(cache, ['a', 'b', 'c'])).toEqual(['b', 'c'])
    cache.set(withProps('d', 10_000))
    expect(kept(cache, ['a', 'b', 'c', 'd'])).toEqual([])
    cache.set(withProps('e', 1000))
    expect(kept(cache, ['e'])).toEqual(['e'])
  })

  it('counts right whatever is written and forgotten: as many fit afterwards as at the start', () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), length: fc.option(fc.nat(6000)) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const cache = new StateCache({ bytesMax: 10_000 })
        for (const { id, length } of steps) {
          if (length === null) cache.delete(id)
          else cache.set(withProps(id, length))
        }
        const ids = ['p', 'q', 'r']
        for (const id of ids) cache.set(withProps(id, 1000))
        expect(kept(cache, ids)).toEqual(ids)
      }),
    )
  })
})
