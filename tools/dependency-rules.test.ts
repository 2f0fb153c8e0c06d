import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import type { ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { afterAll, beforeAll, expect, test } from 'vitest'

/**
 * Each rule is broken once on purpose, in a tree of its own. A line is `importer -> imported`; half of them import
 * types only, since those count too.
 */
const forbidden: [rule: string, edge: string][] = [
  ['services-are-islands', 'services/runtime/actions/start.ts -> services/catalogue/index.ts'],
  ['services-are-islands', 'services/runtime/ports.ts -> services/catalogue/ports.ts'],
  ['services-are-islands', 'services/placement/store/rows.ts -> gateway/router.ts'],
  ['services-have-one-door', 'server/links/definitions.ts -> services/catalogue/store/versions.ts'],
  ['domain-is-pure', 'services/runtime/domain/decide.ts -> services/runtime/store/instances.ts'],
  ['domain-is-pure', 'services/runtime/domain/clocked.ts -> kit/clock.ts'],
  ['domain-does-no-io', 'services/runtime/domain/reads.ts -> node:fs'],
  ['domain-does-no-io', 'services/runtime/domain/packaged.ts -> pg'],
  ['store-looks-down', 'services/runtime/store/eager.ts -> services/runtime/actions/stop.ts'],
  ['actions-know-no-graphql', 'services/runtime/actions/stop.ts -> services/runtime/graphql/generated.ts'],
  ['prisma-stays-in-store', 'services/runtime/graphql/resolvers.ts -> prisma/generated/client.ts'],
  ['kit-knows-nobody', 'kit/helper.ts -> schema/events.ts'],
  ['executors-run-alone', 'executors/builtin/greedy.ts -> services/runtime/store/rows.ts'],
  ['executors-have-one-door', 'services/runtime/engine/shortcut.ts -> executors/builtin/greedy.ts'],
  ['executors-have-one-door', 'server/links/shortcut.ts -> executors/data/duck.ts'],
  ['no-cycles', 'kit/pure/egg.ts -> kit/pure/hen.ts'],
  ['gateway-sees-no-service', 'gateway/merged.ts -> services/runtime/index.ts'],
  ['nothing-imports-server', 'services/placement/index.ts -> server/main.ts'],
  ['sdk-stands-alone', 'sdk/src/client.ts -> kit/pure/egg.ts'],
  ['apps-use-sdk-only', 'apps/screen/src/page.ts -> kit/pure/egg.ts'],
  ['apps-use-sdk-only', 'apps/dashboard/src/main.ts -> apps/screen/src/frame.ts'],
  ['cli-uses-sdk-only', 'cli/src/program.ts -> kit/pure/egg.ts'],
  ['nothing-imports-tests', 'server/embedded.ts -> test/support/postgres.ts'],
]

const allowed = [
  'kit/pure/hen.ts -> kit/pure/egg.ts',
  'services/catalogue/index.ts -> services/catalogue/store/versions.ts',
  'services/catalogue/store/versions.ts -> prisma/generated/client.ts',
  'services/catalogue/domain/publish.ts -> kit/pure/nest.ts',
  'services/catalogue/domain/refuse.ts -> kit/errors/app-error.ts',
  'services/catalogue/domain/readers.ts -> kit/graphql/viewer/viewer.ts',
  'services/catalogue/domain/changes.ts -> schema/events.ts',
  'services/catalogue/domain/publish.test.ts -> vitest',
  'services/catalogue/actions/publish.ts -> services/catalogue/domain/publish.ts',
  'server/links/catalogue.ts -> services/catalogue/ports.ts',
  'gateway/live.ts -> schema/events.ts',
  'apps/screen/src/service.ts -> sdk/src/index.ts',
  'test/support/marquee.ts -> server/main.ts',
  'executors/registry.ts -> executors/builtin/modest.ts',
  'executors/builtin/modest.ts -> kit/http/fetch.ts',
  'services/runtime/engine/runs.ts -> executors/run-isolated.ts',
  'kit/bus/bus.contract.ts -> test/support/postgres.ts',
]

const root = mkdtempSync(join(tmpdir(), 'marquee-rules-'))
let found: string[]

beforeAll(async () => {
  const imports = new Map<string, string[]>()
  for (const [index, edge] of [...forbidden.map(([, edge]) => edge), ...allowed].entries()) {
    const [from = '', to = ''] = edge.split(' -> ')
    const local = to.includes('/')
    const target = local ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to
    imports.set(from, [
      ...(imports.get(from) ?? []),
      `import ${index % 2 ? 'type ' : ''}* as it${index} from '${target}'`,
    ])
    if (local && !imports.has(to)) imports.set(to, [])
  }
  for (const [path, lines] of imports) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), `${lines.join('\n')}\nexport const here = 1\n`)
  }
  const options = await extractDepcruiseOptions(fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url)))
  const { output } = await cruise(['.'], { ...options, validate: true, baseDir: root })
  found = (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
}, 30_000)

afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

test.each(forbidden)('%s catches %s', (rule, edge) => {
  const [from, to = ''] = edge.split(' -> ')
  const same = (line: string) => line.startsWith(`${rule}: ${from} -> `) && line.includes(to.replace('node:', ''))
  expect(found.filter(same), found.join('\n')).toHaveLength(1)
})

test('what the rules allow passes', () => {
  const deliberate = new Set(forbidden.map(([, edge]) => edge.split(' -> ')[0]))
  expect(found.filter((line) => !deliberate.has(line.split(' ')[1] ?? ''))).toEqual([])
})
