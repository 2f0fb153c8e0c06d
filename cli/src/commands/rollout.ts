import { InvalidArgumentError, type Command } from 'commander'
import {
  AbortRolloutDocument,
  PauseRolloutDocument,
  PlanUpgradeDocument,
  ResumeRolloutDocument,
  RolloutDocument,
  StartRolloutDocument,
  type RolloutFieldsFragment,
} from '@marquee/sdk'
import { Refusal } from '../failures.ts'
import { everyPage } from '../find.ts'
import type { Output } from '../output.ts'
import { filterOf } from '../resources.ts'
import { newKey } from '../session.ts'
import { collect, positiveInteger, withSession } from './command.ts'

type StartOptions = { tag?: string[]; wave?: Wave[]; failed?: number; timeout?: number; keepPinned?: boolean }
type Wave = { percent?: number; count?: number; tag?: string }

export function addRollouts(program: Command): void {
  const rollout = program.command('rollout').description('bring a version to many instances in waves, and back')
  rollout
    .command('plan')
    .argument('<type-key>', 'the definition')
    .argument('<version>', 'a published version')
    .description('say of each instance whether it would move, and what is in the way')
    .option('--tag <tag>', 'only instances that carry it; several: all of them', collect)
    .action(
      withSession(async ({ client, output }, definitionTypeKey: string, toVersion: string, { tag }: StartOptions) => {
        const about = { definitionTypeKey, toVersion, filter: filterOf({ tag }) }
        const rows = await everyPage(
          async (after) =>
            (await client.query(PlanUpgradeDocument, { ...about, first: 200, after })).planUpgrade.instances,
        )
        output.list(rows, [
          ['NAME', ({ instance }) => instance.name],
          ['ID', ({ instance }) => instance.id],
          ['VERDICT', ({ verdict }) => verdict],
          ['WHY', ({ problems }) => problems.map(textOf).join('; ')],
        ])
      }),
    )
  addStart(rollout)
  rollout
    .command('status')
    .argument('<id>', 'the id of the rollout')
    .description('say how far it has come, wave by wave, and which instances failed or could not keep an edit')
    .action(
      withSession(async ({ client, output }, id: string) => {
        const { rollout: found } = await client.query(RolloutDocument, { id, first: 200 })
        if (!found) throw new Refusal(`There is no rollout ${id}.`)
        if (output.format !== 'table') return output.value(found)
        say(output, found)
        for (const { instance, status, error, conflicts } of found.instances.nodes)
          if (error !== null || conflicts.length > 0)
            output.line(
              `  ${instance?.name ?? instance?.id ?? '(deleted)'} ${status} ${[error, ...conflicts.map(textOf)].filter(Boolean).join('; ')}`,
            )
      }),
    )
  addVerbs(rollout)
}

function addStart(rollout: Command): void {
  rollout
    .command('start')
    .argument('<type-key>', 'the definition')
    .argument('<version>', 'a published version')
    .description('begin; prints the id of the rollout')
    .option('--tag <tag>', 'only instances that carry it; several: all of them', collect)
    .option('--wave <wave>', '10% of all, a number such as 5, or a tag; several: in order', waveOf)
    .option('--abort-at <percent>', 'take everything back when so many percent of a wave have failed', positiveInteger)
    .option('--timeout <seconds>', 'how long a wave waits for its screens', positiveInteger)
    .option('--keep-pinned', 'leave pinned instances where they are')
    .action(
      withSession(
        async (
          { client, output },
          definitionTypeKey: string,
          toVersion: string,
          { tag, wave, abortAt, timeout, keepPinned }: StartOptions & { abortAt?: number },
        ) => {
          const { startRollout } = await client.mutate(StartRolloutDocument, {
            input: {
              ...{ definitionTypeKey, toVersion, filter: filterOf({ tag }), waves: wave ?? [] },
              ...{ includePinned: !keepPinned, idempotencyKey: newKey() },
              ...(abortAt === undefined ? {} : { abortWhen: { failedPercent: abortAt } }),
              ...(timeout === undefined ? {} : { waveTimeoutSeconds: timeout }),
            },
          })
          output.done(startRollout.rollout, startRollout.rollout.id)
        },
      ),
    )
}

const verbs = [
  ['pause', 'begin no further upgrades until it is resumed'],
  ['resume', 'go on with a paused rollout'],
  ['abort', 'take everything back: version and props of every instance that was moved'],
] as const

function addVerbs(rollout: Command): void {
  for (const [verb, does] of verbs)
    rollout
      .command(verb)
      .argument('<id>', 'the id of the rollout')
      .description(does)
      .option('--reason <text>', 'shown in the rollout')
      .action(
        withSession(async ({ client, output }, id: string, { reason }: { reason?: string }) => {
          const input = { id, reason: reason ?? null, idempotencyKey: newKey() }
          const { rollout: done } =
            verb === 'pause'
              ? (await client.mutate(PauseRolloutDocument, { input })).pauseRollout
              : verb === 'resume'
                ? (await client.mutate(ResumeRolloutDocument, { input })).resumeRollout
                : (await client.mutate(AbortRolloutDocument, { input })).abortRollout
          output.done(done, `rollout/${id} is ${done.status}`)
        }),
      )
}

function say(output: Output, { id, status, reason, definitionTypeKey, toVersion, waves }: RolloutFieldsFragment): void {
  output.line(`rollout/${id} ${definitionTypeKey}@${toVersion} is ${status}${reason === null ? '' : `: ${reason}`}`)
  for (const { number, size, counts } of waves)
    output.line(`  wave ${number} of ${size}: ${counts.map(({ status, count }) => `${count} ${status}`).join(', ')}`)
}

/** A problem or a conflict in a line. */
function textOf(about: unknown): string {
  const { pointer, message, value } = about as { pointer: string; message?: string; value?: unknown }
  return message === undefined ? `lost ${pointer} = ${JSON.stringify(value)}` : `${pointer} ${message}`.trim()
}

/** '10%', '5' or a tag. */
function waveOf(text: string, before: Wave[] = []): Wave[] {
  const [, digits, sign] = /^(\d+)(%?)$/.exec(text) ?? []
  if (text === '') throw new InvalidArgumentError('It must be 10%, 5 or a tag.')
  const wave =
    digits === undefined ? { tag: text } : sign === '%' ? { percent: Number(digits) } : { count: Number(digits) }
  return [...before, wave]
}
