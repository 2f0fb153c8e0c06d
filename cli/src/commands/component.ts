import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { readComponent } from '../component-folder.ts'
import { exitCodes, Refusal, UsageError } from '../failures.ts'
import { componentFiles } from '../init/component-files.ts'
import { apply, type Result } from '../manifests/apply.ts'
import { World } from '../manifests/world.ts'
import { withSession } from './command.ts'

type PublishOptions = { draft?: boolean; dryRun?: boolean }

export function addComponents(program: Command): void {
  program
    .command('publish')
    .argument('[folder]', 'a folder with a manifest.json', '.')
    .description('publish a version of a definition from a folder; the same again changes nothing')
    .option('--draft', 'submit it without publishing: it may still change')
    .option('--dry-run', 'only show what would be done')
    .action(
      withSession(async ({ client, url, output }, folder: string, { draft, dryRun = false }: PublishOptions) => {
        const component = readComponent(folder)
        if (draft) component.spec.status = 'DRAFT'
        const results: Result[] = []
        const code = await apply(new World(client, url), [component], { dryRun, report: (one) => results.push(one) })
        const [result] = results
        if (code !== exitCodes.fine) throw new Refusal(result?.error?.join('\n') ?? 'It was not published.')
        const what = `${component.metadata.name}@${String(component.spec.version)}`
        const done = result?.result === 'unchanged' ? 'is there already' : draft ? 'is a draft' : 'is published'
        output.done(result, `${what} ${dryRun ? `would be ${result?.result} (dry run)` : done}`)
      }),
    )

  program
    .command('init')
    .argument('<what>', 'component')
    .argument('<name>', 'type key of the definition, such as display/menu')
    .argument('[folder]', 'default: the last word of the name')
    .description('make a folder that publish understands: manifest, schema, example props, component, README')
    .action((what: string, name: string, given: string | undefined) => {
      if (what !== 'component') throw new UsageError(`init makes a component, not ${JSON.stringify(what)}.`)
      const typeKey = name.includes('/') ? name : `display/${name}`
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)+$/.test(typeKey))
        throw new UsageError('A type key is lower-case words joined by "/" and "-": display/bus-stop.')
      const folder = given ?? typeKey.split('/').at(-1)!
      if (existsSync(folder) && readdirSync(folder).length > 0)
        throw new UsageError(`${folder} is there already and not empty.`)
      mkdirSync(folder, { recursive: true })
      for (const [file, text] of Object.entries(componentFiles(typeKey))) writeFileSync(path.join(folder, file), text)
      process.stdout.write(`${folder} is ready: cd ${folder} && marquee publish\n`)
    })
}
