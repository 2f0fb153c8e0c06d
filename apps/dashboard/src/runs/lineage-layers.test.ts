import { expect, it } from 'vitest'
import { layersOf } from './lineage-layers.ts'

it('puts what is made of something to the right of it, by the longest way', () => {
  const edges = [
    { from: 'prices', to: 'signal' },
    { from: 'signal', to: 'portfolio' },
    { from: 'prices', to: 'portfolio' },
    { from: 'unknown', to: 'signal' },
  ]
  expect(layersOf(['portfolio', 'signal', 'prices', 'alone'], edges)).toEqual([
    ['prices', 'alone'],
    ['signal'],
    ['portfolio'],
  ])
})

it('ends where things go in a circle', () => {
  const edges = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'b', to: 'b' },
  ]
  expect(layersOf(['a', 'b'], edges).flat().toSorted()).toEqual(['a', 'b'])
})
