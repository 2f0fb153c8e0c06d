import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Parser, type ReadEntry } from 'tar'
import { badInput } from '../../errors.ts'

/** Everything an archive holds is kept in memory while it is read: what a package may be, and no more. */
export const archiveLimits = { bytes: 64 * 1024 * 1024, files: 2000, entries: 10_000 }

const fileTypes: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile'])

/**
 * The files of a tar archive (gzip or not) by their path, read without writing anything anywhere. Refuses links and
 * devices, paths that lead out, a path that comes twice, and archives that unpack to more than `limits`. A single
 * folder around everything, as `npm pack` and `git archive` make one, is left out of the paths.
 */
export async function readArchive(
  archive: string,
  name: string,
  limits = archiveLimits,
): Promise<ReadonlyMap<string, Buffer>> {
  const wrong = (message: string) => badInput(`/${name}`, message)
  const files = new Map<string, Buffer[]>()
  let [bytes, entries] = [0, 0]
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry: ReadEntry) => {
      try {
        if (++entries > limits.entries) throw wrong(`has more than ${limits.entries} entries`)
        const path = pathOf(entry.path)
        if (entry.type === 'Directory' && path !== null) return entry.resume()
        if (path === null || path === '')
          throw wrong(`holds ${JSON.stringify(entry.path)}, which leads out of the package`)
        if (!fileTypes.has(entry.type))
          throw wrong(`holds ${JSON.stringify(entry.path)}, which is no file: ${entry.type}`)
        if (files.has(path)) throw wrong(`holds ${JSON.stringify(path)} twice`)
        if (files.size >= limits.files) throw wrong(`has more than ${limits.files} files`)
        // What the header says is checked at once, what really comes as it comes.
        if (bytes + entry.size > limits.bytes) throw wrong(`unpacks to more than ${limits.bytes} bytes`)
        const parts: Buffer[] = []
        files.set(path, parts)
        entry.on('data', (part: Buffer) => {
          bytes += part.length
          parts.push(part)
        })
      } catch (error) {
        parser.abort(error as Error)
      }
    },
  })
  try {
    await pipeline(createReadStream(archive), parser as unknown as NodeJS.WritableStream)
  } catch (error) {
    throw (error as { code?: unknown }).code === 'BAD_USER_INPUT'
      ? error
      : wrong(`cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`)
  }
  return withoutFolder(new Map([...files].map(([path, parts]) => [path, Buffer.concat(parts)])))
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
