import { beforeAll, expect, it } from 'vitest'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

type Convergence = {
  targeted: number
  delivered: number
  shown: number
  failed: number
  unreachable: number
  p50Ms: number | null
  p95Ms: number | null
  unreachableInstances: { id: string }[]
}

const fields =
  'convergence { targeted delivered shown failed unreachable p50Ms p95Ms unreachableInstances(first: 10) { id } }'
const bulk = `mutation ($input: BulkPatchPropsInput!) { bulkPatchProps(input: $input) { changeId changed ${fields} } }`
const change = `query ($id: ID!) { change(changeId: $id) { id ${fields} } }`
const report = 'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision } }'

eachMode('how far a change has come', (marquee) => {
  let typeKey: string
  beforeAll(async () => {
    ;({ typeKey } = await publishScreen(marquee))
  })
  const create = async (name: string) =>
    (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, name })).instance.id
  const say = (input: object) => ask(marquee, report, { input })
  const convergenceOf = async (id: string) =>
    (await ask<{ change: { convergence: Convergence } | null }>(marquee, change, { id })).change?.convergence

  it('is waited for until enough screens have painted it, names who cannot be reached, and counts them when they are back', async () => {
    const prefix = unique()
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((letter) => create(`${prefix}-${letter}`)))
    const [painting, failing, twice, silent] = ids as [string, string, string, string]
    for (const [id, device] of [
      [painting, 'one'],
      [failing, 'one'],
      [twice, 'one'],
      [twice, 'two'],
    ])
      await say({ id, device, revision: 1 })
    const waiting = ask<{ bulkPatchProps: { changeId: string; changed: number; convergence: Convergence } }>(
      marquee,
      bulk,
      {
        input: {
          filter: { ids },
          patch: { title: 'New' },
          waitFor: { state: 'SHOWN', percent: 50, timeoutSeconds: 10 },
        },
      },
    )
    // What its screens do while the writer waits.
    const reportAll = async () => {
      await say({ id: painting, device: 'one', revision: 2 })
      await say({ id: failing, device: 'one', revision: 1, receivedRevision: 2, state: 'FAILED', error: 'no' })
      await say({ id: twice, device: 'one', revision: 2 })
      await say({ id: twice, device: 'two', revision: 2 })
    }
    await expect
      .poll(
        () =>
          reportAll().then(
            () => true,
            () => false,
          ),
        { timeout: 9_000 },
      )
      .toBe(true)
    const { changeId, changed, convergence } = (await waiting).bulkPatchProps
    expect(changed).toBe(4)
    expect(convergence).toMatchObject({ targeted: 4, shown: 2, unreachable: 1, unreachableInstances: [{ id: silent }] })
    const after = await convergenceOf(changeId)
    expect(after).toMatchObject({ targeted: 4, delivered: 3, shown: 2, failed: 1, unreachable: 1 })
    expect(after?.p50Ms).toBeGreaterThanOrEqual(0)
    expect(after?.p95Ms).toBeGreaterThanOrEqual(after?.p50Ms as number)

    await say({ id: silent, device: 'one', revision: 2 })
    await say({ id: failing, device: 'one', revision: 2 })
    expect(await convergenceOf(changeId)).toMatchObject({
      ...{ targeted: 4, delivered: 4, shown: 4, failed: 0, unreachable: 0, unreachableInstances: [] },
    })
  })

  it('of one instance counts all of its living screens, and of a change that nobody made nothing', async () => {
    const id = await create(unique())
    await say({ id, device: 'one', revision: 1 })
    await say({ id, device: 'two', revision: 1 })
    const { changeId } = await write(marquee, 'patchProps', { id, patch: { title: 'New' } })
    await say({ id, device: 'one', revision: 2 })
    expect(await convergenceOf(changeId)).toMatchObject({ targeted: 1, delivered: 0, shown: 0, p50Ms: null })
    await say({ id, device: 'two', receivedRevision: 2, revision: 1 })
    expect(await convergenceOf(changeId)).toMatchObject({ delivered: 1, shown: 0 })
    expect(await convergenceOf('chg-none')).toBeUndefined()
  })

  it('is not waited for without end', async () => {
    const input = { filter: { name: 'x' }, patch: {}, waitFor: { percent: 101, timeoutSeconds: 3600 } }
    expect((await refusal(marquee, bulk, { input })).extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/waitFor/percent' }, { pointer: '/waitFor/timeoutSeconds' }] },
    })
  })
})
