import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  appendFileSync,
  readFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunInput } from '../../../executors/executor.ts'
import { createExecutorRunner, type ExecutorRunner } from '../../../executors/run-isolated.ts'
import type { JsonObject } from '../../../kit/pure/json/json.ts'

/** The real data that npm brings. */
const vega = path.resolve('node_modules/vega-datasets/data')
const root = mkdtempSync(path.join(tmpdir(), 'marquee-datasets-'))
const files = path.join(root, 'files')
const dataDir = path.join(root, 'data')
let server: Server
let origin: string
let answer: { status: number; body: string } = { status: 200, body: '' }
let runner: ExecutorRunner

beforeAll(async () => {
  mkdirSync(files)
  for (const name of ['sp500.csv', 'stocks.csv', 'weather.csv']) cpSync(path.join(vega, name), path.join(files, name))
  writeFileSync(path.join(root, 'outside.csv'), 'a,b\n1,2\n')
  symlinkSync(path.join(root, 'outside.csv'), path.join(files, 'linked.csv'))
  symlinkSync(root, path.join(files, 'up'))
  server = createServer((_request, response) =>
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  origin = `http://${address}`
  runner = createExecutorRunner({ dataDir, filesDir: files, suppliedDir: null, fetchAllow: [address] })
})

afterAll(async () => {
  await runner.stop()
  await new Promise((resolve) => server.close(resolve))
  rmSync(root, { recursive: true, force: true })
})

let runs = 0
const component = (role: string, codeRef: string) => ({ role, instanceId: 'inst-part', codeRef, config: {} })

async function run(codeRef: string, config: JsonObject, more: Partial<RunInput> = {}, instanceId = 'inst-a') {
  const input: RunInput = {
    run: { id: `run-${++runs}`, instanceId, flow: 'refresh', attempt: 1 },
    config,
    props: {},
    parameters: {},
    upstreams: [],
    components: [],
    previous: null,
    ...more,
  }
  return (await runner.runExecutor({ codeRef, input, timeoutMs: 60_000 })).outputs
}

const preview = (previous: JsonObject, parameters: JsonObject = {}, accessor = 'accessor.simple') =>
  run('dataset.preview', {}, { previous, parameters, components: [component('ACCESSOR', accessor)] })

describe.each(['store.parquet', 'store.sqlite'])('a dataset in %s (S1-08, S1-09, S1-16)', (store) => {
  const components = [component('STORE', store)]
  const instanceId = `inst-${store.replace('.', '')}`
  const refresh = (config: JsonObject, previous: JsonObject | null) =>
    run('dataset.refresh', config, { components, previous }, instanceId)

  it('is filled from a file, then takes only what is new in it, and earlier versions stay as they were', async () => {
    const file = path.join(files, `${instanceId}.csv`)
    cpSync(path.join(files, 'sp500.csv'), file)
    const config = { path: path.basename(file) }
    const first = await refresh(config, null)
    expect(first).toMatchObject({
      rows_added: 123,
      rows_total: 123,
      last_date: '2010-03-01',
      schema: [
        { name: 'date', type: 'DATE' },
        { name: 'price', type: 'DOUBLE' },
      ],
    })

    const again = await refresh(config, first)
    expect(again).toMatchObject({ rows_added: 0, rows_total: 123, last_date: '2010-03-01' })

    appendFileSync(
      file,
      `${readFileSync(file, 'utf8').endsWith('\n') ? '' : '\n'}Apr 1 2010,1186.69\nMay 1 2010,1089.41\n`,
    )
    const second = await refresh(config, again)
    expect(second).toMatchObject({ rows_added: 2, rows_total: 125, last_date: '2010-05-01' })

    expect((await preview(first, { limit: 1000 }))['rows']).toHaveLength(123)
    expect(await preview(second, { from: '2010-03-01' })).toMatchObject({
      total: 3,
      rows: [
        { date: '2010-03-01', price: 1140.45 },
        { date: '2010-04-01', price: 1186.69 },
        { date: '2010-05-01', price: 1089.41 },
      ],
    })
  })

  it('goes on from the last run that succeeded: what a run left that did not is neither lost nor doubled', async () => {
    const file = path.join(files, `${instanceId}-lost.csv`)
    writeFileSync(file, 'day,n\n2020-01-01,1\n2020-01-01,1\n')
    const first = await refresh({ path: path.basename(file) }, null)
    appendFileSync(file, '2020-01-02,2\n')
    // This one wrote its rows, and then its worker died before it could say so.
    await refresh({ path: path.basename(file) }, first)
    const third = await refresh({ path: path.basename(file) }, first)
    expect(third).toMatchObject({ rows_added: 1, rows_total: 3 })
    expect(await preview(third)).toMatchObject({ total: 3, rows: [{ n: 1 }, { n: 1 }, { n: 2 }] })
  })

  it('shows restated values to those who ask as of later only (S1-10)', async () => {
    const file = path.join(files, `${instanceId}-restated.csv`)
    const config = { path: path.basename(file), key: ['day'] }
    writeFileSync(file, 'day,n\n2020-01-01,1\n2020-01-02,2\n')
    const first = await refresh(config, null)
    const between = new Date().toISOString()
    // Milliseconds tell the two apart.
    await expect.poll(() => new Date().toISOString() > between).toBe(true)
    writeFileSync(file, 'day,n\n2020-01-01,1\n2020-01-02,2.5\n')
    const second = await refresh(config, first)
    expect(second).toMatchObject({ rows_added: 1, schema: [{ name: 'day' }, { name: 'n', type: 'DOUBLE' }] })

    expect((await preview(second))['rows']).toEqual([
      { day: '2020-01-01', n: 1 },
      { day: '2020-01-02', n: 2.5 },
    ])
    expect((await preview(second, { asOf: between }, 'accessor.pit'))['rows']).toEqual([
      { day: '2020-01-01', n: 1 },
      { day: '2020-01-02', n: 2 },
    ])
    expect(await preview(second, { asOf: '2000-01-01T00:00:00Z' }, 'accessor.pit')).toMatchObject({
      total: 0,
      rows: [],
    })
    expect((await preview(second, { columns: ['n'], where: { n: 2.5 } }, 'accessor.field'))['rows']).toEqual([
      { day: '2020-01-02', n: 2.5 },
    ])
  })

  it('takes columns that come and change, and values of every kind', async () => {
    const file = path.join(files, `${instanceId}-kinds.json`)
    const config = { path: path.basename(file) }
    writeFileSync(
      file,
      JSON.stringify([
        {
          id: 9007199254740993n.toString(),
          n: 1,
          ok: true,
          at: '2020-01-01T10:00:00Z',
          list: [1, 2],
          text: 'Ünï "quoted", \'x\'',
        },
      ]),
    )
    const first = await refresh(config, null)
    writeFileSync(
      file,
      JSON.stringify([{ n: 1.5, ok: false, at: '2020-01-02T10:00:00Z', list: [3], text: null, more: 'new' }]),
    )
    const second = await refresh(config, first)
    expect(await preview(second)).toMatchObject({
      total: 2,
      rows: [
        { n: 1, ok: true, at: '2020-01-01 10:00:00', list: [1, 2], text: 'Ünï "quoted", \'x\'', more: null },
        { n: 1.5, ok: false, at: '2020-01-02 10:00:00', list: [3], text: null, more: 'new' },
      ],
    })
    expect(second['last_date']).toBe('2020-01-02 10:00:00')
  })
})

describe('the rows that a config asks for (S0-08)', () => {
  it('are those of some symbols, from a date on, some days back', async () => {
    const all = await run('dataset.refresh', { path: 'stocks.csv' })
    const some = await run('dataset.refresh', {
      path: 'stocks.csv',
      symbols: ['MSFT', 'AAPL'],
      start_date: '2009-01-01',
    })
    const late = await run('dataset.refresh', { path: 'stocks.csv', symbols: ['MSFT'], lookback_days: 60 })
    expect(all).toMatchObject({ rows_added: 560, last_date: '2010-03-01' })
    expect(some).toMatchObject({ rows_added: 30 })
    expect((await preview(late))['rows']).toMatchObject([
      { date: '2010-01-01' },
      { date: '2010-02-01' },
      { date: '2010-03-01' },
    ])
  })

  it('may be Parquet', async () => {
    const outputs = await run('dataset.refresh', { path: 'stocks.csv' }, {}, 'inst-parquet')
    const [part] = readdirSync(path.join(dataDir, 'inst-parquet', 'parts'))
    cpSync(path.join(dataDir, 'inst-parquet', 'parts', part!), path.join(files, 'stocks.parquet'))
    expect(await run('dataset.refresh', { path: 'stocks.parquet' })).toMatchObject({
      rows_added: 560,
      last_date: '2010-03-01',
      schema: outputs['schema'],
    })
  })

  it('may be too many to show at once', async () => {
    const outputs = await run('dataset.refresh', { path: 'weather.csv', format: 'csv' })
    expect(outputs).toMatchObject({ rows_added: 2922, last_date: '2015-12-31' })
    const shown = await preview(outputs, { limit: 1000, offset: 2000, where: { location: 'Seattle' } })
    expect(shown).toMatchObject({ total: 1461, rows: [] })
    await expect(preview(outputs, { limit: 1001 })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details: { pointer: '/limit' },
    })
  })

  it('replace the old ones when the mode says so', async () => {
    writeFileSync(path.join(files, 'replaced.csv'), 'day,n\n2020-01-01,1\n')
    const first = await run('dataset.refresh', { path: 'replaced.csv', mode: 'replace' })
    writeFileSync(path.join(files, 'replaced.csv'), 'day,n\n2020-01-02,2\n')
    expect(await run('dataset.refresh', { path: 'replaced.csv', mode: 'replace' }, { previous: first })).toMatchObject({
      rows_added: 1,
      rows_total: 1,
    })
  })
})

