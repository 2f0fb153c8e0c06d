import { expect, it } from 'vitest'
import { takeHydration } from './hydration.ts'

function page(text: string | null) {
  let removed = 0
  const block = text === null ? null : { textContent: text, remove: () => (removed += 1) }
  return { doc: { getElementById: () => block as unknown as HTMLElement }, removed: () => removed }
}

it('takes the state out of the page that the server has put into it, once', () => {
  const { doc, removed } = page('{"state":{"cursor":"c1","revision":1},"card":null}')
  expect(takeHydration(doc)).toEqual({ state: { cursor: 'c1', revision: 1 }, card: null })
  expect(removed()).toBe(1)
})

it('does without where there is none, or nothing that could be one', () => {
  for (const text of [null, '', '{', 'null', '{}', '{"state":null}']) expect(takeHydration(page(text).doc)).toBeNull()
})
