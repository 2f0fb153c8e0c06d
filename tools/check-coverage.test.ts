import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverageProblems } from './check-coverage.ts'

const present = readFileSync(new URL('../docs/coverage.md', import.meta.url), 'utf8')
// Whatever shows this row today: faults are made in one that nothing shows.
const cell = /^(\| S2-31 \|.*\| )[^|]+( \|)$/m
const table = present.replace(cell, '$1not yet$2')
const always = (path: string) => (path === 'kit/there.test.ts' ? "test('says so', () => {})" : 'anything')
const withCell = (text: string) => table.replace(cell, `$1${text}$2`)
const about = (markdown: string) =>
  coverageProblems(markdown, (path) => (path.startsWith('kit/there') ? always(path) : null)).filter((line) =>
    line.startsWith('S2-31'),
  )

test('a row that is missing or doubled is a fault', () => {
  const row = /^\| S2-31 .*\n/m.exec(table)?.[0] ?? ''
  expect(about(table.replace(row, ''))).toEqual(['S2-31 stands in the table 0 times, not once'])
  expect(about(table.replace(row, row + row))).toEqual(['S2-31 stands in the table 2 times, not once'])
})

test('a test that is named must exist under that title', () => {
  expect(about(withCell('`kit/there.test.ts: "says so"`'))).toEqual([])
  expect(about(withCell('`kit/there.test.ts: "says more"`'))).toEqual([
    'S2-31: kit/there.test.ts has no test titled "says more"',
  ])
  expect(about(withCell('`kit/gone.test.ts: "says so"`'))).toEqual(['S2-31: kit/gone.test.ts does not exist'])
})

test('a remark in place of a test is a fault', () => {
  expect(about(withCell('seen by eye'))).toHaveLength(1)
})
