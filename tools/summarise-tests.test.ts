import { expect, test } from 'vitest'
import { summarise } from './summarise-tests.ts'

const report = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [],
}

test('a green run is one line with its skipped tests counted', () => {
  expect(summarise(report)).toEqual({ line: '7 passed, 0 failed, 2 skipped', ok: true })
})

test('a file that breaks before its first test is a failure', () => {
  const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(summarise(broken)).toEqual({ line: '7 passed, 1 failed, 2 skipped', ok: false })
})

test('a run without tests is not a success', () => {
  expect(summarise({ ...report, numPassedTests: 0 }).ok).toBe(false)
})
