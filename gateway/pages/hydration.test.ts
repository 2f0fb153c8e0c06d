import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolvedOf } from '../../schema/resolved-keys.ts'
import { carriedBy } from '../live/rendering/carried-fields.ts'
import { restartEvents } from '../live/feeds/live-event.ts'
import { blankState } from '../live/testing/test-log.ts'
import { hydrationOf, inertJson } from './hydration.ts'

const state = blankState('inst-00000001', {
  name: 'Stop 1',
  revision: 7,
  bundleUrl: '/bundles/a.js',
  lifecycle: 'ACTIVE',
  effectiveProps: { text: 'hello' },
})
const read = (json: string) => JSON.parse(json) as { state: Record<string, unknown>; card: unknown }

describe('hydrationOf', () => {
  it('is what the feed would begin with, cursor and all', () => {
    const [, snapshot] = restartEvents({ epoch: 'e1', head: { state, readers: ['public'] } })
    const field = (name: string) => carriedBy('DisplayEvent', name)?.(snapshot as never)
    const hydration = hydrationOf(resolvedOf(state, { epoch: 'e1', isPublic: true, placement: null }))
    expect(hydration?.name).toBe('Stop 1')
    expect(read(hydration?.json as string)).toEqual({
      state: {
        revision: field('revision'),
        cursor: field('cursor'),
        at: field('at'),
        lifecycle: field('lifecycle'),
        bundleUrl: field('bundleUrl'),
        props: JSON.parse(field('effectiveProps') as string),
        deleted: false,
      },
      card: { id: state.id, name: 'Stop 1', placement: null },
    })
  })

  it('is nothing for what not everybody may read, and for what is not there', () => {
    expect(hydrationOf(resolvedOf(state, { epoch: 'e1', isPublic: false, placement: null }))).toBeNull()
    expect(hydrationOf(null)).toBeNull()
  })

  it('leaves the card to be asked for where it is not known where the screen stands', () => {
    const hydration = hydrationOf(resolvedOf(state, { epoch: 'e1', isPublic: true }))
    expect(read(hydration?.json as string).card).toBeNull()
  })
})

it('no value can leave the block of data that it stands in, and each comes out as it went in', () => {
  for (const text of ['</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028\u2029', '&lt;', '\'"`\\']) {
    const json = inertJson({ text })
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual({ text })
  }
  fc.assert(
    fc.property(
      fc.jsonValue(),
      (value) =>
        !/[<>&\u2028\u2029]/.test(inertJson(value)) &&
        JSON.stringify(JSON.parse(inertJson(value))) === JSON.stringify(value),
    ),
  )
})
