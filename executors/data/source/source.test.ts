import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../kit/pure/json/json.ts'
import { executor as preview } from '../../builtin/dataset-preview.ts'
import { executor as refresh } from '../../builtin/dataset-refresh.ts'
import { executor as expression } from '../../builtin/expression-preview.ts'
import { testFolders } from '../test-input.ts'

const { filesDir, run, remove } = testFolders()
afterAll(remove)

let files = 0
function file(content: string | Buffer, ending = 'csv'): string {
  const name = `f${++files}.${ending}`
  writeFileSync(path.join(filesDir, name), content)
  return name
}
const refreshed = async (content: string | Buffer, config: JsonObject = {}, ending = 'csv') =>
  run(refresh, { config: { path: file(content, ending), ...config } })
async function read(content: string | Buffer, config: JsonObject = {}, ending = 'csv') {
  const outputs = await refreshed(content, config, ending)
  const { rows, total } = await run(preview, { previous: outputs, parameters: { limit: 1000 } })
  return {
    outputs,
    rows: rows as JsonObject[],
    total,
    types: Object.fromEntries(
      (outputs['schema'] as { name: string; type: string }[]).map(({ name, type }) => [name, type]),
    ),
  }
}
const many = (last: string) => `v,w\n${Array.from({ length: 25_000 }, (_, n) => `${n},1`).join('\n')}\n${last},1\n`
const upstreamOf = (outputs: JsonObject) => [{ role: 'input', flowId: 'flow-1', runId: 'run-1', outputs }]

describe('types are those of the whole file, or those that are declared', () => {
  it('a fraction after 25,000 whole numbers stays one', async () => {
    const { outputs, types } = await read(many('10.75'))
    expect(types).toEqual({ v: 'DOUBLE', w: 'BIGINT' })
    const { rows } = await run(preview, { previous: outputs, parameters: { where: { v: 10.75 } } })
    expect(rows).toEqual([{ v: 10.75, w: 1 }])
  })

  it('a text after 25,000 numbers makes the column text, and it is said which', async () => {
    const { outputs, types } = await read(many('10A'))
    expect(types).toMatchObject({ v: 'VARCHAR' })
    expect(outputs['warnings']).toEqual([
      expect.stringMatching(/column v is text: 25000 of its 25001 values.*row 25001 has "10A"/),
    ])
  })

  it('a value that is none of its declared type is rejected with line, column and value; beyond rejectedMax the run fails', async () => {
    const rejected = [{ line: 25_002, row: 25_001, column: 'v', value: '10A', message: 'is no BIGINT' }]
    await expect(refreshed(many('10A'), { columns: { v: 'BIGINT' } })).rejects.toMatchObject({
      code: 'SOURCE_FAILED',
      message: expect.stringContaining('line 25002, column v: "10A"') as string,
      details: { rows: rejected },
    })
    const { outputs, total } = await read(many('10A'), { columns: { v: 'BIGINT' }, rejectedMax: 1 })
    expect({ total, rejected: outputs['rejected'], count: outputs['rows_rejected'] }).toEqual({
      total: 25_000,
      rejected,
      count: 1,
    })
  })

  it('a code keeps its zeros, a long number its digits, an instant its moment', async () => {
    const { rows, types } = await read(
      'zip,id,at\n01234,750727362669608961,2026-01-01T10:00:00+02:00\n,1,2026-01-02T15:30:00Z\n',
    )
    expect(types).toEqual({ zip: 'VARCHAR', id: 'BIGINT', at: 'TIMESTAMP' })
    expect(rows).toEqual([
      { zip: '01234', id: '750727362669608961', at: '2026-01-01 08:00:00' },
      { zip: null, id: 1, at: '2026-01-02 15:30:00' },
    ])
  })

  it('JSON keeps the types of its values, inside of objects too', async () => {
    const { rows, types } = await read(
      '[{"m":{"n":5},"a":1,"t":"5"},{"m":{"n":[1.5,null]},"a":10.75,"t":"6"}]',
      {},
      'json',
    )
    expect(types).toEqual({ m: 'JSON', a: 'DOUBLE', t: 'VARCHAR' })
    expect(rows).toEqual([
      { m: { n: 5 }, a: 1, t: '5' },
      { m: { n: [1.5, null] }, a: 10.75, t: '6' },
    ])
  })

  it('nullValues, decimal, quote, header and encoding are used', async () => {
    expect((await read('a,b\n1,N/A\n2,5\n', { nullValues: ['N/A'] })).rows).toEqual([
      { a: 1, b: null },
      { a: 2, b: 5 },
    ])
    expect((await read('a;b\n1,5;x\n', { decimal: ',' })).rows).toEqual([{ a: 1.5, b: 'x' }])
    expect((await read(`a,b\n'x,y',5'10"\n`, { quote: '', rejectedMax: 1 })).outputs).toMatchObject({
      rows_rejected: 1,
    })
    expect((await read(`a,b\nx,5'10"\n`, { quote: '' })).rows).toEqual([{ a: 'x', b: `5'10"` }])
    expect((await read('1,x\n2,y\n', { header: false, columns: { n: 'BIGINT', s: 'VARCHAR' } })).rows).toEqual([
      { n: 1, s: 'x' },
      { n: 2, s: 'y' },
    ])
    expect((await read(Buffer.from('a,b\n1,caf\xe9\n', 'latin1'), { encoding: 'windows-1252' })).rows).toEqual([
      { a: 1, b: 'café' },
    ])
    expect((await read(Buffer.from('\ufeffa,b\n1,é\n'))).rows).toEqual([{ a: 1, b: 'é' }])
    expect((await read(gzipSync('a,b\n1,2\n'), {}, 'csv.gz')).rows).toEqual([{ a: 1, b: 2 }])
    await expect(refreshed(Buffer.from('a,b\n1,caf\xe9\n', 'latin1'))).rejects.toMatchObject({
      message: expect.stringContaining('line 2') as string,
    })
    await expect(refreshed('[{"a":1}]', { delimiter: ';' }, 'json')).rejects.toMatchObject({
      details: { pointer: '/delimiter' },
    })
  })

  it.each([
    ['epoch_s', '1700000000'],
    ['epoch_ms', '1700000000000'],
    ['epoch_us', '1700000000000000'],
    ['epoch_ns', '1700000000000000000'],
  ])('%s counts from 1970, and another unit is refused', async (dateFormat, value) => {
    expect((await read(`t,v\n${value},1\n`, { dateColumn: 't', dateFormat })).rows).toEqual([
      { t: '2023-11-14 22:13:20', v: 1 },
    ])
    await expect(refreshed(`t,v\n${value}000,1\n`, { dateColumn: 't', dateFormat })).rejects.toMatchObject({
      details: { pointer: '/dateFormat' },
    })
  })

  it('dates that may be read in two ways are refused until dateFormat says which', async () => {
    const text = 'd,v\n01/02/2026,1\n02/02/2026,2\n'
    await expect(refreshed(text)).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details: { pointer: '/dateFormat', allowed: ['%m/%d/%Y', '%d/%m/%Y'] },
    })
    expect((await read(text, { dateFormat: '%m/%d/%Y' })).rows[0]).toEqual({ d: '2026-01-02', v: 1 })
    expect((await read(text, { dateFormat: '%d/%m/%Y' })).rows[0]).toEqual({ d: '2026-02-01', v: 1 })
    expect((await read('d,v\n31/01/2026,1\n01/02/2026,2\n')).rows).toEqual([
      { d: '2026-01-31', v: 1 },
      { d: '2026-02-01', v: 2 },
    ])
  })
})

