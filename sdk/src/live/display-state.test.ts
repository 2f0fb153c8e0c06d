import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergePatch, type JsonObject } from '../json.ts'
import { applyDisplayEvent, isDisplayState, newerState, type DisplayEvent, type DisplayState } from './display-state.ts'

function event(revision: number, rest: Partial<DisplayEvent>): DisplayEvent {
  return {
    type: 'PROPS',
    cursor: `c${revision}`,
    revision,
    at: '2026-01-01T00:00:00.000Z',
    effectiveProps: null,
    patch: null,
    lifecycle: 'ACTIVE',
    bundleUrl: '/bundles/a.js',
    ...rest,
  }
}

function after(...events: DisplayEvent[]): DisplayState | null {
  return events.reduce<DisplayState | null>((known, next) => {
    const verdict = applyDisplayEvent(known, next)
    return verdict.type === 'changed' ? verdict.state : verdict.type === 'reset' ? null : known
  }, null)
}

const snapshot = event(5, { type: 'SNAPSHOT', effectiveProps: { a: 1, b: { c: 2 } } })

describe('applyDisplayEvent', () => {
  it('merges the patch of the next revision', () => {
    expect(after(snapshot, event(6, { patch: { b: { c: null, d: 3 } } }))).toMatchObject({
      revision: 6,
      cursor: 'c6',
      props: { a: 1, b: { d: 3 } },
    })
  })

  it('drops what is old, even when it says more', () => {
    expect(
      after(snapshot, event(5, { effectiveProps: { a: 0 } }), event(4, { type: 'SNAPSHOT', effectiveProps: {} })),
    ).toMatchObject({ revision: 5, props: { a: 1 } })
  })

  it('takes a whole state over a gap and sees the gap under a patch', () => {
    expect(after(snapshot, event(9, { effectiveProps: { z: 1 } }))).toMatchObject({ revision: 9, props: { z: 1 } })
    expect(applyDisplayEvent(after(snapshot), event(7, { patch: { a: 2 } }))).toEqual({ type: 'gap' })
    expect(applyDisplayEvent(null, event(1, { patch: {} }))).toEqual({ type: 'gap' })
  })

  it('forgets everything on RESYNC and takes the snapshot that follows, however old it looks', () => {
    expect(
      after(snapshot, event(5, { type: 'RESYNC' }), event(2, { type: 'SNAPSHOT', effectiveProps: { restored: true } })),
    ).toMatchObject({ revision: 2, props: { restored: true } })
  })

  it('keeps the props of a change that is about something else, as the same reference', () => {
    const known = after(snapshot)!
    const paused = applyDisplayEvent(known, event(6, { type: 'LIFECYCLE', lifecycle: 'PAUSED' }))
    expect(paused).toMatchObject({ state: { lifecycle: 'PAUSED', revision: 6 } })
    expect(paused.type === 'changed' && paused.state.props).toBe(known.props)
    const equal = applyDisplayEvent(known, event(8, { effectiveProps: { b: { c: 2 }, a: 1 } }))
    expect(equal.type === 'changed' && equal.state.props).toBe(known.props)
  })

  it('says that the instance is gone', () => {
    expect(after(snapshot, event(6, { type: 'DELETED' }))).toMatchObject({ deleted: true })
  })

  it('never lowers the shown revision and never shows what was not, under doubled, reordered and lost frames', () => {
    const patches = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.integer(), fc.constant(null))), {
      minLength: 1,
      maxLength: 12,
    })
    const deliveries = fc.array(fc.record({ at: fc.nat(12), whole: fc.boolean() }), { maxLength: 60 })
    fc.assert(
      fc.property(patches, deliveries, (history, frames) => {
        const truth = history.reduce<JsonObject[]>(
          (states, patch) => [...states, mergePatch(states.at(-1), patch) as JsonObject],
          [{}],
        )
        let known: DisplayState | null = null
        for (const { at, whole } of frames) {
          const revision = at % truth.length
          const frame = event(
            revision,
            whole || revision === 0 ? { effectiveProps: truth[revision]! } : { patch: history[revision - 1]! },
          )
          const verdict = applyDisplayEvent(known, frame)
          if (verdict.type !== 'changed') continue
          expect(verdict.state.revision).toBeGreaterThan(known?.revision ?? -1)
          expect(verdict.state.props).toEqual(truth[verdict.state.revision])
          known = verdict.state
        }
      }),
    )
  })
})

it('a kept state survives JSON, and nothing else passes for one', () => {
  expect(isDisplayState(JSON.parse(JSON.stringify(after(snapshot))))).toBe(true)
  for (const other of [null, 1, 'x', {}, { ...after(snapshot), revision: '5' }, { ...after(snapshot), props: null }]) {
    expect(isDisplayState(other)).toBe(false)
  }
})

describe('newerState', () => {
  const at = (epoch: string, revision: number) => ({
    ...after(snapshot)!,
    revision,
    cursor: btoa(`i:${epoch}:${revision}`).replaceAll('=', ''),
  })

  it('begins with the newer one of the same history', () => {
    expect(newerState(at('e1', 5), at('e1', 6))).toMatchObject({ revision: 6 })
    for (const revision of [5, 4]) expect(newerState(at('e1', 5), at('e1', revision))).toEqual(at('e1', 5))
  })

  it('stays with what was shown where nobody can tell which is older', () => {
    expect(newerState(at('e1', 5), at('e2', 9))).toEqual(at('e1', 5))
    expect(newerState(at('e1', 5), { ...at('e1', 9), cursor: 'another kind of cursor' })).toEqual(at('e1', 5))
  })

  it('takes the only one there is', () => {
    expect(newerState(null, at('e1', 1))).toEqual(at('e1', 1))
    expect(newerState(at('e1', 1), null)).toEqual(at('e1', 1))
    expect(newerState(null, null)).toBeNull()
  })
})
