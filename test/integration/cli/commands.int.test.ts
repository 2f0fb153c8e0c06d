import { stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { ask } from '../../support/graph/graph-client.ts'
import { Cli } from '../../support/outside/cli.ts'
import { startMarquee, type RunningMarquee } from '../../support/marquee.ts'

const manifests = `
apiVersion: marquee/v1
kind: Definition
metadata: { name: display/board }
spec:
  kind: COMPONENT
  version: 1.0.0
  propsSchema: { type: object, properties: { title: { type: string }, count: { type: integer } } }
  bundle: export function mount() {}
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Hall }
spec: { definition: display/board, props: { title: Welcome }, placement: { tags: [ground-floor] } }
---
apiVersion: marquee/v1
kind: Instance
metadata: { name: Stairs }
spec: { definition: display/board, placement: { tags: [ground-floor] } }
`

describe('the command line', () => {
  let marquee: RunningMarquee
  let cli: Cli
  beforeAll(async () => {
    marquee = await startMarquee({ mode: 'embedded' })
    cli = await Cli.in(marquee)
    await cli.write('all.yaml', manifests)
    await cli.ok('apply', '-f', 'all.yaml')
  })
  afterAll(() => marquee?.stop())

  const props = async (name: string) =>
    (await cli.json<[{ props: object; lifecycle: string; revision: number }]>('get', 'instances', name))[0]

  it('gives a screen that shows a code an instance to show', async () => {
    const request = 'mutation { requestEnrolment(input: {}) { code key } }'
    const { requestEnrolment: shown } = await ask<{ requestEnrolment: { code: string; key: string } }>(
      marquee,
      request,
      {},
      null,
    )
    expect(await cli.ok('enrol', shown.code.toLowerCase(), 'Hall', '--name', 'By the door')).toContain('instance/Hall')
    const own = '{ enrolment { status } }'
    expect(await ask(marquee, own, {}, shown.key)).toEqual({ enrolment: { status: 'CONFIRMED' } })
    expect(await cli.run(['enrol', shown.code, 'Hall'])).toMatchObject({ code: 1 })
  })

  describe('signing in', () => {
    it('keeps address and key where nobody else can read them, and sends the key to that server only', async () => {
      const own = await Cli.in(null)
      const signedIn = await own.run(['login', marquee.url], { stdin: `${marquee.adminKey}\n` })
      expect(signedIn).toMatchObject({ code: 0, stderr: '' })
      const kept = await stat(path.join(own.folder, '.config/marquee/config.json'))
      expect((kept.mode & 0o777).toString(8)).toBe('600')
      expect(await own.ok('whoami')).toContain('OWNER')
      const elsewhere = marquee.url.replace('127.0.0.1', 'localhost')
      expect((await own.run(['whoami'], { env: { MARQUEE_URL: elsewhere } })).stdout).toContain('anonymous')
      expect((await own.run(['whoami'], { env: { MARQUEE_KEY: 'wrong' } })).stderr).toContain('marquee login')
    })

    it('keeps nothing that does not work', async () => {
      const own = await Cli.in(null)
      expect((await own.run(['login', marquee.url], { stdin: 'wrong' })).code).toBe(1)
      expect((await own.run(['whoami'])).code).toBe(2)
    })
  })

  it.each([
    { what: 'fine', args: ['whoami'], code: 0, says: '' },
    { what: 'refused', args: ['patch', 'Hall', 'count=many'], code: 1, says: 'SCHEMA_VIOLATION' },
    {
      what: 'a name that nobody has',
      args: ['describe', 'instance', 'Nobody'],
      code: 1,
      says: 'marquee get instances',
    },
    { what: 'an unknown command', args: ['fly'], code: 2, says: 'fly' },
    { what: 'a missing argument', args: ['describe', 'instance'], code: 2, says: 'name' },
    { what: 'an unknown kind', args: ['get', 'buses'], code: 2, says: 'definitions' },
    { what: 'an unknown format', args: ['whoami', '-o', 'xml'], code: 2, says: 'table, json, yaml' },
    { what: 'no server', args: ['whoami'], code: 3, says: 'UNAVAILABLE', env: { MARQUEE_URL: 'http://127.0.0.1:1' } },
  ])('says how it went by its exit code: $what is $code', async ({ args, code, says, env }) => {
    const said = await cli.run(args, { env: env ?? {} })
    expect(said.code, said.stderr).toBe(code)
    expect(said.stderr).toContain(says)
  })

  it('says where a change does not fit, and what to do', async () => {
    const { stderr } = await cli.run(['patch', 'Hall', 'count=1.5', 'title=7'])
    expect(stderr).toContain('/count: ')
    expect(stderr).toContain('/title: ')
    expect(stderr).toContain('marquee describe definition')
  })

  it('prints tables for people, JSON and YAML for programs, and no colours into a pipe', async () => {
    const [heading, ...rows] = (await cli.ok('get', 'instances', '--tag', 'ground-floor')).trimEnd().split('\n')
    expect(heading).toMatch(/^NAME +ID +KIND/)
    expect(rows.map((row) => row.split(' ')[0]).sort()).toEqual(['Hall', 'Stairs'])
    expect(heading).not.toContain('\u001b')
    expect(await cli.json('get', 'definitions', 'display/board')).toMatchObject([{ typeKey: 'display/board' }])
    const detail = parse(await cli.ok('describe', 'instance', 'Hall', '-o', 'yaml')) as object
    expect(detail).toMatchObject({ name: 'Hall', definition: { typeKey: 'display/board' } })
  })

  it('patches by path, by JSON and from a file, one or all that carry a tag, and not what changed meanwhile', async () => {
    await cli.ok('patch', 'Hall', 'title=Hi', 'count=3')
    expect((await props('Hall')).props).toEqual({ title: 'Hi', count: 3 })
    await cli.ok('patch', 'Hall', '--json', '{"count":null}')
    await cli.write('patch.json', '{"title":"From a file"}')
    await cli.ok('patch', 'Hall', '--file', 'patch.json')
    const { props: changed, revision } = await props('Hall')
    expect(changed).toEqual({ title: 'From a file' })
    expect(await cli.ok('patch', '--tag', 'ground-floor', 'count=7')).toContain('2 of 2 instances changed')
    const late = await cli.run(['patch', 'Hall', 'count=8', '--revision', String(revision)])
    expect(late).toMatchObject({ code: 1 })
    expect(late.stderr).toContain('CONFLICT')
    expect((await props('Stairs')).props).toEqual({ count: 7 })
  })

  it('watches one or many, live, until it has seen enough or is interrupted', async () => {
    const one = cli.start(['watch', 'Hall', '--count', '2', '-o', 'json'])
    const many = cli.start(['watch', '--tag', 'ground-floor'])
    await vi.waitFor(() => expect(one.stdout()).toContain('SNAPSHOT'), 20_000)
    await vi.waitFor(() => expect(many.stdout().match(/SNAPSHOT/g)).toHaveLength(2), 20_000)
    await cli.ok('patch', 'Hall', 'title=Live')
    expect(await one.ended).toBe(0)
    const [, change] = one.stdout().trimEnd().split('\n')
    expect(JSON.parse(change!)).toMatchObject({ type: 'PROPS', instance: { name: 'Hall', props: { title: 'Live' } } })
    await vi.waitFor(() => expect(many.stdout()).toMatch(/UPDATE +Hall/), 20_000)
    many.interrupt()
    expect(await many.ended).toBe(0)
  })

  it('moves an instance through its life and deletes it with what is below it', async () => {
    await cli.ok('create', 'Cellar', '--definition', 'display/board', '--set', 'title=Down', '--start')
    expect((await props('Cellar')).lifecycle).toBe('ACTIVE')
    expect(await cli.ok('pause', 'Cellar', '--reason', 'painting')).toContain('PAUSED')
    expect(await cli.ok('resume', 'Cellar')).toContain('ACTIVE')
    expect(await cli.ok('stop', 'Cellar')).toContain('STOPPED')
    const again = await cli.run(['start', 'Cellar'])
    expect(again.stderr).toContain('INVALID_TRANSITION')
    expect(await cli.ok('delete', 'instance', 'Cellar')).toContain('deleted')
    expect((await cli.run(['get', 'instances', 'Cellar'])).code).toBe(1)
  })

  it('runs a flow, follows it to its end, and shows its log again', async () => {
    await cli.ok('apply', '-f', await dataset('Numbers', 'numbers.csv'))
    const failed = await cli.run(['run', 'Numbers'])
    expect(failed.code, failed.stdout).toBe(1)
    expect(failed.stdout).toMatch(/^run\/run-\w+ is FAILED/m)
    const [newest] = await cli.json<[{ id: string; status: string }]>('get', 'runs', 'Numbers')
    expect(newest.status).toBe('FAILED')
    expect((await cli.run(['logs', newest.id])).code).toBe(0)
    expect((await cli.run(['logs', 'Numbers', '--follow'])).stdout).toContain('FAILED')
  })

  /** A dataset of a file that is not there: its runs fail, which needs no data. */
  async function dataset(name: string, file: string): Promise<string> {
    const spec = `{ kind: DATASET, definition: data/files, lifecycle: ACTIVE, config: { path: ${file}, format: csv } }`
    await cli.write(
      'dataset.yaml',
      `apiVersion: marquee/v1\nkind: Instance\nmetadata: { name: ${name} }\nspec: ${spec}\n`,
    )
    return 'dataset.yaml'
  }

  it('completes commands and options in bash', async () => {
    const complete = `source <(marquee completion bash); COMP_WORDS=(marquee get zo); COMP_CWORD=2; _marquee; echo "\${COMPREPLY[@]}"`
    expect(await cli.script(complete)).toMatchObject({ code: 0, stdout: 'zones\n' })
    const zsh = await cli.ok('completion', 'zsh')
    expect(zsh).toContain('bashcompinit')
  })

  it('publishes a folder once, refuses another content under the same version, and says what is not fit', async () => {
    await cli.ok('init', 'component', 'display/poster')
    expect(await cli.ok('publish', 'poster')).toContain('is published')
    expect(await cli.ok('publish', 'poster')).toContain('is there already')
    await cli.write('poster/component.js', 'export function mount() { return 1 }')
    const changed = await cli.run(['publish', 'poster'])
    expect(changed).toMatchObject({ code: 1 })
    expect(changed.stderr).toContain('bundle differs: raise its version')
    await cli.write(
      'poster/manifest.json',
      '{ "typeKey": "display/poster", "version": "1.1.0", "bundle": "component.js", "propsSchema": "props.schema.json", "examples": ["example-props.json"] }',
    )
    await cli.write('poster/example-props.json', '{ "headline": 7 }')
    const unfit = await cli.run(['publish', 'poster'])
    expect(unfit).toMatchObject({ code: 1 })
    expect(unfit.stderr).toContain('example-props.json')
  })
})
