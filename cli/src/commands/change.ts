import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import {
  BulkPatchPropsDocument,
  ConfirmEnrolmentDocument,
  CreateInstanceDocument,
  DeleteGroupDocument,
  DeleteZoneDocument,
  PatchPropsDocument,
  ReplacePropsDocument,
  UpgradeInstanceDocument,
} from '@marquee/sdk'
import { objectOf, patchOf } from '../assignments.ts'
import { UsageError } from '../failures.ts'
import { instanceId, settingsOf } from '../find.ts'
import { deleteWhole, move, type Move } from '../lifecycle.ts'
import { filterOf } from '../resources.ts'
import { newKey } from '../session.ts'
import { collect, positiveInteger, withSession } from './command.ts'

type PatchOptions = {
  json?: string
  file?: string
  replace?: boolean
  revision?: number
  tag?: string[]
  definition?: string
}

export function addChanges(program: Command): void {
  addPatch(program)
  addCreate(program)
  addVerbs(program)
  addUpgrade(program)
  addEnrol(program)
  program
    .command('delete')
    .argument('<kind>', 'instance, group or zone')
    .argument('<name>', 'a name or an id')
    .description('delete a group, a zone, or an instance with all below it (stopped and archived first)')
    .action(
      withSession(async ({ client, output }, kind: string, name: string) => {
        if (kind === 'instance' || kind === 'inst') {
          const [instance] = await settingsOf(client, { ids: [await instanceId(client, name)] })
          if (instance) await deleteWhole(client, instance)
        } else if (kind === 'group')
          await client.mutate(DeleteGroupDocument, { input: { id: name, idempotencyKey: newKey() } })
        else if (kind === 'zone')
          await client.mutate(DeleteZoneDocument, { input: { id: name, idempotencyKey: newKey() } })
        else throw new UsageError(`delete takes instance, group or zone, not ${JSON.stringify(kind)}.`)
        output.done({ kind, name, result: 'deleted' }, `${kind}/${name} deleted`)
      }),
    )
}

function addPatch(program: Command): void {
  program
    .command('patch')
    .argument('[instance]', 'a name or an id; left out with --tag or --definition')
    .argument('[assignments...]', 'path=value: alert.message=Late, count=3, alert=null (null removes)')
    .description('change props: of one instance, or of all that carry a tag')
    .option('--json <object>', 'a merge patch')
    .option('--file <file>', 'a merge patch in a file; - reads standard input')
    .option('--replace', 'replace all props instead of merging')
    .option('--revision <number>', 'only if the instance is at this revision', positiveInteger)
    .option('--tag <tag>', 'all instances that carry this tag, in one change; may be repeated', collect)
    .option('--definition <typeKey>', 'all instances of this definition, in one change')
    .action(
      withSession(async ({ client, output }, instance: string | undefined, rest: string[], options: PatchOptions) => {
        const isBulk = options.tag !== undefined || options.definition !== undefined
        const assignments = isBulk && instance !== undefined ? [instance, ...rest] : rest
        const patch = mergedPatch(assignments, options)
        const idempotencyKey = newKey()
        if (isBulk) {
          const input = { filter: filterOf(options), patch, idempotencyKey }
          const { bulkPatchProps: done } = await client.mutate(BulkPatchPropsDocument, { input })
          return output.done(done, `${done.changed} of ${done.targeted} instances changed`)
        }
        if (instance === undefined) throw new UsageError('Name an instance, or many with --tag or --definition.')
        const id = await instanceId(client, instance)
        const guarded = { id, expectedRevision: options.revision, idempotencyKey }
        const done = options.replace
          ? (await client.mutate(ReplacePropsDocument, { input: { ...guarded, props: patch } })).replaceProps
          : (await client.mutate(PatchPropsDocument, { input: { ...guarded, patch } })).patchProps
        output.done(done, `instance/${instance} is at revision ${done.revision}`)
      }),
    )
}

