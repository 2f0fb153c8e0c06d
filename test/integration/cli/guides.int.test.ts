import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cli } from '../../support/outside/cli.ts'
import { graphql, startMarquee, type RunningMarquee } from '../../support/marquee.ts'
import { root } from '../../support/outside/packages.ts'

const usualUrl = 'http://127.0.0.1:4000'

/** What a guide tells to type, what it says is then printed, and its other blocks by language. */
function blocksOf(guide: string) {
  const text = readFileSync(path.join(root, 'docs/guides', guide), 'utf8')
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```/gm)].map(([, language = '', code = '']) => ({ language, code }))
}

/** A line of a guide, in which '…' stands for anything. */
const asPattern = (line: string) =>
  new RegExp(
    `^${line
      .split('…')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'm',
  )

/** Types everything in a guide, in one shell; after each block what it says is printed has to be there. */
async function follow(guide: string, cli: Cli, url: string): Promise<void> {
  const mark = '--- end of block ---'
  const blocks = blocksOf(guide).filter(({ language }) => language === 'sh' || language === 'text')
  const script = blocks
    .filter(({ language }) => language === 'sh')
    .map(({ code }) => `${code.replaceAll(usualUrl, url)}\necho '${mark}'\n`)
    .join('')
  const { code, stdout, stderr } = await cli.script(script)
  expect(code, `${stdout}\n${stderr}`).toBe(0)
  const outputs = stdout.split(`${mark}\n`)
  let output = ''
  for (const { language, code: text } of blocks) {
    if (language === 'sh') output = outputs.shift() ?? ''
    else
      for (const line of text.replaceAll(usualUrl, url).trimEnd().split('\n')) expect(output).toMatch(asPattern(line))
  }
}

describe('the guide', () => {
  let marquee: RunningMarquee
  beforeAll(async () => {
    marquee = await startMarquee({ mode: 'embedded' })
  })
  afterAll(() => marquee?.stop())

  it('to the command line works line by line in an empty folder', async () => {
    const cli = await Cli.in(null)
    await mkdir(path.join(cli.folder, '.marquee'))
    await writeFile(path.join(cli.folder, '.marquee/admin-key'), `${marquee.adminKey}\n`)
    await follow('cli.md', cli, marquee.url)
    const answer = await graphql<{ instances: { nodes: { name: string; effectiveProps: { title: string } }[] } }>(
      marquee,
      '{ instances(filter: { definitionTypeKey: "display/menu" }, orderBy: NAME_ASC) { nodes { name effectiveProps } } }',
    )
    expect(answer.data?.instances.nodes.map(({ name, effectiveProps }) => [name, effectiveProps.title])).toEqual([
      ['Counter', 'Closed'],
      ['Window', 'Closed'],
    ])
    await rm(cli.folder, { recursive: true })
  })

  it('to rollouts works line by line in an empty folder, and both screens are moved at the end', async () => {
    const cli = await Cli.in(marquee)
    await follow('rollouts.md', cli, marquee.url)
    const answer = await graphql<{ instances: { nodes: object[] } }>(
      marquee,
      '{ instances(filter: { definitionTypeKey: "display/board" }, orderBy: NAME_ASC) { nodes { name effectiveProps definitionVersion { version } } } }',
    )
    expect(answer.data?.instances.nodes).toEqual([
      { name: 'Hall', effectiveProps: { headline: 'Welcome' }, definitionVersion: { version: '2.0.0' } },
      { name: 'Lift', effectiveProps: { headline: 'Going up' }, definitionVersion: { version: '2.0.0' } },
    ])
    await rm(cli.folder, { recursive: true })
  })

  it('to programmes works line by line, and the board shows what its preview names for now', async () => {
    const cli = await Cli.in(null)
    await mkdir(path.join(cli.folder, '.marquee'))
    await writeFile(path.join(cli.folder, '.marquee/admin-key'), `${marquee.adminKey}\n`)
    await follow('programmes.md', cli, marquee.url)
    type Board = { effectiveProps: { title: string }; programme: { entry: string | null } }
    const board = async () =>
      (
        await graphql<{ instances: { nodes: Board[] } }>(
          marquee,
          '{ instances(filter: { name: "Board" }) { nodes { effectiveProps programme { entry } } } }',
        )
      ).data?.instances.nodes[0]
    await expect.poll(async () => (await board())?.programme.entry, { timeout: 20_000 }).toMatch(/^(day|lunch|fish)$/)
    const { effectiveProps, programme } = (await board())!
    expect(effectiveProps.title).toBe({ day: 'Good day', lunch: 'Lunch', fish: 'Fish' }[programme.entry ?? ''])
    const { code, stdout } = await cli.script('marquee export | grep -A40 "kind: Programme"')
    expect(code, stdout).toBe(0)
    expect(stdout).toContain('exceptCalendars')
    await rm(cli.folder, { recursive: true })
  })

  it('to a component of one’s own works line by line in an empty folder, and its types fit its example', async () => {
    const cli = await Cli.in(marquee)
    await follow('component.md', cli, marquee.url)
    const answer = await graphql<{ instances: { nodes: object[] } }>(
      marquee,
      '{ instances(filter: { name: "Shop window" }) { nodes { lifecycle effectiveProps definitionVersion { version } } } }',
    )
    expect(answer.data?.instances.nodes).toEqual([
      {
        lifecycle: 'ACTIVE',
        effectiveProps: { headline: 'Fresh bread', accent: '#c2410c', price: 2.4 },
        definitionVersion: { version: '1.1.0' },
      },
    ])
    const example = blocksOf('component.md').find(({ language }) => language === 'ts')!.code
    const file = path.join(cli.folder, 'bakery/example.ts')
    await writeFile(file, `${example}\n// @ts-expect-error a price is a number\nprops.price = 'cheap'\n`)
    const options = {
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      types: [],
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    }
    const problems = ts.getPreEmitDiagnostics(ts.createProgram([file], options)).map(({ messageText }) => messageText)
    expect(problems).toEqual([])
    await rm(cli.folder, { recursive: true })
  })
})