describe('a store that keeps nothing (S1-09)', () => {
  const components = [component('STORE', 'store.virtual')]

  it('shows the file as it is when it is asked, to previews and to expressions', async () => {
    const file = path.join(files, 'virtual.csv')
    writeFileSync(file, 'day,n\n2020-01-01,1\n2020-01-02,2\n')
    const first = await run('dataset.refresh', { path: 'virtual.csv' }, { components }, 'inst-virtual')
    expect(first).toMatchObject({ rows_added: 2, rows_total: 2, last_date: '2020-01-02' })
    expect(readdirSync(path.join(dataDir, 'inst-virtual'))).toEqual(['versions'])
    appendFileSync(file, '2020-01-03,3\n')
    expect(await preview(first, { from: '2020-01-02' })).toMatchObject({
      total: 2,
      rows: [
        { day: '2020-01-02', n: 2 },
        { day: '2020-01-03', n: 3 },
      ],
    })
    expect(
      await run('dataset.refresh', { path: 'virtual.csv' }, { components, previous: first }, 'inst-virtual'),
    ).toMatchObject({ rows_added: 1, rows_total: 3 })
    const upstreams = [{ role: 'input', flowId: 'flow-1', runId: 'run-1', outputs: first }]
    expect(
      await run('expression.preview', { expression: 'SUM(n, 3)', inputs: { n: {} } }, { upstreams }),
    ).toMatchObject({ last_date: '2020-01-03', last_value: 6 })
  })

  it('remembers nothing, and needs a file', async () => {
    const outputs = await run('dataset.refresh', { path: 'sp500.csv' }, { components }, 'inst-virtual')
    await expect(
      preview(outputs, { asOf: new Date(Date.now() + 60_000).toISOString() }, 'accessor.pit'),
    ).rejects.toMatchObject({ code: 'BAD_CONFIG', details: { pointer: '/asOf' } })
    answer = { status: 200, body: '[{"a":1}]' }
    await expect(run('http.fetch-json', { url: `${origin}/` }, { components })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details: { pointer: '/store' },
    })
  })
})

