import { describe, expect, it } from 'vitest'
import { groupClauses, groupsByInstance, type GroupRecord } from './named-sets.ts'

const group = (id: string, rest: Partial<GroupRecord> = {}): GroupRecord => ({
  id,
  parentId: null,
  selector: null,
  memberIds: [],
  ...rest,
})

describe('the parts of a group', () => {
  it('are its own and those of all below it, its lists as one', () => {
    const arms = groupClauses([
      group('city', { memberIds: ['a', 'b'] }),
      group('north', { parentId: 'city', selector: { kinds: ['DISPLAY'] } }),
      group('harbour', { parentId: 'north', memberIds: ['b', 'c'] }),
      group('empty'),
    ])
    expect(arms.get('city')).toEqual([{ selector: { kinds: ['DISPLAY'] } }, { memberIds: ['a', 'b', 'c'] }])
    expect(arms.get('north')).toEqual([{ selector: { kinds: ['DISPLAY'] } }, { memberIds: ['b', 'c'] }])
    expect(arms.get('empty')).toEqual([])
    expect(arms.has('elsewhere')).toBe(false)
  })

  it('come to an end even if the groups went in a circle', () => {
    expect(
      groupClauses([group('a', { parentId: 'b', memberIds: ['x'] }), group('b', { parentId: 'a' })]).get('b'),
    ).toEqual([{ memberIds: ['x'] }])
  })
})

describe('the groups of an instance', () => {
  const own = (sets: Record<string, string[]>) =>
    new Map(Object.entries(sets).map(([id, members]) => [id, new Set(members)]))

  it('are those that hold it, those above them, and those whose selector names one that does', () => {
    const groups = [
      group('city'),
      group('north', { parentId: 'city' }),
      group('night', { selector: { groupId: 'city', tags: { any: ['night'] } } }),
      group('both', { selector: { groupId: 'night' } }),
    ]
    const found = groupsByInstance(groups, own({ north: ['a', 'b'], night: ['b', 'c'], both: ['a', 'b', 'c'] }))
    expect(Object.fromEntries(found)).toEqual({ a: ['city', 'north'], b: ['city', 'north', 'night', 'both'] })
  })

  it('do not count one that is named and gone', () => {
    expect(groupsByInstance([group('night', { selector: { groupId: 'gone' } })], own({ night: ['a'] }))).toEqual(
      new Map(),
    )
  })
})
