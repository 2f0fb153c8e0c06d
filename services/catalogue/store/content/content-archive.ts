import { open, type FileHandle } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import type { Limits } from '../../../../kit/limits.ts'
import { badInput } from '../../errors.ts'

/** Everything an archive holds is kept in memory while it is read: what a package may be, and no more. */
export type ArchiveLimits = Pick<Limits, 'archiveBytes' | 'archiveFiles' | 'archiveEntries' | 'archiveMs'>

const fileTypes: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile'])
/** How archives that are compressed begin, by any of what the parser would unpack by itself. */
const compressed: readonly Buffer[] = [Buffer.from([0x1f, 0x8b]), Buffer.from([0x28, 0xb5, 0x2f, 0xfd])]
const [gzip] = compressed as [Buffer]
const markBytes = Math.max(...compressed.map(({ length }) => length))
const isCompressed = (bytes: Buffer) => compressed.some((mark) => bytes.subarray(0, mark.length).equals(mark))

/**
 * The files of a tar archive (gzip or not) by their path, read without writing anything anywhere. Refuses links and
 * devices, paths that lead out, a path that comes twice, what is compressed twice, and archives that have or unpack to
 * more than `limits`, headers and padding included. A single folder around everything, as `npm pack` and `git archive`
 * make one, is left out of the paths.
 */
export async function readArchive(
  archive: string,
  name: string,
  limits: ArchiveLimits,
): Promise<ReadonlyMap<string, Buffer>> {
  const wrong = (message: string) => badInput(`/${name}`, message)
  const files = new Map<string, Buffer[]>()
  const tooLarge = () => wrong(`unpacks to more than ${limits.archiveBytes} bytes`)
  let entries = 0
  function take(entry: ReadEntry): void {
    if (++entries > limits.archiveEntries) throw wrong(`has more than ${limits.archiveEntries} entries`)
    const path = pathOf(entry.path)
    if (entry.type === 'Directory' && path !== null) return entry.resume()
    if (path === null || path === '') throw wrong(`holds ${JSON.stringify(entry.path)}, which leads out of the package`)
    if (!fileTypes.has(entry.type)) throw wrong(`holds ${JSON.stringify(entry.path)}, which is no file: ${entry.type}`)
    if (files.has(path)) throw wrong(`holds ${JSON.stringify(path)} twice`)
    if (files.size >= limits.archiveFiles) throw wrong(`has more than ${limits.archiveFiles} files`)
    // What the header says is checked at once, what really comes as it comes.
    if (entry.size > limits.archiveBytes) throw tooLarge()
    const parts: Buffer[] = []
    files.set(path, parts)
    entry.on('data', (part: Buffer) => void parts.push(part))
  }
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry: ReadEntry) => {
      try {
        take(entry)
      } catch (error) {
        parser.abort(error as Error)
      }
    },
  })
  let [isOver, isPadding] = [false, false]
  parser.on('eof', () => (isPadding = true))
  const parsed = new Promise<void>((resolve, reject) => void parser.on('end', resolve).on('error', reject))
  parsed.catch(() => (isOver = true))
  const inTime = AbortSignal.timeout(limits.archiveMs)
  /** Hands on what is unpacked, piece by piece, so that no more is unpacked than is looked at. */
  async function unpack(file: FileHandle): Promise<void> {
    if ((await file.stat()).size > limits.archiveBytes) throw wrong(`has more than ${limits.archiveBytes} bytes`)
    const { buffer: head } = await file.read(Buffer.alloc(gzip.length), 0, gzip.length, 0)
    const packed = file.createReadStream({ start: 0, signal: inTime, autoClose: false })
    let bytes = 0
    let beginning: Buffer | null = Buffer.alloc(0)
    for await (const part of (head.equals(gzip) ? gunzipped(packed) : packed) as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > limits.archiveBytes) throw tooLarge()
      if (beginning) beginning = Buffer.concat([beginning, part])
      // After its end an archive has padding, and the parser takes time with the square of what it is given of that.
      else if (!isPadding) parser.write(part)
      // The parser would unpack what is compressed once more, and count nothing of it.
      if (beginning && beginning.length >= markBytes) {
        if (isCompressed(beginning)) throw wrong('is compressed twice, or not as gzip: pack it once')
        parser.write(beginning)
        beginning = null
      }
      if (isOver) return
    }
    if (beginning) throw wrong('cannot be unpacked: it is no archive')
    parser.end()
  }
  const file = await open(archive)
  try {
    await unpack(file)
    await parsed
  } catch (error) {
    if ((error as { code?: unknown }).code === 'BAD_USER_INPUT') throw error
    if (inTime.aborted) throw wrong(`takes longer than ${limits.archiveMs} ms to unpack`)
    throw wrong(`cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await file.close()
  }
  return withoutFolder(new Map([...files].map(([path, parts]) => [path, Buffer.concat(parts)])))
}

/** Whatever ends one of the two ends the other. */
function gunzipped(packed: Readable): Readable {
  const unpacked = createGunzip()
  pipeline(packed, unpacked, () => {})
  return unpacked
}

/** The path inside the package; null for one that leads out of it, on any system. */
function pathOf(given: string): string | null {
  const segments = given
    .split('/')
    .filter((segment, index, all) => segment !== '.' && !(segment === '' && index === all.length - 1))
  if (/[\\\0]|^[A-Za-z]:/.test(given) || segments.some((segment) => segment === '' || segment === '..')) return null
  return segments.join('/')
}

function withoutFolder(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [folder = ''] = folders
  if (folders.size !== 1 || folder === '') return files
  return new Map([...files].map(([path, content]) => [path.slice(folder.length), content]))
}
