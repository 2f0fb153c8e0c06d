import { describe, expect, it } from 'vitest'
import { readChildRequirements, refuseRoles, refuseStart } from './child-requirements.ts'
import { everyMove } from './lifecycle.ts'
import { aState } from './test-state.ts'

const state = aState({ kind: 'SESSION', lifecycle: 'CREATED' })
const requirements = readChildRequirements([
  { role: 'lecture', kind: 'SESSION_PART', min: 1, max: 2 },
  { role: 'lab', kind: 'POD', selector: { nameContains: 'lab' } },
  { role: 'server', kind: 'HOST', min: 2 },
])
const counts = (...numbers: number[]) => numbers.map((count) => ({ count, isFilledBy: false }))

describe('child requirements (S2-07)', () => {
  it('are read with nothing required and no end where they do not say', () => {
    expect(requirements.map(({ min, max, selector }) => [min, max, selector])).toEqual([[1, 2, {}], [0, null, { nameContains: 'lab' }], [2, null, {}]])
  })

  it.each<[number, boolean, boolean]>([[2, true, false], [3, true, true], [3, false, false], [0, false, false]])('with %d in a role of two, the child among them: %s, refused: %s', (count, isFilledBy, isRefused) => {
    const refusal = refuseRoles(state, requirements, [{ count, isFilledBy }, { count: 99, isFilledBy: true }, { count: 0, isFilledBy: false }])
    expect(refusal?.code ?? null).toBe(isRefused ? 'LIMIT_REACHED' : null)
    if (refusal) expect(refusal.details).toMatchObject({ limit: 2, role: 'lecture', parentId: state.id })
  })

  it('name every role that is not filled when it is to start', () => {
    expect(refuseStart(state, requirements, counts(1, 0, 2), everyMove)).toBeNull()
    expect(refuseStart(state, requirements, counts(0, 5, 1), everyMove)).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'CREATED', event: 'START', to: 'ACTIVE', allowed: [], missing: [{ role: 'lecture', min: 1, present: 0 }, { role: 'server', kind: 'HOST', min: 2, present: 1 }] },
    })
  })
})
