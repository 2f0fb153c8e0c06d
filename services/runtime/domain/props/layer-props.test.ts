import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import type { Json, JsonObject } from '../../../../schema/events.ts'
import { effectivePropsOf, layerProps, type PropLayers } from './layer-props.ts'
import { aState } from '../state/test-state.ts'

const none: PropLayers = { defaults: {}, inherited: {}, own: {}, bindings: [], programme: null, overrides: [] }
const layers = (part: Partial<PropLayers>) => layerProps({ ...none, ...part })
const resolved = (key: string, value: Json) => ({ key, value, lastResolvedAt: '2026-01-01T00:00:00.000Z' })

describe('layerProps', () => {
  it('lets each layer win over all that are lower', () => {
    const all = {
      defaults: { a: 'default', b: 'default', c: 'default', d: 'default', e: 'default', f: 'default' },
      inherited: { b: 'inherited', c: 'inherited', d: 'inherited', e: 'inherited', f: 'inherited' },
      own: { c: 'own', d: 'own', e: 'own', f: 'own' },
      bindings: [resolved('d', 'binding'), resolved('e', 'binding'), resolved('f', 'binding')],
      programme: { e: 'programme', f: 'programme' },
      overrides: [{ path: '/f', value: 'override' }],
    }
    expect(layers(all)).toEqual({
      ...{ a: 'default', b: 'inherited', c: 'own' },
      ...{ d: 'binding', e: 'programme', f: 'override' },
    })
  })

  it('merges defaults, inherited and own props member by member, and arrays as a whole', () => {
    expect(
      layers({ defaults: { o: { a: 1 }, list: [1, 2] }, inherited: { o: { b: 2 } }, own: { o: { c: 3 }, list: [3] } }),
    ).toEqual({
      o: { a: 1, b: 2, c: 3 },
      list: [3],
    })
  })

  it('replaces a whole top-level member by a binding, whatever its name', () => {
    expect(layers({ own: { o: { a: 1 } }, bindings: [resolved('o', { b: 2 }), resolved('x/y~z', 1)] })).toEqual({
      o: { b: 2 },
      'x/y~z': 1,
    })
  })

  it('shows nothing of a binding that has never been resolved', () => {
    expect(
      layers({ own: { a: 1 }, bindings: [{ key: 'a', value: 2, lastResolvedAt: null }, resolved('a', null)] }),
    ).toEqual({ a: 1 })
  })

  it('replaces by an override just what stands at its path, the later one last', () => {
    const overrides = [
      { path: '/o/list/1', value: 'x' },
      { path: '/o/new/deep', value: 1 },
      { path: '/o/list/1', value: 'y' },
    ]
    expect(layers({ own: { o: { list: [1, 2], a: 1 } }, overrides })).toEqual({
      o: { list: [1, 'y'], a: 1, new: { deep: 1 } },
    })
  })

  it('never changes a layer', () => {
    const json = fc
      .dictionary(fc.constantFrom('a', 'b'), fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true })
      .map((value) => stripNullMembers(value as JsonObject))
    const path = fc.constantFrom('/a', '/b/a', '/a/0', '/a/b/c')
    fc.assert(
      fc.property(
        json,
        json,
        json,
        fc.array(fc.record({ path, value: json })),
        (defaults, inherited, own, overrides) => {
          const given = { ...none, defaults, inherited, own, overrides }
          const before = JSON.stringify(given)
          layerProps(given)
          expect(JSON.stringify(given)).toBe(before)
        },
      ),
    )
  })
})

describe('effectivePropsOf', () => {
  it("layers what the instance has over its definition's defaults", () => {
    const state = aState({ inheritedProps: { a: 'inherited', b: 'inherited' }, props: { b: 'own' } })
    expect(effectivePropsOf(state, { a: 'default', c: 'default' })).toEqual({ a: 'inherited', b: 'own', c: 'default' })
  })
})
