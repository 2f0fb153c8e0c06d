import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FlowHome, patient, type ShownRun } from '../../support/flows.ts'

const kept = 3
const files = mkdtempSync(path.join(tmpdir(), 'marquee-files-'))
const waits = `await new Promise((_, no) => input.signal.addEventListener('abort', () => no(input.signal.reason)))`

let flows: FlowHome
beforeAll(async () => {
  flows = await FlowHome.start(
    { 'test.waits': waits, 'test.fails': `throw new Error('no luck')` },
    { filesDir: files, datasets: { versionsKept: kept, graceSeconds: 0, everyMs: 200 } },
  )
  flows.home.startWorker()
}, 120_000)
afterAll(async () => {
  await flows.stop()
  rmSync(files, { recursive: true, force: true })
})

let named = 0

/** A dataset of a file of its own, which `add` makes longer. */
async function dataset(config: object): Promise<{ id: string; add(): void; refresh(): Promise<ShownRun> }> {
  const file = `rows-${++named}.csv`
  let rows = 0
  writeFileSync(path.join(files, file), 'date,value\n')
  const { id } = await flows.create({
    kind: 'DATASET',
    definitionTypeKey: 'data/files',
    config: { path: file, ...config },
  })
  const add = () => appendFileSync(path.join(files, file), `2026-01-${String(++rows).padStart(2, '0')},${rows}\n`)
  const refresh = async () => {
    add()
    return await flows.reaches((await flows.do('triggerRun', { instanceId: id })).id, 'SUCCEEDED')
  }
  return { id, add, refresh }
}

async function refreshed(times: number, refresh: () => Promise<ShownRun>): Promise<ShownRun[]> {
  const runs: ShownRun[] = []
  while (runs.length < times) runs.push(await refresh())
  return runs
}

const at = (id: string, ...rest: string[]) => path.join(flows.home.dataDir, id, ...rest)
const listed = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])
const versions = (id: string) => listed(at(id, 'versions'))
const refOf = (run: ShownRun | undefined) => run?.outputs?.['ref'] as string
const fileOf = (run: ShownRun | undefined) => path.basename(refOf(run))
const partsOf = (id: string, store: string) => {
  if (store === 'data/parquet') return listed(at(id, 'parts'))
  const file = new DatabaseSync(at(id, 'data.sqlite'), { readOnly: true })
  try {
    return file
      .prepare('SELECT DISTINCT _part FROM rows')
      .all()
      .map(({ _part }) => String(_part))
  } finally {
    file.close()
  }
}
const query = 'query ($id: ID!, $request: DatasetPreviewInput) { datasetPreview(id: $id, request: $request) { total } }'
const total = async (id: string, runId?: string) =>
  (await flows.home.ask<{ datasetPreview: { total: number } }>(query, { id, request: { runId } })).datasetPreview.total
/** What no API does: ended runs never change. */
async function rewrite(sql: string, values: unknown[]): Promise<void> {
  await flows.home.pool.query('ALTER TABLE runtime.run DISABLE TRIGGER USER')
  await flows.home.pool.query(sql, values)
  await flows.home.pool.query('ALTER TABLE runtime.run ENABLE TRIGGER USER')
}

const settles = (id: string) => expect.poll(() => versions(id), patient)

