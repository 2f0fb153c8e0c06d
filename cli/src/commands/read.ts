import type { Command } from 'commander'
import { DefinitionVersionsDocument, GroupDocument, MeDocument, RunDocument, ZoneDocument } from '@marquee/sdk'
import { Refusal, UsageError } from '../failures.ts'
import { everyPage, instanceDetail } from '../find.ts'
import { resourceNames, showResource, type Narrowing } from '../resources.ts'
import type { Session } from '../session.ts'
import { collect, positiveInteger, withSession } from './command.ts'

export function addReads(program: Command): void {
  program
    .command('get')
    .argument('<kind>', resourceNames.join(', '))
    .argument('[name]', 'a name, an id or a type key; for runs an instance')
    .description('list what there is')
    .option('--tag <tag>', 'instances that carry this tag; may be repeated', collect)
    .option('--definition <typeKey>', 'instances of this definition')
    .option('--lifecycle <state>', 'instances in this state: created, active, paused, stopped, archived')
    .option('--limit <count>', 'at most so many', positiveInteger, 200)
    .action(
      withSession(async ({ client, output }, kind: string, name: string | undefined, options: Narrowing) => {
        const count = await showResource(kind, client, output, { ...options, name })
        if (count === 0 && name !== undefined) throw new Refusal(`There is no ${kind} ${JSON.stringify(name)}.`)
      }),
    )

  program
    .command('describe')
    .argument('<kind>', 'instance, definition, run, group or zone')
    .argument('<name>', 'a name, an id or a type key')
    .description('show one thing whole')
    .action(withSession(describe))

  program
    .command('whoami')
    .description('show who you are, and where')
    .action(
      withSession(async ({ client, output, url }) => {
        const { me } = await client.query(MeDocument)
        const roles = me?.roles.join(', ') || 'no role'
        output.done(
          { url, viewer: me },
          me ? `${me.principal.displayName} (${me.principal.kind}, ${roles}) at ${url}` : `anonymous at ${url}`,
        )
      }),
    )
}

async function describe({ client, output }: Session, kind: string, name: string): Promise<void> {
  const found = await read(client, kind, name)
  if (!found) throw new Refusal(`There is no ${kind} ${JSON.stringify(name)}, or it is not yours to see.`)
  output.value(found)
}

async function read(client: Session['client'], kind: string, name: string): Promise<unknown> {
  switch (kind) {
    case 'instance':
    case 'inst':
      return instanceDetail(client, name)
    case 'definition':
    case 'def': {
      const { definition } = await client.query(DefinitionVersionsDocument, { typeKey: name, first: 1 })
      if (!definition) return null
      const versions = await everyPage(async (after) => {
        const page = await client.query(DefinitionVersionsDocument, { typeKey: name, first: 20, after })
        return page.definition!.versions
      })
      return { ...definition, versions }
    }
    case 'run':
      return (await client.query(RunDocument, { id: name })).run
    case 'group':
      return (await client.query(GroupDocument, { id: name })).group
    case 'zone':
      return (await client.query(ZoneDocument, { id: name })).zone
    default:
      throw new UsageError(`describe takes instance, definition, run, group or zone, not ${JSON.stringify(kind)}.`)
  }
}
