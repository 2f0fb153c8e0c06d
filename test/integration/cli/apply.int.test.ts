import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Cli } from '../../support/outside/cli.ts'
import { graphql, startMarquee, type Mode, type RunningMarquee } from '../../support/marquee.ts'
import { describeRedis } from '../../support/redis.ts'

/** A graph with one of everything, in an order in which nothing could be made one after the other. */
const everything = `
apiVersion: marquee/v1
kind: Grant
metadata: { name: Ada on the bakery }
spec: { principal: ada@example.com, role: OPERATOR, on: { project: Bakery } }
---
apiVersion: marquee/v1
kind: Group
metadata: { name: town/centre }
spec: { title: Centre, parent: town, selector: { tags: { all: [centre] } } }
---
apiVersion: marquee/v1
kind: Group
metadata: { name: bright }
spec: { title: Bright, selector: { groupId: town, tags: { all: [bright] } } }
---
apiVersion: marquee/v1
kind: Group
metadata: { name: town }
spec: { title: Town, members: ['\${instance/Clock}', '\${instance/Counter}'] }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Counter }
spec:
  definition: display/sign
  version: 1.0.0
  parent: \${instance/House}
  lifecycle: PAUSED
  visibility: PUBLIC
  props: { title: 'Costs \${instance/}Clock}', list: [1, { deep: true }] }
  metadata: { clock: 'see \${instance/Clock}' }
  placement: { location: main-square, geo: { lat: 47.37, lng: 8.54 }, tags: [centre, shop] }
  webhooks: { onError: 'https://example.com/hook' }
  bindings:
    - { key: time, source: DO, path: '\${instance/Clock}#/time', strategy: DURABLE }
    - { key: price, source: KV, path: 'prices#/bread' }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Clock }
spec:
  definition: display/sign
  upgradeStrategy: MINOR
  maxVersion: 1.9.0
  runtime: DURABLE
  metadata: { beside: '\${instance/Counter}' }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: House }
spec: { definition: display/sign, lifecycle: ACTIVE }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Clock, project: Bakers/Official/Bakery }
spec: { definition: display/sign, props: { title: The same name elsewhere } }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Prices of flour }
spec:
  kind: DATASET
  definition: data/files
  config: { path: flour.csv, format: csv }
  lifecycle: ACTIVE
  schedules: { refresh: { expression: 0 6 * * 1, timezone: Europe/Zurich, enabled: false } }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Flour and bread }
spec:
  kind: DATASET
  definition: data/files
  config: { path: bread.csv, format: csv }
  upstreams: { refresh: [{ instance: '\${instance/Prices of flour}', role: input }] }
---
apiVersion: marquee/v1
kind: Kv
metadata: { name: prices }
spec: { value: { bread: 4.2 } }
---
apiVersion: marquee/v1
kind: Definition
metadata: { name: display/sign }
spec:
  kind: COMPONENT
  title: Sign
  versions:
    - { version: 1.0.0, bundle: 'export function mount() {}', defaultProps: { title: None } }
    - { version: 1.1.0, bundle: 'export function mount() { return 1 }', status: DEPRECATED }
    - { version: 2.0.0, bundle: 'export function mount() {}', status: DRAFT }
---
apiVersion: marquee/v1
kind: Config
metadata: { name: main-hall }
spec: { kind: LAB_LOCATION, title: Main hall, body: { seats: 40 } }
---
apiVersion: marquee/v1
kind: Zone
metadata: { name: old-town }
spec: { title: Old town, center: { lat: 47.37, lng: 8.54 }, radiusMeters: 600 }
---
apiVersion: marquee/v1
kind: Location
metadata: { name: main-square }
spec: { title: Main square, parent: zurich }
---
apiVersion: marquee/v1
kind: Location
metadata: { name: zurich }
spec: { title: Zürich, geo: { lat: 47.37, lng: 8.54 }, timezone: Europe/Zurich }
---
apiVersion: marquee/v1
kind: Project
metadata: { name: Bakery }
spec: { space: Bakers }
---
apiVersion: marquee/v1
kind: Space
metadata: { name: Bakers }
spec: { owner: ada@example.com }
---
apiVersion: marquee/v1
kind: User
metadata: { name: ada@example.com }
spec: { displayName: Ada }
`