describe.each(['data/parquet', 'data/sqlite'])('of the versions of a dataset in %s', (store) => {
  it('the newest stay, with all rows that they name, and the others go (S1-09)', async () => {
    const { id, refresh } = await dataset({ store })
    const runs = await refreshed(7, refresh)
    await settles(id).toEqual(runs.slice(-kept).map(fileOf).sort())
    // Each version names the parts of all before it: every row is still there.
    expect(partsOf(id, store)).toHaveLength(7)
    expect(await total(id)).toBe(7)
    expect(await total(id, runs.at(-kept)?.id)).toBe(5)
    expect((await refresh()).outputs).toMatchObject({ rows_added: 1, rows_total: 8 })
  })

  it('those that went take along what only they named, and whoever asks for them is told', async () => {
    const { id, refresh } = await dataset({ store, mode: 'replace' })
    const runs = await refreshed(6, refresh)
    await settles(id).toHaveLength(kept)
    await expect.poll(() => partsOf(id, store), patient).toHaveLength(kept)
    expect(await total(id, runs[3]?.id)).toBe(4)
    const refusal = await flows.home.refusal(query, { id, request: { runId: runs[0]?.id } })
    expect(refusal).toMatchObject({
      code: 'CONDITION_FAILED',
      message: expect.stringContaining('were deleted') as string,
      details: { ref: refOf(runs[0]) },
    })
    const other = await dataset({ store })
    for (const runId of [runs[5]?.id, 'run-none']) {
      expect(await flows.home.refusal(query, { id: other.id, request: { runId } })).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/request/runId' }] },
      })
    }
  })

  it('one that a run works with stays until that has ended', async () => {
    const { id, refresh } = await dataset({ store, mode: 'replace' })
    const pinned = await refresh()
    const reader = await flows.dataset('test.waits')
    await flows.upstreams(reader.id, [{ instanceId: id, role: 'input' }])
    const reading = await flows.do('triggerRun', { instanceId: reader.id })
    await flows.reaches(reading.id, 'RUNNING')
    const later = await refreshed(5, refresh)
    await settles(id).toEqual([pinned, ...later.slice(-kept)].map(fileOf).sort())
    expect(await total(id, pinned.id)).toBe(1)
    await flows.do('cancelRun', { id: reading.id })
    await settles(id).toEqual(later.slice(-kept).map(fileOf).sort())
    await expect.poll(() => partsOf(id, store), patient).toHaveLength(kept)
  })
})

describe('a sweep', () => {
  it('leaves everything that was the newest since a run of the same flow began which goes on', async () => {
    const { id, refresh } = await dataset({ mode: 'replace' })
    const slow = await refresh()
    await rewrite(`UPDATE runtime.run SET status = 'RUNNING', ended_at = NULL WHERE id = $1`, [slow.id])
    const runs = await refreshed(5, refresh)
    // Another dataset is swept meanwhile, so the sweep has been here too.
    const other = await dataset({ mode: 'replace' })
    await refreshed(5, other.refresh)
    await settles(other.id).toHaveLength(kept)
    expect(versions(id)).toEqual([slow, ...runs].map(fileOf).sort())
    await rewrite(`UPDATE runtime.run SET status = 'SUCCEEDED', ended_at = started_at WHERE id = $1`, [slow.id])
    await settles(id).toEqual(runs.slice(-kept).map(fileOf).sort())
  })

  it('that was killed half way is finished by the next one, and what runs left that died goes too', async () => {
    const { id, refresh } = await dataset({ mode: 'replace' })
    const runs = await refreshed(kept, refresh)
    const failing = await flows.dataset('test.fails')
    const failed = await flows.reaches((await flows.do('triggerRun', { instanceId: failing.id })).id, 'FAILED')
    await rewrite(
      'UPDATE runtime.run SET instance_id = $2, flow_id = (SELECT id FROM runtime.flow WHERE instance_id = $2) WHERE id = $1',
      [failed.id, id],
    )
    const gone = {
      store: 'store.parquet',
      columns: [],
      parts: [
        { id: 'run-before-00000001', rows: 1, knownAt: '' },
        { id: fileOf(runs[0]).replace('.json', ''), rows: 1, knownAt: '' },
      ],
    }
    mkdirSync(at(id, 'parts'), { recursive: true })
    writeFileSync(at(id, 'parts', 'run-before-00000001.parquet'), '')
    writeFileSync(at(id, 'parts', `${failed.id}-00000002.parquet.new`), '')
    writeFileSync(at(id, 'parts', 'run-unknown-00000003.parquet'), '')
    writeFileSync(at(id, 'versions', 'run-before-00000001.json.gone'), JSON.stringify(gone))
    await settles(id).toEqual(runs.map(fileOf).sort())
    // What nobody knows anything of stays: it may be another installation's.
    const parts = [...runs.map((run) => fileOf(run).replace('.json', '.parquet')), 'run-unknown-00000003.parquet']
    await expect.poll(() => listed(at(id, 'parts')), patient).toEqual(parts.sort())
    expect(await total(id)).toBe(kept)
  })

  it('is nothing that a run can do', async () => {
    const definitionTypeKey = await flows.define({ codeRef: 'dataset.sweep' })
    const { id } = await flows.create({ kind: 'DATASET', definitionTypeKey })
    const run = await flows.do('triggerRun', { instanceId: id, parameters: { versions: ['run-a-00000001'] } })
    expect(await flows.reaches(run.id, 'FAILED')).toMatchObject({ error: { code: 'BAD_CONFIG' } })
  })
})
