import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyInstanceEvent, type InstanceEvent, type InstanceFeedState } from './instance-state.ts'

const event = (revision: number, type: InstanceEvent['type'] = 'PROPS') =>
  ({ type, revision, cursor: `c${revision}`, instance: { id: 'inst-00000000', revision } }) as InstanceEvent

const at = (revision: number): InstanceFeedState => ({
  revision,
  cursor: `c${revision}`,
  instance: event(revision).instance,
  event: event(revision),
})

describe('applyInstanceEvent', () => {
  it('takes the next revision, drops old ones and sees a gap', () => {
    expect(applyInstanceEvent(at(3), event(4)).type).toBe('changed')
    expect(applyInstanceEvent(at(3), event(3)).type).toBe('ignored')
    expect(applyInstanceEvent(at(3), event(5)).type).toBe('gap')
    expect(applyInstanceEvent(null, event(5, 'SNAPSHOT')).type).toBe('changed')
    expect(applyInstanceEvent(at(3), event(9, 'SNAPSHOT')).type).toBe('changed')
    expect(applyInstanceEvent(at(3), event(0, 'RESYNC')).type).toBe('reset')
  })

  it('takes presence at the revision of the moment, and no other event there', () => {
    expect(applyInstanceEvent(at(3), event(3, 'PRESENCE')).type).toBe('changed')
    expect(applyInstanceEvent(at(3), event(2, 'PRESENCE')).type).toBe('ignored')
  })

  it('reports every revision once and in order, whatever comes twice, late or never', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 80 }), (revisions) => {
        let known = at(0)
        for (const revision of revisions) {
          const verdict = applyInstanceEvent(known, event(revision))
          if (verdict.type !== 'changed') continue
          expect(verdict.state.revision).toBe(known.revision + 1)
          known = verdict.state
        }
      }),
    )
  })
})
