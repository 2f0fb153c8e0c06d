import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type TestReport = {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/**
 * One line for whoever reads a log from its end. A file that broke before its first test counts as one failure, so
 * that a run cannot look green by not starting.
 */
export function summarise(report: TestReport): { line: string; ok: boolean } {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.numFailedTests + broken.length
  const skipped = report.numPendingTests + report.numTodoTests
  return {
    line: `${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`,
    ok: failed === 0 && report.success && report.numPassedTests > 0,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? process.env.TEST_REPORT ?? join(tmpdir(), 'marquee-tests.json')
  const { line, ok } = summarise(JSON.parse(readFileSync(path, 'utf8')) as TestReport)
  console.log(line)
  process.exitCode = ok ? 0 : 1
}
