import { describe, expect, it } from 'vitest'
import { checkGroup, type GroupFields } from './check-group.ts'

const pointers = (fields: GroupFields) => {
  const checked = checkGroup(fields)
  return checked.ok ? [] : checked.problems.map(({ pointer }) => pointer)
}
const ids = (count: number) => Array.from({ length: count }, (_, index) => `inst-${String(index).padStart(8, '0')}`)

describe('a group', () => {
  it('is a list, sorted and without doubles, or a selector, or neither', () => {
    expect(
      checkGroup({ id: 'a', name: ' A ', memberIds: ['inst-0000000b', 'inst-0000000a', 'inst-0000000b'] }),
    ).toEqual({
      ok: true,
      value: { id: 'a', name: 'A', selector: null, memberIds: ['inst-0000000a', 'inst-0000000b'], parentId: null },
    })
    expect(checkGroup({ id: 'a', name: 'A', parentId: 'b' })).toMatchObject({
      ok: true,
      value: { selector: null, memberIds: [], parentId: 'b' },
    })
  })

  it('leaves out of its selector what says nothing, but not the nulls that props may have', () => {
    const selector = { kinds: null, propsContain: { route: null }, tags: { any: ['a'], all: null } }
    expect(checkGroup({ id: 'a', name: 'A', selector })).toMatchObject({
      ok: true,
      value: { selector: { propsContain: { route: null }, tags: { any: ['a'], all: null } } },
    })
    expect(checkGroup({ id: 'a', name: 'A', selector })).not.toHaveProperty('value.selector.kinds')
  })

  it('is refused with every problem and its pointer', () => {
    expect(pointers({ id: 'A', name: '', parentId: '', selector: {}, memberIds: ['x'] })).toEqual([
      '/id',
      '/name',
      '/parentId',
      '/memberIds',
      '/memberIds/0',
    ])
    expect(pointers({ id: 'a', name: 'A', memberIds: ids(1000) })).toEqual([])
    expect(pointers({ id: 'a', name: 'A', memberIds: ids(1001) })).toEqual(['/memberIds'])
  })
})
