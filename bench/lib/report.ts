import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import { meets, type Row } from './bench.ts'

const number = (value: number) => (Number.isFinite(value) ? value.toFixed(Math.abs(value) >= 100 ? 0 : 2) : '-')

/** "met", "falls short by 12 %" or nothing where there is no goal. */
export function verdict(row: Row): string {
  const met = meets(row)
  if (met === null || row.goal === null) return ''
  // What it is compared with could not do it either.
  if (!Number.isFinite(row.figure)) return 'not to be said'
  if (met) return 'met'
  const wanted = 'most' in row.goal ? row.goal.most : row.goal.least
  return `falls short by ${Math.abs((row.figure / wanted - 1) * 100).toFixed(0)} %`
}

/** The table that the run ends with. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${number(row.figure)} ${row.unit}`,
    row.goal === null ? '' : 'most' in row.goal ? `<= ${row.goal.most}` : `>= ${row.goal.least}`,
    verdict(row),
    row.detail,
  ])
  const all = [['bench', 'figure', 'goal', '', 'measured'], ...cells]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => (column === 1 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** How many goals are met, and which are not. */
export function summary(rows: readonly Row[], failed: readonly string[]): string {
  const judged = rows.filter(({ goal }) => goal !== null)
  const short = judged.filter((row) => meets(row) !== true)
  return [
    `${judged.length - short.length} of ${judged.length} goals met${short.length === 0 ? '.' : '; not:'}`,
    ...short.map((row) => `  ${row.name}: ${number(row.figure)} ${row.unit}`.trimEnd() + `, ${verdict(row)}`),
    ...(failed.length === 0 ? [] : [`No figures from ${failed.join(', ')}: see above.`]),
  ].join('\n')
}

/** Keeps the figures with what they were measured on. */
export async function writeResults(
  file: URL,
  rows: readonly Row[],
  { failed }: { failed: readonly string[] },
): Promise<void> {
  const git = (...args: string[]) => {
    try {
      return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {
      return ''
    }
  }
  const results = {
    at: new Date().toISOString(),
    commit: git('rev-parse', '--short', 'HEAD') || null,
    changedSince: git('status', '--porcelain', '--', 'gateway', 'kit', 'services', 'server', 'schema')
      .split('\n')
      .filter(Boolean).length,
    machine: {
      cores: os.cpus().length,
      cpu: os.cpus()[0]?.model ?? null,
      memoryGb: Math.round(os.totalmem() / 2 ** 30),
      load: os.loadavg()[0],
    },
    node: process.version,
    failed,
    rows: rows.map((row) => ({ ...row, met: meets(row) })),
  }
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
}
