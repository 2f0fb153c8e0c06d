import { describe, expect, it } from 'vitest'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { explainLayers } from './explain-prop.ts'
import { valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import { effectivePropsOf } from './layer-props.ts'

const defaults: JsonObject = { title: 'Default', alert: { message: 'none', level: 'info' } }
const at = '2026-11-21T12:00:00.000Z'
const binding = {
  source: 'KV',
  path: 'k',
  address: 'k',
  strategy: 'DURABLE',
  intervalSeconds: null,
  url: null,
  state: 'OK',
  lastError: null,
}
const override = { writerId: 'prin-1', since: at, expiresAt: '2026-11-21T13:00:00.000Z', reason: null }
const state = {
  inheritedProps: { title: 'Inherited', footer: 'F' },
  props: { title: 'Own', alert: { message: 'own' } },
  bindings: [
    { ...binding, key: 'title', value: 'Bound', lastResolvedAt: at },
    { ...binding, key: 'footer', value: null, lastResolvedAt: null },
  ],
  overrides: [
    { ...override, path: '/title', value: 'First' },
    { ...override, path: '/alert', value: { message: 'over', code: 7 } },
  ],
} as unknown as InstanceState
const layers = (path: string) => explainLayers(state, path, defaults).map(({ layer, value }) => [layer, value])

describe('explainLayers', () => {
  it('names all layers that say something of the place, highest first (model R26)', () => {
    expect(layers('/title')).toEqual([
      ['override', 'First'],
      ['binding', 'Bound'],
      ['own', 'Own'],
      ['inherited', 'Inherited'],
      ['default', 'Default'],
    ])
  })

  it('leaves out a binding that has never had a value', () => {
    expect(layers('/footer')).toEqual([['inherited', 'F']])
  })

  it('looks into a value that stands above the place, and around one that stands below it', () => {
    expect(layers('/alert/message')).toEqual([
      ['override', 'over'],
      ['own', 'own'],
      ['default', 'none'],
    ])
    expect(layers('/alert/code')).toEqual([['override', 7]])
    expect(layers('/alert/level')).toEqual([['default', 'info']])
    const around = { ...state, overrides: [{ ...override, path: '/alert/message', value: 'over' }] } as InstanceState
    expect(explainLayers(around, '/alert', defaults)[0]).toMatchObject({
      layer: 'override',
      value: { message: 'over' },
      writerId: 'prin-1',
      expiresAt: override.expiresAt,
    })
  })

  it('puts first what is shown, wherever the value is no object', () => {
    const shown = effectivePropsOf(state, defaults)
    for (const path of ['/title', '/footer', '/alert/message', '/alert/code']) {
      expect(explainLayers(state, path, defaults)[0]?.value).toEqual(valueAtPointer(shown, path))
    }
  })

  it('says nothing of a place where nothing is', () => {
    expect(layers('/nowhere/at/all')).toEqual([])
  })
})
