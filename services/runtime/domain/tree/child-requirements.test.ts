import type { Lifecycle } from '../../../../schema/enums.ts'
import { describe, expect, it } from 'vitest'
import {
  countsOnChildren,
  readChildRequirements,
  refuseLeave,
  refuseRoles,
  refuseStart,
  type Leaving,
} from './child-requirements.ts'
import { everyMove } from '../lifecycle/lifecycle.ts'
import { aState } from '../state/test-state.ts'

const state = aState({ kind: 'SESSION', lifecycle: 'CREATED' })
const requirements = readChildRequirements([
  { role: 'lecture', kind: 'SESSION_PART', min: 1, max: 2 },
  { role: 'lab', kind: 'POD', selector: { nameContains: 'lab' } },
  { role: 'server', kind: 'HOST', min: 2 },
])
const counts = (...numbers: number[]) => numbers.map((count) => ({ count, working: count, isFilledBy: false }))

describe('child requirements (S2-07)', () => {
  it('are read with nothing required and no end where they do not say', () => {
    expect(requirements.map(({ min, max, selector }) => [min, max, selector])).toEqual([
      [1, 2, {}],
      [0, null, { nameContains: 'lab' }],
      [2, null, {}],
    ])
  })

  it.each<[number, boolean, boolean]>([
    [2, true, false],
    [3, true, true],
    [3, false, false],
    [0, false, false],
  ])('with %d in a role of two, the child among them: %s, refused: %s', (count, isFilledBy, isRefused) => {
    const refusal = refuseRoles(state, requirements, [
      { count, working: count, isFilledBy },
      { count: 99, working: 99, isFilledBy: true },
      { count: 0, working: 0, isFilledBy: false },
    ])
    expect(refusal?.code ?? null).toBe(isRefused ? 'LIMIT_REACHED' : null)
    if (refusal) expect(refusal.details).toMatchObject({ limit: 2, role: 'lecture', parentId: state.id })
  })

  it('name every role that is not filled when it is to start', () => {
    expect(refuseStart(state, requirements, counts(1, 0, 2), everyMove)).toBeNull()
    expect(refuseStart(state, requirements, counts(0, 5, 1), everyMove)).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: {
        from: 'CREATED',
        event: 'START',
        to: 'ACTIVE',
        allowed: [],
        missing: [
          { role: 'lecture', min: 1, present: 0 },
          { role: 'server', kind: 'HOST', min: 2, present: 1 },
        ],
      },
    })
  })

  it('do not take for present what is STOPPED for good', () => {
    const stopped = [
      { count: 1, working: 0, isFilledBy: false },
      { count: 0, working: 0, isFilledBy: false },
      { count: 2, working: 2, isFilledBy: false },
    ]
    expect(refuseStart(state, requirements, stopped, everyMove)).toMatchObject({
      details: { missing: [{ role: 'lecture', min: 1, present: 0 }] },
    })
  })

  const role = (working: number, isFilledBy: boolean) => ({ count: working, working, isFilledBy })
  it.each<[string, string, number, boolean, boolean]>([
    ['ACTIVE', 'ACTIVE', 1, true, true],
    ['PAUSED', 'CREATED', 1, true, true],
    ['ACTIVE', 'ACTIVE', 2, true, false],
    ['ACTIVE', 'ACTIVE', 1, false, false],
    ['ACTIVE', 'STOPPED', 1, true, false],
    ['ACTIVE', 'ARCHIVED', 1, false, false],
    ['CREATED', 'ACTIVE', 1, true, false],
    ['STOPPED', 'ACTIVE', 1, true, false],
  ])(
    'keep, below a parent that is %s, a child that is %s, one of %d, filling the role: %s, so that it is refused: %s',
    (parentIs, childIs, working, isFilledBy, isRefused) => {
      const parent = aState({ id: 'inst-parent', kind: 'SESSION', lifecycle: parentIs as Lifecycle })
      const child = aState({ kind: 'SESSION_PART', lifecycle: childIs as Lifecycle })
      for (const event of ['STOP', 'ARCHIVE', 'DELETE', 'MOVE'] satisfies Leaving[]) {
        const refusal = refuseLeave(
          { parent, child, event },
          requirements,
          [role(working, isFilledBy), role(9, true), role(9, true)],
          everyMove,
        )
        expect(refusal?.code ?? null).toBe(isRefused ? 'INVALID_TRANSITION' : null)
        if (refusal)
          expect(refusal.details).toMatchObject({
            parentId: 'inst-parent',
            event,
            allowed: childIs === 'CREATED' ? ['START'] : ['PAUSE'],
            missing: [{ role: 'lecture', min: 1, present: 0 }],
          })
      }
    },
  )

  it('are asked about only where some role has a minimum and the parent has not ended', () => {
    expect(
      (['CREATED', 'ACTIVE', 'PAUSED', 'STOPPED', 'ARCHIVED'] as const).filter((lifecycle) =>
        countsOnChildren({ lifecycle }, requirements),
      ),
    ).toEqual(['CREATED', 'ACTIVE', 'PAUSED'])
    expect(
      countsOnChildren(
        { lifecycle: 'ACTIVE' },
        requirements.filter(({ min }) => min === 0),
      ),
    ).toBe(false)
  })
})