describe('what cannot be read is refused in words for the user', () => {
  it.each([
    '../outside.csv',
    'linked.csv',
    'up/outside.csv',
    'none.csv',
    '',
    '.',
    'up',
    path.join(root, 'outside.csv'),
    'a\0b',
  ])('the path %j', async (given) => {
    await expect(run('dataset.refresh', { path: given })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details: { pointer: '/path' },
    })
  })

  it('a format that does not fit, a column that is missing, a date that is none', async () => {
    await expect(run('dataset.refresh', { path: 'sp500.csv', format: 'xml' })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details: { pointer: '/format' },
    })
    await expect(run('dataset.refresh', { path: 'sp500.csv', format: 'parquet' })).rejects.toMatchObject({
      code: 'SOURCE_FAILED',
      message: expect.not.stringContaining(root) as string,
    })
    await expect(run('dataset.refresh', { path: 'sp500.csv', key: ['nope'] })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details: { missing: ['nope'] },
    })
    await expect(
      run('dataset.refresh', { path: 'sp500.csv', dateColumn: 'price', dateFormat: '%d.%m.%Y' }),
    ).rejects.toMatchObject({ code: 'BAD_CONFIG', details: { pointer: '/dateFormat' } })
  })

  it('statements hidden in names and values do nothing', async () => {
    const evil = `x'); COPY (SELECT 1) TO '${path.join(root, 'evil.csv')}'; --`
    await expect(
      run('dataset.refresh', { path: 'stocks.csv', symbols: [evil], symbolColumn: 'symbol' }),
    ).resolves.toMatchObject({ rows_added: 0 })
    const outputs = await run('dataset.refresh', { path: 'stocks.csv' })
    await expect(preview(outputs, { columns: [evil] }, 'accessor.field')).rejects.toMatchObject({ code: 'BAD_CONFIG' })
    await expect(preview({ ref: '../../etc/versions/passwd.json' })).rejects.toMatchObject({ code: 'BAD_CONFIG' })
    expect(readdirSync(root)).not.toContain('evil.csv')
  })
})

