import { DuckDBInstance } from '@duckdb/node-api'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pointersOf, refusal } from '../../support/graph/graph-client.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { redisUrl } from '../../support/redis.ts'
import { Research, type Json, type Run } from '../../support/research.ts'

const modes = ['embedded', ...(redisUrl() === null ? [] : ['distributed'])] as ('embedded' | 'distributed')[]

describe.each(modes)('what a run gave, whole (S1-18, %s)', (mode) => {
  let research: Research
  let experiment: string
  let run: Run
  /** By hand from the file: five days' mean of the closing price. */
  let expected: { date: string; value: number | null }[]

  beforeAll(async () => {
    research = await Research.start({ mode, vega: ['sp500-2000.csv'] })
    const dataset = await research.refreshed('sp500-2000.csv')
    experiment = await research.started({
      kind: 'EXPERIMENT',
      definitionTypeKey: 'ops/expression',
      config: { expression: 'MEAN(close, 5)', inputs: { close: {} } },
    })
    await research.upstreams(experiment, [{ instanceId: dataset }])
    run = await research.run(experiment)
    const [, ...lines] = readFileSync(path.join(research.files, 'sp500-2000.csv'), 'utf8').trim().split('\n')
    const rows = lines.map((line) => line.split(','))
    expected = rows.map(([date = ''], t) => ({
      date,
      value: t < 4 ? null : rows.slice(t - 4, t + 1).reduce((sum, row) => sum + Number(row[4]), 0) / 5,
    }))
  }, startMs)
  afterAll(() => research.stop())

  it('comes page by page, every point of it once', async () => {
    expect(run).toMatchObject({ status: 'SUCCEEDED', outputs: { rows: 5105 } })
    const page = await research.output(run.id, 'values', { first: 1000 })
    expect(page).toMatchObject({
      name: 'values',
      columns: [
        { name: 'date', type: 'DATE' },
        { name: 'value', type: 'DOUBLE' },
      ],
      totalCount: 5105,
      pageInfo: { hasNextPage: true },
      url: `/runs/${run.id}/outputs/values`,
    })
    const rows = await research.wholeOutput(run.id, 'values')
    expect(rows.map(({ date }) => date)).toEqual(expected.map(({ date }) => date))
    rows.forEach(({ value }, t) => {
      const wanted = expected[t]!.value
      if (wanted === null) expect(value).toBeNull()
      else expect(value).toBeCloseTo(wanted, 9)
    })
  })

  it('shows a list that stands in the outputs, and refuses what is none with the names there are', async () => {
    const list = await research.output(run.id, 'preview_data', { first: 3 })
    expect(list).toMatchObject({ columns: [], totalCount: 200, url: null })
    const query =
      'query ($id: ID!, $name: String!, $after: String) { runOutput(id: $id, name: $name, after: $after) { name } }'
    const none = await refusal(research.marquee, query, { id: run.id, name: 'none' })
    expect(none).toMatchObject({ message: expect.stringContaining('values') as string })
    expect(pointersOf(none)).toEqual(['/name'])
    const cursor = await refusal(research.marquee, query, { id: run.id, name: 'values', after: 'x' })
    expect(pointersOf(cursor)).toEqual(['/after'])
  })

  it('is a file in four formats, with the same rows in each', async () => {
    const csv = await (await research.fetchOutput(run.id, 'values', 'csv')).text()
    const [header, ...lines] = csv.trim().split('\n')
    expect(header).toBe('date,value')
    const all = (rows: Json[]) => rows.map(({ date, value }) => [date, value == null ? null : Number(value)])
    const fromCsv = lines
      .map((line) => line.split(','))
      .map(([date, value]) => [date, value === '' ? null : Number(value)])
    expect(fromCsv).toHaveLength(5105)
    const ndjson = await (await research.fetchOutput(run.id, 'values', 'ndjson')).text()
    expect(
      all(
        ndjson
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Json),
      ),
    ).toEqual(fromCsv)
    const json = (await (await research.fetchOutput(run.id, 'values', 'json')).json()) as Json[]
    expect(all(json)).toEqual(fromCsv)
    const parquet = path.join(research.files, 'fetched.parquet')
    writeFileSync(parquet, Buffer.from(await (await research.fetchOutput(run.id, 'values', 'parquet')).arrayBuffer()))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const reader = await connection.runAndReadAll(`SELECT CAST(date AS VARCHAR) AS date, value FROM '${parquet}'`)
    expect(all(reader.getRowObjectsJson() as Json[])).toEqual(fromCsv)
  })

  it('comes in ranges, and not again to whoever has it', async () => {
    const whole = await research.fetchOutput(run.id, 'values', 'csv')
    const text = await whole.text()
    const etag = whole.headers.get('etag') as string
    const part = await research.fetchOutput(run.id, 'values', 'csv', {
      headers: { range: 'bytes=11-30', 'if-range': etag },
    })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 11-30/${text.length}`,
      text.slice(11, 31),
    ])
    const beyond = await research.fetchOutput(run.id, 'values', 'csv', { headers: { range: `bytes=${text.length}-` } })
    expect(beyond.status).toBe(416)
    expect((await research.fetchOutput(run.id, 'values', 'csv', { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    )
  })

  it('is for whoever may read the run, and nobody else', async () => {
    expect((await research.fetchOutput(run.id, 'values', 'csv', { key: null })).status).toBe(404)
    expect((await research.fetchOutput(run.id, 'values', 'csv', { key: 'wrong' })).status).toBe(401)
    expect((await research.fetchOutput(run.id, 'none', 'csv')).status).toBe(400)
    expect((await research.fetchOutput(run.id, 'values', 'xlsx')).status).toBe(400)
    expect((await research.fetchOutput('run-000000000000', 'values', 'csv')).status).toBe(404)
    await research.ask('mutation ($id: ID!) { updateInstance(input: { id: $id, visibility: PUBLIC }) { revision } }', {
      id: experiment,
    })
    expect((await research.fetchOutput(run.id, 'values', 'csv', { key: null })).status).toBe(200)
  })
})
