import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clustersOf, zoomedAt } from './clusters.ts'

describe('clusters of a map', () => {
  it('lose no point and put each where the middle of its points is', () => {
    const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }) }))
    fc.assert(
      fc.property(points, (places) => {
        const clusters = clustersOf(
          places.map((place) => ({ ...place, item: place })),
          40,
        )
        expect(clusters.flatMap(({ items }) => items)).toHaveLength(places.length)
        for (const { x, y, items } of clusters) {
          expect(x).toBeCloseTo(items.reduce((sum, item) => sum + item.x, 0) / items.length, 6)
          expect(y).toBeCloseTo(items.reduce((sum, item) => sum + item.y, 0) / items.length, 6)
        }
      }),
    )
  })

  it('stay where they are while somebody zooms at them', () => {
    const view = { k: 2, x: 30, y: -10 }
    const next = zoomedAt(view, 1.5, 100, 80)
    const at = { x: (100 - view.x) / view.k, y: (80 - view.y) / view.k }
    expect(at.x * next.k + next.x).toBeCloseTo(100)
    expect(at.y * next.k + next.y).toBeCloseTo(80)
  })
})