describe('a CSV file is read as it is written', () => {
  it('a line that begins with # is a row, and a path is no pattern', async () => {
    expect((await read('order,qty\n1001,5\n1002,6\n#1003,7\n1004,8\n')).total).toBe(4)
    writeFileSync(path.join(filesDir, 'g1.csv'), 'a,b\n9,9\n')
    writeFileSync(path.join(filesDir, 'g[1].csv'), 'a,b\n1,2\n')
    const outputs = await run(refresh, { config: { path: 'g[1].csv' } })
    expect((await run(preview, { previous: outputs }))['rows']).toEqual([{ a: 1, b: 2 }])
  })

  it('rows that are none are counted and shown with their lines', async () => {
    const text = 'id,s\n1,"two\nlines"\n2\n3,a,b\n4,x"y\n5,"a"b\n\n6,"say ""hi"""\n'
    const { outputs, rows } = await read(text, { rejectedMax: 9 })
    expect(rows).toEqual([
      { id: 1, s: 'two\nlines' },
      { id: 6, s: 'say "hi"' },
    ])
    expect(outputs['rejected']).toMatchObject([
      { line: 4, message: 'has 1 fields where there are 2 columns' },
      { line: 5, message: 'has 3 fields where there are 2 columns' },
      { line: 6, column: 's', message: 'has a quote inside a field that is not quoted' },
      { line: 7, column: 's', message: 'has text after the closing quote of a field' },
    ])
    await expect(refreshed('a,b\n1,"open\n2,x\n')).rejects.toMatchObject({
      message: expect.stringContaining('line 2') as string,
      details: { pointer: '/quote' },
    })
  })

  it('a header that says two things is refused', async () => {
    await expect(refreshed('id;a,b\n1;1,5\n')).rejects.toMatchObject({
      details: { pointer: '/delimiter', allowed: [',', ';'] },
    })
    await expect(refreshed('a,A\n1,2\n')).rejects.toMatchObject({
      code: 'SOURCE_FAILED',
      message: expect.stringContaining('twice') as string,
    })
  })

  it('columns may be called as those that a statement uses itself', async () => {
    const outputs = await refreshed('n,c0,g,s\n1,,,\n')
    expect(await run(refresh, { config: { path: `f${files}.csv` }, previous: outputs })).toMatchObject({
      rows_added: 0,
    })
  })
})

