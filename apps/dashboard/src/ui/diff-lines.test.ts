import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffLines } from './diff-lines.ts'

it('shows what went and what came, with three lines around it', () => {
  const from = Array.from({ length: 20 }, (_, line) => `line ${line}`)
  const lines = diffLines(from, from.with(10, 'other'))
  expect(lines.map(({ kind }) => kind)).toEqual([
    'skipped',
    ...Array.from({ length: 3 }, () => 'same'),
    'gone',
    'new',
    ...Array.from({ length: 3 }, () => 'same'),
    'skipped',
  ])
  expect(lines[0]).toEqual({ kind: 'skipped', text: '7' })
})

it('leads from the one to the other, for any two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '{', '}'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (from, to) => {
      const lines = diffLines(from, to).filter(({ kind }) => kind !== 'skipped')
      const skipped = diffLines(from, to).some(({ kind }) => kind === 'skipped')
      if (skipped) return
      const of = (...kinds: string[]) => lines.filter(({ kind }) => kinds.includes(kind)).map((line) => line.text)
      expect(of('same', 'gone')).toEqual(from)
      expect(of('same', 'new')).toEqual(to)
    }),
  )
})
