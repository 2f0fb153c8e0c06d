import { describe, expect, it } from 'vitest'
import { mayMatch } from './may-match.ts'
import { blankState } from './test-log.ts'

describe('mayMatch', () => {
  const state = blankState('inst-0000000a', { lifecycle: 'ACTIVE', parentId: 'inst-0000000b', readiness: null })

  it.each([
    [{}, true],
    [{ kinds: null, parentId: null }, true],
    [{ kinds: [] }, false],
    [{ kinds: ['DISPLAY', 'DATASET'], lifecycles: ['ACTIVE'], ids: [state.id] }, true],
    [{ kinds: ['DISPLAY'], lifecycles: ['PAUSED'] }, false],
    [{ ids: ['inst-0000000b'] }, false],
    [{ readiness: ['READY'] }, false],
    [{ parentId: 'inst-0000000b' }, true],
    [{ parentId: 'inst-0000000c' }, false],
    [{ projectId: 'p' }, false],
    [{ tags: { any: [] }, nameContains: 'x', propsContain: { a: 1 } }, true],
  ])('says of %j: %s', (filter, expected) => {
    expect(mayMatch(filter, state)).toBe(expected)
  })
})
