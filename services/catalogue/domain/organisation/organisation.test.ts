import { describe, expect, it } from 'vitest'
import { nameProblem, parseEmail } from './organisation.ts'

describe('parseEmail', () => {
  it('keeps one address however it is written', () => {
    expect(['ada@example.org', ' Ada@Example.ORG '].map(parseEmail)).toEqual(['ada@example.org', 'ada@example.org'])
  })

  it.each(['', 'ada', '@example.org', 'ada@', 'a da@example.org', 'a@b@c', `${'x'.repeat(251)}@a.b`])(
    'refuses %j',
    (text) => {
      expect(parseEmail(text)).toBeNull()
    },
  )
})

describe('nameProblem', () => {
  it('wants 1 to 120 characters that show', () => {
    expect(['A', 'x'.repeat(120)].map(nameProblem)).toEqual([null, null])
    expect(['', '  ', 'x'.repeat(121)].map(nameProblem)).not.toContain(null)
  })
})
