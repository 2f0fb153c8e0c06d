import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { exitCodes, Refusal, UsageError } from '../failures.ts'
import { apply, type Result } from '../manifests/apply.ts'
import type { Difference } from '../manifests/differences.ts'
import { exportGraph } from '../manifests/export.ts'
import { kinds } from '../manifests/kinds/index.ts'
import { titleOf, written } from '../manifests/manifest.ts'
import { readManifests } from '../manifests/read-files.ts'
import { World } from '../manifests/world.ts'
import { toYaml, type Output } from '../output.ts'
import type { Session } from '../session.ts'
import { collect, withSession } from './command.ts'

type ApplyFlags = { file: string[]; dryRun?: boolean; prune?: boolean; tag?: string[] }

export function addApply(program: Command): void {
  const files = [
    '-f, --file <file>',
    'a file or folder of YAML or JSON, or - for standard input; may be repeated',
  ] as const
  program
    .command('apply')
    .description('bring the graph to what manifests say; what is so already is left alone')
    .requiredOption(...files, collect)
    .option('--dry-run', 'only show what would be done')
    .option('--prune', 'delete instances that carry the tags of --tag and are in no manifest')
    .option('--tag <tag>', 'with --prune; may be repeated', collect)
    .action(withSession(applyFiles))
  program
    .command('import')
    .argument('<file...>', 'what export has written')
    .description('the same as apply')
    .action(withSession((session: Session, file: string[]) => applyFiles(session, { file })))
  program
    .command('diff')
    .description('show what apply would change; exit code 1 where there is anything')
    .requiredOption(...files, collect)
    .action(withSession(diff))
  program
    .command('export')
    .description('write the graph as manifests, which apply makes an equal graph of')
    .option('-f, --file <file>', 'instead of standard output')
    .option('--kind <kind>', `only this kind: ${kinds.map(({ name }) => name).join(', ')}; may be repeated`, collect)
    .option('--tag <tag>', 'only instances that carry this tag; may be repeated', collect)
    .option('--definition <typeKey>', 'only this definition and its instances')
    .action(withSession(exportTo))
}

async function applyFiles(
  { client, url, output }: Session,
  { file, dryRun = false, prune, tag }: ApplyFlags,
): Promise<void> {
  if (prune === true && tag === undefined)
    throw new UsageError('--prune needs --tag: it deletes only what carries a tag.')
  if (tag !== undefined && prune !== true) throw new UsageError('--tag of apply goes with --prune.')
  const all: Result[] = []
  const code = await apply(new World(client, url), readManifests(file), {
    dryRun,
    prune: prune ? tag : undefined,
    report: (result) => {
      all.push(result)
      if (output.format === 'table') printResult(output, result, dryRun)
    },
  })
  if (output.format !== 'table') output.value(all)
  if (code !== exitCodes.fine)
    throw new Refusal(`${all.filter(({ result }) => result === 'failed').length} of ${all.length} failed.`)
}

const colours = { created: 'green', configured: 'yellow', unchanged: 'dim', pruned: 'red', failed: 'red' } as const

function printResult(output: Output, { kind, name, result, error }: Result, dryRun: boolean): void {
  const title = titleOf({ kind, metadata: { name } })
  output.line(`${title} ${output.paint(colours[result], result)}${dryRun ? ' (dry run)' : ''}`)
  for (const line of error ?? []) output.line(`  ${line}`)
}

async function diff({ client, url, output }: Session, { file }: { file: string[] }): Promise<void> {
  const all: Result[] = []
  await apply(new World(client, url), readManifests(file), { dryRun: true, report: (result) => all.push(result) })
  const changes = all.filter(({ result }) => result !== 'unchanged')
  if (output.format !== 'table') output.value(changes)
  else
    for (const change of changes) {
      printResult(output, change, false)
      for (const difference of change.differences) for (const line of lines(difference, output)) output.line(line)
    }
  if (changes.length > 0) process.exitCode = exitCodes.refused
}

function lines({ pointer, from, to }: Difference, output: Output): string[] {
  return [
    ...(from === undefined ? [] : [output.paint('red', `  - ${pointer}: ${short(from)}`)]),
    ...(to === undefined ? [] : [output.paint('green', `  + ${pointer}: ${short(to)}`)]),
  ]
}

const short = (value: unknown) => {
  const text = JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text
}

type ExportFlags = { file?: string; kind?: string[]; tag?: string[]; definition?: string }

async function exportTo({ client, url, output }: Session, { file, kind, ...narrowed }: ExportFlags): Promise<void> {
  const only = kind?.map((name) => kinds.find((known) => known.name.toLowerCase() === name.toLowerCase())?.name ?? name)
  const unknown = only?.find((name) => !kinds.some((known) => known.name === name))
  if (unknown !== undefined)
    throw new UsageError(`There is no kind ${unknown}: ${kinds.map(({ name }) => name).join(', ')}.`)
  const manifests = (await exportGraph(new World(client, url), narrowed, only)).map(written)
  const text =
    output.format === 'json'
      ? `${JSON.stringify(manifests, null, 2)}\n`
      : manifests.map((manifest) => `---\n${toYaml(manifest)}`).join('')
  if (file === undefined) process.stdout.write(text)
  else {
    // Props and webhooks can hold what is nobody else's business.
    writeFileSync(file, text, { mode: 0o600 })
    output.done({ file, count: manifests.length }, `${manifests.length} manifests in ${file}`)
  }
}
