import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { DefinitionsDocument, DefinitionVersionsDocument } from '@marquee/sdk'
import { propsModule, type VersionedSchema } from '../codegen/props-module.ts'
import { Refusal } from '../failures.ts'
import { everyPage, type Client } from '../find.ts'
import { withSession } from './command.ts'

export function addCodegen(program: Command): void {
  program
    .command('codegen')
    .argument('[typeKeys...]', 'default: every component')
    .description("write types of props: InstanceProps<'display/bus-stop', '^1'>")
    .option('-f, --file <file>', 'instead of standard output')
    .action(
      withSession(async ({ client, output }, typeKeys: string[], { file }: { file?: string }) => {
        const named = typeKeys.length > 0 ? typeKeys : await components(client)
        const schemas: VersionedSchema[] = []
        for (const typeKey of named) schemas.push(...(await schemasOf(client, typeKey)))
        const text = propsModule(schemas)
        if (file === undefined) process.stdout.write(text)
        else {
          writeFileSync(file, text)
          output.done({ file, versions: schemas.length }, `${schemas.length} versions in ${file}`)
        }
      }),
    )
}

const components = async (client: Client): Promise<string[]> =>
  (
    await everyPage(
      async (after) =>
        (await client.query(DefinitionsDocument, { filter: { kinds: ['COMPONENT'] }, first: 200, after })).definitions,
    )
  )
    .map(({ typeKey }) => typeKey)
    .sort()

async function schemasOf(client: Client, typeKey: string): Promise<VersionedSchema[]> {
  const versions = await everyPage(async (after) => {
    const { definition } = await client.query(DefinitionVersionsDocument, { typeKey, first: 20, after })
    if (!definition)
      throw new Refusal(`There is no definition ${JSON.stringify(typeKey)}: \`marquee get definitions\` lists them.`)
    return definition.versions
  })
  return versions
    .filter(({ status }) => status !== 'DRAFT' && status !== 'SUBMITTED')
    .map(({ version, propsSchema }) => ({ typeKey, version, propsSchema }))
    .reverse()
}