function mergedPatch(assignments: string[], { json, file }: PatchOptions): Record<string, unknown> {
  const given = [json !== undefined, file !== undefined, assignments.length > 0].filter(Boolean).length
  if (given !== 1) throw new UsageError('Give the change once: as path=value, with --json or with --file.')
  if (json !== undefined) return objectOf(json, '--json')
  if (file === undefined) return patchOf(assignments)
  try {
    return objectOf(readFileSync(file === '-' ? 0 : file, 'utf8'), file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

type CreateOptions = {
  definition: string
  version?: string
  set?: string[]
  tag?: string[]
  visibility?: string
  start?: boolean
}

function addCreate(program: Command): void {
  program
    .command('create')
    .argument('<name>', 'name of the new instance')
    .requiredOption('--definition <typeKey>', 'what it is made from')
    .option('--version <version>', 'default: the greatest published one')
    .option('--set <path=value>', 'a prop; may be repeated', collect)
    .option('--tag <tag>', 'may be repeated', collect)
    .option('--visibility <visibility>', 'private, unlisted or public', 'private')
    .option('--start', 'start it at once')
    .description('make a display')
    .action(
      withSession(async ({ client, output, url }, name: string, options: CreateOptions) => {
        const { createInstance } = await client.mutate(CreateInstanceDocument, {
          input: {
            kind: 'DISPLAY',
            name,
            definitionTypeKey: options.definition,
            definitionVersion: options.version,
            props: patchOf(options.set ?? []),
            visibility: options.visibility?.toUpperCase() as 'PRIVATE',
            placement: options.tag === undefined ? null : { tags: options.tag },
            idempotencyKey: newKey(),
          },
        })
        const { instance } = createInstance
        if (options.start) await move(client, 'START', instance.id)
        output.done(instance, `instance/${name} created: ${instance.id}, shown at ${url}${instance.url}`)
      }),
    )
}

const verbs: [verb: string, move: Move, does: string][] = [
  ['start', 'START', 'start an instance that was created'],
  ['pause', 'PAUSE', 'pause an active instance'],
  ['resume', 'RESUME', 'resume a paused instance'],
  ['stop', 'STOP', 'stop an instance for good'],
  ['archive', 'ARCHIVE', 'archive a stopped instance'],
]

function addVerbs(program: Command): void {
  for (const [verb, which, does] of verbs) {
    program
      .command(verb)
      .argument('<instance>', 'a name or an id')
      .description(does)
      .option('--reason <text>', 'shown in the history')
      .action(
        withSession(async ({ client, output }, reference: string, { reason }: { reason?: string }) => {
          const done = await move(client, which, await instanceId(client, reference), reason)
          output.done(done, `instance/${reference} is ${done.instance.lifecycle}`)
        }),
      )
  }
}

function addUpgrade(program: Command): void {
  program
    .command('upgrade')
    .argument('<instance>', 'a name or an id')
    .argument('<version>', 'a published version, an earlier one too')
    .description('move an instance to another version of its definition')
    .option('--dry-run', 'only ask whether it fits')
    .action(
      withSession(async ({ client, output }, name: string, targetVersion: string, { dryRun }: { dryRun?: boolean }) => {
        const input = { id: await instanceId(client, name), targetVersion, dryRun, idempotencyKey: newKey() }
        const { upgradeInstance: done } = await client.mutate(UpgradeInstanceDocument, { input })
        const version = done.instance.definitionVersion?.version ?? targetVersion
        output.done(done, `instance/${name} ${dryRun ? 'fits' : 'is at'} ${version}${dryRun ? ' (dry run)' : ''}`)
      }),
    )
}

function addEnrol(program: Command): void {
  program
    .command('enrol')
    .argument('<code>', 'the six characters on the screen')
    .argument('<instance>', 'a name or an id')
    .option('--name <name>', 'what the screen is called among the credentials')
    .option('--ttl <seconds>', 'how long its key works; default: until it is revoked', positiveInteger)
    .description('give a screen that shows a code an instance to show')
    .action(
      withSession(
        async ({ client, output }, code: string, instance: string, options: { name?: string; ttl?: number }) => {
          const input = {
            code,
            instanceId: await instanceId(client, instance),
            name: options.name ?? null,
            ttlSeconds: options.ttl ?? null,
          }
          const { confirmEnrolment: done } = await client.mutate(ConfirmEnrolmentDocument, { input })
          output.done(done, `the screen shows instance/${instance}; its key is ${done.credentialId}`)
        },
      ),
    )
}
