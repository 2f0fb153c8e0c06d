import { afterAll, beforeAll, expect, it } from 'vitest'
import { FlowHome, patient } from '../../support/flows.ts'

const executors = {
  'test.brief': `if (input.parameters.wait) await new Promise((_, no) => input.signal.addEventListener('abort', () => no(input.signal.reason))); return { outputs: {} }`,
}
const setSchedule = 'mutation ($input: SetScheduleInput!) { setSchedule(input: $input) { schedule { nextTickAt } } }'
const clearSchedule = 'mutation ($input: FlowInput!) { clearSchedule(input: $input) { schedule { id } } }'
const history = 'query ($id: ID!) { instance(id: $id) { history(first: 3) { nodes { type reason } } } }'

let flows: FlowHome
beforeAll(async () => {
  flows = await FlowHome.start(executors)
  flows.home.startWorker()
})
afterAll(() => flows.stop())

const ephemeral = () => flows.dataset('test.brief', { persistence: 'EPHEMERAL' })
const lifecycle = async (id: string) => (await flows.instance(id)).lifecycle
const trigger = (instanceId: string, parameters = {}) => flows.do('triggerRun', { instanceId, parameters })

it('S3-03: an EPHEMERAL instance archives itself when its last run has ended, and says why', async () => {
  const { id } = await ephemeral()
  const run = await trigger(id)
  await flows.reaches(run.id, 'SUCCEEDED')
  await expect.poll(() => lifecycle(id), patient).toBe('ARCHIVED')
  const { instance } = await flows.home.ask<{ instance: { history: { nodes: { type: string; reason: string }[] } } }>(
    history,
    { id },
  )
  expect(instance.history.nodes[0]).toEqual({ type: 'LIFECYCLE', reason: 'the last run has ended' })
})

it('S3-03: it waits for a run that is under way and for a schedule; what is PERSISTENT stays', async () => {
  const [busy, scheduled, persistent, witness] = [
    await ephemeral(),
    await ephemeral(),
    await flows.dataset('test.brief'),
    await ephemeral(),
  ]
  const waiting = await trigger(busy.id, { wait: true })
  await flows.reaches(waiting.id, 'RUNNING')
  await flows.home.ask(setSchedule, { input: { instanceId: scheduled.id, expression: '0 0 1 1 *' } })
  for (const { id } of [scheduled, persistent, witness]) await flows.reaches((await trigger(id)).id, 'SUCCEEDED')
  // By then the others have been looked at too.
  await expect.poll(() => lifecycle(witness.id), patient).toBe('ARCHIVED')
  expect(await Promise.all([busy, scheduled, persistent].map(({ id }) => lifecycle(id)))).toEqual([
    'CREATED',
    'CREATED',
    'CREATED',
  ])
  await flows.home.ask(clearSchedule, { input: { instanceId: scheduled.id } })
  await expect.poll(() => lifecycle(scheduled.id), patient).toBe('ARCHIVED')
  await flows.do('cancelRun', { id: waiting.id })
  await flows.reaches(waiting.id, 'CANCELLED')
  // A run that was called off is not one that was carried out.
  expect(await lifecycle(busy.id)).toBe('CREATED')
})
