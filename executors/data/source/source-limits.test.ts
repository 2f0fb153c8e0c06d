import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../kit/pure/json/json.ts'
import { executor as refresh } from '../../builtin/dataset-refresh.ts'
import { openDuckDb } from '../stores/duckdb.ts'
import { testFolders } from '../test-input.ts'
import type { SourceLimits } from './source-limits.ts'

const { filesDir, run, remove } = testFolders()
afterAll(remove)

const roomy: SourceLimits = { bytesMax: 2 ** 30, rowsMax: 1_000_000, tempBytesMax: 2 ** 30 }
let files = 0
const place = (ending: string) => `f${++files}.${ending}`
function file(content: string | Buffer, ending: string): string {
  const name = place(ending)
  writeFileSync(path.join(filesDir, name), content)
  return name
}
async function parquet(select: string): Promise<string> {
  const name = place('parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${select}) TO '${path.join(filesDir, name)}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  return name
}
const refreshed = (name: string, sources: Partial<SourceLimits>, config: JsonObject = {}) =>
  run(refresh, { config: { path: name, ...config }, sources: { ...roomy, ...sources } })
const rowsOf = async (...asked: Parameters<typeof refreshed>) => (await refreshed(...asked))['rows_total']
const tooLarge = (unit: 'bytes' | 'rows', limit: number) => ({
  code: 'SOURCE_FAILED',
  message: `The source has more than ${limit} ${unit}: split it, or have the limit raised.`,
  details: { reason: 'TOO_LARGE', unit, limit },
})

const csv = 'a,b\n1,2\n3,4\n5,6\n'
const lines = '{"a":1}\n{"a":2}\n{"a":3}\n'

describe('sourceRows', () => {
  const sources: [string, () => string | Promise<string>, JsonObject?][] = [
    ['CSV', () => file(csv, 'csv')],
    [
      'CSV without a header',
      () => file('1,2\n3,4\n5,6\n', 'csv'),
      { header: false, columns: { a: 'BIGINT', b: 'BIGINT' } },
    ],
    ['JSON lines', () => file(lines, 'jsonl')],
    ['a JSON list', () => file(`[${lines.trim().split('\n').join(',')}]`, 'json')],
    ['Parquet', () => parquet('SELECT i FROM range(3) r(i)')],
  ]
  it.each(sources)('of %s below and at the limit are read, one more is refused', async (_what, make, config) => {
    const name = await make()
    expect(await rowsOf(name, { rowsMax: 4 }, config)).toBe(3)
    expect(await rowsOf(name, { rowsMax: 3 }, config)).toBe(3)
    await expect(refreshed(name, { rowsMax: 2 }, config)).rejects.toMatchObject(tooLarge('rows', 2))
  })
})

describe('sourceBytes', () => {
  it('of the file itself: below and at the limit it is read, above it refused', async () => {
    const bytes = Buffer.byteLength(csv)
    for (const bytesMax of [bytes + 1, bytes]) expect(await rowsOf(file(csv, 'csv'), { bytesMax })).toBe(3)
    await expect(refreshed(file(csv, 'csv'), { bytesMax: bytes - 1 })).rejects.toMatchObject(
      tooLarge('bytes', bytes - 1),
    )
  })

  it.each([
    ['gz', gzipSync],
    ['zst', zstdCompressSync],
  ] as const)('of what a .%s unpacks to: it is given up while it is unpacked', async (ending, pack) => {
    const rows = `a\n${'1\n'.repeat(50_000)}`
    const name = file(pack(Buffer.from(rows)), `csv.${ending}`)
    for (const bytesMax of [rows.length + 1, rows.length]) expect(await rowsOf(name, { bytesMax })).toBe(50_000)
    await expect(refreshed(name, { bytesMax: rows.length - 1 })).rejects.toMatchObject(
      tooLarge('bytes', rows.length - 1),
    )
  })

  it('of what the pages of a Parquet file unpack to, as the file says before it is read', async () => {
    const name = await parquet("SELECT repeat('x', 1000) || i AS s FROM range(5000) r(i)")
    expect(await rowsOf(name, { bytesMax: 6_000_000 })).toBe(5000)
    await expect(refreshed(name, { bytesMax: 4_000_000 })).rejects.toMatchObject(tooLarge('bytes', 4_000_000))
  })
})

it('sourceTempBytes: what does not fit into memory goes to the disk, up to its limit', async () => {
  const tempDir = mkdtempSync(path.join(filesDir, 'tmp-'))
  const random = 'CREATE TEMP TABLE t AS SELECT uuid()::VARCHAR || uuid()::VARCHAR AS s FROM range(600000) r(i)'
  const make = async (tempBytesMax: number) => {
    const db = await openDuckDb({ folders: [], tempDir, memoryMb: 64, sources: { ...roomy, tempBytesMax } })
    try {
      await db.run(random)
      return (await db.rows('SELECT count(*) AS n FROM t'))[0]
    } finally {
      db.close()
    }
  }
  expect(await make(2 ** 30)).toEqual({ n: 600_000 })
  await expect(make(2 ** 22)).rejects.toMatchObject({
    code: 'OUT_OF_DISK',
    message: expect.stringContaining('more than 4194304 bytes') as string,
  })
})
