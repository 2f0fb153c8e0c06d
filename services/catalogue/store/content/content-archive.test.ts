import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { Header } from 'tar'
import { afterAll, describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../../kit/limits.ts'
import { isAppError } from '../../../../kit/errors/app-error.ts'
import { readArchive, type ArchiveLimits } from './content-archive.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'marquee-archive-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** One entry as it stands in a tar file; blocks of 512 bytes. */
function entry(name: string, content: Buffer | string = '', type: 'File' | 'Directory' = 'File'): Buffer {
  const bytes = Buffer.from(content)
  const head = Buffer.alloc(512)
  new Header({ path: name, size: bytes.length, type, mode: 0o644 }).encode(head)
  return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}
const end = Buffer.alloc(1024)

const limits = (some: Partial<ArchiveLimits> = {}): ArchiveLimits => ({ ...defaultLimits, ...some })
let count = 0
async function unpacked(bytes: Buffer, some: Partial<ArchiveLimits> = {}): Promise<string[] | string> {
  const file = path.join(folder, `${++count}.tgz`)
  await writeFile(file, bytes)
  try {
    return [...(await readArchive(file, 'a.tgz', limits(some))).keys()]
  } catch (error) {
    if (!isAppError(error) || error.code !== 'BAD_USER_INPUT') throw error
    return (error.details?.['problems'] as { message: string }[])[0]!.message
  }
}

describe('readArchive', () => {
  const tar = Buffer.concat([entry('a.json', '{}'), entry('b.js', 'b'), end])

  it('archiveBytes: counts all that it unpacks to, headers and padding too', async () => {
    const archiveBytes = tar.length
    for (const pack of [(bytes: Buffer) => bytes, (bytes: Buffer) => gzipSync(bytes)]) {
      expect(await unpacked(pack(tar), { archiveBytes: archiveBytes + 1 })).toEqual(['a.json', 'b.js'])
      expect(await unpacked(pack(tar), { archiveBytes })).toEqual(['a.json', 'b.js'])
    }
    expect(await unpacked(gzipSync(tar), { archiveBytes: archiveBytes - 1 })).toBe('unpacks to more than 3071 bytes')
    expect(await unpacked(tar, { archiveBytes: archiveBytes - 1 })).toBe('has more than 3071 bytes')
    // A megabyte of it is a gigabyte of nothing after the end.
    const padded = gzipSync(Buffer.concat([tar, Buffer.alloc(80 * 2 ** 20)]))
    expect(padded.length).toBeLessThan(100_000)
    expect(await unpacked(padded)).toBe('unpacks to more than 67108864 bytes')
  })

  it('archiveFiles and archiveEntries: takes as many as it may, not one more', async () => {
    expect(await unpacked(tar, { archiveFiles: 2, archiveEntries: 2 })).toEqual(['a.json', 'b.js'])
    expect(await unpacked(tar, { archiveFiles: 1 })).toBe('has more than 1 files')
    const folders = Buffer.concat([entry('a/', '', 'Directory'), entry('b/', '', 'Directory'), tar])
    expect(await unpacked(folders, { archiveEntries: 4 })).toEqual(['a.json', 'b.js'])
    expect(await unpacked(folders, { archiveEntries: 3 })).toBe('has more than 3 entries')
  })

  it('archiveMs: gives up when it takes longer', async () => {
    // So many members of nothing that they take seconds, and stay below the other budgets.
    const empty = gzipSync(Buffer.alloc(0))
    const slow = Buffer.concat([gzipSync(tar), ...Array.from({ length: 200_000 }, () => empty)])
    expect(await unpacked(slow, { archiveMs: 10 })).toBe('takes longer than 10 ms to unpack')
  })

  it.each([
    ['gzip in gzip', gzipSync(gzipSync(tar))],
    ['zstd in gzip', gzipSync(zstdCompressSync(tar))],
    ['zstd', zstdCompressSync(tar)],
    // Members of nothing and of one byte come before the rest: the first piece is no whole mark.
    [
      'gzip in gzip, byte by byte',
      Buffer.concat([
        ...Array.from({ length: 4000 }, () => gzipSync(Buffer.alloc(0))),
        ...[...gzipSync(tar)].flatMap((byte) => [
          gzipSync(Buffer.from([byte])),
          ...Array.from({ length: 4 }, () => gzipSync('')),
        ]),
      ]),
    ],
  ])('refuses %s unread', async (_what, bytes) => {
    expect(await unpacked(bytes)).toBe('is compressed twice, or not as gzip: pack it once')
  })

  it('answers any bytes, whole or cut off, with files or a refusal', async () => {
    const whole = gzipSync(tar)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
          fc.nat(whole.length).map((length) => whole.subarray(0, length)),
          fc.nat(tar.length).map((length) => tar.subarray(0, length)),
          fc.tuple(fc.nat(tar.length - 1), fc.nat(255)).map(([at, byte]) => {
            const changed = Buffer.from(tar)
            changed[at] = byte
            return changed
          }),
        ),
        async (bytes) => {
          const answer = await unpacked(bytes)
          expect(typeof answer === 'string' || answer.length <= 2).toBe(true)
        },
      ),
    )
  })
})
