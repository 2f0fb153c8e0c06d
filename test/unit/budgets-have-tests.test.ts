import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { limitNames, limitVariable } from '../../kit/limits.ts'

/** Budgets that no client can meet through the gateway by itself, with the test that shows them. */
const elsewhere: Readonly<Record<string, { folder: string; word?: string }>> = {
  archiveBytes: { folder: 'services/catalogue' },
  archiveEntries: { folder: 'services/catalogue' },
  archiveFiles: { folder: 'services/catalogue' },
  archiveMs: { folder: 'services/catalogue' },
  closeMs: { folder: 'gateway/live' },
  interactionsKept: { folder: 'test/integration/displays', word: 'pruneInteractions' },
  outsideTokenBytes: { folder: 'test/unit', word: 'defaultLimits\\.outsideTokenBytes' },
  pingMs: { folder: 'gateway/live' },
  rateKeys: { folder: 'kit/rates', word: 'keysMax' },
  runWrittenBytes: { folder: 'test/integration/runs', word: 'an old file that grows' },
  runWrittenFiles: { folder: 'test/integration/runs', word: 'many files' },
  screensKept: { folder: 'test/integration/displays', word: 'pruneSessions' },
  sourceBytes: { folder: 'executors/data' },
  sourceRows: { folder: 'executors/data' },
  sourceTempBytes: { folder: 'executors/data' },
  unreadBytes: { folder: 'gateway/live' },
  unreadMs: { folder: 'gateway/live' },
}
/** Rates are set for each who pays by one loop. */
const rates = /^(address|admin|displayKey|principal)(Reads|Writes|Subscriptions)(PerSecond|AtOnce)$/

const root = path.resolve(import.meta.dirname, '../..')
const textsBelow = (folder: string, isTest: RegExp): string =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => isTest.test(file))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
    .join('\n')

it('sets each budget in a test through the gateway, or names the tests that meet it', () => {
  const integration = textsBelow('test/integration', /\.int\.test\.ts$/)
  const missing = limitNames.filter((name) => {
    const place = elsewhere[name]
    if (place) return !new RegExp(`\\b${place.word ?? name}\\b`).test(textsBelow(place.folder, /\.(test|fault)\.ts$/))
    return !rates.test(name) && !new RegExp(`\\b(${limitVariable(name)}|${name})\\b`).test(integration)
  })
  expect(missing).toEqual([])
})
