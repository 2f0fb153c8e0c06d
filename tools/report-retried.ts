import type { Reporter, TestCase } from 'vitest/node'

/** Names the tests that passed at the second attempt only: each is a fault of the test or of the product. */
export default class ReportRetried implements Reporter {
  readonly #retried: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#retried.push(`${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd(): void {
    if (this.#retried.length === 0) return
    console.log(`\nPassed at the second attempt only (${this.#retried.length}), and to be mended:`)
    for (const name of this.#retried) console.log(`  ${name}`)
  }
}
