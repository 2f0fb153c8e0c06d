import { expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'

it('shows plain values before lists, in one line of bounded length', () => {
  expect(excerpt({ departures: [1, 2], stopName: 'Central', theme: {}, open: true })).toBe(
    'stopName: Central · open: true · departures: 2 · theme',
  )
  expect(excerpt({})).toBe('')
  expect(excerpt({ text: 'x'.repeat(200) })).toHaveLength(90)
})
