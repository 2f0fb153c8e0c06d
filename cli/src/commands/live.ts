import type { Command } from 'commander'
import { RunLogDocument, RunsDocument, TriggerRunDocument, type LiveClient, type MarqueeError } from '@marquee/sdk'
import { objectOf, patchOf } from '../assignments.ts'
import { Refusal, UsageError } from '../failures.ts'
import { everyPage, instanceId } from '../find.ts'
import { filterOf } from '../resources.ts'
import { newKey, type Session } from '../session.ts'
import { collect, positiveInteger, untilInterrupted, withSession } from './command.ts'

type WatchOptions = { tag?: string[]; definition?: string; count?: number }

export function addLive(program: Command): void {
  program
    .command('watch')
    .argument('[instance]', 'a name or an id; left out with --tag or --definition')
    .description('follow changes live until Ctrl-C')
    .option('--tag <tag>', 'all instances that carry this tag; may be repeated', collect)
    .option('--definition <typeKey>', 'all instances of this definition')
    .option('--count <count>', 'end after so many lines', positiveInteger)
    .action(withSession(watch))

  program
    .command('run')
    .argument('<instance>', 'a name or an id')
    .description('start a run and follow it to its end; exit code 1 unless it succeeds')
    .option('--flow <name>', 'required when the instance has several')
    .option('--param <path=value>', 'passed to the executor; may be repeated', collect)
    .option('--params <object>', 'the same as JSON')
    .option('--no-follow', 'do not wait for the end')
    .action(withSession(run))

  program
    .command('logs')
    .argument('<run>', 'id of a run, or an instance for its newest run')
    .description('show what a run has logged')
    .option('-f, --follow', 'go on until the run ends')
    .action(
      withSession(async (session: Session, reference: string, { follow }: { follow?: boolean }) => {
        const id = await runId(session, reference)
        if (follow) return void (await followRun(session, id))
        await printLog(session, id)
      }),
    )
}

async function watch(session: Session, reference: string | undefined, options: WatchOptions): Promise<void> {
  const { output } = session
  const live = await session.live()
  const isSet = options.tag !== undefined || options.definition !== undefined
  if (isSet === (reference !== undefined))
    throw new UsageError('Name one instance, or many with --tag or --definition.')
  let told = 0
  await following((stop, refuse) => {
    const tell = (value: unknown, text: string) => {
      output.event(value, text)
      told += 1
      if (told === options.count) stop()
    }
    return isSet
      ? watchSet(live, options, tell, refuse)
      : instanceId(session.client, reference!).then((id) => watchOne(live, id, tell, refuse))
  })
}

type Tell = (value: unknown, text: string) => void

function watchOne(live: LiveClient, id: string, tell: Tell, onError: (error: MarqueeError) => void) {
  return live.instance(id, {
    onError,
    onChange: ({ instance, revision }, { type, at, patch, actorId, reason }) =>
      tell(
        { type, at, revision, patch, actorId, reason, instance },
        `${at}  ${type.padEnd(9)}  ${instance.name ?? id}  revision ${revision}  ${patch ? JSON.stringify(patch) : ''}`.trimEnd(),
      ),
  })
}

function watchSet(live: LiveClient, narrowing: WatchOptions, tell: Tell, onError: (error: MarqueeError) => void) {
  return live.instances(filterOf(narrowing), {
    onError,
    onChange: (_, event) => {
      const { change, instance } = event
      if (!instance) return
      const { name, id, revision, lifecycle, presence } = instance
      tell(event, `${change.padEnd(9)}  ${name ?? id}  revision ${revision}  ${lifecycle}  ${presence}`)
    },
  })
}

type RunOptions = { flow?: string; param?: string[]; params?: string; follow: boolean }

async function run(session: Session, reference: string, options: RunOptions): Promise<void> {
  const { client, output } = session
  const { triggerRun } = await client.mutate(TriggerRunDocument, {
    input: {
      instanceId: await instanceId(client, reference),
      flow: options.flow,
      parameters: { ...(options.params ? objectOf(options.params, '--params') : {}), ...patchOf(options.param ?? []) },
      idempotencyKey: newKey(),
    },
  })
  if (!options.follow) return output.done(triggerRun.run, `run/${triggerRun.run.id} is ${triggerRun.run.status}`)
  const status = await followRun(session, triggerRun.run.id)
  if (status !== 'SUCCEEDED') throw new Refusal(`The run ended as ${status}.`)
}

const final = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED', 'CRASHED', 'SKIPPED'])

/** Shows what happens to a run until it ends; answers how it ended. */
async function followRun(session: Session, id: string): Promise<string> {
  const { output } = session
  const live = await session.live()
  let status = ''
  let isFirst = true
  await following((stop, refuse) =>
    live.runs(
      { id },
      {
        onError: refuse,
        onChange: (_, { type, at, lines, run }) => {
          // A snapshot says where the run stands and not what it said until then.
          const before = isFirst ? printLog(session, id) : Promise.resolve()
          isFirst = false
          void before.then(() => {
            if (type === 'LOG') for (const line of lines) output.event({ at, run: id, line }, line)
            else if (run.status !== status)
              output.event({ at, type, run }, `run/${id} is ${run.status}${errorOf(run.error)}`)
            status = run.status
            if (final.has(status)) stop()
          }, refuse)
        },
      },
    ),
  )
  return status
}

const errorOf = (error: Record<string, unknown> | null) =>
  error ? `: ${String(error.code ?? '')} ${String(error.message ?? '')}`.trimEnd() : ''

async function printLog({ client, output }: Session, id: string): Promise<void> {
  const entries = await everyPage(async (after) => {
    const { run } = await client.query(RunLogDocument, { id, first: 200, after })
    if (!run) throw new Refusal(`There is no run ${id}, or it is not yours to see.`)
    return run.log
  })
  for (const { at, lines } of entries) for (const line of lines) output.event({ at, run: id, line }, line)
}

async function runId({ client }: Session, reference: string): Promise<string> {
  if (reference.startsWith('run-')) return reference
  const filter = { instanceId: await instanceId(client, reference) }
  const { runs } = await client.query(RunsDocument, { filter, first: 1 })
  const [newest] = runs.nodes
  if (!newest)
    throw new Refusal(`${reference} has no runs yet: \`marquee run ${JSON.stringify(reference)}\` starts one.`)
  return newest.id
}

/** Keeps a feed open until it is stopped, refused, or the command interrupted. */
async function following(
  open: (stop: () => void, refuse: (error: unknown) => void) => { stop(): void } | Promise<{ stop(): void }>,
): Promise<void> {
  let feed: { stop(): void } | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      void untilInterrupted().then(resolve)
      Promise.resolve(open(resolve, reject)).then((opened) => (feed = opened), reject)
    })
  } finally {
    feed?.stop()
  }
}
