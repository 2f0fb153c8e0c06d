import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * `vitest run` is unit + integration + e2e. A short round of faults (killed servers, cut networks) takes
 * minutes: they run in CI, and where TEST_FAULTS=1 asks for it.
 */
/** vite would take graphql's .mjs and @apollo/subgraph its .js: two copies of one module, whose types do not mix. */
const sdk = fileURLToPath(new URL('sdk/src', import.meta.url))
const resolve = {
  alias: [
    { find: /^graphql$/, replacement: 'graphql/index.js' },
    // The sources of the SDK instead of what is packed from them, which need not be there.
    { find: /^@marquee\/sdk$/, replacement: `${sdk}/index.ts` },
    { find: /^@marquee\/sdk\/(live|react)$/, replacement: `${sdk}/$1/index.ts` },
    { find: /^@marquee\/sdk\/host$/, replacement: `${sdk}/forge-host.ts` },
  ],
}
const servers = {
  globalSetup: ['test/support/global-setup.ts'],
  pool: 'forks' as const,
  // One missed deadline in thousands of tests is no reason to refuse a change; what is broken fails twice. The report at
  // the end names what passed at the second attempt only.
  retry: process.env.CI ? 1 : 0,
}
const faults = {
  resolve,
  test: {
    ...servers,
    name: 'faults',
    // The rolling restart and the fuzz still find faults of ours: they run where they are asked for (TEST_FAULTS=1).
    include: process.env.TEST_FAULTS
      ? ['test/faults/**/*.fault.ts', 'test/fuzz/**/*.fuzz.ts']
      : ['test/faults/short-round.fault.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: 3 },
  },
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    // CI asks for a report, of which tools/summarise-tests.ts makes the last line of its run.
    reporters: [
      'default',
      './tools/report-retried.ts',
      ...(process.env.TEST_REPORT ? [['json', { outputFile: process.env.TEST_REPORT }] as ['json', object]] : []),
    ],
    // Two: each integration file has its own database, and the machines that run CI have two cores.
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          // Property tests are patient on a machine that does other things too.
          testTimeout: 30_000,
          include: [
            '{kit,executors,services,gateway,server,sdk,cli,apps,demo,tools}/**/*.test.ts',
            'test/unit/**/*.test.ts',
            'test/{faults,fuzz}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', 'dist/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: {
          ...servers,
          name: 'integration',
          include: ['test/integration/**/*.int.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          ...servers,
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      ...(process.env.CI || process.env.TEST_FAULTS ? [faults] : []),
    ],
  },
})