describe('a source that changes', () => {
  it('keeps the last row of each key, in one file as over time, and takes back what is restated back', async () => {
    const keyed = Array.from({ length: 5000 }, (_, k) => [1, 2, 3].map((n) => `${k},${n}`).join('\n')).join('\n')
    const config = { path: file(`id,v\n${keyed}\n`), key: ['id'] }
    const first = await run(refresh, { config })
    expect(first).toMatchObject({ rows_added: 5000 })
    expect(await run(preview, { previous: first, parameters: { where: { v: 3 }, limit: 1 } })).toMatchObject({
      total: 5000,
    })
    let outputs = first
    for (const [value, added] of [
      [7, 1],
      [3, 1],
      [3, 0],
    ] as const) {
      writeFileSync(path.join(filesDir, config.path), `id,v\n0,${value}\n`)
      outputs = await run(refresh, { config, previous: outputs })
      expect(outputs['rows_added']).toBe(added)
      expect((await run(preview, { previous: outputs, parameters: { where: { id: 0 } } }))['rows']).toEqual([
        { id: 0, v: value },
      ])
    }
  })

  it('says what changed in its columns, does not double rows whose column became text, and can be told to refuse', async () => {
    const config = { path: file('id,v\n1,1.50\n2,2\n') }
    const first = await run(refresh, { config })
    writeFileSync(path.join(filesDir, config.path), 'id,v,more\n1,1.50,\n2,2,\n3,N/A,x\n')
    await expect(
      run(refresh, { config: { ...config, onSchemaChange: 'refuse' }, previous: first }),
    ).rejects.toMatchObject({ details: { reason: 'SCHEMA_CHANGED' } })
    const second = await run(refresh, { config, previous: first })
    expect(second).toMatchObject({
      rows_added: 1,
      rows_total: 3,
      schema_changes: [
        { column: 'v', change: 'WIDENED', from: 'DOUBLE', to: 'VARCHAR' },
        { column: 'more', change: 'ADDED' },
      ],
    })
  })

  it('fails when it has lost its rows, unless they may be none', async () => {
    const config = { path: file('id,v\n1,2\n'), mode: 'replace' }
    const first = await run(refresh, { config })
    for (const content of ['', 'id,v\n']) {
      writeFileSync(path.join(filesDir, config.path), content)
      await expect(run(refresh, { config, previous: first })).rejects.toMatchObject({
        code: 'SOURCE_FAILED',
        retryable: true,
        details: { reason: 'EMPTY' },
      })
    }
    expect(await run(refresh, { config: { ...config, allowEmpty: true }, previous: first })).toMatchObject({
      rows_total: 0,
    })
  })

  it('tells of a price that halves from one day to the next', async () => {
    const { outputs } = await read(
      'date,symbol,close\n2026-01-01,A,110\n2026-01-02,A,55\n2026-01-03,A,56\n2026-01-01,B,10\n2026-01-02,B,11\n',
    )
    expect(outputs['warnings']).toEqual([expect.stringMatching(/split: A on 2026-01-02 \(110 to 55\)/)])
  })
})

describe('rows that are asked for', () => {
  it('a day as the end includes all of it', async () => {
    const { outputs } = await read('at,v\n2026-01-01 10:00:00,1\n2026-01-02 15:30:00,2\n2026-01-03 00:00:00,3\n')
    expect(
      (await run(preview, { previous: outputs, parameters: { from: '2026-01-02', to: '2026-01-02' } }))['rows'],
    ).toEqual([{ at: '2026-01-02 15:30:00', v: 2 }])
  })

  it.each([
    [{ where: { v: 'x' } }, '/where/v'],
    [{ where: { at: 'yesterday' } }, '/where/at'],
    [{ where: { 'no/such': 1 } }, '/where/no~1such'],
    [{ from: '2026-13-01' }, '/from'],
    [{ columms: ['v'] }, '/columms'],
  ])('%j is refused at %s', async (parameters, pointer) => {
    const { outputs } = await read('at,v\n2026-01-01,1\n')
    await expect(run(preview, { previous: outputs, parameters })).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      details: { pointer },
    })
  })

  it('a series of days meets one of times by the day', async () => {
    const days = await refreshed('date,v\n2026-01-01,2\n2026-01-02,3\n')
    const times = await refreshed('at,w\n2026-01-01 16:00:00,10\n2026-01-02 16:00:00,20\n')
    const upstreams = [...upstreamOf(days), { role: 'other', flowId: 'flow-2', runId: 'run-2', outputs: times }]
    const config = { expression: 'v * w', inputs: { v: {}, w: { role: 'other' } } }
    expect((await run(expression, { config, upstreams }))['preview_data']).toEqual([
      { date: '2026-01-01', value: 20 },
      { date: '2026-01-02', value: 60 },
    ])
    const twice = await refreshed('at,w\n2026-01-01 15:00:00,10\n2026-01-01 16:00:00,20\n')
    await expect(
      run(expression, { config, upstreams: [upstreams[0]!, { ...upstreams[1]!, outputs: twice }] }),
    ).rejects.toMatchObject({ details: { pointer: '/inputs/w' } })
  })
})

it('a member of the config that nobody would look at is refused', async () => {
  await expect(refreshed('a,b\n1,2\n', { delimeter: ';' })).rejects.toMatchObject({
    code: 'BAD_CONFIG',
    details: { pointer: '/delimeter' },
  })
})
