import { describe, expect, it } from 'vitest'
import { containsItself, largestSize, type Nesting } from './group-nesting.ts'

/** `a<b`: a lies below b. `a@b`: a's selector names b. */
const groups = (...edges: string[]): Nesting[] => {
  const found = new Map<string, Nesting>()
  const group = (id: string) => found.get(id) ?? found.set(id, { id, parentId: null, selectedGroupId: null }).get(id)!
  for (const [id, kind, other] of edges as unknown as [string, string, string][]) {
    group(other)
    if (kind === '<') group(id).parentId = other
    else group(id).selectedGroupId = other
  }
  return [...found.values()]
}

describe('groups in groups', () => {
  it.each<[boolean, string[]]>([
    [false, []],
    [false, ['a<b']],
    [false, ['b<a', 'c<a', 'd<b', 'd@c']],
    [true, ['a<a']],
    [true, ['a@a']],
    [true, ['a<b', 'b<a']],
    [true, ['a<b', 'b<c', 'c<a']],
    [true, ['a@b', 'b@a']],
    [true, ['b<a', 'b@a']],
    [true, ['b<a', 'b@c', 'c@a']],
    [false, ['a<b', 'c<d', 'd<c']],
  ])('contain themselves: %s for %j', (expected, edges) => {
    expect(containsItself(groups(...edges), 'a')).toBe(expected)
  })

  it('are counted as often as a search puts them together', () => {
    expect(largestSize([])).toBe(0)
    expect(largestSize(groups('a<b'))).toBe(2)
    expect(largestSize(groups('b<a', 'c<a', 'b@d', 'c@d'))).toBe(5)
  })

  it('double with every level that two selectors name', () => {
    const levels = Array.from({ length: 20 }, (_, level): Nesting[] => [
      { id: `${level}`, parentId: null, selectedGroupId: null },
      { id: `${level}a`, parentId: `${level}`, selectedGroupId: `${level + 1}` },
      { id: `${level}b`, parentId: `${level}`, selectedGroupId: `${level + 1}` },
    ])
    expect(largestSize(levels.flat())).toBeGreaterThan(2 ** 20)
  })
})