type Result = { kind: string; name: string; result: string; error?: string[]; differences: { pointer: string }[] }
const resultsOf = (results: Result[]) => new Set(results.map(({ result }) => result))

/** Each command is a process of its own, and a busy machine starts few of them at once. */
const patience = 300_000

function suite(mode: Mode): void {
  let marquee: RunningMarquee
  let empty: RunningMarquee
  let cli: Cli
  let other: Cli
  beforeAll(async () => {
    marquee = await startMarquee({ mode })
    empty = await startMarquee({ mode: 'embedded' })
    cli = await Cli.in(marquee)
    other = await Cli.in(empty)
    await cli.write('all.yaml', everything)
  }, patience)
  afterAll(async () => {
    await marquee?.stop()
    await empty?.stop()
  })

  it('makes everything, whatever the order, and finds nothing to do the second time', async () => {
    const dry = await cli.json<Result[]>('apply', '-f', 'all.yaml', '--dry-run').catch((error: Error) => error.message)
    // What belongs to something that is not there yet cannot be looked up.
    expect(String(dry)).toContain('Bakery')
    expect(await cli.ok('get', 'instances')).not.toContain('Counter')

    const first = await cli.json<Result[]>('apply', '-f', 'all.yaml')
    expect(first.filter(({ result }) => result === 'failed')).toEqual([])
    expect(resultsOf(first)).toEqual(new Set(['created']))
    const second = await cli.json<Result[]>('apply', '-f', 'all.yaml')
    expect(second.filter(({ result }) => result !== 'unchanged')).toEqual([])
    expect(second).toHaveLength(first.length)
    expect(await cli.ok('diff', '-f', 'all.yaml')).toBe('')
  })

  it('means instances by their names: parents, members, rings of them, and texts that mean nothing', async () => {
    const { data } = await graphql<{ instances: { nodes: { name: string; id: string }[] } }>(
      marquee,
      `
        {
          instances(filter: { name: "Counter" }) {
            nodes {
              id
              lifecycle
              parent {
                name
              }
              groups {
                id
              }
              metadata
              props
              effectiveProps
              bindings {
                path
              }
            }
          }
        }
      `,
    )
    const clock = await graphql<{ instances: { nodes: { id: string; metadata: object }[] } }>(
      marquee,
      `
        {
          instances(filter: { name: "Clock", projectId: "00000000-0000-0000-0000-000000000013" }) {
            nodes {
              id
              metadata
            }
          }
        }
      `,
    )
    const counterId = data!.instances.nodes[0]!.id
    const { id: clockId, metadata } = clock.data!.instances.nodes[0]!
    expect(metadata).toEqual({ beside: counterId })
    expect(data!.instances.nodes[0]).toMatchObject({
      lifecycle: 'PAUSED',
      parent: { name: 'House' },
      metadata: { clock: `see ${clockId}` },
      props: { title: 'Costs ${instance/Clock}', list: [1, { deep: true }] },
      effectiveProps: { price: 4.2 },
      bindings: [{ path: `${clockId}#/time` }, { path: 'prices#/bread' }],
    })
  })

  it('changes what differs and nothing else, and says what', async () => {
    await cli.write(
      'change.yaml',
      everything.replace('bread: 4.2', 'bread: 4.5').replace('[centre, shop]', '[centre, bakery]'),
    )
    const before = await cli.run(['diff', '-f', 'change.yaml', '-o', 'json'])
    expect(before.code).toBe(1)
    const pointers = (JSON.parse(before.stdout) as Result[]).map(({ name, differences }) => [
      name,
      differences.map(({ pointer }) => pointer),
    ])
    expect(pointers).toEqual([
      ['prices', ['/value/bread']],
      ['Counter', ['/placement/tags']],
    ])
    const done = await cli.json<Result[]>('apply', '-f', 'change.yaml')
    expect(done.filter(({ result }) => result !== 'unchanged').map(({ name, result }) => [name, result])).toEqual([
      ['prices', 'configured'],
      ['Counter', 'configured'],
    ])
  })

  it('export and apply make an equal graph of an empty one, and exporting that gives the same text', async () => {
    const exported = await cli.ok('export')
    expect(exported).not.toMatch(/inst-[a-z0-9]{8}/)
    await other.write('exported.yaml', exported)
    const applied = await other.json<Result[]>('apply', '-f', 'exported.yaml')
    expect(applied.filter(({ result }) => result !== 'created')).toEqual([])
    expect(await other.ok('export')).toBe(exported)
    await other.write('exported.json', await cli.ok('export', '-o', 'json'))
    const again = await other.json<Result[]>('apply', '-f', 'exported.json')
    expect(resultsOf(again)).toEqual(new Set(['unchanged']))
  })

  it('prunes what carries a tag and is in no manifest, and only that', async () => {
    const sign = (name: string) => `apiVersion: marquee/v1
kind: Instance
metadata: { name: ${name} }
spec: { definition: display/sign, lifecycle: ACTIVE, placement: { tags: [fair] } }
`
    await cli.write('fair.yaml', [sign('Tent 1'), sign('Tent 2')].join('---\n'))
    await cli.ok('apply', '-f', 'fair.yaml')
    await cli.write('fair.yaml', sign('Tent 1'))
    const prune = ['apply', '-f', 'fair.yaml', '--prune', '--tag', 'fair']
    expect(await cli.ok(...prune, '--dry-run')).toContain('instance/Tent 2 pruned (dry run)')
    expect(await cli.ok(...prune)).toBe('instance/Tent 1 unchanged\ninstance/Tent 2 pruned\n')
    expect(await cli.ok(...prune)).toBe('instance/Tent 1 unchanged\n')
    expect(await cli.ok('get', 'instances', 'Counter')).toContain('Counter')
    await cli.write('untagged.yaml', sign('Tent 3').replace('[fair]', '[]'))
    expect(await cli.run(['apply', '-f', 'untagged.yaml', '--prune', '--tag', 'fair'])).toMatchObject({ code: 2 })
  })

  it('fails alone where one is refused, and not at all where a file is written wrongly', async () => {
    await cli.write(
      'bad.yaml',
      `apiVersion: marquee/v1
kind: Instance
metadata: { name: Nothing }
spec: { definition: display/nothing }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Fine }
spec: { definition: display/sign }
`,
    )
    const said = await cli.run(['apply', '-f', 'bad.yaml'])
    expect(said.code).toBe(1)
    expect(said.stdout).toContain('instance/Nothing failed\n  NOT_FOUND')
    expect(said.stdout).toContain('instance/Fine created')

    for (const [wrong, says] of [
      ['kind: Instance', '/apiVersion must be'],
      ['apiVersion: marquee/v1\nkind: Bus\nmetadata: { name: A }', '/kind must be one of'],
      [
        'apiVersion: marquee/v1\nkind: Instance\nmetadata: { name: A }\nspec: { colour: red }',
        '/spec/colour is not known',
      ],
      ['apiVersion: marquee/v1\nkind: Instance\nmetadata: { nam: A }', '/metadata/name must be text'],
      ['a: [', 'document 1'],
    ] as const) {
      await cli.write('wrong.yaml', wrong)
      const refused = await cli.run(['apply', '-f', 'wrong.yaml'])
      expect(refused.code, wrong).toBe(2)
      expect(refused.stderr).toContain(says)
    }
    expect(await cli.run(['apply', '-f', 'bad.yaml'], { env: { MARQUEE_URL: 'http://127.0.0.1:1' } })).toMatchObject({
      code: 3,
    })
  })
}

describe('apply and export, embedded', { timeout: patience }, () => suite('embedded'))
describeRedis('apply and export, distributed', () => {
  vi.setConfig({ testTimeout: patience })
  suite('distributed')
})
