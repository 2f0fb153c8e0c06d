import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../schema/events.ts'
import { compareSemver } from '../../../../kit/pure/ids/semver.ts'
import { migrateProps, type PropsMigration } from './migrate-props.ts'

const rename = (version: string, from: string, to: string): PropsMigration => ({
  version,
  steps: [{ op: 'rename', from, to }],
})

describe('migrateProps', () => {
  it('applies what lies between, in order, whatever order it comes in, and nothing on the way down', () => {
    const migrations = [rename('3.0.0', '/b', '/c'), rename('1.1.0', '/a', '/b'), rename('4.0.0', '/c', '/d')]
    expect(migrateProps({ a: 1 }, '1.0.0', '3.0.0', migrations)).toEqual({ c: 1 })
    expect(migrateProps({ b: 1 }, '1.1.0', '2.0.0', migrations)).toEqual({ b: 1 })
    expect(migrateProps({ c: 1 }, '3.0.0', '1.0.0', migrations)).toEqual({ c: 1 })
    expect(migrateProps({ a: 1 }, null, '3.0.0', migrations)).toEqual({ a: 1 })
  })

  it('passes by pre-releases, except the one it leads to', () => {
    const migrations = [rename('2.0.0-rc.1', '/a', '/x'), rename('2.0.0', '/a', '/b')]
    expect(migrateProps({ a: 1 }, '1.0.0', '2.0.0', migrations)).toEqual({ b: 1 })
    expect(migrateProps({ a: 1 }, '1.0.0', '2.0.0-rc.1', migrations)).toEqual({ x: 1 })
  })

  it('comes to the same in one step as in several', () => {
    const number = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)).map((parts) => parts.join('.'))
    const word = fc.constantFrom('/a', '/b', '/c', '/d')
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { minLength: 3, maxLength: 8 }),
        fc.array(fc.tuple(word, word), { minLength: 8, maxLength: 8 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer()),
        (numbers, names, props) => {
          const ordered = numbers.toSorted(compareSemver)
          const migrations = numbers.map((version, index) => rename(version, ...(names[index] as [string, string])))
          const start = { at: ordered[0] as string, props: props as JsonObject }
          const stepwise = ordered
            .slice(1)
            .reduce(({ at, props }, to) => ({ at: to, props: migrateProps(props, at, to, migrations) }), start)
          expect(stepwise.props).toEqual(
            migrateProps(props, ordered[0] as string, ordered.at(-1) as string, migrations),
          )
        },
      ),
    )
  })
})
