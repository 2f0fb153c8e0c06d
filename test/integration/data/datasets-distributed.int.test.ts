import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../../support/graph/graph-client.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { startMarquee, type RunningMarquee } from '../../support/marquee.ts'
import { describeRedis } from '../../support/redis.ts'

type Run = { status: string; worker: string | null; outputs: { ref: string } & Record<string, unknown>; error: unknown }

const source = path.resolve('node_modules/vega-datasets/data/sp500.csv')

/** A process for each role, as several machines with a shared DATA_DIR would have them. */
describeRedis('a dataset, with a process for each role', () => {
  const files = mkdtempSync(path.join(tmpdir(), 'marquee-files-'))
  const data = mkdtempSync(path.join(tmpdir(), 'marquee-data-'))
  let marquee: RunningMarquee

  beforeAll(async () => {
    cpSync(source, path.join(files, 'sp500.csv'))
    marquee = await startMarquee({ mode: 'distributed', env: { MARQUEE_FILES: files, DATA_DIR: data } })
  }, startMs)
  afterAll(async () => {
    await marquee.stop()
    for (const folder of [files, data]) rmSync(folder, { recursive: true, force: true })
  })

  it('is refreshed to Parquet by the worker, and its rows come through the gateway (S1-09, S1-38, S1-41)', async () => {
    const create = 'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }'
    const input = {
      kind: 'DATASET',
      definitionTypeKey: 'data/files',
      config: { path: 'sp500.csv' },
      schedule: { expression: '@yearly' },
    }
    const { id } = (await ask<{ createInstance: { instance: { id: string } } }>(marquee, create, { input }))
      .createInstance.instance
    const trigger = 'mutation ($input: TriggerRunInput!) { triggerRun(input: $input) { run { id } } }'
    const { triggerRun } = await ask<{ triggerRun: { run: { id: string } } }>(marquee, trigger, {
      input: { instanceId: id },
    })
    const read = async () =>
      (
        await ask<{ run: Run }>(marquee, 'query ($id: ID!) { run(id: $id) { status worker outputs error } }', {
          id: triggerRun.run.id,
        })
      ).run
    await expect
      .poll(async () => (await read()).status, { timeout: 60_000, interval: 100 })
      .toMatch(/SUCCEEDED|FAILED|CRASHED/)
    const run = await read()
    const [, ...lines] = readFileSync(source, 'utf8').trim().split('\n')
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      error: null,
      outputs: {
        rows_total: lines.length,
        schema: [
          { name: 'date', type: 'DATE' },
          { name: 'price', type: 'DOUBLE' },
        ],
      },
    })
    const worker = marquee.parts.find(({ role }) => role === 'worker')
    expect(run.worker).toMatch(new RegExp(`/${worker?.process.pid}$`))
    const version = JSON.parse(readFileSync(path.join(data, 'runs', run.outputs.ref), 'utf8')) as {
      store: string
      parts: { id: string }[]
    }
    expect(version.store).toBe('store.parquet')
    expect(
      readFileSync(path.join(data, 'runs', id, 'parts', `${version.parts[0]?.id}.parquet`))
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1')

    const query = `query ($id: ID!, $request: DatasetPreviewInput) {
      datasetPreview(id: $id, request: $request) { columns { name type } rows total isTruncated } instance(id: $id) { readiness schedule { expression } } }`
    const shown = await ask<{ datasetPreview: { rows: { date: string; price: number }[]; total: number } }>(
      marquee,
      query,
      { id, request: { limit: 2, offset: 1 } },
    )
    expect(shown).toMatchObject({
      datasetPreview: {
        columns: [
          { name: 'date', type: 'DATE' },
          { name: 'price', type: 'DOUBLE' },
        ],
        total: lines.length,
        isTruncated: false,
      },
      instance: { readiness: 'READY', schedule: { expression: '@yearly' } },
    })
    const expected = lines.slice(1, 3).map((line) => {
      const [day = '', price] = line.trim().split(',')
      return { date: new Date(`${day} UTC`).toISOString().slice(0, 10), price: Number(price) }
    })
    expect(shown.datasetPreview.rows).toEqual(expected)
    const asked = await ask<{ datasetPreview: { rows: unknown[] } }>(marquee, query, {
      id,
      request: { runId: triggerRun.run.id, from: '2008-01-01', to: '2008-12-31' },
    })
    expect(asked.datasetPreview.rows).toHaveLength(lines.filter((line) => / 2008,/.test(line)).length)
  })
})
