import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { ExecutorError } from '../../executor-error.ts'
import type { SourceConfig } from './source-config.ts'
import { sourceFile } from './source-files.ts'
import { tooManyBytes, type SourceLimits } from './source-limits.ts'
import type { Format, SourceFile } from './raw.ts'
import { ownMember } from '../../../kit/pure/json/json.ts'

const decompressors: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  '.gz': createGunzip,
  '.zst': createZstdDecompress,
}
const mark = [0xef, 0xbb, 0xbf]

/** What a file's name says that it holds, whether compressed or not: 'csv' of prices.csv.gz. */
export const endingOf = (file: string): string =>
  path
    .extname(isCompressed(file) ? file.slice(0, file.lastIndexOf('.')) : file)
    .slice(1)
    .toLowerCase()

const isCompressed = (file: string): boolean => Object.hasOwn(decompressors, path.extname(file).toLowerCase())

/**
 * A file as the readers want it: not compressed, and where it is text in UTF-8 without a byte order mark. Copied to
 * `tempDir` only where something must be changed. Throws SOURCE_FAILED for more bytes than it may have or unpack to, and
 * for bytes that the encoding does not have.
 */
export async function stageFile(
  file: string,
  { tempDir, encoding, isText, limits }: { tempDir: string; encoding: string; isText: boolean; limits: SourceLimits },
): Promise<string> {
  if ((await stat(file)).size > limits.bytesMax) throw tooManyBytes(limits)
  const staged = path.join(tempDir, 'source')
  const decompress = ownMember(decompressors, path.extname(file).toLowerCase())
  const isUtf8 = /^utf-?8$/i.test(encoding)
  if (!decompress && (!isText || (isUtf8 && !(await hasMark(file))))) return file
  // UTF-8 stays as it is: a row that is none is rejected by itself, with its line.
  const asText = (bytes: AsyncIterable<Buffer>) =>
    !isText ? bytes : isUtf8 ? withoutMark(bytes) : decoded(bytes, encoding)
  try {
    await pipeline(
      createReadStream(file),
      decompress?.() ?? new PassThrough(),
      (bytes: NodeJS.ReadableStream) => asText(bounded(bytes as AsyncIterable<Buffer>, limits)),
      createWriteStream(staged),
    )
  } catch (cause) {
    if (cause instanceof ExecutorError) throw cause
    throw new ExecutorError(
      'SOURCE_FAILED',
      `The file cannot be read as ${decompress ? 'compressed ' : ''}${encoding}: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        details: { pointer: '/encoding' },
        cause,
      },
    )
  }
  return staged
}

/** Ends a file that unpacks to more than it may, while it is being unpacked. */
async function* bounded(bytes: AsyncIterable<Buffer>, limits: SourceLimits): AsyncGenerator<Buffer> {
  let taken = 0
  for await (const chunk of bytes) {
    taken += chunk.length
    if (taken > limits.bytesMax) throw tooManyBytes(limits)
    yield chunk
  }
}

async function hasMark(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0)
    return bytesRead === 3 && mark.every((byte, index) => buffer[index] === byte)
  } finally {
    await handle.close()
  }
}

async function* withoutMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true
  for await (const chunk of bytes) {
    yield isFirst && mark.every((byte, index) => chunk[index] === byte) ? chunk.subarray(3) : chunk
    isFirst = false
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** The file that a config names, ready to be read. */
export async function stageSource(
  filesDir: string | null,
  config: SourceConfig,
  { tempDir, limits }: { tempDir: string; limits: SourceLimits },
): Promise<SourceFile> {
  if (typeof config.path !== 'string')
    throw new ExecutorError('BAD_CONFIG', '/path is missing: which file is it?', { details: { pointer: '/path' } })
  const file = await sourceFile(filesDir, config.path)
  const format =
    config.format ??
    formats.find((each) => endingOf(file) === each) ??
    (/^(?:jsonl|ndjson)$/.test(endingOf(file)) ? 'json' : null)
  if (format === null)
    throw new ExecutorError(
      'BAD_CONFIG',
      `/format is missing: the name of the file does not say it. It must be one of ${formats.join(', ')}.`,
      { details: { pointer: '/format', allowed: formats } },
    )
  refuseUnused(config, format)
  return {
    file: await stageFile(file, {
      tempDir,
      encoding: config.encoding ?? 'utf-8',
      isText: format !== 'parquet',
      limits,
    }),
    format,
    tempDir,
  }
}

const formats: Format[] = ['csv', 'json', 'parquet']
const onlyFor: Readonly<Record<string, readonly Format[]>> = {
  delimiter: ['csv'],
  quote: ['csv'],
  header: ['csv'],
  decimal: ['csv'],
  encoding: ['csv', 'json'],
  nullValues: ['csv', 'json'],
}

/** What a format knows nothing of would be ignored. */
function refuseUnused(config: SourceConfig, format: Format): void {
  const unused = Object.entries(onlyFor).find(
    ([key, formats]) => config[key] !== undefined && !formats.includes(format),
  )?.[0]
  if (unused !== undefined)
    throw new ExecutorError('BAD_CONFIG', `/${unused} says nothing of a ${format} file: leave it out.`, {
      details: { pointer: `/${unused}` },
    })
}
