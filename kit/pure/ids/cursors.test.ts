import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from './base64url.ts'
import { decodeCursor, encodeCursor } from './feed-cursor.ts'
import { decodePageCursor, encodePageCursor } from './page-cursor.ts'

describe('feed cursor', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_.-]{1,64}$/), fc.maxSafeNat(), (epoch, position) => {
        const feed = { kind: 'instance', subject: 'inst-0000000a' }
        const cursor = encodeCursor({ ...feed, epoch, position })
        expect(decodeCursor(cursor, feed)).toEqual({ epoch, position })
        expect(decodeCursor(cursor, { ...feed, subject: 'inst-0000000b' })).toBeNull()
        expect(decodeCursor(encodeCursor({ kind: 'instance', epoch, position }), feed)).toEqual({ epoch, position })
      }),
    )
  })

  it.each([
    '',
    'x',
    '🚌',
    'i:1:2',
    encodeBase64Url('i:1'),
    encodeBase64Url('i:1:2:3'),
    encodeBase64Url('i:1:-2'),
    encodeBase64Url('i:1:02'),
    encodeBase64Url('i:1:1e3'),
    encodeBase64Url('i:1:9007199254740993'),
    encodeBase64Url('i::2'),
    encodeBase64Url('other:1:2'),
    `${encodeBase64Url('i:1:2')}=`,
    'a'.repeat(1000),
  ])('is refused when it is broken: %j', (text) => {
    expect(decodeCursor(text, { kind: 'i' })).toBeNull()
  })

  it('is not made from what cannot be read back', () => {
    expect(() => encodeCursor({ kind: 'a:b', epoch: '1', position: 1 })).toThrow(RangeError)
    expect(() => encodeCursor({ kind: 'a', epoch: '1', position: -1 })).toThrow(RangeError)
    expect(() => encodeCursor({ kind: 'a', epoch: '1', position: 0.5 })).toThrow(RangeError)
  })
})

describe('page cursor', () => {
  it('comes back as it went in', () => {
    const key = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.integer(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(key, { maxLength: 4 }), (keys) => {
        expect(decodePageCursor(encodePageCursor('NAME_ASC', keys), 'NAME_ASC')).toEqual(keys)
      }),
    )
  })

  it('is refused when it is broken, or of another order', () => {
    const broken = ['', 'x', 'null', '{}', '["OTHER",1]', '["NAME_ASC",{}]', '["NAME_ASC",[1]]', '["NAME_ASC",1e999]']
    for (const text of [...broken, '["NAME_ASC"'])
      expect(decodePageCursor(encodeBase64Url(text), 'NAME_ASC')).toBeNull()
    expect(decodePageCursor('garbage!', 'NAME_ASC')).toBeNull()
    expect(decodePageCursor(encodePageCursor('NAME_ASC', ['x'.repeat(10_000)]), 'NAME_ASC')).toBeNull()
  })
})
