import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSemver, isGreater, parseSemver, sameMajor, sortKey } from './semver.ts'

describe('parseSemver', () => {
  it.each<[string, string | null]>([
    ['1', '1.0.0'],
    ['v1', '1.0.0'],
    ['v1.2', '1.2.0'],
    ['1.2.3', '1.2.3'],
    ['2.0.0-beta.1', '2.0.0-beta.1'],
    ['0.0.0', '0.0.0'],
    ['', null],
    ['v', null],
    ['V1', null],
    ['1.2.3.4', null],
    ['01.2.3', null],
    ['1.0.0-01', null],
    ['1.0.0-a..b', null],
    ['1.0.0+build', null],
    [' 1.0.0', null],
    ['1.0.0\n', null],
    ['-1', null],
    ['latest', null],
    ['99999999999999999999.0.0', null],
    ['1.0.0-99999999999999999999', null],
    [`1.0.0-${'a'.repeat(100)}`, null],
  ])('reads %j as %j', (text, version) => {
    expect(parseSemver(text)).toBe(version)
  })
})

describe('order of versions', () => {
  const ascending = [
    '0.9.10',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '2.0.0',
    '10.0.0',
  ]

  it('is that of semver.org, pre-releases first', () => {
    expect([...ascending].reverse().sort(compareSemver)).toEqual(ascending)
    expect(isGreater('1.10.0', '1.9.0')).toBe(true)
    expect(isGreater('1.0.0', '1.0.0')).toBe(false)
  })

  it('is the order of the sort keys by code units', () => {
    const part = fc.oneof(fc.nat(120).map(String), fc.stringMatching(/^[a-z-][a-z0-9-]{0,3}$/), fc.constant('A'))
    const number = fc.oneof(fc.nat(12), fc.nat(Number.MAX_SAFE_INTEGER))
    const version = fc
      .tuple(number, number, number, fc.array(part, { maxLength: 3 }))
      .map(([a, b, c, rest]) => `${a}.${b}.${c}${rest.length > 0 ? `-${rest.join('.')}` : ''}`)
    const near = fc.tuple(version, version, fc.array(part, { minLength: 1, maxLength: 3 })).chain(([a, b, rest]) => {
      const release = a.split('-')[0] ?? a
      const pre = `${release}-${rest.join('.')}`
      return fc.constantFrom([a, b], [a, release], [a, pre], [pre, `${release}-${rest[0]}`])
    })
    fc.assert(
      fc.property(near, ([a = '', b = '']) => {
        const byKey = sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0
        expect(byKey).toBe(compareSemver(a, b))
      }),
      { numRuns: 2000 },
    )
  })

  it('knows which versions share a major', () => {
    expect(sameMajor('1.0.0', '1.9.9')).toBe(true)
    expect(sameMajor('1.0.0', '2.0.0')).toBe(false)
  })
})
