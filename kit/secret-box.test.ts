import { describe, expect, it } from 'vitest'
import { createSecretBox } from './secret-box.ts'

const box = createSecretBox(['an-installation-key'])

describe('createSecretBox', () => {
  it('opens what it sealed, and never seals the same text the same way', () => {
    const [one, two] = [box.seal('geheim ü', 'a/b'), box.seal('geheim ü', 'a/b')]
    expect(one).not.toBe(two)
    expect(one).not.toContain('geheim')
    expect([box.open(one, 'a/b'), box.open(two, 'a/b')]).toEqual(['geheim ü', 'geheim ü'])
    expect(createSecretBox(['an-installation-key']).open(one, 'a/b')).toBe('geheim ü')
  })

  it('opens nothing for another context, another key, or a changed text', () => {
    const sealed = box.seal('secret', 'a/b')
    expect(box.open(sealed, 'a/c')).toBeNull()
    expect(createSecretBox(['another-key']).open(sealed, 'a/b')).toBeNull()
    const middle = sealed.length - 6
    expect(
      box.open(sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1), 'a/b'),
    ).toBeNull()
    for (const damaged of ['', 'v1.', 'v1.AAAA', 'v2' + sealed.slice(2), sealed.slice(0, 30)])
      expect(box.open(damaged, 'a/b')).toBeNull()
  })

  it('opens what an earlier secret has sealed, and seals it anew under the present one', () => {
    const old = createSecretBox(['the-earlier-secret'])
    const both = createSecretBox(['the-present-secret', 'the-earlier-secret'])
    const sealed = old.seal('whsec_x', 'a/b')
    expect(both.open(sealed, 'a/b')).toBe('whsec_x')
    const renewed = both.renew(sealed, 'a/b') as string
    expect(createSecretBox(['the-present-secret']).open(renewed, 'a/b')).toBe('whsec_x')
    expect(both.renew(renewed, 'a/b')).toBeNull()
    expect(both.renew(sealed, 'a/c')).toBeNull()
    expect(createSecretBox(['a-third-secret']).renew(sealed, 'a/b')).toBeNull()
  })
})
