import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** How many rows each group has: what is promised may not fall out of the table unnoticed. */
const groups: Record<string, number> = { 'S0-': 56, 'S1-': 68, 'S2-': 36, 'S3-': 56, 'S4-': 75, 'M-': 5, 'H3-': 6 }

const expectedIds = Object.entries(groups).flatMap(([prefix, count]) =>
  Array.from(
    { length: count },
    (_, index) => `${prefix}${prefix === 'M-' ? index + 1 : String(index + 1).padStart(2, '0')}`,
  ),
)

type Row = { id: string; shownBy: string }

function rowsOf(markdown: string): Row[] {
  return [...markdown.matchAll(/^\| ((?:S\d|H\d|M)-\d+) \|.*\| ([^|]+) \|$/gm)].map(([, id = '', shownBy = '']) => ({
    id,
    shownBy,
  }))
}

/** Every fault of the table. `source` gives the text of a test file, null where there is none. */
export function coverageProblems(markdown: string, source: (path: string) => string | null): string[] {
  const rows = rowsOf(markdown)
  const problems: string[] = []
  for (const id of expectedIds) {
    const times = rows.filter((row) => row.id === id).length
    if (times !== 1) problems.push(`${id} stands in the table ${times} times, not once`)
  }
  for (const { id, shownBy } of rows) {
    if (!expectedIds.includes(id)) problems.push(`${id} is not an id of any group`)
    if (shownBy === 'not yet') continue
    for (const cell of shownBy.split('<br>')) {
      const [, path = '', title = ''] = /^`([^`:]+): "(.+)"`$/.exec(cell) ?? []
      const text = path && source(path)
      if (!path) problems.push(`${id}: "${cell}" is neither a test (\`path: "title"\`) nor "not yet"`)
      else if (text === null) problems.push(`${id}: ${path} does not exist`)
      else if (!text.replaceAll("\\'", "'").includes(title))
        problems.push(`${id}: ${path} has no test titled "${title}"`)
    }
  }
  return problems
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
  const table = readFileSync(at('docs/coverage.md'), 'utf8')
  const problems = coverageProblems(table, (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : null))
  const rows = rowsOf(table)
  console.log(
    `docs/coverage.md: ${rows.filter(({ shownBy }) => shownBy !== 'not yet').length} of ${rows.length} rows are shown by a test`,
  )
  for (const problem of problems) console.error(`- ${problem}`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
