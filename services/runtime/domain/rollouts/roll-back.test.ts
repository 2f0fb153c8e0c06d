import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepEqualJson, isJsonObject, type JsonValue } from '../../../../kit/pure/json/json.ts'
import { valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import { reshape, type ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { rollBack } from './roll-back.ts'

const fitsAll = () => []

describe('rollBack', () => {
  const before: JsonObject = { title: 'Mill Lane', level: 'info', alert: { text: 'Late', tone: 'calm' } }
  const after: JsonObject = { headline: 'Mill Lane', level: 'info', alert: { text: 'Late', tone: 'loud' } }

  it('brings back what was there when nobody edited anything', () => {
    expect(rollBack(before, after, after, fitsAll)).toEqual({ props: before, conflicts: [] })
  })

  it('keeps edits of what the upgrade left alone, deep ones too', () => {
    const current = { ...after, level: 'warning', alert: { text: 'On time', tone: 'loud' }, count: 3 }
    expect(rollBack(before, after, current, fitsAll)).toEqual({
      props: { title: 'Mill Lane', level: 'warning', alert: { text: 'On time', tone: 'calm' }, count: 3 },
      conflicts: [],
    })
  })

  it('names edits of what the upgrade made, and brings back what was there', () => {
    const { level: _level, ...current }: JsonObject = {
      ...after,
      headline: 'Edited',
      alert: { text: 'Late', tone: 'shrill' },
    }
    expect(rollBack(before, after, current, fitsAll)).toEqual({
      props: { title: 'Mill Lane', alert: { text: 'Late', tone: 'calm' } },
      conflicts: [
        { pointer: '/alert/tone', value: 'shrill' },
        { pointer: '/headline', value: 'Edited' },
      ],
    })
  })

  it('gives up, and names, edits that the old version does not take', () => {
    const problemsOf = (props: JsonObject) =>
      'count' in props ? [{ pointer: '/count', message: 'must NOT have additional properties' }] : []
    const current = { ...after, count: 3, level: 'warning' }
    expect(rollBack(before, after, current, problemsOf)).toEqual({
      props: { ...before, level: 'warning' },
      conflicts: [{ pointer: '/count', value: 3 }],
    })
    const never = () => [{ pointer: '', message: 'must be something else' }]
    expect(rollBack(before, after, current, never)).toEqual({
      props: before,
      conflicts: [
        { pointer: '/level', value: 'warning' },
        { pointer: '/count', value: 3 },
      ],
    })
  })

  it('loses no edit in any story: each is in the props that come back, or named', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    const leaf = fc.integer({ min: 0, max: 3 })
    const value: fc.Arbitrary<JsonValue> = fc.oneof(leaf, fc.dictionary(key, leaf, { maxKeys: 3 }))
    const props = fc.dictionary(key, value) as fc.Arbitrary<JsonObject>
    const place = fc.oneof(
      key.map((name) => `/${name}`),
      fc.tuple(key, key).map(([name, inner]) => `/${name}/${inner}`),
    )
    const step = (withValue: boolean): fc.Arbitrary<ReshapeStep> =>
      fc.oneof(
        fc.record({ op: fc.constant('set' as const), path: place, value }),
        fc.record({ op: fc.constant('drop' as const), path: place }),
        ...(withValue ? [] : [fc.record({ op: fc.constant('rename' as const), from: place, to: place })]),
      )
    fc.assert(
      fc.property(
        props,
        fc.array(step(false), { maxLength: 4 }),
        fc.array(step(true), { maxLength: 6 }),
        fc.subarray(['a', 'b', 'c', 'd']),
        (before, migration, edits, refused) => {
          const after = reshape(before, migration)
          const current = reshape(after, edits)
          // The old version refuses some members at values that it did not have.
          const problemsOf = (given: JsonObject) =>
            refused
              .filter((name) => !deepEqualJson(given[name], before[name]))
              .map((name) => ({ pointer: `/${name}`, message: 'is not taken' }))
          const { props, conflicts } = rollBack(before, after, current, problemsOf)
          expect(problemsOf(props)).toEqual([])
          const named = (pointer: string) =>
            conflicts.some(
              (one) =>
                pointer === one.pointer ||
                pointer.startsWith(`${one.pointer}/`) ||
                one.pointer.startsWith(`${pointer}/`),
            )
          for (const pointer of leavesOf(before, after, current)) {
            const [was, moved, now, back] = [before, after, current, props].map((at) => valueAtPointer(at, pointer))
            if (deepEqualJson(moved, now)) {
              // Nobody edited it: it is what it was, unless a whole object around it is in conflict or kept.
              if (!named(pointer) && deepEqualJson(was, moved)) expect(back).toEqual(now)
            } else if (!deepEqualJson(back, now)) expect([named(pointer), deepEqualJson(was, now)]).toContain(true)
          }
          if (edits.length === 0) expect({ props, conflicts }).toEqual({ props: before, conflicts: [] })
          if (migration.length === 0 && refused.length === 0)
            expect({ props, conflicts }).toEqual({ props: current, conflicts: [] })
        },
      ),
      { numRuns: 500 },
    )
  })
})

function leavesOf(...values: JsonValue[]): Set<string> {
  const walk = (value: JsonValue, at: string): string[] =>
    isJsonObject(value) ? Object.entries(value).flatMap(([key, inner]) => walk(inner, `${at}/${key}`)) : [at]
  return new Set(values.flatMap((value) => walk(value, '')))
}
