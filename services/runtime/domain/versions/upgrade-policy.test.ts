import type { UpgradeStrategy } from '../../../../schema/enums.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSemver } from '../../../../kit/pure/ids/semver.ts'
import { allowsMove, versionToFollow } from './upgrade-policy.ts'

/** strategy, maxVersion, from, to, allowed */
const matrix: [string, string | null, string, string, boolean][] = [
  // S4-60: pin = stay forever.
  ['PIN', null, '1.0.0', '1.0.1', false],
  ['PIN', null, '1.0.0', '1.1.0', false],
  ['PIN', null, '1.0.0', '2.0.0', false],
  ['PIN', '9.0.0', '1.0.0', '1.0.1', false],
  ['PATCH', null, '1.0.0', '1.0.1', true],
  ['PATCH', null, '1.0.0', '1.1.0', false],
  ['PATCH', null, '1.0.0', '2.0.0', false],
  ['PATCH', '1.0.1', '1.0.0', '1.0.2', false],
  // S4-61: minor = v1.0 -> v1.1, never v2.0.
  ['MINOR', null, '1.0.0', '1.0.1', true],
  ['MINOR', null, '1.0.0', '1.1.0', true],
  ['MINOR', null, '1.0.0', '1.10.0', true],
  ['MINOR', null, '1.9.0', '1.10.0', true],
  ['MINOR', null, '1.0.0', '2.0.0', false],
  ['MINOR', null, '1.0.0', '1.0.0', false],
  ['MINOR', null, '1.1.0', '1.0.9', false],
  ['MINOR', null, '0.1.0', '0.2.0', true],
  ['MINOR', null, '0.9.0', '1.0.0', false],
  // S4-62: latest = always.
  ['LATEST', null, '1.0.0', '1.0.1', true],
  ['LATEST', null, '1.0.0', '1.1.0', true],
  ['LATEST', null, '1.0.0', '2.0.0', true],
  ['LATEST', null, '2.0.0', '1.9.0', false],
  ['LATEST', null, '2.0.0', '2.0.0', false],
  // max_version caps both.
  ['MINOR', '1.1.0', '1.0.0', '1.1.0', true],
  ['MINOR', '1.1.0', '1.0.0', '1.1.1', false],
  ['MINOR', '2.0.0', '1.0.0', '2.0.0', false],
  ['LATEST', '2.0.0', '1.0.0', '2.0.0', true],
  ['LATEST', '2.0.0', '1.0.0', '2.0.1', false],
  ['LATEST', '1.0.0', '1.5.0', '1.6.0', false],
  // Pre-releases only by hand; what stands at one is led out of it.
  ['LATEST', null, '1.0.0', '2.0.0-beta.1', false],
  ['MINOR', null, '1.0.0', '1.1.0-rc.1', false],
  ['MINOR', null, '1.1.0-rc.1', '1.1.0', true],
  ['LATEST', null, '2.0.0-beta.1', '2.0.0-beta.2', false],
  // A word from the future stays where it is.
  ['NIGHTLY', null, '1.0.0', '1.0.1', false],
]

describe('the upgrade policy', () => {
  it.each(matrix)('%s with max %s: %s -> %s is %s', (strategy, maxVersion, from, to, allowed) => {
    expect(allowsMove(from, to, { strategy: strategy as UpgradeStrategy, maxVersion })).toBe(allowed)
  })

  it('leads to the greatest version that it allows, whatever the order they come in', () => {
    const published = ['1.2.0', '1.10.0', '2.0.0', '1.9.0', '3.0.0-rc.1', '0.9.0'].map((version) => ({ version }))
    const follow = (from: string, strategy: UpgradeStrategy, maxVersion: string | null = null) =>
      versionToFollow(from, published, { strategy, maxVersion })?.version ?? null
    expect(follow('1.0.0', 'PIN')).toBeNull()
    expect(follow('1.2.0', 'PATCH')).toBeNull()
    expect(follow('1.0.0', 'MINOR')).toBe('1.10.0')
    expect(follow('1.0.0', 'MINOR', '1.9.5')).toBe('1.9.0')
    expect(follow('1.0.0', 'LATEST')).toBe('2.0.0')
    expect(follow('1.0.0', 'LATEST', '1.99.0')).toBe('1.10.0')
    expect(follow('2.0.0', 'LATEST')).toBeNull()
    expect(follow('1.0.0', 'LATEST', '1.0.0')).toBeNull()
  })

  it('never leads back, beyond the cap, or out of a major version under MINOR, and never leaves a step to take', () => {
    const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join('.'))
    fc.assert(
      fc.property(
        version,
        fc.array(version),
        fc.constantFrom('PIN', 'PATCH', 'MINOR', 'LATEST'),
        fc.option(version),
        (from, versions, strategy, maxVersion) => {
          const published = versions.map((version) => ({ version }))
          const to = versionToFollow(from, published, { strategy, maxVersion })?.version
          if (to === undefined) return
          expect(compareSemver(to, from)).toBe(1)
          if (maxVersion !== null) expect(compareSemver(to, maxVersion)).not.toBe(1)
          if (strategy === 'MINOR') expect(to.split('.')[0]).toBe(from.split('.')[0])
          if (strategy === 'PATCH') expect(to.split('.').slice(0, 2)).toEqual(from.split('.').slice(0, 2))
          expect(strategy).not.toBe('PIN')
          expect(versionToFollow(to, published, { strategy, maxVersion })).toBeNull()
        },
      ),
    )
  })
})