describe('an address that answers JSON', () => {
  const config = () => ({ url: `${origin}/rows`, pointer: '/data/rows' })

  it('becomes a dataset: the rows at the pointer, then what is new in them', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({
        data: {
          rows: [
            { date: '2024-01-01', v: 1 },
            { date: '2024-01-02', v: 2 },
          ],
        },
      }),
    }
    const first = await run('http.fetch-json', config())
    expect(first).toMatchObject({ rows_added: 2, last_date: '2024-01-02' })
    answer = {
      status: 200,
      body: JSON.stringify({
        data: {
          rows: [
            { date: '2024-01-02', v: 2 },
            { date: '2024-01-03', v: 3 },
          ],
        },
      }),
    }
    expect(await run('http.fetch-json', config(), { previous: first })).toMatchObject({
      rows_added: 1,
      rows_total: 3,
      last_date: '2024-01-03',
    })
  })

  it.each([
    [
      { status: 503, body: '' },
      { code: 'SOURCE_FAILED', retryable: true },
    ],
    [
      { status: 404, body: '' },
      { code: 'SOURCE_FAILED', retryable: false },
    ],
    [{ status: 200, body: '<html>' }, { code: 'SOURCE_FAILED' }],
    [{ status: 200, body: '{"data":{}}' }, { code: 'SOURCE_FAILED' }],
    [{ status: 200, body: '{"data":{"rows":[1]}}' }, { code: 'SOURCE_FAILED' }],
  ])('that answers %j fails the run', async (given, error) => {
    answer = given
    await expect(run('http.fetch-json', config())).rejects.toMatchObject(error)
  })

  it('must be a public one', async () => {
    for (const url of ['http://127.0.0.1:1/', 'file:///etc/passwd', 'http://[::1]/', 'nonsense', undefined]) {
      await expect(run('http.fetch-json', url === undefined ? {} : { url })).rejects.toMatchObject({
        code: 'BAD_CONFIG',
        details: { pointer: '/url' },
      })
    }
  })
})

