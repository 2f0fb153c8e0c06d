import { SemVer, compare, gt, major, minor, prerelease } from 'semver'

const shape = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?$/

/**
 * The version as we store it, or null: 'v1', '1' and 'v1.0' are 1.0.0, '2.1.0-beta.1' keeps its pre-release. A build
 * suffix ('+…') is refused: two versions that differ in nothing else would be equal, and one of them unpublishable.
 */
export function parseSemver(text: string): string | null {
  const match = text.length <= 64 ? shape.exec(text) : null
  if (match === null) return null
  const [, majorDigits, minorDigits = '0', patchDigits = '0', prerelease = ''] = match
  try {
    const parsed = new SemVer(`${majorDigits}.${minorDigits}.${patchDigits}${prerelease}`)
    const exact = parsed.prerelease.every((part) => typeof part === 'number' || !/^\d+$/.test(part))
    return exact ? parsed.version : null
  } catch {
    return null
  }
}

/** Precedence of two stored versions: negative, 0 or positive. 1.0.0-beta comes before 1.0.0. */
export function compareSemver(a: string, b: string): -1 | 0 | 1 {
  return compare(a, b)
}

export function isGreater(a: string, than: string): boolean {
  return gt(a, than)
}

export function sameMajor(a: string, b: string): boolean {
  return major(a) === major(b)
}

export function sameMinor(a: string, b: string): boolean {
  return sameMajor(a, b) && minor(a) === minor(b)
}

/** 2.1.0-beta.1, say. */
export function isPrerelease(version: string): boolean {
  return prerelease(version) !== null
}

/**
 * A text whose order by code units (COLLATE "C") is the precedence of the stored version, for ORDER BY and max() in
 * a database. Numbers carry their length in front; a release ends in '~', which sorts after every pre-release.
 */
export function sortKey(version: string): string {
  const parsed = new SemVer(version)
  const release = [parsed.major, parsed.minor, parsed.patch].map(numberKey).join('.')
  if (parsed.prerelease.length === 0) return `${release}~`
  const parts = parsed.prerelease.map((part) => (typeof part === 'number' ? `0${numberKey(part)}` : `1${part}`))
  return `${release}!${parts.join('!')}`
}

function numberKey(value: number): string {
  const digits = String(value)
  return String(digits.length).padStart(2, '0') + digits
}
