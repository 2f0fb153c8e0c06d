import { describe, expect, it } from 'vitest'
import { handsOn, makesProjectInstances, seeksProject } from './delegation.ts'
import { aState } from '../state/test-state.ts'

const global = (config: object = {}, more: object = {}) =>
  aState({ kind: 'HOPPER', scope: 'GLOBAL', config: config as never, ...more })

describe('delegation', () => {
  it.each<[string, ReturnType<typeof global>, boolean]>([
    ['says nothing', global(), true],
    ['hands nothing on', global({ delegation: { enabled: false } }), false],
    ['makes none', global({ delegation: { auto_create_project_instances: false } }), false],
    ['is PAUSED', global({}, { lifecycle: 'PAUSED' }), true],
    ['is STOPPED', global({}, { lifecycle: 'STOPPED' }), false],
    ['is ARCHIVED', global({}, { lifecycle: 'ARCHIVED' }), false],
    ['is no HOPPER', global({}, { kind: 'SESSION' }), false],
  ])('makes the instances of projects where the GLOBAL one %s: %s', (_what, state, makes) => {
    expect(makesProjectInstances(state)).toBe(makes)
  })

  it('is of each scope, and on unless its config says no', () => {
    for (const scope of ['GLOBAL', 'PROJECT', 'ORCHESTRATION'] as const)
      expect(handsOn({ scope, config: {} })).toBe(true)
    expect(handsOn({ scope: 'PROJECT', config: { delegation: { enabled: false } } })).toBe(false)
  })

  it.each([
    ['HOPPER', 'ORCHESTRATION', null, true],
    ['HOPPER', 'ORCHESTRATION', 'inst-a', false],
    ['HOPPER', 'PROJECT', null, false],
    ['DISPLAY', 'ORCHESTRATION', null, false],
  ] as const)('concerns a %s of scope %s below %s: %s', (kind, scope, parentId, concerned) => {
    expect(seeksProject({ kind, scope, parentId })).toBe(concerned)
  })
})