describe('an expression over the series of datasets (S1-17)', () => {
  it('gives its values by date, with the youngest shown and all of them kept in a file', async () => {
    const outputs = await run('dataset.refresh', { path: 'stocks.csv' })
    const upstreams = [{ role: 'input', flowId: 'flow-1', runId: 'run-1', outputs }]
    const column = (symbol: string) => ({ column: 'price', where: { symbol } })
    const config = { expression: 'MEAN(msft, 3) / aapl', inputs: { msft: column('MSFT'), aapl: column('AAPL') } }
    const result = await run('expression.preview', config, { upstreams }, 'inst-expr')
    expect(result).toMatchObject({
      rows: 123,
      last_date: '2010-03-01',
      statistics: { count: 121, nulls: 2 },
      tables: { values: { rows: 123 } },
    })
    // (28.05 + 28.67 + 28.8) / 3 / 223.02: by hand, from the file's last lines.
    expect(result['last_value']).toBeCloseTo((28.05 + 28.67 + 28.8) / 3 / 223.02, 10)

    const weather = await run('dataset.refresh', { path: 'weather.csv' })
    const long = await run(
      'expression.preview',
      { expression: 'DELTA(wind, 1)', inputs: { wind: { where: { location: 'Seattle' } } } },
      { upstreams: [{ ...upstreams[0]!, outputs: weather }] },
      'inst-expr',
    )
    expect(long).toMatchObject({ rows: 1461, tables: { values: { rows: 1461, ref: long['ref'] } } })
    expect(long['preview_data']).toHaveLength(200)
    const whole = await run(
      'dataset.preview',
      {},
      { parameters: { limit: 1000, offset: 1000 }, previous: long },
      'inst-expr',
    )
    expect(whole).toMatchObject({ total: 1461, rows: expect.objectContaining({ length: 461 }) as unknown })
  })

  it('takes bare numbers too, and the parameters of a run before its config before the props', async () => {
    const result = await run(
      'expression.preview',
      { expression: 'x + 1' },
      { props: { expression: 'x + 2', inputs: { x: [1, null, 3] } } },
    )
    expect(result['preview_data']).toEqual([{ value: 2 }, { value: null }, { value: 4 }])
    const tried = await run(
      'expression.preview',
      { expression: 'x + 1' },
      { parameters: { expression: '-x', inputs: { x: [1] } } },
    )
    expect(tried['last_value']).toBe(-1)
  })

  it.each([
    [{ expression: 'MEAN(x' }, { position: 6, pointer: '/expression' }],
    [{}, { pointer: '/expression' }],
    [{ expression: 'x', inputs: {} }, { pointer: '/inputs/x' }],
    [{ expression: 'x + y', inputs: { x: [1], y: [1, 2] } }, { pointer: '/inputs/y' }],
    [{ expression: 'x', inputs: { x: { role: 'none' } } }, { pointer: '/inputs/x' }],
    [{ expression: 'x', inputs: { x: { column: 'price' } } }, { pointer: '/inputs/x' }],
    [{ expression: 'x', inputs: { x: { column: 'symbol', where: { symbol: 'MSFT' } } } }, { pointer: '/inputs/x' }],
  ])('refuses %j', async (config, details) => {
    const outputs = await run('dataset.refresh', { path: 'stocks.csv' })
    const upstreams = [{ role: 'input', flowId: 'flow-1', runId: 'run-1', outputs }]
    await expect(run('expression.preview', config as JsonObject, { upstreams })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details,
    })
  })
})
