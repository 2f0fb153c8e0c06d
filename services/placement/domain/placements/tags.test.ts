import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTags, TAGS_MAX, withoutTags, withTags } from './tags.ts'

const many = (count: number) => Array.from({ length: count }, (_, index) => `tag-${index}`)

describe('checkTags', () => {
  it.each([
    ['x'.repeat(64), null],
    ['x'.repeat(65), 'must be at most 64 characters'],
    [' \t', 'must not be empty'],
    ['a,b', 'must not contain a comma'],
    ['a\u0000b', 'must not contain control characters'],
    ['a\u2028b', 'must not contain control characters'],
    ['a\udc00b', 'must not contain control characters'],
    ['größe:XL 大', null],
  ])('%j: %s', (tag, message) => {
    const checked = checkTags(['fine', tag], '/tags')
    expect(checked.ok ? null : checked.problems).toEqual(message === null ? null : [{ pointer: '/tags/1', message }])
  })

  it('counts different tags, not mentions', () => {
    expect(checkTags([...many(TAGS_MAX), ...many(TAGS_MAX)], '/tags').ok).toBe(true)
    expect(checkTags(many(TAGS_MAX + 1), '/tags')).toMatchObject({ ok: false, problems: [{ pointer: '/tags' }] })
  })
})

describe('adding and removing', () => {
  it('keeps tags sorted and without doubles', () => {
    expect(withTags(['b', 'd'], ['a', 'b', 'c'], '/tags')).toEqual({ ok: true, value: ['a', 'b', 'c', 'd'] })
    expect(withoutTags(['a', 'b', 'c'], ['c', 'x'])).toEqual(['a', 'b'])
  })

  it('refuses to grow beyond the limit', () => {
    expect(withTags(many(TAGS_MAX), ['one-more'], '/tags').ok).toBe(false)
    expect(withTags(many(TAGS_MAX), ['tag-0'], '/tags').ok).toBe(true)
  })

  it('removing what was added leaves what was there', () => {
    const tags = fc.array(fc.stringMatching(/^[a-d]{1,2}$/), { maxLength: 10 }).map((list) => [...new Set(list)].sort())
    fc.assert(
      fc.property(tags, tags, (present, added) => {
        const both = withTags(present, added, '/tags')
        const news = added.filter((tag) => !present.includes(tag))
        expect(both.ok && withoutTags(both.value, news)).toEqual(present)
      }),
    )
  })
})
